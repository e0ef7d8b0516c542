using System.Text;
using Markdig.Syntax.Inlines;

namespace Playbooks.Compiling;

/// <summary>The bare words of a heading, an image or a table cell, with slots, without markup.</summary>
internal sealed class TitleText
{
    private readonly ImmutableArray<TextPart>.Builder _parts = ImmutableArray.CreateBuilder<TextPart>();
    private readonly StringBuilder _literal = new();
    private readonly StringBuilder _source = new();

    /// <summary>Reads the words; at least one part is returned.</summary>
    public static SlottedText Read(CompileContext context, ContainerInline? inline)
    {
        var text = new TitleText();
        var span = inline is null ? context.Span(0, 1) : context.Span(inline);
        text.Append(inline, 0);
        text.Flush();
        var parts = text._parts.Count == 0 ? [new TextPart("", null)] : text._parts.ToImmutable();
        return new SlottedText(text._source.ToString().Trim(), parts, span);
    }

    /// <summary>True when a reader, or a screen reader, has something to read.</summary>
    public static bool HasWords(ContainerInline? container, int depth = 0)
    {
        if (container is null || depth > InlineWriter.MaximumDepth)
        {
            return false;
        }

        for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            var hasWords = inline switch
            {
                LiteralInline literal => !literal.Content.AsSpan().IsWhiteSpace(),
                HtmlEntityInline entity => !entity.Transcoded.AsSpan().IsWhiteSpace(),
                CodeInline code => !code.ContentSpan.IsWhiteSpace(),
                SlotInline or AutolinkInline or DelimiterInline => true,
                ContainerInline inner => HasWords(inner, depth + 1),
                _ => false,
            };
            if (hasWords)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Writes the words into an attribute value.</summary>
    public static void WriteAttribute(FragmentWriter writer, SlottedText text)
    {
        foreach (var part in text.Parts)
        {
            if (part.Slot is { } slot)
            {
                writer.AddUncounted(new FragmentSlot.Value(writer.Position, slot));
            }
            else
            {
                writer.WriteEscaped(part.Literal);
            }
        }
    }

    private void Append(ContainerInline? container, int depth)
    {
        if (container is null || depth > InlineWriter.MaximumDepth)
        {
            return;
        }

        for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            Append(inline, depth);
        }
    }

    private void Append(Inline inline, int depth)
    {
        switch (inline)
        {
            case LiteralInline literal:
                Append(literal.Content.AsSpan());
                break;
            case CodeInline code:
                Append(code.ContentSpan);
                break;
            case HtmlEntityInline entity:
                Append(entity.Transcoded.AsSpan());
                break;
            case LineBreakInline:
                Append(" ");
                break;
            case AutolinkInline link:
                Append(link.Url);
                break;
            case SlotInline slot:
                Flush();
                _parts.Add(new TextPart(null, slot.Expression));
                _source.Append("{{ ").Append(slot.Expression).Append(" }}");
                break;
            case DelimiterInline delimiter:
                Append(delimiter.ToLiteral());
                Append(delimiter, depth + 1);
                break;
            case ContainerInline container:
                Append(container, depth + 1);
                break;
        }
    }

    private void Append(ReadOnlySpan<char> text)
    {
        _literal.Append(text);
        _source.Append(text);
    }

    private void Flush()
    {
        if (_literal.Length > 0)
        {
            _parts.Add(new TextPart(_literal.ToString(), null));
            _literal.Clear();
        }
    }
}
