namespace Playbooks.Writing;

/// <summary>
/// Names of the folders a build works in, beside the editions: <c>.&lt;edition&gt;.&lt;process&gt;.stage</c> holds a site
/// that is being written or thrown away, <c>.old</c> one that was set aside, <c>.part</c> is a file that is being written. Recovery knows from the name alone what a
/// crashed build was doing. No edition begins with a dot, so the names never meet.
/// </summary>
internal static class WorkingName
{
    public const string Stage = ".stage";
    public const string SetAside = ".old";
    public const string UnfinishedFile = ".part";

    /// <summary>The name for an edition in this process.</summary>
    public static string Of(Slug edition, string kind) =>
        string.Create(CultureInfo.InvariantCulture, $".{edition}.{Environment.ProcessId}{kind}");

    /// <summary>Reads a name; false when it is not one of ours, and then it must be left alone.</summary>
    public static bool TryParse(string name, out Slug edition, out string kind)
    {
        kind = name.EndsWith(Stage, StringComparison.Ordinal) ? Stage
            : name.EndsWith(UnfinishedFile, StringComparison.Ordinal) ? UnfinishedFile
            : SetAside;
        edition = default;
        if (!name.StartsWith('.') || !name.EndsWith(kind, StringComparison.Ordinal))
        {
            return false;
        }

        var middle = name[1..^kind.Length];
        var dot = middle.LastIndexOf('.');
        return dot > 0
            && dot + 1 < middle.Length
            && middle.AsSpan(dot + 1).IndexOfAnyExceptInRange('0', '9') < 0
            && Slug.TryParse(middle[..dot], out edition);
    }
}
