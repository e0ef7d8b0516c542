using System.Globalization;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Playbooks.Tests.Composing;
using Playbooks.Tests.Exporting;

namespace Playbooks.Tests.Rendering;

public sealed class PlanPageTests
{
    [Fact]
    public void Every_item_stands_in_the_month_it_is_due_with_owner_effort_and_what_comes_first()
    {
        var page = Page(ExportWorld.Text, "alpha");

        Assert.Equal(["January 2027", "February 2027", "March 2027"], page.QuerySelectorAll(".plan-items caption").Select(caption => caption.TextContent));
        var row = page.QuerySelector("[data-item='PEO-02']")!;
        Assert.Equal(("2027-03-31", "2027-03-31"), (row.GetAttribute("data-due"), row.GetAttribute("data-begin")));
        Assert.Equal(["PEO-01"], row.QuerySelectorAll("td a").Select(link => link.TextContent));
        Assert.Contains("1 working day", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("@Head of things (Kim Doe)", row.TextContent, StringComparison.Ordinal);
        Assert.Equal("waived", page.QuerySelector("[data-item='PEO-03']")!.GetAttribute("data-status"));
    }

    [Fact]
    public void Recurring_item_shows_its_next_three_dates() =>
        Assert.Equal(["2027-06-30", "2027-09-30", "2027-12-31"], Page(ExportWorld.Text, "alpha").QuerySelectorAll(".plan-repeats time").Select(time => time.GetAttribute("datetime")));

    [Fact]
    public void Edition_without_dates_counts_weeks_and_shows_no_date()
    {
        var page = Page(ExportWorld.Text, null);

        Assert.Equal(["Weeks 1 to 4", "Weeks 5 to 8", "Weeks 13 to 16"], page.QuerySelectorAll(".plan-items caption").Select(caption => caption.TextContent));
        Assert.Empty(page.QuerySelectorAll("main time, [data-due]"));
        Assert.DoesNotMatch(@"\b(20|19)\d\d\b", page.QuerySelector("main")!.TextContent);
        Assert.DoesNotContain("plan.ics", page.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public void Longest_chains_are_lists_and_marked_in_the_table()
    {
        var page = Page(ExportWorld.Text, "alpha");

        var chain = Assert.Single(page.QuerySelectorAll(".chain"));
        Assert.Equal("Through the whole plan 4 working days", Spaced(chain.QuerySelector("h3")!.TextContent));
        Assert.Equal(["PEO-01", "PEO-02"], chain.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!.Split('#')[1]));
        Assert.Equal(2, page.QuerySelectorAll(".plan-items tr").Count(row => row.TextContent.Contains("longest chain", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("alpha")]
    [InlineData(null)]
    public void Picture_has_a_bar_for_each_phase_a_mark_for_each_item_and_words_instead_of_it(string? organization)
    {
        var picture = Page(ExportWorld.Text, organization).QuerySelector("svg[role=img]")!;

        Assert.Equal(2, picture.QuerySelectorAll("rect.phase").Length);
        Assert.Single(picture.QuerySelectorAll(".gate-mark"));
        Assert.Equal(3, picture.QuerySelectorAll(".mark-of-item").Length);
        Assert.Equal("Roadmap. Phases: 2. Gates: 1. 3 items.", picture.GetAttribute("aria-label"));
        // Nothing lies outside the picture.
        Assert.All(picture.QuerySelectorAll("[x$='%']"), each =>
            Assert.InRange(double.Parse(each.GetAttribute("x")!.TrimEnd('%'), CultureInfo.InvariantCulture), 0, 100));
    }

    [Fact]
    public void Time_runs_from_right_to_left_where_the_language_does()
    {
        var world = ExportWorld.Text.Replace("locale: en", "locale: ar", StringComparison.Ordinal);
        string First(string text) => Page(text, "alpha").QuerySelector("rect.phase.is-open")!.GetAttribute("x")!;

        Assert.Equal("0%", First(world));
        Assert.NotEqual("0%", First(ExportWorld.Text));
    }

    [Fact]
    public void Files_to_take_along_are_published_and_offered_on_plan_and_checklists()
    {
        var files = Editions.Render(Editions.Of(ExportWorld.Text, "alpha"));

        string[] offered = ["exports/checklist.csv", "exports/plan.ics", "exports/checklist.md", "exports/checklist.json"];
        Assert.All(offered.Append("exports/checklist.schema.json"), file => Assert.NotEmpty(files[file]));
        Assert.All(["plan/index.html", "checklist/index.html", "checklist/people/index.html"], (string page) =>
            Assert.Equal(offered, Parse(files[page]).QuerySelectorAll(".downloads a").Select(link => link.GetAttribute("href")!.Replace("../", "", StringComparison.Ordinal))));
    }

    [Fact]
    public void Text_of_a_page_may_lead_to_the_plan()
    {
        var page = Parse(Editions.Render(Editions.Of($"{ExportWorld.Text}\n-- areas/people/two.md --\n---\nid: people/two\ntitle: Two\n---\nSee the [dates](xref:plan).\n", "alpha"))["people/two/index.html"]);
        Assert.Equal("../../plan/", page.QuerySelectorAll("main a").Single(link => link.TextContent == "dates").GetAttribute("href"));
    }

    [Fact]
    public void Edition_without_items_has_no_plan_and_no_files()
    {
        var files = Editions.Render(Editions.Of(TinySite.SmallestWorld));
        Assert.DoesNotContain(files.Keys, path => path.StartsWith("plan/", StringComparison.Ordinal) || path.StartsWith("exports/", StringComparison.Ordinal));
    }

    private static IHtmlDocument Page(string world, string? organization) => Parse(Editions.Render(Editions.Of(world, organization))["plan/index.html"]);

    private static IHtmlDocument Parse(byte[] html) => new HtmlParser().ParseDocument(Encoding.UTF8.GetString(html));

    private static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
