using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Playbooks.Diagnostics;
using Playbooks.Model;
using Playbooks.Verifying;

namespace Playbooks.Tests.Rendering.Print;

public sealed class PrintLinksTests
{
    private const string World = """
        -- areas/people/one.md --
        ---
        id: people/one
        title: One
        ---
        ## First {#first}
        See [the second](xref:people/two#first), [this](#first), [People](xref:people), [the item](xref:PEO-01),
        [out](https://example.org/a?b=1&c=2), [mail](mailto:a@example.org) and 1 < 2 > `<a href="../people/two/">`.

        ### Below {#below}
        Text.
        -- areas/people/two.md --
        ---
        id: people/two
        title: Two
        ---
        ## First {#first}
        Back to [one](xref:people/one), or to [the list](xref:checklist) and [its essentials](xref:checklist/essentials).
        -- areas/people/plays/run.md --
        ---
        id: plays/run
        title: Run
        type: play
        ---
        Of [all plays](xref:plays).
        -- areas/people/checklist.yml --
        items:
          - {id: PEO-01, title: Do it, why: So., how: people/one#below, done_when: [Done], evidence: note, owner: lead, phase: start, effort: S, priority: must, gate: before-run}
        """;

    [Fact]
    public void Same_id_on_two_pages_becomes_two_ids_and_links_lead_to_the_right_one()
    {
        using var site = TinySite.Of(World).Built();
        var print = Print(site);

        Assert.Equal("First", print.GetElementById("people/one:first")!.FirstChild!.TextContent.Trim());
        Assert.Equal(
            ["#people/two:first", "#people/one:first", "#people", "#checklist:PEO-01", "https://example.org/a?b=1&c=2", "mailto:a@example.org"],
            Links(print, "people/one").Take(6));
        Assert.Equal(["#people/one", "#checklist", "#checklist/essentials"], Links(print, "people/two").Take(3));
        Assert.Equal("#people/one:below", print.QuerySelector("[id='checklist:PEO-01'] .item-how a")!.GetAttribute("href"));
    }

    [Fact]
    public void Link_to_a_page_that_is_not_printed_is_text()
    {
        using var site = TinySite.Of(World).Built();
        var play = Print(site).GetElementById("plays/run")!;

        Assert.Equal("Of all plays.", play.QuerySelector(".prose")!.TextContent.Trim());
        Assert.Null(play.QuerySelector(".prose a"));
    }

    [Fact]
    public void Link_says_the_number_of_the_page_it_leads_to()
    {
        using var site = TinySite.Of(World).Built();
        var numbers = Print(site).GetElementById("people/one")!.QuerySelectorAll(".prose p a").Select(link => link.GetAttribute("data-number"));

        Assert.Equal(["1.2", null, "1", null, null, null], numbers);
    }

    [Fact]
    public void Headings_go_down_and_text_that_looks_like_markup_stays_as_it_is()
    {
        using var site = TinySite.Of(World).Built();
        var one = Print(site).GetElementById("people/one")!;

        Assert.Equal(["H2 One", "H3 First", "H4 Below"], one.QuerySelectorAll("h1, h2, h3, h4").Select(heading => $"{heading.TagName} {heading.FirstChild!.TextContent.Trim()}"));
        Assert.Equal("<a href=\"../people/two/\">", one.QuerySelector("code")!.TextContent);
        Assert.Contains("1 < 2 >", one.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Verifier_finds_a_broken_link_in_the_print_edition()
    {
        using var site = TinySite.Of(World).Built();
        var folder = Path.Combine(site.OutputFolder, "common");
        var page = Path.Combine(folder, "print", "index.html");
        File.WriteAllText(page, File.ReadAllText(page).Replace("href=\"#people/two:first\"", "href=\"#people/two:gone\"", StringComparison.Ordinal));
        var diagnostics = new DiagnosticBag();

        SiteVerifier.Verify(folder, Slug.Of("common"), IsolationRules.Create([], []), diagnostics, TestContext.Current.CancellationToken);

        var problem = Assert.Single(diagnostics.Sorted());
        Assert.Contains("#people/two:gone", problem.Message, StringComparison.Ordinal);
        Assert.Equal("common/print/index.html", problem.Span.Source.Path.Value);
    }

    private static IHtmlDocument Print(TinySite site) => new HtmlParser().ParseDocument(site.Read("common/print/index.html"));

    private static IEnumerable<string> Links(IHtmlDocument print, string part) =>
        print.GetElementById(part)!.QuerySelectorAll(".prose p a").Select(link => link.GetAttribute("href")!);
}
