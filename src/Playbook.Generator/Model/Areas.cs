namespace Playbooks.Model;

/// <summary>One side of the organization that a change touches: a group of chapters, checklist items and assessment items.</summary>
public sealed record ChangeArea
{
    /// <summary>Name used in references.</summary>
    public required Slug Id { get; init; }

    /// <summary>Folder below <c>input/areas</c> and first part of every URL of the area; the id unless the manifest says otherwise.</summary>
    public required Slug Folder { get; init; }

    /// <summary>First part of the ids of the area's items, without the hyphen.</summary>
    public required string Prefix { get; init; }

    /// <summary>Shown in navigation. Never empty.</summary>
    public required string Title { get; init; }

    /// <summary>One sentence for cards; may be null.</summary>
    public SlottedText? Summary { get; init; }

    /// <summary>Name of an icon of the theme; null for none.</summary>
    public Located<string>? Icon { get; init; }

    /// <summary>Quiet colour of the area as <c>#rrggbb</c>; null for the theme's own.</summary>
    public string? Colour { get; init; }

    /// <summary>The one question the area asks; may be null.</summary>
    public SlottedText? Question { get; init; }

    /// <summary>What working on the area is for; may be null.</summary>
    public SlottedText? Purpose { get; init; }

    /// <summary>Paragraphs that introduce the area; may be empty.</summary>
    public ImmutableArray<SlottedText> Introduction { get; init; } = [];

    /// <summary>Questions to ask in the area; may be empty.</summary>
    public ImmutableArray<SlottedText> Ask { get; init; } = [];

    /// <summary>Chapters in reading order; empty when the chapters say their order themselves.</summary>
    public ImmutableArray<Located<string>> ChapterOrder { get; init; } = [];

    /// <summary>Checklist items as listed. May be empty.</summary>
    public ImmutableArray<ChecklistItem> Items { get; init; } = [];

    /// <summary>Items that were given up; their ids are never used again.</summary>
    public ImmutableArray<RetiredItem> Retired { get; init; } = [];

    /// <summary>Assessment items as listed. May be empty.</summary>
    public ImmutableArray<AssessmentItem> Questions { get; init; } = [];

    /// <summary>Where the area is declared.</summary>
    public required SourceSpan Span { get; init; }
}

/// <summary>A group of pages that belongs to no area, such as an introduction or reference pages.</summary>
public sealed record PlaybookSection
{
    /// <summary>Folder below <c>input/sections</c> and first part of every URL of the section.</summary>
    public required Slug Id { get; init; }

    /// <summary>Shown in navigation. Never empty.</summary>
    public required string Title { get; init; }

    /// <summary>One sentence for cards; may be null.</summary>
    public SlottedText? Summary { get; init; }

    /// <summary>Whether the section stands before the areas (or after them).</summary>
    public required bool IsBeforeAreas { get; init; }

    /// <summary>Pages in reading order; empty when the pages say their order themselves.</summary>
    public ImmutableArray<Located<string>> ChapterOrder { get; init; } = [];

    /// <summary>Where the section is declared.</summary>
    public required SourceSpan Span { get; init; }
}

/// <summary>A stretch of the programme.</summary>
/// <param name="Id">Name used in references.</param>
/// <param name="Title">As shown.</param>
/// <param name="Length">Default length; null for a phase without end, which must be the last.</param>
/// <param name="Summary">One sentence; may be null.</param>
/// <param name="Span">Where it is declared.</param>
public sealed record Phase(Slug Id, string Title, Duration? Length, SlottedText? Summary, SourceSpan Span);

/// <summary>A point the programme passes only when its items are done or formally waived.</summary>
/// <param name="Id">Name used in references.</param>
/// <param name="Title">As shown.</param>
/// <param name="AtEndOf">Phase at whose end the gate stands.</param>
/// <param name="Summary">One sentence; may be null.</param>
/// <param name="Span">Where it is declared.</param>
public sealed record Gate(Slug Id, string Title, Located<string> AtEndOf, SlottedText? Summary, SourceSpan Span);

/// <summary>A role that owns or does work.</summary>
public sealed record Role
{
    /// <summary>Name used in references.</summary>
    public required Slug Id { get; init; }

    /// <summary>As shown when the organization names nobody.</summary>
    public required string Title { get; init; }

    /// <summary>What the role does; may be null.</summary>
    public SlottedText? Summary { get; init; }

    /// <summary>Role that takes over when the organization maps none to this one; null for none.</summary>
    public Located<string>? FallsBackTo { get; init; }

    /// <summary>Whether the role exists in an organization.</summary>
    public Condition When { get; init; } = Condition.Always;

    /// <summary>Where it is declared.</summary>
    public required SourceSpan Span { get; init; }
}

/// <summary>A length of time in calendar units.</summary>
/// <param name="Count">May be negative for an offset.</param>
/// <param name="Unit">What is counted.</param>
public readonly record struct Duration(int Count, DurationUnit Unit)
{
    // A month counts as 30 days where only order matters; dates are computed with calendar months.
    private const int DaysPerMonth = 30;

    /// <summary>Length in days, a month counted as 30.</summary>
    public int ApproximateDays => Unit switch
    {
        DurationUnit.Days => Count,
        DurationUnit.Weeks => Count * 7,
        _ => Count * DaysPerMonth,
    };

    /// <summary>The day that lies this far after another; the last or first day there is when it would lie beyond.</summary>
    public DateOnly After(DateOnly day)
    {
        try
        {
            return Unit switch
            {
                DurationUnit.Days => day.AddDays(Count),
                DurationUnit.Weeks => day.AddDays(Count * 7),
                _ => day.AddMonths(Count),
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            return Count < 0 ? DateOnly.MinValue : DateOnly.MaxValue;
        }
    }
}

/// <summary>Units of a duration, written <c>d</c>, <c>w</c>, <c>m</c>.</summary>
public enum DurationUnit
{
    /// <summary>Calendar days.</summary>
    Days,

    /// <summary>Seven days.</summary>
    Weeks,

    /// <summary>Calendar months.</summary>
    Months,
}
