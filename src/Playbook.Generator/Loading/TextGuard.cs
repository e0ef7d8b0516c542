using System.Buffers;

namespace Playbooks.Loading;

/// <summary>
/// Refuses characters that no text of a playbook needs and that can do harm: control characters (they break XML outputs and
/// terminals), U+0085 (YAML takes it for a line end), marks that change the direction of what follows (they make text read
/// differently from what it says), a byte order mark inside the text, and private-use characters (slots are marked with them).
/// </summary>
internal static class TextGuard
{
    private static readonly SearchValues<char> Refused = SearchValues.Create(
    [
        .. Range('\u0000', '\u0008'), '\u000B', '\u000C', .. Range('\u000E', '\u001F'), .. Range('\u007F', '\u009F'),
        .. Range('\u202A', '\u202E'), .. Range('\u2066', '\u2069'), '\u2028', '\u2029', '\uFEFF', '\uFFFE', '\uFFFF',
        .. Range('\uE000', '\uF8FF'),
    ]);

    /// <summary>True when the text is harmless; the first refused character is reported.</summary>
    public static bool Check(SourceText source, DiagnosticBag diagnostics)
    {
        var at = source.Text.AsSpan().IndexOfAny(Refused);
        if (at < 0)
        {
            return true;
        }

        diagnostics.Add(DiagnosticCatalog.InvalidText(source.Span(at, 1), Name(source.Text[at])));
        return false;
    }

    /// <summary>The first refused character of a text; null when there is none.</summary>
    public static char? Find(ReadOnlySpan<char> text) => text.IndexOfAny(Refused) is >= 0 and var at ? text[at] : null;

    /// <summary>A refused character in an author's words.</summary>
    public static string Name(char character)
    {
        var kind = character switch
        {
            '\uFEFF' => "a byte order mark inside the text",
            >= '\uE000' and <= '\uF8FF' => "a private-use character",
            >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' => "a mark that changes the direction of the text",
            '\u2028' or '\u2029' or '\u0085' => "an unusual line end",
            _ => "a control character",
        };
        return $"{kind} (U+{(int)character:X4})";
    }

    private static IEnumerable<char> Range(char first, char last) => Enumerable.Range(first, last - first + 1).Select(code => (char)code);
}
