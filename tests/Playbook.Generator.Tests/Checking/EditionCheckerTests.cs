using Playbooks.Diagnostics;

namespace Playbooks.Tests.Checking;

public sealed class EditionCheckerTests
{
    private const string Items = """
        -- areas/people/checklist.yml --
        items:
          - {id: PEO-01, title: First, why: So., how: people/one, done_when: [Done], evidence: note, owner: lead, phase: start, effort: S, priority: must}
          - {id: PEO-02, title: Second, why: So., how: people/one, done_when: [Done], evidence: note, owner: lead, phase: start, effort: S, priority: must, due: {from: "item:PEO-01", offset: 1w}}
        """;

    [Theory]
    [InlineData("""
        -- organizations/alpha/organization.yml --
        name: Alpha
        items:
          PEO-01: {due: {from: "item:PEO-02", offset: 1w}}
        """, "PEO-01 → PEO-02 → PEO-01")]
    [InlineData("""
        -- organizations/alpha/organization.yml --
        name: Alpha
        -- organizations/alpha/checklist.yml --
        items:
          - {id: X-01, area: people, title: Third, why: So., how: people/one, done_when: [Done], evidence: note, owner: lead, phase: start, effort: S, priority: must, depends_on: [X-02]}
          - {id: X-02, area: people, title: Fourth, why: So., how: people/one, done_when: [Done], evidence: note, owner: lead, phase: start, effort: S, priority: must, depends_on: [X-01]}
        """, "X-01 → X-02 → X-01")]
    public void Circle_that_an_organization_closes_is_reported_for_its_edition(string organization, string circle)
    {
        using var site = TinySite.Of($"{Items}\n{organization}");

        var said = site.Build().Diagnostics.Where(each => each.Code == "PB0501").Select(DiagnosticText.Format).ToArray();

        var text = Assert.Single(said);
        Assert.Contains(circle, text, StringComparison.Ordinal);
        Assert.Contains("= in: alpha", text, StringComparison.Ordinal);
    }
}
