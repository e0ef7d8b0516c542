using System.Globalization;
using System.Text;
using System.Text.Json;
using Playbooks.Tests.Composing;

namespace Playbooks.Tests.Indexing;

/// <summary>What the index of an edition holds, and what the browser's code finds in it.</summary>
public sealed class SearchIndexerTests
{
    private const string World = """
        -- playbook.yml --
        id: tiny
        title: Tiny playbook
        version: "1"
        locale: en
        areas:
          - {id: people, prefix: PEO, title: People}
          - {id: money, prefix: MON, title: Money}
        phases:
          - {id: start, title: Start, length: 4w}
          - {id: run, title: Run}
        gates:
          - {id: before-run, title: Ready, at: "end-of:start"}
        roles:
          - {id: lead, title: Lead}
          - {id: clerk, title: Clerk}
        -- terms.yml --
        terms:
          customer: {one: customer, many: customers, article: a}
        -- glossary.yml --
        terms:
          - {id: quorum, term: Quorum, definition: How many must be there., also: [enough people]}
        -- areas/people/one.md --
        ---
        id: people/one
        title: Welcoming visitors
        description: How to greet.
        keywords: [hospitality]
        audience: [clerk]
        ---
        ## At the door {#door}
        Greet every {{ term.customer }} with a smile. Offer coffee and planning help.
        ## Writing it down {#writing}
        Use a visitors' book. The Visitor Care Unit (VCU) keeps it.
        -- areas/people/two.md --
        ---
        id: people/two
        title: Saying goodbye
        ---
        ## At the gate {#gate}
        Wave until they are gone. Coffee is over.
        -- areas/money/budget.md --
        ---
        id: money/budget
        title: Café budget
        ---
        ## Naïve résumé {#resume}
        Stand-up meetings cost nothing. 中文搜索 works too.
        -- areas/people/checklist.yml --
        items:
          - {id: PEO-01, title: Paint the door, why: Rust is ugly., how: people/one, done_when: [It shines], evidence: note, owner: lead, with: [clerk], phase: start, effort: S, priority: must}
          - {id: PEO-02, title: Oil the hinges, why: Doors creak., how: people/one, done_when: [Silence], evidence: note, owner: clerk, phase: run, effort: S, priority: must}
        -- organizations/alpha/organization.yml --
        name: Alpha
        terms:
          customer: {one: neighbour, many: neighbours, article: a}
        -- organizations/beta/organization.yml --
        name: Beta
        """;

    [Theory]
    [InlineData("door", "people/one/")] // heading
    [InlineData("greet", "people/one/")] // description and text
    [InlineData("hospitality", "people/one/")] // keyword
    [InlineData("visitor", "people/one/")] // singular of a word in the title
    [InlineData("visiting", "people/one/")] // other form
    [InlineData("hospit", "people/one/")] // beginning
    [InlineData("hospitalty", "people/one/")] // slip
    [InlineData("vcu", "people/one/")] // short form
    [InlineData("cafe", "money/budget/")]
    [InlineData("CAFÉ BUDGET", "money/budget/")]
    [InlineData("resume", "money/budget/")]
    [InlineData("standup", "money/budget/")]
    [InlineData("stand up", "money/budget/")]
    [InlineData("搜索", "money/budget/")]
    [InlineData("hinges", "checklist/people/")]
    [InlineData("PEO-02", "checklist/people/")]
    [InlineData("quorum", "glossary/")]
    [InlineData("enough people", "glossary/")]
    public void Reader_finds(string query, string page)
    {
        using var site = TinySite.Of(World).Built("common");
        Assert.Equal(page, Ask(site, "common", query)[0].GetProperty("pages")[0].GetProperty("url").GetString());
    }

    [Fact]
    public void Own_word_and_common_word_find_each_other_and_nobody_elses()
    {
        using var site = TinySite.Of(World).Built();
        // In alpha the text says neighbour.
        Assert.Equal("people/one/", First(site, "alpha", "customers"));
        Assert.Equal("people/one/", First(site, "alpha", "neighbours"));
        Assert.Equal("people/one/", First(site, "beta", "customers"));
        Assert.Null(First(site, "beta", "neighbours"));
        Assert.Empty(site.With("beta", "neighbour"));
        Assert.Empty(site.With("common", "neighbour"));
        Assert.NotEmpty(site.With("alpha", "neighbour"));
    }

