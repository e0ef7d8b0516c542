using Markdig.Helpers;
using Markdig.Parsers;

namespace Playbooks.Compiling;

/// <summary>
/// Reads citations. It comes before links and leaves <c>[@handle](https://…)</c> to them: a name of an account is a
/// likely text of a link.
/// </summary>
internal sealed class CitationParser : InlineParser
{
    // Longer than any slug; keeps a line of many `[@` linear.
    private const int MaximumLength = 160;

    public CitationParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '@')
        {
            return false;
        }

        var text = slice.AsSpan();
        var close = text[..Math.Min(text.Length, MaximumLength)].IndexOf(']');
        if (close < 0 || IsTextOfLink(text[(close + 1)..]))
        {
            return false;
        }

        var context = CompileContext.Of(processor);
        var position = processor.GetSourcePosition(slice.Start, out var line, out var column);
        var id = text[2..close].ToString();
        if (!Slug.TryParse(id, out _))
        {
            context.Report(DiagnosticCatalog.MalformedCitation(context.Span(position, close + 1)));
        }

        processor.Inline = new CitationInline(new Located<string>(id, context.Span(position + 2, id.Length)))
        {
            Span = new Markdig.Syntax.SourceSpan(position, position + close),
            Line = line,
            Column = column,
        };
        slice.Start += close + 1;
        return true;
    }

    /// <summary>True when an address or the name of one follows the brackets; another citation may follow as well.</summary>
    private static bool IsTextOfLink(ReadOnlySpan<char> rest) =>
        rest.StartsWith("(", StringComparison.Ordinal)
        || (rest.StartsWith("[", StringComparison.Ordinal) && !rest.StartsWith("[@", StringComparison.Ordinal));
}
