namespace Playbooks.Model;

/// <summary>A thing to do, with a definition of done.</summary>
public sealed record ChecklistItem
{
    /// <summary>Stable for ever; readers' ticks are kept under it.</summary>
    public required ItemId Id { get; init; }

    /// <summary>An instruction of at most 90 characters.</summary>
    public required SlottedText Title { get; init; }

    /// <summary>Area the item is listed in; the area of its file unless it says otherwise.</summary>
    public required Located<string> Area { get; init; }

    /// <summary>What goes wrong without it.</summary>
    public required SlottedText Why { get; init; }

    /// <summary>Page (with an optional section) that explains it, or an area whose chapters are not written yet.</summary>
    public required Located<string> How { get; init; }

    /// <summary>Short steps; may be empty.</summary>
    public ImmutableArray<SlottedText> Steps { get; init; } = [];

    /// <summary>Observable facts; one to four.</summary>
    public required ImmutableArray<SlottedText> DoneWhen { get; init; }

    /// <summary>What a reader records when ticking.</summary>
    public required Located<string> Evidence { get; init; }

    /// <summary>The accountable role.</summary>
    public required Located<string> Owner { get; init; }

    /// <summary>Roles to involve; may be empty.</summary>
    public ImmutableArray<Located<string>> With { get; init; } = [];

    /// <summary>Phase in which it is done.</summary>
    public required Located<string> Phase { get; init; }

    /// <summary>When it is due; null means by the end of its phase.</summary>
    public Located<Due>? Due { get; init; }

    /// <summary>Effort of the owner's side.</summary>
    public required Located<string> Effort { get; init; }

    /// <summary>Priority.</summary>
    public required Located<string> Priority { get; init; }

    /// <summary>Gate before which it must be done or waived; null for none.</summary>
    public Located<string>? Gate { get; init; }

    /// <summary>Items that come first; one that does not apply to an organization counts as done.</summary>
    public ImmutableArray<Located<string>> DependsOn { get; init; } = [];

    /// <summary>Whether it applies to an organization.</summary>
    public Condition When { get; init; } = Condition.Always;

    /// <summary>Changes under conditions; for each field the first that matches wins.</summary>
    public ImmutableArray<ItemVariant> Variants { get; init; } = [];

    /// <summary>How often it comes back; null for once.</summary>
    public Duration? RepeatEvery { get; init; }

    /// <summary>Templates that help.</summary>
    public ImmutableArray<Located<string>> Templates { get; init; } = [];

    /// <summary>Plays that lead to it.</summary>
    public ImmutableArray<Located<string>> Plays { get; init; } = [];

    /// <summary>Assessment items it improves.</summary>
    public ImmutableArray<Located<string>> Questions { get; init; } = [];

    /// <summary>Sources it rests on.</summary>
    public ImmutableArray<Located<string>> Sources { get; init; } = [];

    /// <summary>Free words.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Ids under which readers may have ticked it before.</summary>
    public ImmutableArray<ItemId> Formerly { get; init; } = [];

    /// <summary>Version of the playbook that brought it; may be null.</summary>
    public string? Since { get; init; }

    /// <summary>Day of its last change in meaning; null when never changed.</summary>
    public DateOnly? Changed { get; init; }

    /// <summary>Where the item is written.</summary>
    public required SourceSpan Span { get; init; }
}

/// <summary>When an item is due.</summary>
/// <param name="From"><c>programme-start</c>, <c>phase-start</c>, <c>phase-end</c> or <c>item:ID</c>.</param>
/// <param name="Offset">How long after; may be negative.</param>
public sealed record Due(string From, Duration Offset)
{
    /// <summary>Counted from the programme's first day.</summary>
    public const string ProgrammeStart = "programme-start";

    /// <summary>Counted from the first day of the item's phase.</summary>
    public const string PhaseStart = "phase-start";

    /// <summary>Counted from the last day of the item's phase.</summary>
    public const string PhaseEnd = "phase-end";

    /// <summary>Start of a <c>From</c> that names another item.</summary>
    public const string ItemPrefix = "item:";

    /// <summary>The item it is counted from; null when it is counted from something else.</summary>
    public string? Item => From.StartsWith(ItemPrefix, StringComparison.Ordinal) ? From[ItemPrefix.Length..] : null;
}

/// <summary>Changed fields of an item; a null field is not changed.</summary>
public sealed record ItemChange
{
    /// <summary>New title.</summary>
    public SlottedText? Title { get; init; }

    /// <summary>New reason.</summary>
    public SlottedText? Why { get; init; }

    /// <summary>New steps; default when not changed.</summary>
    public ImmutableArray<SlottedText> Steps { get; init; }

    /// <summary>New definition of done; default when not changed.</summary>
    public ImmutableArray<SlottedText> DoneWhen { get; init; }

    /// <summary>New owner.</summary>
    public Located<string>? Owner { get; init; }

    /// <summary>New roles to involve; default when not changed.</summary>
    public ImmutableArray<Located<string>> With { get; init; }

    /// <summary>New due date.</summary>
    public Located<Due>? Due { get; init; }

    /// <summary>New phase.</summary>
    public Located<string>? Phase { get; init; }

    /// <summary>New effort.</summary>
    public Located<string>? Effort { get; init; }

    /// <summary>New priority.</summary>
    public Located<string>? Priority { get; init; }

    /// <summary>New gate; <c>none</c> takes the gate away.</summary>
    public Located<string>? Gate { get; init; }

    /// <summary>New explanation page.</summary>
    public Located<string>? How { get; init; }
}

/// <summary>A change of an item for organizations of a kind.</summary>
/// <param name="When">For which organizations.</param>
/// <param name="Change">What changes.</param>
/// <param name="Span">Where the variant is written.</param>
public sealed record ItemVariant(Condition When, ItemChange Change, SourceSpan Span);

/// <summary>An item that was given up.</summary>
/// <param name="Id">Its id, never used again.</param>
/// <param name="Note">Why; may be null.</param>
/// <param name="ReplacedBy">Item to look at instead; null for none.</param>
public sealed record RetiredItem(Located<ItemId> Id, string? Note, Located<string>? ReplacedBy);

/// <summary>A formal decision not to do an item although a gate asks for it.</summary>
/// <param name="By">Who decided.</param>
/// <param name="Reason">Why.</param>
/// <param name="Until">Last day of the decision; null when it has no end.</param>
/// <param name="Span">Where it is written.</param>
public sealed record Waiver(string By, string Reason, DateOnly? Until, SourceSpan Span);
