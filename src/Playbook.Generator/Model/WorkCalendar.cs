namespace Playbooks.Model;

/// <summary>The days on which an organization works: its working days of the week without its holidays and the days its programme avoids.</summary>
/// <remarks>
/// A day is <i>open</i> when people work on it. Near the ends of the calendar of .NET, where no programme is, the first or
/// last day stands for whatever lies beyond.
/// </remarks>
public sealed class WorkCalendar
{
    private const int DaysOfWeek = 7;

    private readonly bool[] _works = new bool[DaysOfWeek];
    private readonly ImmutableArray<DateRange> _closed;

    /// <param name="workingDays">Days of the week on which people work; none means Monday to Friday.</param>
    /// <param name="holidays">Days on which nobody works, in any order; ranges may overlap.</param>
    /// <param name="avoided">Days on which nothing of the programme is due, in any order; ranges may overlap.</param>
    public WorkCalendar(ImmutableArray<DayOfWeek> workingDays, ImmutableArray<DateRange> holidays, ImmutableArray<DateRange> avoided)
    {
        foreach (var day in workingDays.IsDefaultOrEmpty ? UsualWorkingDays : workingDays)
        {
            _works[(int)day] = true;
        }

        Avoided = avoided;
        _closed = Merge(holidays.Concat(avoided));
    }

    /// <summary>Monday to Friday.</summary>
    public static ImmutableArray<DayOfWeek> UsualWorkingDays { get; } =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    /// <summary>Monday to Friday without a holiday.</summary>
    public static WorkCalendar Usual { get; } = new([], [], []);

    /// <summary>Days on which nothing of the programme is due.</summary>
    public ImmutableArray<DateRange> Avoided { get; }

    /// <summary>The same week without holidays and avoided days, for a programme without dates.</summary>
    public WorkCalendar WithoutDates() => new([.. Enum.GetValues<DayOfWeek>().Where(day => _works[(int)day])], [], []);

    /// <summary>Whether people work on a day of the week.</summary>
    public bool Works(DayOfWeek day) => _works[(int)day];

    /// <summary>Whether people work on a day.</summary>
    public bool IsOpen(DateOnly day) => Works(day.DayOfWeek) && ClosedAround(day) is null;

    /// <summary>The first open day on a day or after it.</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsOpen(day) && day < DateOnly.MaxValue)
        {
            day = Later(ClosedAround(day)?.Last ?? day, 1);
        }

        return day;
    }

    /// <summary>The last open day on a day or before it.</summary>
    public DateOnly OnOrBefore(DateOnly day)
    {
        while (!IsOpen(day) && day > DateOnly.MinValue)
        {
            day = Later(ClosedAround(day)?.First ?? day, -1);
        }

        return day;
    }

    /// <summary>
    /// The day on which something that would be due on <paramref name="day"/> is due: the last open day until then, so that
    /// no deadline is overrun; but when that would lead into or across days the programme avoids, the next open day.
    /// </summary>
    public DateOnly DueDay(DateOnly day)
    {
        var before = OnOrBefore(day);
        return Avoided.Any(range => range.First <= day && range.Last > before) ? OnOrAfter(day) : before;
    }

    /// <summary>The last day of work that begins on or after a day and takes so many open days.</summary>
    /// <param name="day">The earliest day to begin.</param>
    /// <param name="days">At least 1; work of one day ends on the day it begins.</param>
    public DateOnly Finish(DateOnly day, int days)
    {
        day = OnOrAfter(day);
        for (var left = days - 1; left > 0; left--)
        {
            day = OnOrAfter(Later(day, 1));
        }

        return day;
    }

    /// <summary>The day to begin work at the latest that must end on or before a day and takes so many open days.</summary>
    /// <param name="day">The latest day to end.</param>
    /// <param name="days">At least 1.</param>
    public DateOnly Begin(DateOnly day, int days)
    {
        day = OnOrBefore(day);
        for (var left = days - 1; left > 0; left--)
        {
            day = OnOrBefore(Later(day, -1));
        }

        return day;
    }

    /// <summary>Open days after <paramref name="from"/> until <paramref name="to"/>; negative when <paramref name="to"/> comes first, counted the other way round.</summary>
    public int DaysFrom(DateOnly from, DateOnly to)
    {
        if (to < from)
        {
            return -DaysFrom(to, from);
        }

        var range = new DateRange(Later(from, 1), to);
        return from == to ? 0 : Workdays(range) - _closed.Where(closed => closed.First <= range.Last && closed.Last >= range.First)
            .Sum(closed => Workdays(new DateRange(Max(closed.First, range.First), Min(closed.Last, range.Last))));
    }

    /// <summary>The day so many days later; the calendar's first or last one where it ends before.</summary>
    public static DateOnly Later(DateOnly day, int days) =>
        DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));

    /// <summary>Days of the range that are working days of the week, counted by whole weeks.</summary>
    private int Workdays(DateRange range)
    {
        var length = range.Last.DayNumber - range.First.DayNumber + 1;
        var rest = Enumerable.Range(0, length % DaysOfWeek).Count(at => Works(range.First.AddDays(at).DayOfWeek));
        return (length / DaysOfWeek * _works.Count(works => works)) + rest;
    }

    private DateRange? ClosedAround(DateOnly day)
    {
        foreach (var range in _closed)
        {
            if (day >= range.First && day <= range.Last)
            {
                return range;
            }
        }

        return null;
    }

    private static ImmutableArray<DateRange> Merge(IEnumerable<DateRange> ranges)
    {
        var merged = new List<DateRange>();
        foreach (var range in ranges.OrderBy(range => range.First))
        {
            if (merged.Count > 0 && range.First <= Later(merged[^1].Last, 1))
            {
                merged[^1] = merged[^1] with { Last = Max(merged[^1].Last, range.Last) };
            }
            else
            {
                merged.Add(range);
            }
        }

        return [.. merged];
    }

    private static DateOnly Max(DateOnly left, DateOnly right) => left > right ? left : right;

    private static DateOnly Min(DateOnly left, DateOnly right) => left < right ? left : right;
}
