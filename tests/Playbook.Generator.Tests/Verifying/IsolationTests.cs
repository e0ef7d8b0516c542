using System.Text;
using Playbooks.Verifying;

namespace Playbooks.Tests.Verifying;

public sealed class IsolationTests : VerifierFixture
{
    private const string Common =
        """
        title: Secure a sponsor and a guiding group
        areas/leadership/secure-a-sponsor.md
        Agree on one page what the {{ role.sponsor }} does each month, and who decides next.
        Bring the [stance map](xref:leadership/read-the-stance) and one problem the work could help with.
        The board meets every month. Nobody decides alone about money in the winter.
        """;

    private static readonly IsolationRules Rules = IsolationRules.Create(
        [
            Organization(
                "harbour",
                ("organization.yml", "name: Harbour Trust\nshort_name: HBT\npurpose: The board decides alone about money.\n"),
                ("areas/leadership/secure-a-sponsor.md", "Agree on one page what the deputy does each month.\n\n- Quarterdeck meetings\n")),
            Organization("lantern", ("organization.yml", "name: Lantern House\nterms:\n  sponsor: {one: deputy}\n")),
        ],
        [Common]);

    [Theory]
    [InlineData("index.html", "<p>Harbour</p>")]
    [InlineData("index.html", "<p>HARBOUR's</p>")]
    [InlineData("index.html", "<p>har<b>bour</b></p>")]
    [InlineData("index.html", "<p>har<wbr>bo<i>u</i>r.</p>")]
    [InlineData("index.html", "<p>&#104;arbour</p>")]
    [InlineData("index.html", "<p>harb&#x6F;ur</p>")]
    [InlineData("index.html", "<p>har\u00ADbour</p>")]
    [InlineData("index.html", "<p>har&shy;bour</p>")]
    [InlineData("index.html", "<p>ｈａｒｂｏｕｒ</p>")]
    [InlineData("index.html", "<p>hárboür</p>")]
    [InlineData("index.html", "<p>ha\u0301rbour</p>")]
    [InlineData("index.html", "<img alt=harbour>")]
    [InlineData("index.html", "<a href=https://example.org/har%62our>")]
    [InlineData("index.html", "<p data-harbour>")]
    [InlineData("index.html", "<harbour-map></harbour-map>")]
    [InlineData("index.html", "<!-- harbour -->")]
    [InlineData("index.html", "<script type=application/json>{\"a\":\"\\u0068arbour\"}</script>")]
    [InlineData("data.json", "{\"a\":\"\\nharbour\"}")]
    [InlineData("data.json", "{\"harbour\":1}")]
    [InlineData("data.json", "{\"a\":\"har\\u0062our\"}")]
    [InlineData("assets/app.js", "x='\\x68arbour'")]
    [InlineData("feed.xml", "<title>&lt;b&gt;harbour&lt;/b&gt;</title>")]
    [InlineData("plan.ics", "SUMMARY:Meet har\r\n bour\r\n")]
    [InlineData("plan.csv", "id,harbour\n")]
    [InlineData("_redirects", "/harbour /\n")]
    [InlineData("llms.txt", "harbour")]
    [InlineData("assets/a.css", ".harbour{}")]
    [InlineData("assets/a.svg", "<svg><title>harbour</title></svg>")]
    [InlineData("harbour/index.html", "")]
    [InlineData("manifest.json", "{\"sources\":[\"organizations/harbour/x\"]}")]
    [InlineData("index.html", "<p>hbt</p>")]
    [InlineData("index.html", "<p>Quarterdeck</p>")]
    public void Word_of_one_organization_is_found_in_every_spelling(string path, string text)
    {
        Put(path, text);

        foreach (var edition in new[] { "common", "lantern" })
        {
            var finding = Assert.Single(Verify(Rules, edition), line => line.StartsWith("PB0710", StringComparison.Ordinal));
            Assert.Contains($" {edition}/{path}:", finding, StringComparison.Ordinal);
            Assert.Contains("which only `harbour` may see", finding, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(Verify(Rules, "harbour"), line => line.StartsWith("PB0710", StringComparison.Ordinal));
    }

    [Fact]
    public void Line_that_is_right_for_its_owner_is_still_a_leak_elsewhere()
    {
        const string page = "<main>\n<p>A clean line.</p>\n<p>Harbour</p>\n<p>The board decides alone about money.</p>\n</main>";
        Put("a.html", page);
        Put("b.html", page);

        Assert.Empty(Verify(Rules, "harbour"));
        Assert.Equal(2, Verify(Rules, "lantern").Length);
        Assert.Empty(Verify(Rules, "harbour"));
        Assert.Equal(2, Verify(Rules, "common").Length);
        Assert.Equal(2, Verify(Rules, "lantern").Length);
    }

    [Theory]
    [InlineData("<p>x</p>\n<script type=application/json>\n<p>\"\\u0068arbour\"\n</script>\n<p>y</p>\n")]
    [InlineData("<!-- x\n<p>harbour</p>\n-->\n")]
    [InlineData("<p>x</p>\n<div title=\"a\n<p>harbour</p>\">\n")]
    [InlineData("<p>x</p>\n<p>har<b>\n</b>bour</p>\n<p>Har<b>bour</b></p>")]
    [InlineData("<p>The board\n<b>decides alone</b>\nabout money</p>\n")]
    public void Leak_in_something_of_several_lines_is_found(string html)
    {
        Put("index.html", html);

        Assert.Single(Verify(Rules, "lantern"));
        Assert.Single(Verify(Rules, "lantern"));
    }

    [Fact]
    public void Finding_names_both_places()
    {
        Put("index.html", "<!doctype html>\n<p>Ask the Harbour\nTrust.</p>");

        Assert.Equal(
            ["PB0710 lantern/index.html:2:12 edition `lantern` would show `Harbour`, which only `harbour` may see (from organizations/harbour/organization.yml:1:7)"],
            Verify(Rules, "lantern"));
    }

    [Theory]
    [InlineData("<p>The board decides\nalone about money.</p>")]
    [InlineData("<p>the board <a href=\"#\">decides</a> <b>alone</b> about money</p>")]
    [InlineData("<meta name=description content=\"Today: the board decides alone about money!\">")]
    public void Phrase_of_common_words_is_found(string html)
    {
        Put("index.html", html);

        Assert.Contains("would show `", Assert.Single(Verify(Rules, "lantern")), StringComparison.Ordinal);
        Assert.Empty(Verify(Rules, "harbour"));
    }

    [Theory]
    [InlineData("<p>The board</p><p>decides alone about money.</p>")]
    [InlineData("<img alt=\"The board\"><img alt=\"decides alone about money\">")]
    [InlineData("<p>Nobody decides alone about money in the winter.</p>")]
    [InlineData("<p>Bring the <a href=#>stance map</a> and one problem the work could help with.</p>")]
    public void Common_text_is_no_leak(string html)
    {
        Put("index.html", html);

        Assert.Empty(Verify(Rules, "lantern"));
    }

    [Fact]
    public void Common_sentence_with_an_edition_s_own_value_is_no_leak_even_if_another_wrote_it_out()
    {
        Put("index.html", "<p>Agree on one page what the deputy does each month.</p>");

        Assert.Empty(Verify(Rules, "lantern"));
    }

    [Fact]
    public void Own_word_in_the_plural_is_no_leak()
    {
        var rules = IsolationRules.Create(
            [Organization("harbour", ("a.md", "The wardens decide.")), Organization("lantern", ("a.md", "A warden decides."))],
            ["decide"]);
        Put("index.html", "<p>wardens</p>");

        Assert.Empty(Verify(rules, "lantern"));
        Assert.Single(Verify(rules, "common"));
    }

    [Fact]
    public void Words_of_headers_and_structured_data_are_no_leak()
    {
        var rules = IsolationRules.Create([Organization("harbour", ("a.md", "The camera and the microphone of the publisher, a breadcrumb."))], []);
        Put("_headers", "/*\n  Permissions-Policy: camera=(), microphone=()\n");
        Put("index.html", "<script type=application/ld+json>{\"@type\":\"BreadcrumbList\",\"publisher\":1}</script>");

        Assert.Empty(Verify(rules));
    }

    [Fact]
    public void Equal_numbers_mean_nothing_in_a_manifest_and_something_on_a_page()
    {
        var rules = IsolationRules.Create([Organization("harbour", ("organization.yml", "headcount: 48213"))], []);
        Put("manifest.json", "{\"size\":48213}");
        Assert.Empty(Verify(rules));

        Put("index.html", "<p>48213 people");
        Assert.Single(Verify(rules));
    }

    [Fact]
    public void Parts_of_own_words_are_no_leak_in_search_terms()
    {
        var rules = IsolationRules.Create(
            [Organization("harbour", ("a.md", "Startup of the seamen with a lighthouse"))],
            ["start-up and overseamen"]);
        Put("search/index.json", "{\"a\":\"startup seamen\"}");
        Assert.Empty(Verify(rules));

        Put("search/index.json", "{\"a\":\"lighthouse\"}");
        Assert.Single(Verify(rules));
    }

    [Fact]
    public void Search_terms_that_share_their_beginnings_are_read()
    {
        var rules = IsolationRules.Create([Organization("harbour", ("a.md", "Harbinger"))], ["harbour"]);
        Put("search/t1.json", "[\"AharbourEinger\",\"Harbinger.harbinger\"]");
        Assert.Contains("would show `harbinger`", Assert.Single(Verify(rules)), StringComparison.Ordinal);

        Put("search/t1.json", "[\"Aharbour\",\"Harbinger.harbinger\"]");
        Assert.Empty(Verify(rules));
    }

    [Fact]
    public void Text_in_a_script_without_spaces_is_found()
    {
        var rules = IsolationRules.Create([Organization("harbour", ("a.md", "港町信託基金の会議は毎月"))], ["会議"]);
        Put("index.html", "<p>これは港町信託基金の会議は毎月です</p>");

        Assert.Single(Verify(rules));
    }

    [Fact]
    public void Part_of_a_long_sentence_is_found()
    {
        const string sentence = "we will close the two oldest units next year and move all people who work there to the new main house";
        var rules = IsolationRules.Create([Organization("harbour", ("a.md", sentence))], [string.Join(' ', sentence.Split(' ').Reverse())]);
        Put("index.html", "<p>…will close the two oldest units next year and move all people who work…</p>");

        Assert.Contains("PB0710", Assert.Single(Verify(rules)), StringComparison.Ordinal);
    }

    [Fact]
    public void Picture_is_not_read_as_text_but_its_name_is()
    {
        Put("media/a.png", "\u0001\0harbour");
        Assert.Empty(Verify(Rules));

        Put("media/harbour.png", "\0");
        Assert.Single(Verify(Rules));
    }

    [Fact]
    public void Canary_in_every_place_of_an_organization_is_found()
    {
        foreach (var (path, text) in new[]
        {
            ("organization.yml", "people:\n  sponsor: {name: Zqcanary}\n"),
            ("organization.yml", "# Zqcanary\n"),
            ("organization.yml", "purpose: >\n  A long\n  Zqcanary text\n"),
            ("organization.yml", "areas: [people, zqcanary]\n"),
            ("brand/zqcanary.css", ""),
            ("a.md", "| a | Zqcanary |\n"),
            ("a.md", "[text](https://zqcanary.example/x)\n"),
            ("a.md", "<abbr title=\"Zqcanary\">x</abbr>\n"),
            ("a.md", "```\nzqcanary\n```\n"),
            ("a.md", "::: when \"zqcanary\"\nx\n:::\n"),
            ("a.md", "{#zqcanary}\n"),
            ("a.md", "un **zq***canary*\n"),
        })
        {
            var rules = IsolationRules.Create([Organization("harbour", (path, text))], [Common]);
            Put("index.html", "<p>Zqcanary</p>");

            Assert.Contains("PB0710", Assert.Single(Verify(rules)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Hundred_organizations_are_told_apart()
    {
        var names = Enumerable.Range(0, 100).Select(number => $"client{number}x").ToArray();
        var rules = IsolationRules.Create(
            [.. names.Select(name => Organization(name, ("organization.yml", $"name: {name} shared{name[^2]}word")))],
            [Common]);
        Put("own.txt", "shared7word client77x");
        Assert.Empty(Verify(rules, "client77x"));

        Array.ForEach(names, name => Put($"{name.Length}/{name[^2]}{name[^3]}.txt", name));
        Assert.Equal(99, Verify(rules, "client7x").Count(line => !line.Contains("shared", StringComparison.Ordinal)));
    }

    [Fact]
    public void Without_organizations_nothing_is_private()
    {
        Put("index.html", Encoding.UTF8.GetString(new byte[] { 0xFF, 0xFE, 0x80 }) + "Harbour");

        Assert.Empty(Verify(IsolationRules.Create([], [Common])));
    }
}