    [Fact]
    public void Answer_leads_to_the_section()
    {
        using var site = TinySite.Of(World).Built("common");
        Assert.Equal("writing", Section(site, "visitors book"));
        Assert.Equal("door", Section(site, "smile"));
        Assert.Equal("PEO-02", Section(site, "creak"));
        Assert.Equal("", Section(site, "welcoming visitors"));
    }

    [Fact]
    public void Another_word_narrows_and_pages_with_all_words_come_first()
    {
        using var site = TinySite.Of(World).Built("common");
        var one = Ask(site, "common", "coffee")[0];
        var two = Ask(site, "common", "coffee gone")[0];

        Assert.Equal(2, one.GetProperty("complete").GetInt32());
        Assert.Equal(1, two.GetProperty("complete").GetInt32());
        Assert.Equal("people/two/", two.GetProperty("pages")[0].GetProperty("url").GetString());
    }

    [Theory]
    [InlineData("lantern")]
    [InlineData("lantern oil")]
    [InlineData("lantern oil price")]
    [InlineData("lantern oil price winter")]
    public void Heading_that_says_what_is_asked_for_and_nothing_else_comes_before_longer_ones(string query)
    {
        using var site = TinySite.Of("""
            -- areas/people/one.md --
            ---
            id: people/one
            title: Light
            ---
            ## The lantern and the oil, its price in winter: a table {#five}
            ## The lantern and the oil, its price in winter {#four}
            ## The lantern and the oil at their price {#three}
            ## The lantern with its oil {#two}
            ## A lantern {#one}
            """).Built("common");

        string[] anchors = ["one", "two", "three", "four"];
        Assert.Equal(anchors[query.Count(letter => letter == ' ')], Section(site, query));
    }

    [Fact]
    public void Minus_leaves_out_the_page_and_of_a_list_only_the_item()
    {
        using var site = TinySite.Of(World).Built("common");
        Assert.Equal(["people/two/"], Pages(Ask(site, "common", "coffee -smile")[0]));
        Assert.Equal("PEO-01", Section(site, "door rust -creak"));
        Assert.Empty(Pages(Ask(site, "common", "hinges -creak")[0]));
    }

    [Fact]
    public void Minus_with_nothing_to_leave_it_out_of_or_before_a_single_letter_is_no_minus()
    {
        using var site = TinySite.Of("""
            -- areas/people/one.md --
            ---
            id: people/one
            title: Running it
            ---
            ## Calling it with -v {#verbose}
            It says more. With --quiet it says nothing.
            """).Built("common");

        Assert.Equal("verbose", Section(site, "-v"));
        Assert.Equal("verbose", Section(site, "calling -v"));
        Assert.Equal("verbose", Section(site, "-calling"));
        Assert.Equal("verbose", Section(site, "-\"says more\""));
        Assert.Empty(Pages(Ask(site, "common", "calling -quiet")[0]));
    }

    [Fact]
    public void Slip_is_said_and_nothing_found_offers_what_is_near()
    {
        using var site = TinySite.Of(World).Built("common");
        var answers = Ask(site, "common", "hospitalty", "wavy wuite");
        Assert.Equal("hospitality", answers[0].GetProperty("corrections")[0].GetProperty("taken").GetString());
        Assert.Empty(Pages(Ask(site, "common", "xylophone")[0]));
    }

    [Fact]
    public void Results_are_narrowed_by_area_kind_role_and_phase()
    {
        using var site = TinySite.Of(World).Built("common");
        var answers = Ask(site, "common", "door", "kind=Checklists", "door", "phase=Run", "door", "role=Lead", "door", "area=Money", "door");
        Assert.Contains("people/one/", Pages(answers[0]));
        Assert.Equal(["checklist/people/"], Pages(answers[1]));
        Assert.Equal(["PEO-02"], Sections(answers[2]));
        Assert.Equal(["PEO-01"], Sections(answers[3]));
        Assert.Empty(Pages(answers[4]));
    }

