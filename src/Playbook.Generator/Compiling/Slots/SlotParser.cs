using System.Text;

namespace Playbooks.Compiling;

/// <summary>Reads the slots of a plain text: a title, a checklist item, a sentence of the assessment.</summary>
/// <remarks>
/// In: a text that is neither Markdown nor HTML. Out: its literal pieces and slots in order. <c>\{{</c> stands for the two
/// braces. A slot that cannot be read gives PB0320 and stays in the text as it is written.
/// </remarks>
public static class SlotParser
{
    private const string Escaped = @"\{{";

    /// <summary>Reads a text that was written as a YAML scalar or between quotes in Markdown.</summary>
    /// <param name="text">The text after YAML has unfolded and unescaped it.</param>
    /// <param name="span">
    /// Where the text is written. Slots get their own place when the source shows the text unchanged there, after at most one
    /// quote; in a folded or escaped text each slot has the place of the whole.
    /// </param>
    /// <param name="diagnostics">Receives PB0320.</param>
    /// <returns>At least one part, even for an empty text.</returns>
    public static SlottedText ParseText(string text, SourceSpan span, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (!text.Contains(SlotSyntax.Open, StringComparison.Ordinal))
        {
            return new SlottedText(text, [new TextPart(text, null)], span);
        }

        var parts = ImmutableArray.CreateBuilder<TextPart>();
        var literal = new StringBuilder();
        var offset = OffsetOf(text, span);
        var at = 0;
        while (at < text.Length)
        {
            var rest = text.AsSpan(at);
            if (rest.StartsWith(Escaped, StringComparison.Ordinal))
            {
                literal.Append(SlotSyntax.Open);
                at += Escaped.Length;
            }
            else if (rest.StartsWith(SlotSyntax.Open, StringComparison.Ordinal))
            {
                var length = SlotSyntax.LengthOf(rest);
                var place = offset is { } start ? span.Source.Span(start + at, Math.Max(length, SlotSyntax.Open.Length)) : span;
                at += Slot(rest, length, place, parts, literal, diagnostics);
            }
            else
            {
                literal.Append(text[at]);
                at++;
            }
        }

        AddLiteral(parts, literal);
        return new SlottedText(text, parts.Count == 0 ? [new TextPart("", null)] : parts.ToImmutable(), span);
    }

    /// <summary>Adds the slot a text begins with, or its braces as they stand, and says how many characters that were.</summary>
    private static int Slot(
        ReadOnlySpan<char> rest,
        int length,
        SourceSpan place,
        ImmutableArray<TextPart>.Builder parts,
        StringBuilder literal,
        DiagnosticBag diagnostics)
    {
        if (length == 0)
        {
            diagnostics.Add(DiagnosticCatalog.MalformedSlot("it has no `}}` in its line", place));
            literal.Append(SlotSyntax.Open);
            return SlotSyntax.Open.Length;
        }

        if (SlotSyntax.Read(rest[SlotSyntax.Open.Length..(length - SlotSyntax.Close.Length)], place, diagnostics) is { } slot)
        {
            AddLiteral(parts, literal);
            parts.Add(new TextPart(null, slot));
        }
        else
        {
            literal.Append(rest[..length]);
        }

        return length;
    }

    private static void AddLiteral(ImmutableArray<TextPart>.Builder parts, StringBuilder literal)
    {
        if (literal.Length > 0)
        {
            parts.Add(new TextPart(literal.ToString(), null));
            literal.Clear();
        }
    }

    private static int? OffsetOf(string text, SourceSpan span)
    {
        if (span.Source is null)
        {
            return null;
        }

        var start = span.Source.Offset(span.Line, span.Column);
        var written = span.Source.Text.AsSpan(start);
        if (written.StartsWith(text, StringComparison.Ordinal))
        {
            return start;
        }

        var isQuoted = !written.IsEmpty && written[0] is '"' or '\'';
        return isQuoted && written[1..].StartsWith(text, StringComparison.Ordinal) ? start + 1 : null;
    }
}
