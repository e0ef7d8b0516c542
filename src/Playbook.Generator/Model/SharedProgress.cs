namespace Playbooks.Model;

/// <summary>How far an item is, as progress files and readers' browsers write it.</summary>
public static class ProgressStatus
{
    /// <summary>Not begun; also written when somebody takes a tick back.</summary>
    public const string ToDo = "todo";

    /// <summary>Begun.</summary>
    public const string Doing = "doing";

    /// <summary>Done.</summary>
    public const string Done = "done";

    /// <summary>Does not apply, for a reason that is written down.</summary>
    public const string NotApplicable = "not-applicable";

    /// <summary>A formal decision not to do it: who, why and until when.</summary>
    public const string Waived = "waived";

    /// <summary>All of them, in the order in which a reader chooses.</summary>
    public static ImmutableArray<string> All { get; } = [ToDo, Doing, Done, NotApplicable, Waived];
}

/// <summary>What an organization has committed about one item, in <c>input/progress/ORGANIZATION.yml</c>.</summary>
public sealed record SharedEntry
{
    /// <summary>The item, under its present or a former id.</summary>
    public required Located<ItemId> Item { get; init; }

    /// <summary>One of <see cref="ProgressStatus.All"/>.</summary>
    public required string Status { get; init; }

    /// <summary>Why it is waived or does not apply; null for other states.</summary>
    public string? Reason { get; init; }

    /// <summary>Who did it or decided; may be null.</summary>
    public string? By { get; init; }

    /// <summary>Last day of a waiver; null when it has no end.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>What shows that it is done; may be null.</summary>
    public string? Evidence { get; init; }

    /// <summary>Anything else; may be null.</summary>
    public string? Note { get; init; }

    /// <summary>Day on which it was done or decided; may be null.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Days on which a recurring item was done before, oldest first.</summary>
    public ImmutableArray<DateOnly> Earlier { get; init; } = [];
}
