using System.Buffers.Binary;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Playbooks.Rendering;

namespace Playbooks.Tests.Rendering;

public sealed class SiteCardsTests
{
    private const string Root = "https://example.org/book/";

    private const string World = """
        -- areas/people/plays/meet.md --
        ---
        id: meet
        title: Meet & agree <now>
        ---
        Talk.
        -- organizations/alpha/organization.yml --
        name: Alpha
        brand: {accent: "#7a1f4f"}
        site: {base_url: "https://example.org/book/"}
        -- organizations/beta/organization.yml --
        name: Beta
        -- organizations/hidden/organization.yml --
        name: Hidden
        site: {base_url: "https://hidden.example/", indexable: false}
        """;

    [Fact]
    public void Every_page_with_an_address_names_a_picture_of_1200_by_630_that_was_published()
    {
        using var site = TinySite.Of(World).Built();
        var published = site.Published("alpha");
        var named = new HashSet<string>(StringComparer.Ordinal);
        var pages = published.Keys.Where(path => path.EndsWith("index.html", StringComparison.Ordinal) && !path.StartsWith("print/", StringComparison.Ordinal) && !path.StartsWith("search/", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(pages);
        foreach (var page in pages)
        {
            var head = new HtmlParser().ParseDocument(site.Read($"alpha/{page}")).Head!;
            var address = head.QuerySelector("meta[property='og:image']")!.GetAttribute("content")!;

            Assert.StartsWith(Root, address, StringComparison.Ordinal);
            Assert.Equal((1200, 630), SizeOf(published[address[Root.Length..]]));
            Assert.Equal("1200", head.QuerySelector("meta[property='og:image:width']")!.GetAttribute("content"));
            Assert.Equal("630", head.QuerySelector("meta[property='og:image:height']")!.GetAttribute("content"));
            Assert.NotEmpty(head.QuerySelector("meta[property='og:image:alt']")!.GetAttribute("content")!);
            named.Add(address[Root.Length..]);
        }

        Assert.Equal(named.Order(StringComparer.Ordinal), Cards(site, "alpha").Keys);
        Assert.All(Cards(site, "alpha"), card => Assert.InRange(card.Value.Length, 500, 25_000));
    }

    [Fact]
    public void Editions_without_an_address_or_not_for_the_public_have_no_pictures()
    {
        using var site = TinySite.Of(World).Built();

        foreach (var edition in new[] { "common", "beta", "hidden" })
        {
            Assert.Empty(Cards(site, edition));
            Assert.DoesNotContain("og:image", site.Read($"{edition}/people/one/index.html"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Same_input_gives_the_same_pictures_and_an_unchanged_edition_is_not_written_again()
    {
        using var first = TinySite.Of(World).Built();
        using var second = TinySite.Of(World).Built();

        Assert.Equal(Cards(first, "alpha"), Cards(second, "alpha"));
        Assert.All(first.Build().Editions, edition => Assert.True(edition.IsUnchanged));
    }

    [Fact]
    public void Card_of_one_organization_is_in_no_other_edition()
    {
        using var site = TinySite.Of(World + """

            -- organizations/gamma/organization.yml --
            name: Gamma
            site: {base_url: "https://gamma.example/"}
            """).Built();

        Assert.Empty(Cards(site, "alpha").Keys.Intersect(Cards(site, "gamma").Keys));
    }

    [Theory]
    [InlineData("A title of three hundred letters that goes on and on, because somebody could not stop: it tells what the page is about, for whom it is meant, what they should have read before, and what comes of it in the end, which nobody who was ever asked has wanted to know from a title, although they were all polite")]
    [InlineData("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsversammlung")]
    [InlineData("مرحبا بالعالم")]
    [InlineData("שלום world")]
    [InlineData("日本語の題名")]
    [InlineData("🎉🚀")]
    [InlineData("Łódź, İstanbul, Ṽ and e\u0301 🎉")]
    [InlineData("…")]
    public void Titles_of_any_length_and_script_have_a_card(string title)
    {
        using var site = TinySite.Of($"""
            -- areas/people/one.md --
            ---
            id: people/one
            title: "{title}"
            ---
            Words.
            -- organizations/alpha/organization.yml --
            name: Alpha
            site: {"{"}base_url: "https://example.org/book/"{"}"}
            """).Built();

        var address = Regex.Match(site.Read("alpha/people/one/index.html"), "og:image\" content=\"https://example.org/book/([^\"]+)").Groups[1].Value;
        Assert.Equal((1200, 630), SizeOf(site.Published("alpha")[address]));
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("ja")]
    public void Names_that_no_font_can_write_do_not_stop_a_card(string language)
    {
        using var site = TinySite.Of($$"""
            -- organizations/alpha/organization.yml --
            name: مؤسسة
            locale: {{language}}
            brand: {accent: "#7a1f4f"}
            site: {base_url: "https://example.org/book/"}
            """).Built();

        Assert.NotEmpty(Cards(site, "alpha"));
        Assert.True(site.Has("alpha/favicon.ico"));
    }

    [Fact]
    public void Colours_are_those_of_the_style_sheet()
    {
        var tokens = File.ReadAllText(RepositoryFolder.PathOf("theme", "styles", "tokens.css"));

        Assert.Contains($"--paper: light-dark({CardColours.Paper},", tokens, StringComparison.Ordinal);
        Assert.Contains($"--rule: light-dark({CardColours.Rule},", tokens, StringComparison.Ordinal);
        Assert.Contains($"--ink: light-dark({CardColours.Ink},", tokens, StringComparison.Ordinal);
        Assert.Contains($"--ink-soft: light-dark({CardColours.SoftInk},", tokens, StringComparison.Ordinal);
        Assert.Contains($"--accent: {CardColours.Accent};", tokens, StringComparison.Ordinal);
    }

    private static SortedDictionary<string, byte[]> Cards(TinySite site, string edition) => new(
        site.Published(edition).Where(file => file.Key.StartsWith("assets/cards/", StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);

    private static (int Width, int Height) SizeOf(byte[] png)
    {
        Assert.Equal([0x89, .. "PNG\r\n\x1a\n"u8], png[..8]);
        return (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
    }
}