    [Fact]
    public void Page_that_is_not_to_be_searched_is_not_in_the_index()
    {
        using var site = TinySite.Of(World + """

            -- areas/people/two.md --
            ---
            id: people/two
            title: Zwqtitle
            search: false
            ---
            ## Zwqheading {#gate}
            Zwqtext
            """).Built("common");
        Assert.DoesNotContain(DecodedIndex.Words(site.Published("common")), word => word.StartsWith("zwq", StringComparison.Ordinal));
    }

    [Fact]
    public void Script_for_pages_on_a_disk_holds_the_same_as_the_files()
    {
        using var site = TinySite.Of(World).Built("common");
        var files = site.Published("common");
        var script = Encoding.UTF8.GetString(files["search/offline.js"]);
        using var all = JsonDocument.Parse(script["globalThis.playbookSearchFiles=".Length..].TrimEnd('\n', ';'), new JsonDocumentOptions { AllowTrailingCommas = true });
        var json = files.Where(file => file.Key.StartsWith("search/", StringComparison.Ordinal) && file.Key.EndsWith(".json", StringComparison.Ordinal)).ToArray();

        Assert.Equal(json.Length, all.RootElement.EnumerateObject().Count());
        Assert.All(json, file => Assert.Equal(Encoding.UTF8.GetString(file.Value), all.RootElement.GetProperty(file.Key["search/".Length..]).GetRawText()));
    }

    [Fact]
    public void Every_word_a_page_shows_is_in_the_index()
    {
        using var site = TinySite.Of(World).Built("common");
        var words = DecodedIndex.Words(site.Published("common"));
        Assert.Superset(new HashSet<string> { "greet", "smile", "visitors", "standup", "中文", "文搜", "resume", "hospitality", "peo", "02", "quorum", "vcu" }, words);
        // Too common to tell anything, but for headings.
        Assert.DoesNotContain("with", words);
        Assert.Contains("the", words);
    }

    [Fact]
    public void Large_site_keeps_titles_in_files_of_their_own_and_finds_as_before()
    {
        var world = new StringBuilder(World).Append('\n');
        for (var page = 0; page < 900; page++)
        {
            world.Append(CultureInfo.InvariantCulture, $"-- areas/money/p{page}.md --\n---\nid: money/p{page}\ntitle: Ledger number {page} of the great archive of ledgers\norder: {page}\n---\n");
            for (var section = 0; section < 3; section++)
            {
                world.Append(CultureInfo.InvariantCulture, $"## Entry {section} about item{page}x{section} and whatever else there is to be said {{#e{section}}}\nWords of entry{page}n{section}.\n");
            }
        }

        using var site = TinySite.Of(world.ToString()).Built("common");
        using var index = JsonDocument.Parse(site.Published("common")["search/index.json"]);

        Assert.True(index.RootElement.TryGetProperty("d", out _));
        Assert.InRange(site.Published("common")["search/index.json"].Length, 1, 80_000);
        Assert.Equal(("money/p421/", "e2"), (First(site, "common", "item421x2"), Section(site, "item421x2")));
        Assert.Equal("money/p17/", First(site, "common", "ledger number 17"));
        // The plain index is cut as well.
        Assert.True(site.Has("common/search/in-money/index.html"));
        Assert.Contains("money/p421/#e2", site.Read("common/search/in-money/index.html"), StringComparison.Ordinal);
    }

    private static string? First(TinySite site, string edition, string query) => Pages(Ask(site, edition, query)[0]).FirstOrDefault();

    private static string Section(TinySite site, string query) => Sections(Ask(site, "common", query)[0])[0];

    private static string[] Pages(JsonElement answer) => [.. answer.GetProperty("pages").EnumerateArray().Select(page => page.GetProperty("url").GetString()!)];

    private static string[] Sections(JsonElement answer) => [.. answer.GetProperty("pages").EnumerateArray().SelectMany(page => page.GetProperty("sections").EnumerateArray()).Select(section => section.GetString()!)];

    private static JsonElement[] Ask(TinySite site, string edition, params ReadOnlySpan<string> queries) =>
    [
        .. NodeProgram.Run("ask.mjs", [Path.Combine(site.OutputFolder, edition, "search"), .. queries])
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement),
    ];
}
