using System.Text.Json;
using AngleSharp.Html.Parser;
using Playbooks.Tests.Scoring;

namespace Playbooks.Tests.Rendering;

/// <summary>The form and the page of results as they are published, before any script runs.</summary>
public sealed class AssessmentPagesTests
{
    [Fact]
    public void Form_carries_its_scoring_key_without_a_script()
    {
        using var site = TinySite.Of(AssessmentWorld.Files).Built();

        var page = new HtmlParser().ParseDocument(site.Read("alder/assessment/index.html"));

        var key = page.QuerySelector(".scoring-key")!;
        Assert.Contains("less than 60%", key.TextContent, StringComparison.Ordinal);
        Assert.Contains("At level 1 or below", key.TextContent, StringComparison.Ordinal);
        Assert.Equal(["2", "5", "3"], key.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr")[0].QuerySelectorAll("td").Skip(1).Take(3).Select(cell => cell.TextContent));
        Assert.Equal("3", key.QuerySelectorAll("table")[0].QuerySelector("tfoot td")!.TextContent);
    }

    [Fact]
    public void Everything_that_needs_a_script_arrives_hidden()
    {
        using var site = TinySite.Of(AssessmentWorld.Files).Built();
        var form = new HtmlParser().ParseDocument(site.Read("alder/assessment/index.html"));
        var results = new HtmlParser().ParseDocument(site.Read("alder/results/index.html"));

        Assert.All(form.QuerySelectorAll("assessment-group, assessment-steps, assessment-progress, assessment-tools"), element => Assert.True(element.HasAttribute("hidden"), element.LocalName));
        Assert.True(results.QuerySelector("assessment-results")!.HasAttribute("hidden"));
        Assert.False(results.QuerySelector("[data-without-script]")!.HasAttribute("hidden"));
        Assert.Equal(3, form.QuerySelectorAll("fieldset[data-question]").Length);
    }

    [Fact]
    public void Data_of_a_page_holds_one_edition_and_cannot_end_its_element()
    {
        using var site = TinySite.Of(AssessmentWorld.Files.Replace("statement: Rules are read.", "statement: \"</script><!-- & ' \\\" é\"", StringComparison.Ordinal)).Built();

        var page = new HtmlParser().ParseDocument(site.Read("alder/results/index.html"));

        using var data = JsonDocument.Parse(page.QuerySelector("#_assessment-data")!.TextContent);
        Assert.Equal("playbook:assessment:tiny:alder", data.RootElement.GetProperty("store").GetString());
        Assert.Equal("</script><!-- & ' \" é", data.RootElement.GetProperty("items").GetProperty("RUL-A1").GetProperty("statement").GetString());
        Assert.Equal("checklist/people/#PEO-01", data.RootElement.GetProperty("checklist").GetProperty("PEO-01").GetProperty("url").GetString());
    }

    [Fact]
    public void Revision_changes_with_what_scores_depend_on_and_with_nothing_else()
    {
        using var site = TinySite.Of(AssessmentWorld.Files).Built("alder");
        var first = Revision(site);
        site.Write("areas/rules/one.md", "---\nid: rules/one\ntitle: Rules again\n---\n## First {#first}\nOther words.\n");
        Assert.Equal(first, Revision(site.Built("alder")));

        site.Write("organizations/alder/organization.yml", "id: alder\nname: Alderwood Clinic\nassessment: {targets: {RUL-A1: 4}}\n");
        Assert.NotEqual(first, Revision(site.Built("alder")));
    }

    // Item, then the fact, then the organization's own word; gates keep theirs and never fall below the least.
    [Theory]
    [InlineData("", "3 3 3")]
    [InlineData("facts: {ambition: bold}", "3 4 4")]
    [InlineData("facts: {ambition: careful}", "3 2 2")]
    [InlineData("facts: {ambition: careful}\nassessment: {targets: {PEO-A1: 1, RUL-A1: 4}}", "1 2 4")]
    public void Target_comes_from_item_then_fact_then_organization(string settings, string targets)
    {
        using var site = TinySite.Of(AssessmentWorld.Files
            .Replace("targets: {default: 3}", "targets: {default: 2, by_fact: {fact: ambition, levels: {careful: 2, middle: 3, bold: 4}, gates_at_least: 3}}", StringComparison.Ordinal));
        site.Write("facts.yml", "facts:\n  - {id: ambition, type: choice, values: [careful, middle, bold], default: middle}\n");
        site.Write("organizations/alder/organization.yml", $"id: alder\nname: Alderwood Clinic\n{settings}\n");

        var form = new HtmlParser().ParseDocument(site.Built("alder").Read("alder/assessment/index.html"));

        Assert.Equal(targets, string.Join(' ', form.QuerySelectorAll("[data-question]").Select(question => question.GetAttribute("data-target"))));
    }

    [Fact]
    public void Playbook_without_an_assessment_has_neither_page()
    {
        using var site = TinySite.Of("").Built();

        Assert.False(site.Has("common/results/index.html"));
        Assert.DoesNotContain("area-score", site.Read("common/index.html"), StringComparison.Ordinal);
    }

    private static string? Revision(TinySite site) =>
        new HtmlParser().ParseDocument(site.Read("alder/index.html")).QuerySelector("area-score")!.GetAttribute("data-revision");
}
