using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Playbooks.Compiling;

/// <summary>Reads slots. Code spans and code blocks are read by others before, so braces in them stay text.</summary>
internal sealed class SlotInlineParser : InlineParser
{
    public SlotInlineParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '{')
        {
            return false;
        }

        var context = CompileContext.Of(processor);
        var text = slice.AsSpan();
        var length = SlotSyntax.LengthOf(text);
        var position = processor.GetSourcePosition(slice.Start, out var line, out var column);
        var span = context.Span(position, Math.Max(length, SlotSyntax.Open.Length));
        SlotExpression? expression = null;
        if (length == 0)
        {
            length = SlotSyntax.Open.Length;
            context.Report(DiagnosticCatalog.MalformedSlot("it has no `}}` in its line", span));
        }
        else
        {
            expression = SlotSyntax.Read(text[SlotSyntax.Open.Length..(length - SlotSyntax.Close.Length)], span, context.Diagnostics);
            if (expression is null)
            {
                context.CountProblem(span);
            }
        }

        processor.Inline = expression is null
            ? new LiteralInline(new StringSlice(slice.Text, slice.Start, slice.Start + length - 1)) { IsClosed = true }
            : new SlotInline(expression);
        processor.Inline.Span = new Markdig.Syntax.SourceSpan(position, position + length - 1);
        processor.Inline.Line = line;
        processor.Inline.Column = column;
        slice.Start += length;
        return true;
    }
}
