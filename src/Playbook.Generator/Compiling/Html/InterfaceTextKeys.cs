namespace Playbooks.Compiling;

/// <summary>Keys of the sentences that compiled texts take from the edition's language.</summary>
internal static class InterfaceTextKeys
{
    /// <summary>Label of the link from a heading to itself.</summary>
    public const string Anchor = "link.anchor";

    /// <summary>When a callout was last reviewed; <c>{0}</c> is an ISO date.</summary>
    public const string Reviewed = "callout.reviewed";

    /// <summary>Label of a box that is not ticked.</summary>
    public const string TaskOpen = "task.open";

    /// <summary>Label of a ticked box.</summary>
    public const string TaskDone = "task.done";

    /// <summary>Label of a table whose header says nothing.</summary>
    public const string Table = "table.label";
}
