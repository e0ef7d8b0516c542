using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Playbooks.Compiling;

/// <summary>Reads <c>{#id}</c> at the end of a heading; anywhere else it is an error, because nothing would come of it.</summary>
internal sealed class HeadingIdParser : InlineParser
{
    // Longer than any slug; keeps a line of many `{#` linear.
    private const int MaximumLength = 100;

    public HeadingIdParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '#')
        {
            return false;
        }

        var text = slice.AsSpan();
        var close = text[..Math.Min(text.Length, MaximumLength)].IndexOfAny('}', '\n');
        if (close < 0 || text[close] != '}')
        {
            return false;
        }

        var context = CompileContext.Of(processor);
        var position = processor.GetSourcePosition(slice.Start, out var line, out var column);
        var isAtEnd = text[(close + 1)..].Trim().IsEmpty;
        var id = text[2..close].ToString();
        var span = context.Span(position, close + 1);
        if (processor.Block is not HeadingBlock || !isAtEnd)
        {
            context.Report(DiagnosticCatalog.MisplacedHeadingId(span));
        }
        else if (!Slug.TryParse(id, out _))
        {
            context.Report(DiagnosticCatalog.MalformedHeadingId(id, span));
        }

        if (processor.Inline is LiteralInline before)
        {
            before.Content.TrimEnd();
        }

        processor.Inline = new HeadingIdInline(id)
        {
            Span = new Markdig.Syntax.SourceSpan(position, position + close),
            Line = line,
            Column = column,
        };
        slice.Start += close + 1;
        return true;
    }
}
