using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Playbooks.Tests.Rendering;

/// <summary>Which checklist pages there are, what is on them, and what the scripts are told.</summary>
public sealed class ChecklistPagesTests
{
    private const string World = """
        -- playbook.yml --
        id: tiny
        title: Tiny playbook
        version: "1"
        locale: en
        areas:
          - {id: people, prefix: PEO, title: People}
          - {id: tools, prefix: TOO, title: Tools}
        phases:
          - {id: start, title: Start, length: 4w}
          - {id: run, title: Run}
        gates:
          - {id: before-run, title: Ready to run, at: "end-of:start"}
        roles:
          - {id: lead, title: Lead}
          - {id: scribe, title: Scribe}
          - {id: helper, title: Helper}
        -- areas/tools/area.yml --
        chapters: []
        -- areas/people/checklist.yml --
        items:
          - {id: PEO-01, title: Ask, why: So., how: people/one, done_when: [Asked], evidence: note, owner: lead, with: [helper], phase: start, due: {offset: 1w}, effort: S, priority: must, gate: before-run, repeat: {every: 3m}, formerly: [OLD-01, OLD-02]}
          - {id: PEO-02, title: Write, why: So., how: people/one, done_when: [Written], evidence: link, owner: scribe, phase: run, due: {offset: 2w}, effort: S, priority: must, depends_on: [PEO-01]}
        retired:
          - {id: PEO-09, replaced_by: PEO-01}
        -- areas/tools/checklist.yml --
        items:
          - {id: TOO-01, title: Buy, why: So., how: people/one, done_when: [Bought], evidence: note, owner: helper, phase: start, effort: S, priority: must}
        -- organizations/alpha/organization.yml --
        name: Alpha
        people_visibility: names
        phases: {start: 2027-01-04}
        roles:
          lead: {title: Director, person: Ana Ruiz}
          scribe: {title: Director, person: Ana Ruiz}
        -- organizations/beta/organization.yml --
        name: Beta
        -- progress/alpha.yml --
        items:
          OLD-01: {status: done, date: 2027-01-08, by: Quirin Vexley, evidence: "https://intranet.example/minutes"}
          PEO-02: doing
        """;

    [Fact]
    public void Lists_are_sorted_in_five_ways_and_each_item_is_on_each_whole_list()
    {
        using var site = TinySite.Of(World).Built();
        foreach (var path in new[] { "checklist", "checklist/phase", "checklist/role", "checklist/date" })
        {
            Assert.Equal(["PEO-01", "PEO-02", "TOO-01"], Items(site, $"common/{path}").Order(StringComparer.Ordinal));
        }

        Assert.Equal(["PEO-01"], Items(site, "common/checklist/essentials"));
        Assert.Equal(["PEO-01", "TOO-01"], Items(site, "common/checklist/phase/start"));
        Assert.Equal(["PEO-02"], Items(site, "common/checklist/phase/run"));
    }

    [Fact]
    public void Who_holds_two_roles_has_one_list()
    {
        using var site = TinySite.Of(World).Built();
        Assert.Equal(["PEO-01", "PEO-02"], Items(site, "alpha/checklist/role/lead"));
        Assert.False(site.Has("alpha/checklist/role/scribe/index.html"));
        Assert.Equal("Checklist: Director (Ana Ruiz)", Page(site, "alpha/checklist/role/lead").QuerySelector("h1")!.TextContent);
        Assert.True(site.Has("common/checklist/role/scribe/index.html"));
    }

    [Fact]
    public void Whoever_helps_finds_the_item_below_their_own()
    {
        using var site = TinySite.Of(World).Built();
        var page = Page(site, "common/checklist/role/helper");
        Assert.Equal(["TOO-01", "PEO-01"], Items(site, "common/checklist/role/helper"));
        Assert.Equal("Takes part in", page.QuerySelector(".item-group:last-child h2")!.FirstChild!.TextContent.Trim());
    }

    [Fact]
    public void Dates_are_months_where_the_programme_has_a_start_and_weeks_where_it_has_none()
    {
        using var site = TinySite.Of(World).Built();
        Assert.Equal(["January 2027", "February 2027"], Headings(site, "alpha/checklist/date"));
        Assert.Equal(["Weeks 1 to 4", "Weeks 5 to 8"], Headings(site, "common/checklist/date"));
    }

    [Fact]
    public void A_whole_list_has_a_line_an_item_and_a_link_to_the_rest()
    {
        using var site = TinySite.Of(World).Built();
        var row = Page(site, "common/checklist").QuerySelector("[data-item='PEO-01']")!;
        Assert.Null(row.QuerySelector(".item-why"));
        Assert.Equal("../checklist/people/#PEO-01", row.QuerySelector("a.id")!.GetAttribute("href"));
        Assert.NotNull(Page(site, "common/checklist/people").QuerySelector("[data-item='PEO-01'] .item-why"));
    }

