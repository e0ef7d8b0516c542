namespace Playbooks.Compiling;

/// <summary>
/// Finds the source text of sections. Overrides are compared with it, so it depends on nothing but what is written there.
/// </summary>
internal static class SectionSource
{
    /// <summary>
    /// The text from a section's first line to the next heading of the same or a higher level, or to the end of the
    /// conditional block it is in; line ends are LF, and empty lines at the end are left out.
    /// </summary>
    /// <param name="body">What the positions of the drafts count in.</param>
    /// <param name="drafts">All sections of the text, in order.</param>
    /// <param name="index">Which of them.</param>
    public static string Of(string body, IReadOnlyList<SectionDraft> drafts, int index)
    {
        var start = LineStart(body, drafts[index].Start);
        var end = Math.Max(start, LineStart(body, End(drafts, index)));
        var text = body.AsSpan(start, end - start).TrimEnd().ToString();
        return text.Contains('\r', StringComparison.Ordinal)
            ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
            : text;
    }

    private static int End(IReadOnlyList<SectionDraft> drafts, int index)
    {
        var section = drafts[index];
        for (var at = index + 1; at < drafts.Count; at++)
        {
            var next = drafts[at];
            var isEnd = section.Id is null || (next.Id is not null && next.Level <= section.Level);
            if (isEnd || !IsWithin(next.Scope, section.Scope))
            {
                return StartWithin(section.Scope, next);
            }
        }

        return section.Scope.End;
    }

    private static bool IsWithin(SectionScope scope, SectionScope outer)
    {
        for (SectionScope? each = scope; each is not null; each = each.Parent)
        {
            if (each == outer)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where the next section begins, seen from a scope: inside a further conditional block it begins with the block.</summary>
    private static int StartWithin(SectionScope scope, SectionDraft next)
    {
        var start = next.Start;
        for (SectionScope? each = next.Scope; each is not null; each = each.Parent)
        {
            if (each == scope)
            {
                return start;
            }

            start = each.Start;
        }

        return scope.End;
    }

    private static int LineStart(string body, int position) =>
        position >= body.Length ? body.Length : body.LastIndexOf('\n', Math.Max(0, position - 1), Math.Max(0, position)) + 1;
}
