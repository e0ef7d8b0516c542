using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Playbooks.Tests.Rendering;

/// <summary>Where things are published, and what becomes of links to what is not there.</summary>
public sealed class SiteMapTests
{
    private const string Everything = """
        -- playbook.yml --
        id: tiny
        title: Tiny playbook
        version: "1"
        locale: en
        areas:
          - {id: people, prefix: PEO, title: People, folder: folk}
          - {id: empty, prefix: EMP, title: Empty}
        sections:
          - {id: begin, title: Begin, before: areas, chapters: [hello]}
          - {id: later, title: Later, after: areas}
        phases: [{id: start, title: Start, length: 4w}, {id: run, title: Run}]
        gates: [{id: before-run, title: Ready, at: "end-of:start"}]
        roles: [{id: lead, title: Lead}]
        -- facts.yml --
        facts:
          - {id: all, type: boolean, default: true}
        -- areas/people/one.md --
        -- areas/folk/one.md --
        ---
        id: folk/one
        title: One
        when: "all"
        ---
        ## First {#first}
        Text.
        -- areas/folk/plays/dance.md --
        ---
        id: dance
        title: Dance
        when: "all"
        ---
        -- areas/folk/checklist.yml --
        items:
          - {id: PEO-01, title: Do, why: So., how: people, done_when: [Done], evidence: note, owner: lead, phase: start, effort: S, priority: must, gate: before-run, when: "all"}
        -- assessment.yml --
        id: check
        title: Check
        version: 1
        scale: {levels: [{value: 1, label: No}, {value: 2, label: Yes}]}
        -- areas/folk/assessment.yml --
        items:
          - {id: PEO-A1, statement: We talk., levels: {1: a, 2: b}, when: "all"}
        -- glossary.yml --
        terms:
          - {id: word, term: Word, definition: A word.}
        -- sections/begin/hello.md --
        ---
        id: begin/hello
        title: Hello
        ---
        - [page](xref:folk/one)
        - [heading](xref:folk/one#first)
        - [area](xref:people)
        - [empty](xref:empty)
        - [section](xref:begin)
        - [later](xref:later)
        - [play](xref:plays/dance)
        - [plays](xref:plays)
        - [templates](xref:templates)
        - [checklist](xref:checklist)
        - [essentials](xref:checklist/essentials)
        - [item](xref:PEO-01)
        - [assessment](xref:assessment)
        - [question](xref:PEO-A1)
        - [glossary](xref:glossary#word)
        - [sources](xref:sources)
        -- organizations/bare/organization.yml --
        name: Bare
        facts: {all: false}
        """;

    private static readonly string World = Everything.Replace("-- areas/people/one.md --\n", "", StringComparison.Ordinal);

    [Theory]
    [InlineData("page", "../../folk/one/")]
    [InlineData("heading", "../../folk/one/#first")]
    [InlineData("area", "../../folk/")]
    [InlineData("empty", "../../empty/")]
    [InlineData("section", "../../begin/")]
    [InlineData("later", null)]
    [InlineData("play", "../../plays/dance/")]
    [InlineData("plays", "../../plays/")]
    [InlineData("templates", null)]
    [InlineData("checklist", "../../checklist/")]
    [InlineData("essentials", "../../checklist/essentials/")]
    [InlineData("item", "../../checklist/folk/#PEO-01")]
    [InlineData("assessment", "../../assessment/")]
    [InlineData("question", "../../assessment/#PEO-A1")]
    [InlineData("glossary", "../../glossary/#word")]
    [InlineData("sources", null)]
    public void Link_leads_to_the_page_that_is_published_or_is_text_with_a_note(string words, string? address)
    {
        using var site = Whole().Built();
        Assert.Equal(address, Hello(site, "common")[words]);
    }

    [Fact]
    public void Edition_without_items_questions_or_plays_has_no_lists_of_them_and_no_links_to_such_lists()
    {
        using var site = Whole().Built();
        var links = Hello(site, "bare");

        Assert.Equal(["area", "empty", "glossary", "section"], links.Where(link => link.Value is not null).Select(link => link.Key).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["404.html", "begin/hello/index.html", "begin/index.html", "does-not-apply/index.html", "empty/index.html", "folk/index.html", "glossary/index.html", "index.html", "print/index.html", "search/index.html"],
            site.Published("bare").Keys.Where(path => path.EndsWith(".html", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_page_can_be_reached_from_home_by_links()
    {
        using var site = Whole().Built();
        foreach (var edition in new[] { "common", "bare" })
        {
            var reached = new HashSet<string>(StringComparer.Ordinal);
            var open = new Queue<string>(["index.html"]);
            while (open.TryDequeue(out var page))
            {
                if (reached.Add(page))
                {
                    foreach (var link in Links(site.Read($"{edition}/{page}"), page))
                    {
                        open.Enqueue(link);
                    }
                }
            }

            Assert.Equal(
                site.Published(edition).Keys.Where(path => path.EndsWith(".html", StringComparison.Ordinal) && path != "404.html"),
                reached.Where(path => path.EndsWith(".html", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Site_below_a_folder_of_its_server_builds_and_its_page_for_lost_readers_knows_the_way()
    {
        using var site = TinySite.Of("""
            -- organizations/alpha/organization.yml --
            name: Alpha
            site: {base_url: https://example.org/books/alpha}
            """).Built();

        Assert.Contains("href=\"/books/alpha/people/\"", site.Read("alpha/404.html"), StringComparison.Ordinal);
        Assert.Contains("href=\"/people/\"", site.Read("common/404.html"), StringComparison.Ordinal);
        Assert.Contains("href=\"../people/\"", site.Read("alpha/people/index.html"), StringComparison.Ordinal);
    }

    private static TinySite Whole()
    {
        var site = TinySite.Of(World);
        Directory.Delete(Path.Combine(site.InputFolder, "areas", "people"), recursive: true);
        return site;
    }

    /// <summary>The links in the text of the page that links to everything, by their words; null for those that became text.</summary>
    private static Dictionary<string, string?> Hello(TinySite site, string edition) =>
        new HtmlParser().ParseDocument(site.Read($"{edition}/begin/hello/index.html"))
            .QuerySelectorAll(".prose li > *")
            .ToDictionary(
                link => link is IHtmlAnchorElement ? link.TextContent : Noted(link),
                link => link.GetAttribute("href"),
                StringComparer.Ordinal);

    private static string Noted(IElement link)
    {
        Assert.Equal("absent-link", link.ClassName);
        Assert.Equal("(not in this edition)", link.QuerySelector("small")!.TextContent);
        return link.FirstChild!.TextContent.Trim();
    }

    private static IEnumerable<string> Links(string html, string page) =>
        new HtmlParser().ParseDocument(html).QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!)
            .Where(href => !href.Contains(':', StringComparison.Ordinal))
            .Select(href => new Uri(new Uri($"https://site.invalid/{page}"), href).AbsolutePath.TrimStart('/'))
            .Select(path => path.Length == 0 || path.EndsWith('/') ? $"{path}index.html" : path);
}
