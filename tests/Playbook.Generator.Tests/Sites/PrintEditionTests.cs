using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Playbooks.Tests.Sites;

/// <summary>The print edition of the playbook that ships: the whole edition once, on one page, with every link in it.</summary>
public sealed class PrintEditionTests(DefaultPlaybook playbook) : IClassFixture<DefaultPlaybook>
{
    public static TheoryData<string> Editions { get; } = ["common", "harbour-lane", "larkfield", "northmoor"];

    [Theory]
    [MemberData(nameof(Editions))]
    public void Every_page_of_the_menu_is_there_once_and_in_order(string edition)
    {
        string[] menu = [.. Menu(edition)];
        Assert.InRange(menu.Length, 80, 150);

        Assert.Equal(menu, Parts(edition).Where(menu.Contains));
        Assert.Equal(Parts(edition).Distinct(), Parts(edition));
        Assert.Equal(Parts(edition), Print(edition).QuerySelectorAll(".book-contents a").Select(link => link.GetAttribute("href")![1..]));
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public void Every_page_says_the_same_on_paper_and_on_its_own(string edition)
    {
        foreach (var path in Menu(edition))
        {
            var own = playbook.Page($"{edition}/{path}/").QuerySelector("main .prose");
            var printed = Print(edition).GetElementById(path)!.QuerySelector(".prose");
            Assert.Equal(Text(own), Text(printed));
        }
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public void Every_id_is_one_and_every_link_leads_to_one_or_out_of_the_site(string edition)
    {
        var print = Print(edition);
        var ids = print.QuerySelectorAll("[id]").Select(element => element.Id!).ToArray();
        var known = ids.ToHashSet<string?>(StringComparer.Ordinal);
        Assert.Equal(ids.Length, known.Count);

        var links = print.QuerySelectorAll("main a[href]").Select(link => link.GetAttribute("href")!).ToArray();
        Assert.InRange(links.Length, 1000, 20000);
        Assert.All(links, link => Assert.True(
            (link.StartsWith('#') && known.Contains(link[1..])) || link.StartsWith("https://", StringComparison.Ordinal) || link.StartsWith("http://", StringComparison.Ordinal), link));
        Assert.All(print.QuerySelectorAll("[aria-labelledby]"), element => Assert.Contains(element.GetAttribute("aria-labelledby")!, known));
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public void Checklist_on_paper_has_every_item_with_a_box_and_what_its_owner_must_know(string edition)
    {
        var items = playbook.Page($"{edition}/checklist/").QuerySelectorAll("[data-item]").Select(item => item.GetAttribute("data-item")!).ToArray();
        var printed = Print(edition).GetElementById("checklist")!.QuerySelectorAll(".item");

        Assert.Equal(items, printed.Select(item => item.Id!["checklist:".Length..]));
        Assert.All(printed, item =>
        {
            Assert.NotNull(item.QuerySelector(".box"));
            Assert.NotEmpty(item.QuerySelectorAll(".item-columns ul li"));
            Assert.Equal(2, item.QuerySelectorAll(".item-record .write-line").Length);
            Assert.Contains("Owner:", BuiltSite.Spaced(item), StringComparison.Ordinal);
        });
        Assert.Contains(printed, item => item.QuerySelector(".item-facts")!.TextContent.Contains("Due:", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public void Assessment_on_paper_can_be_answered_and_added_up(string edition)
    {
        var questions = playbook.Page($"{edition}/assessment/").QuerySelectorAll("[data-question]").ToArray();
        var form = Print(edition).GetElementById("assessment")!;

        Assert.Equal(questions.Select(Question), form.QuerySelectorAll(".question").Select(question => question.Id!["assessment:".Length..]));
        Assert.All(form.QuerySelectorAll(".question"), question => Assert.Equal(5, question.QuerySelectorAll(".levels .box").Length));

        var rows = form.QuerySelectorAll(".score-sheet tr:has(th[scope=row] a)").ToArray();
        Assert.Equal(questions.Select(Question), rows.Select(row => row.QuerySelector(".id")!.TextContent));
        Assert.Equal(questions.Select(each => each.GetAttribute("data-weight")), rows.Select(row => row.QuerySelectorAll("td")[0].TextContent));
        Assert.Equal(questions.Select(each => each.GetAttribute("data-target")), rows.Select(row => row.QuerySelectorAll("td")[3].TextContent));
        Assert.Equal(questions.Select(each => each.GetAttribute("data-importance")), rows.Select(row => row.QuerySelectorAll("td")[5].TextContent));
        Assert.Contains("at least 60% of its weight", BuiltSite.Spaced(form), StringComparison.Ordinal);
        Assert.Equal(["Starting", "Emerging", "Working", "Embedded"], form.QuerySelectorAll(".bands dt").Select(band => band.FirstChild!.TextContent.Trim()));

        static string Question(IElement question) => question.GetAttribute("data-question")!;
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public void Sources_are_numbered_once_and_every_citation_has_the_number_of_its_source(string edition)
    {
        var print = Print(edition);
        var sources = print.QuerySelectorAll(".source").ToArray();
        Assert.Equal(Enumerable.Range(1, sources.Length).Select(Number), sources.Select(source => source.GetAttribute("value")));

        var numbers = sources.ToDictionary(source => source.Id!, source => $"[{source.GetAttribute("value")}]", StringComparer.Ordinal);
        var citations = print.QuerySelectorAll("a.citation").ToArray();
        Assert.NotEmpty(citations);
        Assert.All(citations, citation => Assert.Equal(numbers[citation.GetAttribute("href")![1..]], citation.TextContent));

        static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public void Print_edition_is_reached_from_every_page_and_told_to_no_search_engine(string edition)
    {
        Assert.All(
            playbook.Pages(edition).Where(page => page != $"{edition}/print/index.html" && !page.EndsWith("404.html", StringComparison.Ordinal)),
            page => Assert.NotNull(playbook.Page(page).QuerySelector(".site-footer a[href$='print/']")));
        Assert.Equal("noindex", Print(edition).QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.DoesNotContain("/print/", playbook.Read($"{edition}/llms.txt"), StringComparison.Ordinal);
        Assert.False(playbook.Has($"{edition}/sitemap.xml") && playbook.Read($"{edition}/sitemap.xml").Contains("/print/", StringComparison.Ordinal));
    }

    [Fact]
    public void Headings_go_down_by_one_level_at_a_time()
    {
        var levels = Print("common").QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(heading => heading.TagName[1] - '0').ToArray();
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.InRange(pair.Second, 1, pair.First + 1));
    }

    private IHtmlDocument Print(string edition) => playbook.Page($"{edition}/print/index.html");

    private string[] Parts(string edition) => [.. Print(edition).QuerySelectorAll("article.part").Select(part => part.Id!)];

    /// <summary>Every page that the menus of the edition lead to but the checklists, as ids of pages.</summary>
    private IEnumerable<string> Menu(string edition) => playbook.Page($"{edition}/").QuerySelectorAll("nav.menu .menu-title").Select(Path).SelectMany(group =>
        (string[])[group, .. playbook.Page($"{edition}/{group}/").QuerySelectorAll("nav.menu .is-open .menu-entries a:not([data-kind=checklist])").Select(Path)]);

    private static string Path(IElement link) => link.GetAttribute("href")!.Replace("../", "", StringComparison.Ordinal).Replace("./", "", StringComparison.Ordinal).TrimEnd('/');

    /// <summary>The words without the numbers of sources, which are those of the page on the page and those of the book in the book.</summary>
    private static string Text(IElement? prose)
    {
        if (prose is null)
        {
            return "";
        }

        var copy = (IElement)prose.Clone();
        foreach (var citation in copy.QuerySelectorAll("a.citation").ToArray())
        {
            citation.Remove();
        }

        return BuiltSite.Spaced(copy);
    }
}
