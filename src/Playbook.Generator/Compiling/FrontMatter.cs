namespace Playbooks.Compiling;

/// <summary>Finds the YAML at the start of a Markdown file: the lines between two lines of <c>---</c>.</summary>
public static class FrontMatter
{
    private const string Fence = "---";

    /// <summary>
    /// The place of the front matter, or null when the file does not begin with <c>---</c>. All three are 0-based offsets or
    /// lengths in UTF-16 units. Positions are found by ordinal search: under a Thai culture an ordinary search finds
    /// <c>"\n---"</c> at offset 0 of any text.
    /// </summary>
    /// <param name="source">The whole file.</param>
    /// <param name="diagnostics">Receives PB0409 when there is no second fence; null is returned then as well.</param>
    public static (int YamlStart, int YamlLength, int BodyOffset)? Split(SourceText source, DiagnosticBag? diagnostics = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        var text = source.Text.AsSpan();
        if (!IsFence(LineAt(text, 0)))
        {
            return null;
        }

        var yamlStart = NextLine(text, 0);
        for (var at = yamlStart; at < text.Length; at = NextLine(text, at))
        {
            if (IsFence(LineAt(text, at)))
            {
                return (yamlStart, at - yamlStart, NextLine(text, at));
            }
        }

        diagnostics?.Add(DiagnosticCatalog.UnclosedFrontMatter(source.Span(0, Fence.Length)));
        return null;
    }

    private static bool IsFence(ReadOnlySpan<char> line) => line.TrimEnd(" \t\r\n").SequenceEqual(Fence);

    private static ReadOnlySpan<char> LineAt(ReadOnlySpan<char> text, int start) => text[start..NextLine(text, start)];

    private static int NextLine(ReadOnlySpan<char> text, int start)
    {
        var end = text[start..].IndexOf('\n');
        return end < 0 ? text.Length : start + end + 1;
    }
}
