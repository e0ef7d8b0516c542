namespace Playbooks.Planning;

/// <summary>Lays out the items of an edition in working days: when each can be done, when it must be, and what holds up the rest.</summary>
/// <remarks>
/// In: an <see cref="Edition"/> without circles (items of a circle are planned as if they waited for nothing). Out: a
/// <see cref="Plan"/>. The rules, in the order they apply:
/// <list type="number">
/// <item>A <b>working day</b> is a working day of the organization's week that is neither one of its holidays nor a day its
/// programme avoids. A programme without dates has the same week, begins on the first working day after a day off, and
/// knows no holidays.</item>
/// <item>An item takes the <b>working days of its effort size</b>, begun days counting as whole ones.</item>
/// <item>It is <b>due</b> where its due rule leads: on the last working day until then, or, when that would lead into or
/// across avoided days, on the next one (<see cref="WorkCalendar.DueDay"/>).</item>
/// <item>It <b>waits</b> for the items it depends on. One that is not in the edition counts as done, and so does one that is
/// waived without an end.</item>
/// <item>It can <b>begin</b> on the first working day of its phase and after the last working day of everything it waits
/// for. When its phase leaves fewer working days until it is due than it takes, its author must want it begun before: then
/// it is not held back by the phase but only by the programme's start.</item>
/// <item>It must be <b>done</b> on the day it is due, and before the latest beginning of every item that waits for it,
/// whichever comes first. <b>Slack</b> is the number of working days from the earliest finish to that day.</item>
/// <item>The <b>longest chain</b> to a gate is the chain of items, each waiting for the one before, that ends with an item
/// before the gate and needs the most working days; of equal ones the chain whose items come first in the edition.
/// The longest of all may end with any item.</item>
/// </list>
/// </remarks>
public sealed class Planner
{
    private const int ShownRepeats = 3;

    private readonly Edition _edition;
    private readonly WorkCalendar _calendar;
    private readonly DateOnly _start;
    private readonly EditionItem[] _items;
    private readonly int[][] _before;
    private readonly int[] _days;

    private Planner(Edition edition)
    {
        _edition = edition;
        _calendar = edition.Start is null ? edition.Calendar.WithoutDates() : edition.Calendar;
        _start = edition.Start ?? FirstDayOfWeek(_calendar);
        _items = [.. edition.Items];
        _days = [.. _items.Select(item => edition.Effort(item.Effort.Value).Days)];
        var places = _items.Index().ToDictionary(each => each.Item.Item.Id.Value, each => each.Index, StringComparer.Ordinal);
        _before = [.. _items.Select(item => item.Item.DependsOn
            .Where(other => places.ContainsKey(other.Value)).Select(other => places[other.Value]).Distinct()
            .Where(other => _items[other].Waiver is not { Until: null }).ToArray())];
    }

    /// <summary>Plans an edition.</summary>
    public static Plan Plan(Edition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return new Planner(edition).Solve();
    }

    private Plan Solve()
    {
        var order = Order();
        DateOnly[] dues = [.. _items.Select(Due)];
        var (starts, finishes) = Earliest(order, dues);
        var (latestStarts, latestFinishes) = Latest(order, dues);
        var chains = Chains(order);
        var critical = chains.SelectMany(chain => chain.Items).Select(item => item.Item.Id).ToHashSet();
        return new Plan
        {
            HasDates = _edition.Start is not null,
            Start = _start,
            End = _edition.Phases.Select(phase => Day(phase.EndDay ?? phase.StartDay)).Concat(dues).Concat(finishes).Append(_start).Max(),
            Calendar = _calendar,
            Chains = chains,
            Items = [.. _items.Select((item, at) => new PlannedItem
            {
                Item = item,
                Days = _days[at],
                EarliestStart = starts[at],
                EarliestFinish = finishes[at],
                Due = dues[at],
                LatestStart = latestStarts[at],
                LatestFinish = latestFinishes[at],
                Slack = _calendar.DaysFrom(finishes[at], latestFinishes[at]),
                DependsOn = [.. _before[at].Select(other => _items[other])],
                Next = Repeats(item, dues[at]),
                IsCritical = critical.Contains(item.Item.Id),
            })],
        };
    }

    /// <summary>Every item after those it waits for; items of a circle last.</summary>
    private int[] Order()
    {
        var open = _before.Select(before => before.Length).ToArray();
        var after = After();
        var order = new List<int>(Enumerable.Range(0, _items.Length).Where(at => open[at] == 0));
        for (var next = 0; next < order.Count; next++)
        {
            order.AddRange(after[order[next]].Where(waiting => --open[waiting] == 0));
        }

        return [.. order, .. Enumerable.Range(0, _items.Length).Except(order)];
    }