    [Fact]
    public void Committed_progress_is_shown_to_that_organization_only_and_in_no_other_file()
    {
        using var site = TinySite.Of(World).Built();
        var shared = Page(site, "alpha/checklist/people").QuerySelector("[data-item='PEO-01'] .item-shared")!;
        Assert.Contains("Done · January 8, 2027 · Quirin Vexley", shared.TextContent, StringComparison.Ordinal);
        Assert.Equal("https://intranet.example/minutes", shared.QuerySelector("a")!.GetAttribute("href"));
        foreach (var edition in new[] { "common", "beta" })
        {
            Assert.All(site.Published(edition), file => Assert.DoesNotContain("Vexley", System.Text.Encoding.UTF8.GetString(file.Value), StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Who_did_a_thing_is_not_told_where_the_edition_tells_no_names()
    {
        using var site = TinySite.Of(World.Replace("people_visibility: names", "people_visibility: roles", StringComparison.Ordinal)).Built();
        Assert.All(site.Published("alpha"), file => Assert.DoesNotContain("Vexley", System.Text.Encoding.UTF8.GetString(file.Value), StringComparison.Ordinal));
        Assert.Contains("Done · January 8, 2027", Page(site, "alpha/checklist/people").QuerySelector(".item-shared")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Boxes_are_empty_whatever_was_committed()
    {
        using var site = TinySite.Of(World).Built();
        Assert.Empty(Page(site, "alpha/checklist").QuerySelectorAll("input[checked]"));
        Assert.Empty(Page(site, "alpha/checklist").QuerySelectorAll("form:not([method=dialog])"));
    }

    [Fact]
    public void Scripts_are_told_former_ids_what_comes_first_and_what_is_committed()
    {
        using var site = TinySite.Of(World).Built();
        using var data = Data(site, "alpha");
        var items = data.RootElement.GetProperty("items").EnumerateArray().ToDictionary(item => item.GetProperty("id").GetString()!);
        Assert.Equal("tiny", data.RootElement.GetProperty("playbook").GetString());
        Assert.Equal("alpha", data.RootElement.GetProperty("edition").GetString());
        Assert.Equal(["OLD-01", "OLD-02"], items["PEO-01"].GetProperty("formerly").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal("3m", items["PEO-01"].GetProperty("every").GetString());
        Assert.Equal("2027-01-11", items["PEO-01"].GetProperty("due").GetString());
        Assert.Equal(["PEO-01"], items["PEO-02"].GetProperty("after").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal("lead", items["PEO-02"].GetProperty("role").GetString());
        Assert.Equal("PEO-01", data.RootElement.GetProperty("retired").GetProperty("PEO-09").GetString());
        Assert.Equal("done", data.RootElement.GetProperty("shared").GetProperty("PEO-01").GetProperty("status").GetString());
        using var common = Data(site, "common");
        Assert.Empty(common.RootElement.GetProperty("shared").EnumerateObject());
    }

    [Theory]
    [InlineData("progress", "Progress on a checklist")]
    [InlineData("answers", "Answers to an assessment")]
    public void Every_site_publishes_the_schemas_of_the_files_that_readers_save(string name, string title)
    {
        using var site = TinySite.Of(World).Built();
        using var schema = JsonDocument.Parse(site.Read($"common/schemas/{name}.schema.json"));
        Assert.Equal(title, schema.RootElement.GetProperty("title").GetString());
    }

    [Fact]
    public void Two_organizations_may_each_have_renamed_an_item_of_their_own()
    {
        const string Own = "items:\n  - {id: LOC-01, area: people, title: Own, why: So., how: people/one, done_when: [Done], evidence: note, owner: lead, phase: start, effort: S, priority: must, formerly: [LOC-09]}\n";
        using var site = TinySite.Of($"{World}\n-- organizations/alpha/checklist.yml --\n{Own}-- organizations/beta/checklist.yml --\n{Own}").Built();
        Assert.Contains("LOC-01", Items(site, "beta/checklist/people"));
    }

    [Fact]
    public void An_area_cannot_take_the_address_of_another_list()
    {
        using var site = TinySite.Of(World.Replace("id: tools, prefix: TOO", "id: tools, folder: role, prefix: TOO", StringComparison.Ordinal)
            .Replace("areas/tools/", "areas/role/", StringComparison.Ordinal));
        Assert.Contains("PB0115", site.Check().Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    private static IHtmlDocument Page(TinySite site, string path) => new HtmlParser().ParseDocument(site.Read($"{path}/index.html"));

    private static string[] Items(TinySite site, string path) =>
        [.. Page(site, path).QuerySelectorAll("[data-item]").Select(item => item.GetAttribute("data-item")!)];

    private static string[] Headings(TinySite site, string path) =>
        [.. Page(site, path).QuerySelectorAll(".item-group h2").Select(heading => heading.FirstChild!.TextContent.Trim())];

    private static JsonDocument Data(TinySite site, string edition)
    {
        var script = Page(site, $"{edition}/checklist").QuerySelector("script[src*='items.']")!.GetAttribute("src")!["../".Length..];
        var text = site.Read($"{edition}/{script}");
        const string Start = "globalThis.playbookItems=";
        Assert.StartsWith(Start, text, StringComparison.Ordinal);
        return JsonDocument.Parse(text[Start.Length..text.IndexOf(";playbookItems.root=", StringComparison.Ordinal)]);
    }
}
