namespace Playbooks.Planning;

/// <summary>The items of one edition laid out in working days.</summary>
public sealed record Plan
{
    /// <summary>Whether the days are true dates. Without, the edition has no start: only weeks counted from <see cref="Start"/> may be shown.</summary>
    public required bool HasDates { get; init; }

    /// <summary>First day of the programme.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Last day that anything in the plan reaches: the end of a phase, or the day an item is due or done.</summary>
    public required DateOnly End { get; init; }

    /// <summary>The days on which people work.</summary>
    public required WorkCalendar Calendar { get; init; }

    /// <summary>All items of the edition, in its order.</summary>
    public required ImmutableArray<PlannedItem> Items { get; init; }

    /// <summary>The longest chain to each gate that items stand before, in the order of the gates, and the longest of all.</summary>
    public required ImmutableArray<Chain> Chains { get; init; }

    /// <summary>A day counted from the programme's start.</summary>
    public DateOnly Day(int fromStart) => WorkCalendar.Later(Start, fromStart);

    /// <summary>The week of the programme in which a day lies; 1 for the first seven days, 0 or less before the start.</summary>
    public int Week(DateOnly day)
    {
        const int DaysOfWeek = 7;
        return (int)Math.Floor((day.DayNumber - Start.DayNumber) / (double)DaysOfWeek) + 1;
    }
}

/// <summary>An item with the days a plan gives it. All days are days on which people work.</summary>
public sealed record PlannedItem
{
    /// <summary>The item.</summary>
    public required EditionItem Item { get; init; }

    /// <summary>Working days from beginning to end.</summary>
    public required int Days { get; init; }

    /// <summary>The first day on which work can begin.</summary>
    public required DateOnly EarliestStart { get; init; }

    /// <summary>The first day on which it can be done, when everything before it is done as early as can be.</summary>
    public required DateOnly EarliestFinish { get; init; }

    /// <summary>The last day its due rule allows.</summary>
    public required DateOnly Due { get; init; }

    /// <summary>The day to begin at the latest, so that neither it nor anything that waits for it is late.</summary>
    public required DateOnly LatestStart { get; init; }

    /// <summary>The day to be done at the latest, so that nothing that waits for it is late; never after <see cref="Due"/>.</summary>
    public required DateOnly LatestFinish { get; init; }

    /// <summary>Working days between the earliest and the latest finish; negative when it cannot be done in time.</summary>
    public required int Slack { get; init; }

    /// <summary>Items of the edition that come first and are not waived for good, in the order written.</summary>
    public required ImmutableArray<EditionItem> DependsOn { get; init; }

    /// <summary>The next three dates of a recurring item after <see cref="Due"/>; empty for others.</summary>
    public required ImmutableArray<DateOnly> Next { get; init; }

    /// <summary>Whether it is part of one of the plan's chains.</summary>
    public required bool IsCritical { get; init; }
}

/// <summary>Items that wait for one another and need more working days than any others before the same end.</summary>
/// <param name="Gate">The gate they lead to; null for the longest chain of the whole plan.</param>
/// <param name="Items">In the order they are done.</param>
/// <param name="Days">Working days of all of them.</param>
public sealed record Chain(EditionGate? Gate, ImmutableArray<EditionItem> Items, int Days);