    private ILookup<int, int> After() =>
        _before.Index().SelectMany(each => each.Item.Select(before => (Before: before, After: each.Index))).ToLookup(edge => edge.Before, edge => edge.After);

    private (DateOnly[] Starts, DateOnly[] Finishes) Earliest(int[] order, DateOnly[] dues)
    {
        var starts = new DateOnly[_items.Length];
        var finishes = new DateOnly[_items.Length];
        foreach (var at in order)
        {
            var first = _before[at].Select(other => WorkCalendar.Later(finishes[other], 1)).Append(Release(at, dues[at])).Max();
            starts[at] = _calendar.OnOrAfter(first);
            finishes[at] = _calendar.Finish(first, _days[at]);
        }

        return (starts, finishes);
    }

    private (DateOnly[] Starts, DateOnly[] Finishes) Latest(int[] order, DateOnly[] dues)
    {
        var starts = new DateOnly[_items.Length];
        var finishes = dues.ToArray();
        foreach (var at in order.Reverse())
        {
            // By now everything that waits for the item has lowered its finish.
            starts[at] = _calendar.Begin(finishes[at], _days[at]);
            foreach (var other in _before[at])
            {
                var last = _calendar.OnOrBefore(WorkCalendar.Later(starts[at], -1));
                finishes[other] = last < finishes[other] ? last : finishes[other];
            }
        }

        return (starts, finishes);
    }

    /// <summary>The day from which an item may be worked on, whatever it waits for.</summary>
    private DateOnly Release(int at, DateOnly due)
    {
        var phase = _edition.Phases.FirstOrDefault(each => each.Phase.Id.Value == _items[at].Phase.Value)?.StartDay ?? 0;
        var first = Day(Math.Max(0, phase));
        return _calendar.Finish(first, _days[at]) <= due ? first : _start;
    }

    private DateOnly Due(EditionItem item)
    {
        var due = _calendar.DueDay(Day(item.DueDay));
        return due < _start && item.DueDay >= 0 ? _calendar.OnOrAfter(_start) : due;
    }

    private ImmutableArray<DateOnly> Repeats(EditionItem item, DateOnly due) => item.Item.RepeatEvery is not { Count: > 0 } every ? [] :
        [.. Enumerable.Range(1, ShownRepeats).Select(times => _calendar.DueDay((every with { Count = every.Count * times }).After(due)))];

    private ImmutableArray<Chain> Chains(int[] order)
    {
        var lengths = new int[_items.Length];
        var previous = new int[_items.Length];
        foreach (var at in order)
        {
            // Of equally long ways the first in the edition, so that the same input gives the same chain.
            var longest = _before[at].Where(other => lengths[other] > 0).OrderByDescending(other => lengths[other]).ThenBy(other => other).Cast<int?>().FirstOrDefault();
            previous[at] = longest ?? -1;
            lengths[at] = _days[at] + (longest is { } before ? lengths[before] : 0);
        }

        return
        [
            .. _edition.Gates.Select(gate => Longest(gate, at => _items[at].Gate?.Value == gate.Gate.Id.Value)).OfType<Chain>(),
            .. Longest(null, _ => true) is { } whole ? new[] { whole } : [],
        ];

        Chain? Longest(EditionGate? gate, Func<int, bool> isEnd)
        {
            var ends = Enumerable.Range(0, _items.Length).Where(isEnd).ToArray();
            if (ends.Length == 0)
            {
                return null;
            }

            var chain = new List<EditionItem>();
            var end = ends.MaxBy(at => lengths[at]);
            for (var at = end; at >= 0; at = previous[at])
            {
                chain.Add(_items[at]);
            }

            chain.Reverse();
            return new Chain(gate, [.. chain], lengths[end]);
        }
    }

    private DateOnly Day(int fromStart) => WorkCalendar.Later(_start, fromStart);

    /// <summary>A working day after a day off, in a year that begins on a Monday; where every day is a working day, that Monday.</summary>
    private static DateOnly FirstDayOfWeek(WorkCalendar calendar)
    {
        const int DaysOfWeek = 7;
        var monday = new DateOnly(2001, 1, 1);
        return Enumerable.Range(0, DaysOfWeek).Select(at => monday.AddDays(at))
            .FirstOrDefault(day => calendar.IsOpen(day) && !calendar.IsOpen(day.AddDays(-1)), monday);
    }
}
