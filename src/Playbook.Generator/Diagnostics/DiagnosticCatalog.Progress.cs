namespace Playbooks.Diagnostics;

/// <content>Former ids of items, and progress that organizations commit.</content>
public static partial class DiagnosticCatalog
{
    /// <summary>PB0550: a former id means something else as well.</summary>
    public static Diagnostic FormerIdClash(SourceSpan span, string item, string former, string other) =>
        Error("PB0550", $"`{item}` was formerly `{former}`, which is also {other}", span, "a former id leads to one item: take it out of one of the two places");

    /// <summary>PB0551: a progress file speaks of an item that was given up.</summary>
    public static Diagnostic ProgressOfRetiredItem(SourceSpan span, string item, SourceSpan retiredAt, string? replacedBy) =>
        Error("PB0551", $"the item `{item}` was retired in {retiredAt}", span, replacedBy is null ? "take it out of the file" : $"it was replaced by `{replacedBy}`");

    /// <summary>PB0552: a state needs a reason or a name.</summary>
    public static Diagnostic ProgressIncomplete(SourceSpan span, string item, string status, string field) =>
        Error("PB0552", $"`{item}` is {status} but has no `{field}`", span, $"add `{field}:`");

    /// <summary>PB0553: a progress file speaks of one item twice, once under its former id.</summary>
    public static Diagnostic ProgressTwice(SourceSpan span, string written, string item, SourceSpan first) =>
        Error("PB0553", $"`{written}` is the item `{item}`, which stands in {first} as well", span, "keep one of the two");

    /// <summary>PB0554: a progress file speaks of an item that is not in the organization's edition.</summary>
    public static Diagnostic ProgressOfAbsentItem(SourceSpan span, string item, string reason) =>
        Warning("PB0554", $"the progress of `{item}` is shown nowhere: {char.ToLowerInvariant(reason[0])}{reason[1..]}", span);
}
