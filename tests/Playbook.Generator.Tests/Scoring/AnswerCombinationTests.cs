using Playbooks.Diagnostics;

namespace Playbooks.Tests.Scoring;

/// <summary>From answer files to the aggregate that is committed, and back onto the organization's page.</summary>
public sealed class AnswerCombinationTests
{
    private static readonly string[] Six =
    [
        AssessmentWorld.Answers("leaders", ("PEO-A1", 3), ("PEO-A2", 2)),
        AssessmentWorld.Answers("leaders", ("PEO-A1", 4), ("PEO-A2", 2)),
        AssessmentWorld.Answers("leaders", ("PEO-A1", 4), ("PEO-A2", "dont-know")),
        AssessmentWorld.Answers("staff", ("PEO-A1", 1), ("PEO-A2", 2)),
        AssessmentWorld.Answers("staff", ("PEO-A1", 2), ("PEO-A2", 3)),
        AssessmentWorld.Answers("staff", ("PEO-A1", 1), ("PEO-A2", 2)),
    ];

    [Fact]
    public void Aggregate_holds_medians_counts_and_spread()
    {
        using var site = TinySite.Of(AssessmentWorld.Files);

        Assert.Equal(
            """
            # Combined from answer files. Holds no one's answers; safe to review and to commit.
            assessment: check
            version: 2
            date: 2027-03-01
            organization: alder
            respondents: {leaders: 3, staff: 3}
            items:
              PEO-A1: {leaders: 4, staff: 1, score: 2.5, answers: 6, low: 1, high: 4, spread: 1.2, unknown: 0}
              PEO-A2: {others: 2, score: 2, answers: 5, low: 2, high: 3, spread: 0.2, unknown: 1}

            """,
            AssessmentWorld.Combine(site, Six).Text);
    }

    [Fact]
    public void Order_of_the_files_changes_nothing()
    {
        using var site = TinySite.Of(AssessmentWorld.Files);
        var first = AssessmentWorld.Combine(site, Six).Text;

        Assert.All([Six.Reverse(), Six.Skip(2).Concat(Six.Take(2)), Six.OrderBy(file => file.Length)], files => Assert.Equal(first, AssessmentWorld.Combine(site, [.. files]).Text));
    }

    [Fact]
    public void Aggregate_is_read_back_and_shown_on_the_page_of_its_organization_only()
    {
        using var site = TinySite.Of(AssessmentWorld.Files);
        site.Write("organizations/alder/results/2027-03-01.yml", AssessmentWorld.Combine(site, Six).Text!);
        site.Built();

        var page = site.Read("alder/results/index.html");
        Assert.Contains("Alderwood Clinic, March 1, 2027", page, StringComparison.Ordinal);
        Assert.Contains("leaders 3, staff 3", page, StringComparison.Ordinal);
        Assert.Contains("<b>2.3</b> Begin", page, StringComparison.Ordinal);
        Assert.Contains("leaders 4 · staff 1 · from 1 to 4 · average distance 1.2", page, StringComparison.Ordinal);
        Assert.Contains("Some are asked.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("shared-result", site.Read("common/results/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Change_is_shown_when_it_is_clear_and_the_version_is_the_same()
    {
        using var site = TinySite.Of(AssessmentWorld.Files);
        site.Write("organizations/alder/results/2026-03.yml", Result("2026-03-02", 2, "PEO-A1: {leaders: 2, staff: 1}, PEO-A2: {leaders: 3, staff: 2.2}"));
        site.Write("organizations/alder/results/2027-03.yml", Result("2027-03-01", 2, "PEO-A1: {leaders: 3, staff: 2}, PEO-A2: {leaders: 3, staff: 3}"));

        var page = site.Built().Read("alder/results/index.html");

        Assert.Contains("Since March 2, 2026", page, StringComparison.Ordinal);
        Assert.Contains("1 statement changed clearly", page, StringComparison.Ordinal);
        Assert.Contains("2.5, before 1.5", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Results_of_another_version_are_not_compared()
    {
        using var site = TinySite.Of(AssessmentWorld.Files);
        site.Write("organizations/alder/results/2026-03.yml", Result("2026-03-02", 1, "PEO-A1: {leaders: 1, staff: 1}"));
        site.Write("organizations/alder/results/2027-03.yml", Result("2027-03-01", 2, "PEO-A1: {leaders: 3, staff: 3}"));

        var page = site.Built().Read("alder/results/index.html");

        Assert.Contains("the two are not compared", page, StringComparison.Ordinal);
        Assert.DoesNotContain("before 1", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Name_of_the_result_before_is_written_when_there_is_one()
    {
        using var site = TinySite.Of(AssessmentWorld.Files);
        site.Write("organizations/alder/results/2026-03.yml", Result("2026-03-02", 2, "PEO-A1: {leaders: 2, staff: 1}"));

        Assert.EndsWith("previous: results/2026-03.yml\n", AssessmentWorld.Combine(site, Six).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_mistake_in_a_file_is_told_with_its_place()
    {
        using var site = TinySite.Of(AssessmentWorld.Files);
        var file = AssessmentWorld.Answers("stuff", ("PEO-A1", 7), ("PEO-A9", 1)).Replace(",", ",\n", StringComparison.Ordinal);

        var result = AssessmentWorld.Combine(site, file);

        Assert.Null(result.Text);
        Assert.Equal(
            ["PB0110 0.json:7:9", "PB0534 0.json:8:21", "PB0102 0.json:9:1"],
            result.Diagnostics.Select(each => $"{each.Code} {each.Span}"));
    }

    [Fact]
    public void Answers_under_an_earlier_id_count_for_the_present_one()
    {
        using var site = TinySite.Of(AssessmentWorld.Files.Replace("- id: RUL-A1", "- id: RUL-A2\n    formerly: [RUL-A1]", StringComparison.Ordinal));

        var result = AssessmentWorld.Combine(site, [.. Enumerable.Repeat(AssessmentWorld.Answers("staff", ("RUL-A1", 2)), 3)]);

        Assert.True(result.Diagnostics.IsEmpty, string.Join('\n', result.Diagnostics.Select(DiagnosticText.Format)));
        Assert.Contains("RUL-A2: {staff: 2,", result.Text, StringComparison.Ordinal);
    }

    private static string Result(string date, int version, string items) =>
        $"assessment: check\nversion: {version}\ndate: {date}\norganization: alder\nrespondents: {{leaders: 3, staff: 3}}\nitems: {{{items}}}\n";
}
