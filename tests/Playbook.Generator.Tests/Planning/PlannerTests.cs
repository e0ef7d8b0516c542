using System.Globalization;
using Playbooks.Planning;
using Playbooks.Tests.Composing;

namespace Playbooks.Tests.Planning;

/// <summary>Each rule of the planner in one small world that starts on Monday, 4 January 2027, with phases of four weeks.</summary>
public sealed class PlannerTests
{
    [Theory]
    [InlineData("", "01-04 01-04 01-29")]
    [InlineData("effort: M", "01-04 01-06 01-29")]
    [InlineData("effort: L", "01-04 01-22 01-29")]
    [InlineData("effort: XL", "01-04 02-12 01-29")]
    [InlineData("effort: own", "01-04 01-08 01-29")]
    [InlineData("phase: run", "02-01 02-01 02-26")]
    [InlineData("phase: run, due: {offset: 2w}", "02-01 02-01 02-15")]
    // Saturday, 6 February: the last working day until then.
    [InlineData("phase: run, due: {offset: 5d}", "02-01 02-01 02-05")]
    // Too little time in its phase: the phase does not hold it back.
    [InlineData("phase: run, effort: L, due: {offset: 20d}", "02-01 02-19 02-19")]
    [InlineData("phase: run, effort: L, due: {offset: 1w}", "01-04 01-22 02-08")]
    [InlineData("phase: run, due: {offset: -3d}", "01-04 01-04 01-29")]
    public void Item_takes_the_working_days_of_its_effort_from_the_start_of_its_phase(string fields, string days) =>
        Assert.Equal(days, Said(Plan(fields).Items[0]));

    [Theory]
    [InlineData("holidays: [2027-01-04]", "01-05 01-07 01-29")]
    [InlineData("holidays: [2027-01-05/2027-01-06]", "01-04 01-08 01-29")]
    [InlineData("holidays: [2027-01-28, 2027-01-29/2027-02-02]", "01-04 01-06 01-27")]
    [InlineData("working_days: [mon, wed]", "01-04 01-11 01-27")]
    [InlineData("working_days: [sun, mon, tue, wed, thu]", "01-04 01-06 01-31")]
    public void Nobody_works_on_holidays_and_days_off(string calendar, string days) =>
        Assert.Equal(days, Said(PlanOf(calendar, "effort: M").Items[0]));

    [Fact]
    public void Item_begins_after_everything_it_waits_for_and_is_due_before_everything_that_waits_for_it()
    {
        var plan = Plan("effort: M", "effort: L, depends_on: [PEO-01]", "effort: S, depends_on: [PEO-01, PEO-02]");

        Assert.Equal(["01-04 01-06 01-29", "01-07 01-27 01-29", "01-28 01-28 01-29"], plan.Items.Select(Said));
        Assert.Equal(["01-05 01-07", "01-08 01-28", "01-29 01-29"], plan.Items.Select(item => $"{item.LatestStart:MM-dd} {item.LatestFinish:MM-dd}"));
        Assert.Equal([1, 1, 1], plan.Items.Select(item => item.Slack));
    }

    [Fact]
    public void What_cannot_be_done_in_time_has_negative_slack()
    {
        var plan = Plan("effort: L", "effort: L, depends_on: [PEO-01]");

        // Thirty working days from 4 January end on 12 February; 29 January is ten days earlier.
        Assert.Equal([-10, -10], plan.Items.Select(item => item.Slack));
    }

    [Theory]
    [InlineData("waive: {by: Board, reason: Not here}", "01-04")]
    [InlineData("waive: {by: Board, reason: Not yet, until: 2027-06-30}", "01-07")]
    public void Only_what_is_waived_for_good_counts_as_done(string waiver, string start)
    {
        var plan = PlanOf($"items: {{PEO-01: {{{waiver}}}}}", "effort: M, gate: before-run", "depends_on: [PEO-01]");
        Assert.Equal(start, $"{plan.Items[1].EarliestStart:MM-dd}");
    }

