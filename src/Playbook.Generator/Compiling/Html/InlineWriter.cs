using Markdig.Extensions.TaskLists;
using Markdig.Syntax.Inlines;

namespace Playbooks.Compiling;

/// <summary>Writes what stands inside a paragraph, heading or cell. What is not listed here is not published.</summary>
internal sealed class InlineWriter
{
    /// <summary>Nesting of emphasis, links and brackets; Markdig's own limit is 128.</summary>
    public const int MaximumDepth = 140;

    private readonly CompileContext _context;
    private readonly FragmentWriter _writer;
    private readonly LinkWriter _links;
    private bool _isProse;

    public InlineWriter(CompileContext context, FragmentWriter writer)
    {
        _context = context;
        _writer = writer;
        _links = new LinkWriter(context, writer, this);
    }

    /// <summary>Writes what a paragraph holds. Words of the glossary are marked here, not in headings, cells or links.</summary>
    public void WriteProse(ContainerInline? container)
    {
        _isProse = true;
        WriteChildren(container);
        _isProse = false;
    }

    /// <summary>Writes what a container holds, not the container itself.</summary>
    public void WriteChildren(ContainerInline? container, int depth = 0)
    {
        if (container is null)
        {
            return;
        }

        if (depth > MaximumDepth)
        {
            _context.Report(DiagnosticCatalog.NestedTooDeeply(_context.Span(container)));
            return;
        }

        for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            Write(inline, depth);
        }
    }

    private void Write(Inline inline, int depth)
    {
        switch (inline)
        {
            case LiteralInline literal:
                WriteLiteral(literal);
                break;
            case SlotInline slot:
                _writer.Add(new FragmentSlot.Value(_writer.Position, slot.Expression));
                break;
            case LineBreakInline lineBreak:
                _writer.EndWord();
                _writer.Write(lineBreak.IsHard ? "<br>\n"u8 : " "u8);
                break;
            case EmphasisInline emphasis:
                WriteEmphasis(emphasis, depth);
                break;
            case LinkInline link:
                _links.Write(link, depth);
                break;
            case CitationInline citation:
                _links.Write(citation);
                break;
            case AutolinkInline link:
                _links.Write(link);
                break;
            case CodeInline code:
                _writer.Write("<code>"u8);
                _writer.WriteText(code.ContentSpan);
                _writer.Write("</code>"u8);
                break;
            case HtmlEntityInline entity:
                WriteEntity(entity);
                break;
            case TaskList task:
                WriteTask(task);
                break;
            case HeadingIdInline:
                break;
            case HtmlInline html:
                if (!HtmlComments.IsComment(html.Tag))
                {
                    _context.Report(DiagnosticCatalog.HtmlInMarkdown(_context.FirstLine(html)));
                }

                break;
            case DelimiterInline delimiter:
                _writer.WriteText(delimiter.ToLiteral());
                WriteChildren(delimiter, depth + 1);
                break;
            case ContainerInline container when container.GetType() == typeof(ContainerInline):
                WriteChildren(container, depth + 1);
                break;
            default:
                // Only an extension that nobody allowed makes other inlines: a bug of ours, and nothing is published.
                throw new InvalidOperationException($"no renderer for {inline.GetType().Name}");
        }
    }

    private void WriteLiteral(LiteralInline literal)
    {
        var text = literal.Content.AsSpan();
        if (UnreadLinks.PositionIn(text, literal.IsFirstCharacterEscaped) is { } unread)
        {
            _context.Report(DiagnosticCatalog.UnreadLink(_context.Span(literal.Span.Start + unread, 2)));
        }

        if (_links.IsInLink && ItemId.TryParse(text.ToString(), out _))
        {
            // An id is one word, and is not broken at its hyphen.
            _writer.Write("<span class=\"ref\">"u8);
            _writer.WriteText(text);
            _writer.Write("</span>"u8);
            return;
        }

        if (!_isProse || _links.IsInLink)
        {
            _writer.WriteText(text);
            return;
        }

        var written = 0;
        foreach (var (start, length, entry) in _context.Options.Glossary.FindAll(text))
        {
            _writer.WriteText(text[written..start]);
            var position = _writer.Position;
            written = start + length;
            _writer.WriteText(text[start..written]);
            _writer.AddUncounted(new FragmentSlot.GlossaryUse(position, _writer.Position - position, entry));
        }

        _writer.WriteText(text[written..]);
    }

    private void WriteEmphasis(EmphasisInline emphasis, int depth)
    {
        var isDeleted = emphasis.DelimiterChar == '~';
        var isStrong = emphasis.DelimiterCount == 2;
        _writer.Write(isDeleted ? "<s>"u8 : isStrong ? "<strong>"u8 : "<em>"u8);
        WriteChildren(emphasis, depth + 1);
        _writer.Write(isDeleted ? "</s>"u8 : isStrong ? "</strong>"u8 : "</em>"u8);
    }

    private void WriteEntity(HtmlEntityInline entity)
    {
        var text = entity.Transcoded.AsSpan();
        foreach (var character in text)
        {
            if (TextGuard.IsForbidden(character))
            {
                _context.Report(DiagnosticCatalog.ForbiddenCharacter(character, _context.Span(entity)));
                return;
            }
        }

        _writer.WriteText(text);
    }

    /// <summary>A box that is looked at, not ticked: a form control without a label and a purpose would be in everybody's way.</summary>
    private void WriteTask(TaskList task)
    {
        _writer.Write("<span class=\"task\" role=\"img\" aria-label=\""u8);
        _writer.AddUncounted(new FragmentSlot.InterfaceText(
            _writer.Position, task.Checked ? InterfaceTextKeys.TaskDone : InterfaceTextKeys.TaskOpen, null));
        _writer.Write("\">"u8);
        _writer.Write(task.Checked ? "☑"u8 : "☐"u8);
        _writer.Write("</span>"u8);
    }
}
