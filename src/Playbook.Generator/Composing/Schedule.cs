namespace Playbooks.Composing;

/// <summary>The phases of one edition laid out in days.</summary>
internal sealed class Schedule
{
    private readonly ImmutableArray<EditionPhase> _phases;
    private readonly decimal _scaleFactor;

    private Schedule(DateOnly? start, decimal scaleFactor, ImmutableArray<EditionPhase> phases)
    {
        Start = start;
        _scaleFactor = scaleFactor;
        _phases = phases;
    }

    /// <summary>First day of the programme; null without dates.</summary>
    public DateOnly? Start { get; }

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
            next = last?.AddDays(1) ?? first;
        }

        return new Schedule(start, settings.ScaleFactor, phases.ToImmutable());
    }

    /// <summary>A phase by its id; null when there is none.</summary>
    public EditionPhase? Find(string phase) => _phases.FirstOrDefault(each => each.Phase.Id.Value == phase);

    /// <summary>Days from the programme's start to the day an item is due. An item without a due day is due at the end of its phase.</summary>
    /// <param name="phase">The item's phase.</param>
    /// <param name="due">When it is due; null for the end of its phase.</param>
    /// <param name="dayOfItem">The due day of another item; null when that one is not in the edition.</param>
    public int DueDay(string phase, Due? due, Func<string, int?> dayOfItem)
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
        return (from ?? 0) + (int)Math.Round(due.Offset.ApproximateDays * _scaleFactor, MidpointRounding.AwayFromZero);
    }

    /// <summary>A day of the programme as a date; null without dates.</summary>
    public DateOnly? Date(int day) => Start?.AddDays(day);

    private static DateOnly AfterAvoided(DateOnly day, ImmutableArray<DateRange> avoid)
    {
        foreach (var range in avoid.OrderBy(range => range.First))
        {
            day = day >= range.First && day <= range.Last ? range.Last.AddDays(1) : day;
        }

        return day;
    }

    private static DateOnly? LastDay(DateOnly first, Duration? length, decimal factor, ImmutableArray<DateRange> avoid)
    {
        if (length is not { } given)
        {
            return null;
        }

        var days = Math.Max(1, (int)Math.Round((given.After(first).DayNumber - first.DayNumber) * factor, MidpointRounding.AwayFromZero));
        var last = first.AddDays(days - 1);
        foreach (var range in avoid.OrderBy(range => range.First).Where(range => range.First >= first))
        {
            last = range.First <= last ? last.AddDays(range.Last.DayNumber - range.First.DayNumber + 1) : last;
        }

        return last;
    }
}
