namespace Playbooks.Composing;

/// <summary>The phases of one edition laid out in days.</summary>
internal sealed class Schedule
{
    private readonly ImmutableArray<EditionPhase> _phases;
    private readonly PhaseSettings _settings;

    private Schedule(DateOnly? start, WorkCalendar calendar, PhaseSettings settings, ImmutableArray<EditionPhase> phases)
    {
        Start = start;
        Calendar = calendar;
        _settings = settings;
        _phases = phases;
    }

    /// <summary>First day of the programme; null without dates.</summary>
    public DateOnly? Start { get; }

    /// <summary>The days on which people work.</summary>
    public WorkCalendar Calendar { get; }

    /// <summary>The phases in order.</summary>
    public ImmutableArray<EditionPhase> Phases => _phases;

    /// <summary>
    /// Lays the phases out one after another. An explicit date wins; else a phase starts on the day after the one before,
    /// or after a range to avoid, and days of such ranges do not count towards its length.
    /// </summary>
    public static Schedule Of(Playbook playbook, Organization? organization, Func<SlottedText?, string?> fill)
    {
        var settings = organization?.Phases ?? new PhaseSettings { Start = playbook.Start };
        var start = settings.Start
            ?? playbook.Phases.Select(phase => settings.Explicit.GetValueOrDefault(phase.Id.Value)?.Start).FirstOrDefault(date => date is not null);
        // Without dates the days are counted from a day that is never shown.
        var origin = start ?? DateOnly.MinValue.AddYears(1);
        var next = origin;
        var phases = ImmutableArray.CreateBuilder<EditionPhase>();
        foreach (var phase in playbook.Phases)
        {
            var given = settings.Explicit.GetValueOrDefault(phase.Id.Value);
            var first = given?.Start ?? AfterAvoided(next, settings.Avoid);
            var last = given?.End ?? LastDay(first, given?.Length ?? phase.Length, given?.Length is null ? settings.ScaleFactor : 1m, settings.Avoid);
            var hasDates = start is not null;
            phases.Add(new EditionPhase(
                phase, first.DayNumber - origin.DayNumber, last?.DayNumber - origin.DayNumber,
                hasDates ? first : null, hasDates ? last : null, fill(phase.Summary)));
            next = last is { } end ? WorkCalendar.Later(end, 1) : first;
        }

        var calendar = new WorkCalendar(organization?.WorkingDays ?? [], organization?.Holidays ?? [], settings.Avoid);
        return new Schedule(start, calendar, settings, phases.ToImmutable());
    }

    /// <summary>A phase by its id; null when there is none.</summary>
    public EditionPhase? Find(string phase) => _phases.FirstOrDefault(each => each.Phase.Id.Value == phase);

    /// <summary>
    /// Days from the programme's start to the day an item is due. An item without a due day is due at the end of its phase.
    /// With dates, it is due on a day on which people work (<see cref="WorkCalendar.DueDay"/>), and not before the
    /// programme's start unless its offset leads there.
    /// </summary>
    /// <param name="phase">The item's phase.</param>
    /// <param name="due">When it is due; null for the end of its phase.</param>
    /// <param name="dayOfItem">The due day of another item; null when that one is not in the edition.</param>
    public int DueDay(string phase, Due? due, Func<string, int?> dayOfItem)
    {
        var day = WrittenDay(phase, due, dayOfItem);
        return Start is { } start ? OpenDay(start, WorkCalendar.Later(start, day)).DayNumber - start.DayNumber : day;
    }

    /// <summary>Where the due rule leads, whether or not people work on that day.</summary>
    private int WrittenDay(string phase, Due? due, Func<string, int?> dayOfItem)
    {
        var own = Find(phase);
        if (due is null)
        {
            return own?.EndDay ?? own?.StartDay ?? 0;
        }

        var from = due.Item is { } item ? dayOfItem(item) ?? own?.StartDay : due.From switch
        {
            Due.ProgrammeStart => 0,
            Due.PhaseEnd => own?.EndDay ?? own?.StartDay,
            _ => own?.StartDay,
        };
        return (from ?? 0) + (int)Math.Round(due.Offset.ApproximateDays * _settings.ScaleFactor, MidpointRounding.AwayFromZero);
    }

    private DateOnly OpenDay(DateOnly start, DateOnly day)
    {
        var due = Calendar.DueDay(day);
        return due < start && day >= start ? Calendar.OnOrAfter(start) : due;
    }

    /// <summary>A day of the programme as a date; null without dates.</summary>
    public DateOnly? Date(int day) => Start is { } start ? WorkCalendar.Later(start, day) : null;

    /// <summary>How long a phase is, by the calendar; near the calendar's end, where no programme is, roughly.</summary>
    private static int InDays(Duration length, DateOnly first)
    {
        const int LastYearWithRoom = 9000;
        return first.Year <= LastYearWithRoom ? length.After(first).DayNumber - first.DayNumber : length.ApproximateDays;
    }

    private static DateOnly AfterAvoided(DateOnly day, ImmutableArray<DateRange> avoid)
    {
        foreach (var range in avoid.OrderBy(range => range.First))
        {
            day = day >= range.First && day <= range.Last ? WorkCalendar.Later(range.Last, 1) : day;
        }

        return day;
    }

    private static DateOnly? LastDay(DateOnly first, Duration? length, decimal factor, ImmutableArray<DateRange> avoid)
    {
        if (length is not { } given)
        {
            return null;
        }

        var days = Math.Max(1, (int)Math.Round(InDays(given, first) * factor, MidpointRounding.AwayFromZero));
        var last = WorkCalendar.Later(first, days - 1);
        var passed = first;
        foreach (var range in avoid.OrderBy(range => range.First))
        {
            // Days that two ranges share are passed over once.
            var from = range.First > passed ? range.First : WorkCalendar.Later(passed, 1);
            if (from <= last && from <= range.Last)
            {
                last = WorkCalendar.Later(last, range.Last.DayNumber - from.DayNumber + 1);
                passed = range.Last;
            }
        }

        return last;
    }
}