    [Fact]
    public void Longest_chain_to_each_gate_and_to_the_end_is_found()
    {
        var plan = Plan(
            "effort: L", "effort: M", "effort: S, depends_on: [PEO-01], gate: before-run", "effort: M, depends_on: [PEO-02], gate: before-run", "phase: run, depends_on: [PEO-03, PEO-04]");

        Assert.Equal(
            ["before-run 16: PEO-01 PEO-03", " 17: PEO-01 PEO-03 PEO-05"],
            plan.Chains.Select(chain => $"{chain.Gate?.Gate.Id.Value} {chain.Days}: {string.Join(' ', chain.Items.Select(item => item.Item.Id))}"));
        Assert.Equal([true, false, true, false, true], plan.Items.Select(item => item.IsCritical));
    }

    [Theory]
    [InlineData("1w", "02-05 02-12 02-19")]
    [InlineData("1m", "02-26 03-29 04-29")]
    public void Recurring_item_has_its_next_three_dates_on_working_days(string every, string days) =>
        Assert.Equal(days, string.Join(' ', Plan($"repeat: {{every: {every}}}").Items[0].Next.Select(day => $"{day:MM-dd}")));

    [Fact]
    public void Edition_without_dates_has_the_same_plan_in_weeks()
    {
        var plan = PlanOf(null, "effort: M", "phase: run, due: {offset: 1w}, depends_on: [PEO-01]");

        Assert.False(plan.HasDates);
        Assert.Equal(DayOfWeek.Monday, plan.Start.DayOfWeek);
        Assert.Equal([(1, 1, 4), (5, 5, 6)], plan.Items.Select(item => (plan.Week(item.EarliestStart), plan.Week(item.EarliestFinish), plan.Week(item.Due))));
    }

    [Fact]
    public void Effort_that_says_nothing_of_its_days_has_those_of_the_standard_size() =>
        Assert.Equal([15, 5, 1], Editions.Of(World(["effort: L"], "")).Efforts.Where(effort => effort.Id is "L" or "own" or "new").Select(effort => effort.Days));

    private static Plan Plan(params string[] items) => PlanOf("", items);

    /// <summary>The plan of an organization with these lines in its file; of the edition without dates for null.</summary>
    private static Plan PlanOf(string? organization, params string[] items) =>
        Planner.Plan(Editions.Of(World(items, organization ?? ""), organization is null ? null : "alpha"));

    private static string World(string[] items, string organization) => $$"""
        -- playbook.yml --
        id: tiny
        title: Tiny playbook
        version: "1"
        locale: en
        areas:
          - {id: people, prefix: PEO, title: People}
        phases:
          - {id: start, title: Start, length: 4w}
          - {id: run, title: Run, length: 4w}
          - {id: rest, title: Rest}
        gates:
          - {id: before-run, title: Ready, at: "end-of:start"}
        roles:
          - {id: lead, title: Lead}
        efforts:
          - {id: S, label: Small}
          - {id: M, label: Medium}
          - {id: L, label: Large}
          - {id: XL, label: Larger}
          - {id: own, label: Own, days: 5}
          - {id: new, label: New}
        -- organizations/alpha/organization.yml --
        name: Alpha
        phases: {start: 2027-01-04}
        {{organization}}
        -- areas/people/checklist.yml --
        items:
        {{string.Join('\n', items.Select((fields, at) => Item(at + 1, fields)))}}
        """;

    /// <summary>An item of the first phase and the smallest effort, unless its fields say otherwise.</summary>
    private static string Item(int number, string fields)
    {
        (string Key, string Line)[] standard = [("phase:", "phase: start"), ("effort:", "effort: S")];
        var missing = standard.Where(field => !fields.Contains(field.Key, StringComparison.Ordinal)).Select(field => $", {field.Line}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"  - {{id: PEO-0{number}, title: Do it, why: So., how: people/one, done_when: [Done.], evidence: note, owner: lead, priority: must{string.Concat(missing)}{(fields.Length > 0 ? ", " : "")}{fields}}}");
    }

    private static string Said(PlannedItem item) => $"{item.EarliestStart:MM-dd} {item.EarliestFinish:MM-dd} {item.Due:MM-dd}";
}
