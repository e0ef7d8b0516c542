namespace Playbooks.Tests.Planning;

/// <summary>
/// The rules of a plan followed in the plainest way: it looks at one day after the other, repeats until nothing changes, and
/// tries every way through the items. Shares no code with the planner, not even for counting days.
/// </summary>
internal sealed class ReferenceSolver(ReferenceProblem problem)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public ReferenceAnswer Solve()
    {
        var items = problem.Items;
        var due = items.Select(DueDay).ToArray();
        var first = new DateTime[items.Length];
        var done = new DateTime[items.Length];
        Repeat(() =>
        {
            for (var at = 0; at < items.Length; at++)
            {
                var day = problem.Start.AddDays(HasTimeInPhase(items[at], due[at]) ? items[at].PhaseDay : 0);
                while (!IsOpen(day) || items[at].Before.Any(other => done[other] >= day))
                {
                    day += Day;
                }

                (first[at], var left) = (day, items[at].Days - 1);
                while (left > 0)
                {
                    day += Day;
                    left -= IsOpen(day) ? 1 : 0;
                }

                done[at] = day;
            }

            return (first, done);
        });

        var last = due.ToArray();
        var begin = new DateTime[items.Length];
        Repeat(() =>
        {
            for (var at = 0; at < items.Length; at++)
            {
                var day = due[at];
                while (!IsOpen(day) || Enumerable.Range(0, items.Length).Any(other => items[other].Before.Contains(at) && begin[other] != default && begin[other] <= day))
                {
                    day -= Day;
                }

                (last[at], var left) = (day, items[at].Days - 1);
                while (left > 0)
                {
                    day -= Day;
                    left -= IsOpen(day) ? 1 : 0;
                }

                begin[at] = day;
            }

            return (last, begin);
        });

        return new ReferenceAnswer(
            first, done, due, begin, last,
            [.. Enumerable.Range(0, items.Length).Select(at => OpenDaysBetween(done[at], last[at]))],
            Enumerable.Range(0, items.Length).Where(at => items[at].HasGate).Select(Longest).DefaultIfEmpty(0).Max(),
            Enumerable.Range(0, items.Length).Select(Longest).Max());
    }

    private int Longest(int at) => problem.Items[at].Days + problem.Items[at].Before.Select(Longest).DefaultIfEmpty(0).Max();

    private bool HasTimeInPhase(ReferenceItem item, DateTime due)
    {
        var open = 0;
        for (var day = problem.Start.AddDays(item.PhaseDay); day <= due; day += Day)
        {
            open += IsOpen(day) ? 1 : 0;
        }

        return open >= item.Days;
    }

    private DateTime DueDay(ReferenceItem item)
    {
        var wanted = problem.Start.AddDays(item.DueDay);
        var crossesAvoided = false;
        var day = wanted;
        for (; !IsOpen(day); day -= Day)
        {
            crossesAvoided |= problem.Avoided.Contains(day);
        }

        if (crossesAvoided)
        {
            return FirstOpen(wanted);
        }

        return day < problem.Start && wanted >= problem.Start ? FirstOpen(problem.Start) : day;
    }

    private DateTime FirstOpen(DateTime day)
    {
        while (!IsOpen(day))
        {
            day += Day;
        }

        return day;
    }

    private int OpenDaysBetween(DateTime from, DateTime to)
    {
        var count = 0;
        for (var day = from; day < to; day += Day)
        {
            count += IsOpen(day + Day) ? 1 : 0;
        }

        for (var day = from; day > to; day -= Day)
        {
            count -= IsOpen(day) ? 1 : 0;
        }

        return count;
    }

    private bool IsOpen(DateTime day) => problem.Week.Contains(day.DayOfWeek) && !problem.Holidays.Contains(day) && !problem.Avoided.Contains(day);

    private static void Repeat(Func<(DateTime[], DateTime[])> step)
    {
        string Said((DateTime[] Left, DateTime[] Right) days) => string.Join(' ', days.Left.Concat(days.Right).Select(day => day.Ticks));
        for (var (before, after) = ("", Said(step())); before != after;)
        {
            (before, after) = (after, Said(step()));
        }
    }
}

/// <summary>What is to be planned.</summary>
/// <param name="Start">First day.</param>
/// <param name="Week">Days of the week on which people work.</param>
/// <param name="Holidays">Single days.</param>
/// <param name="Avoided">Single days.</param>
/// <param name="Items">Each waits only for items before it in the list.</param>
internal sealed record ReferenceProblem(DateTime Start, HashSet<DayOfWeek> Week, HashSet<DateTime> Holidays, HashSet<DateTime> Avoided, ReferenceItem[] Items);

/// <summary>An item; days are counted from the start.</summary>
internal sealed record ReferenceItem(int Days, int PhaseDay, int DueDay, int[] Before, bool HasGate);

/// <summary>The plan, item by item.</summary>
internal sealed record ReferenceAnswer(
    DateTime[] EarliestStart, DateTime[] EarliestFinish, DateTime[] Due, DateTime[] LatestStart, DateTime[] LatestFinish, int[] Slack, int DaysToGate, int DaysToEnd);
