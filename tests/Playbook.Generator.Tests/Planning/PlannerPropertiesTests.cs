using System.Globalization;
using CsCheck;
using Playbooks.Diagnostics;
using Playbooks.Model;
using Playbooks.Planning;
using Playbooks.Tests.Composing;

namespace Playbooks.Tests.Planning;

/// <summary>The planner against a solver that follows the same rules in another way.</summary>
public sealed class PlannerPropertiesTests
{
    private const int MostItems = 9;
    private const int Graphs = 500;

    private static readonly DateOnly FirstStart = new(2027, 1, 1);

    private static readonly int[] PhaseDays = [0, 28, 70];

    private static readonly Gen<ReferenceProblem> Problems =
        from start in Gen.Int[0, 400]
        from week in Gen.Enum<DayOfWeek>().HashSet[1, 7]
        from holidays in Gen.Int[-60, 250].Array[0, 25]
        from avoided in Gen.Select(Gen.Int[-40, 200], Gen.Int[0, 25]).Array[0, 3]
        from count in Gen.Int[1, MostItems]
        from items in Gen.Select(Gen.Int[1, 12], Gen.Int[0, 2], Gen.Int[-10, 120], Gen.Int[0, (1 << MostItems) - 1], Gen.Int[0, (1 << MostItems) - 1], Gen.Bool).Array[count]
        select new ReferenceProblem(
            At(start),
            week,
            [.. holidays.Select(day => At(start + day))],
            [.. avoided.SelectMany(range => Enumerable.Range(range.Item1, range.Item2 + 1)).Select(day => At(start + day))],
            [.. items.Select((item, at) => new ReferenceItem(
                item.Item1, PhaseDays[item.Item2], item.Item3,
                // Two draws of which both must say yes: graphs with few edges are the interesting ones.
                [.. Enumerable.Range(0, at).Where(other => (item.Item4 & item.Item5 & (1 << other)) != 0)], item.Item6))]);

    [Fact]
    public void Plan_equals_that_of_a_plain_solver_on_random_graphs_with_working_days_and_holidays()
    {
        using var site = TinySite.Of(World());
        var edition = Editions.Of(Editions.Load(site), null, site.InputFolder);
        var compared = 0;

        Problems.Sample(
            problem =>
            {
                var expected = new ReferenceSolver(problem).Solve();
                var plan = Planner.Plan(Pose(edition, problem));
                Interlocked.Increment(ref compared);

                Assert.Equal(Days(expected.EarliestStart), plan.Items.Select(item => item.EarliestStart));
                Assert.Equal(Days(expected.EarliestFinish), plan.Items.Select(item => item.EarliestFinish));
                Assert.Equal(Days(expected.Due), plan.Items.Select(item => item.Due));
                Assert.Equal(Days(expected.LatestStart), plan.Items.Select(item => item.LatestStart));
                Assert.Equal(Days(expected.LatestFinish), plan.Items.Select(item => item.LatestFinish));
                Assert.Equal(expected.Slack, plan.Items.Select(item => item.Slack));
                Assert.Equal(expected.DaysToEnd, plan.Chains[^1].Days);
                Assert.Equal(expected.DaysToGate, plan.Chains.Where(chain => chain.Gate is not null).Sum(chain => chain.Days));
                Assert.All(plan.Chains, chain => AssertIsChain(chain, plan));
            },
            iter: Graphs);

        Assert.True(compared >= Graphs, $"{compared} graphs were compared");
    }

    private static void AssertIsChain(Chain chain, Plan plan)
    {
        var planned = plan.Items.ToDictionary(item => item.Item.Item.Id);
        Assert.Equal(chain.Days, chain.Items.Sum(item => planned[item.Item.Id].Days));
        Assert.All(chain.Items.Zip(chain.Items.Skip(1)), pair => Assert.Contains(pair.First.Item.Id, planned[pair.Second.Item.Id].DependsOn.Select(other => other.Item.Id)));
        Assert.True(chain.Gate is null || chain.Items[^1].Gate?.Value == chain.Gate.Gate.Id.Value);
    }

    /// <summary>The edition with the items, dates and calendar of a problem in place of its own.</summary>
    private static Edition Pose(Edition edition, ReferenceProblem problem)
    {
        var start = DateOnly.FromDateTime(problem.Start);
        var area = edition.Areas.Single();
        Located<string> Named(string text) => area.Items[0].Effort with { Value = text };
        var items = problem.Items.Select((item, at) => area.Items[at] with
        {
            Item = area.Items[at].Item with { DependsOn = [.. item.Before.Select(other => Named(area.Items[other].Item.Id.Value))] },
            Effort = Named($"E{item.Days}"),
            Phase = Named($"p{Array.IndexOf(PhaseDays, item.PhaseDay)}"),
            Gate = item.HasGate ? Named("before-p1") : null,
            DueDay = item.DueDay,
        });
        return edition with
        {
            Start = start,
            Calendar = new WorkCalendar([.. problem.Week], [.. Ranges(problem.Holidays)], [.. Ranges(problem.Avoided)]),
            Areas = [area with { Items = [.. items] }],
            Phases = [.. edition.Phases.Select((phase, at) => phase with { StartDay = PhaseDays[at] })],
            Efforts = [.. Enumerable.Range(1, 12).Select(days => new ScaleEntry($"E{days}", null, null) { Days = days })],
        };

        static IEnumerable<DateRange> Ranges(IEnumerable<DateTime> days) => days.Select(DateOnly.FromDateTime).Select(day => new DateRange(day, day));
    }

    private static IEnumerable<DateOnly> Days(IEnumerable<DateTime> days) => days.Select(DateOnly.FromDateTime);

    private static DateTime At(int day) => FirstStart.AddDays(day).ToDateTime(TimeOnly.MinValue);

    private static string World()
    {
        var items = string.Join('\n', Enumerable.Range(1, MostItems).Select(number => string.Create(
            CultureInfo.InvariantCulture,
            $"  - {{id: PEO-0{number}, title: Do it, why: So., how: people/one, done_when: [Done.], evidence: note, owner: lead, phase: p0, effort: S, priority: must}}")));
        return $$"""
            -- playbook.yml --
            id: tiny
            title: Tiny playbook
            version: "1"
            locale: en
            areas:
              - {id: people, prefix: PEO, title: People}
            phases:
              - {id: p0, title: First, length: 4w}
              - {id: p1, title: Second, length: 6w}
              - {id: p2, title: Third}
            gates:
              - {id: before-p1, title: Ready, at: "end-of:p0"}
            roles:
              - {id: lead, title: Lead}
            -- areas/people/checklist.yml --
            items:
            {{items}}
            """;
    }
}
