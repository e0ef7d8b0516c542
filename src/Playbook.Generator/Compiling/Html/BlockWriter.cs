using System.Buffers;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;

namespace Playbooks.Compiling;

/// <summary>Where a block stands.</summary>
/// <param name="Name">What holds it, in the author's words; empty at the top of a text, where headings are allowed.</param>
/// <param name="Depth">How many blocks are around it.</param>
internal readonly record struct BlockPlace(string Name, int Depth);

/// <summary>Writes blocks as HTML. What is not listed here is not published.</summary>
internal sealed class BlockWriter
{
    private static readonly SearchValues<char> LanguageCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789+#-");

    private readonly CompileContext _context;
    private readonly FragmentWriter _writer;
    private readonly InlineWriter _inlines;
    private readonly TableWriter _tables;
    private readonly CalloutWriter _callouts;

    public BlockWriter(CompileContext context, FragmentWriter writer, HeadingIds ids)
    {
        _context = context;
        _writer = writer;
        _inlines = new InlineWriter(context, writer);
        _tables = new TableWriter(context, writer, _inlines);
        _callouts = new CalloutWriter(context, writer, this, ids);
    }

    /// <summary>For headings, which are written by <see cref="SectionCompiler"/>.</summary>
    public InlineWriter Inlines => _inlines;

    /// <summary>True for blocks that are part of the tree and not of the page.</summary>
    public static bool IsInvisible(Block block) =>
        block is LinkReferenceDefinitionGroup or LinkReferenceDefinition or EmptyBlock
        || (block is HtmlBlock html && HtmlComments.IsComment(html));

    public void WriteChildren(ContainerBlock container, BlockPlace place)
    {
        for (var at = 0; at < container.Count; at++)
        {
            Write(container, at, place);
        }
    }

    /// <summary>Writes one block of a container.</summary>
    public void Write(ContainerBlock container, int index, BlockPlace place)
    {
        _writer.EndWord();
        var block = container[index];
        switch (block)
        {
            case ParagraphBlock paragraph:
                _writer.Write("<p>"u8);
                _inlines.WriteChildren(paragraph.Inline);
                _writer.Write("</p>\n"u8);
                break;
            case ListBlock list:
                WriteList(list, place.Depth);
                break;
            case Table table:
                _tables.Write(table);
                break;
            case DirectiveBlock directive:
                WriteDirective(container, index, directive, place);
                break;
            case QuoteBlock quote:
                _writer.Write("<blockquote>\n"u8);
                WriteChildren(quote, new BlockPlace("quotation", place.Depth + 1));
                _writer.Write("</blockquote>\n"u8);
                break;
            case CodeBlock code:
                WriteCode(code);
                break;
            case ThematicBreakBlock:
                _writer.Write("<hr>\n"u8);
                break;
            case HeadingBlock heading:
                _context.Report(DiagnosticCatalog.MisplacedHeading(place.Name, _context.FirstLine(heading)));
                break;
            case HtmlBlock { Type: HtmlBlockType.Comment } html when !HtmlComments.IsComment(html):
                _context.Report(DiagnosticCatalog.UnfinishedComment(_context.FirstLine(html)));
                break;
            case HtmlBlock { Type: not HtmlBlockType.Comment } html:
                _context.Report(DiagnosticCatalog.HtmlInMarkdown(_context.FirstLine(html)));
                break;
            case var _ when IsInvisible(block):
                break;
            default:
                _context.Report(DiagnosticCatalog.UnsupportedMarkdown(block.GetType().Name, _context.FirstLine(block)));
                break;
        }
    }

    private void WriteDirective(ContainerBlock container, int index, DirectiveBlock directive, BlockPlace place)
    {
        switch (directive.Kind)
        {
            case DirectiveKind.Callout:
                _callouts.Write(directive, place.Depth);
                return;
            case DirectiveKind.When or DirectiveKind.Else:
                var range = _writer.OpenRange(ConditionalBlocks.ConditionOf(_context, container, index));
                WriteChildren(directive, place with { Depth = place.Depth + 1 });
                _writer.CloseRange(range);
                return;
            case DirectiveKind.Override:
                _context.Report(DiagnosticCatalog.MisplacedOverride(directive.Fence.Name, isOverrideFile: true, directive.FenceSpan));
                break;
        }

        // Something was reported; what is inside may hold more, and its headings are not to blame.
        for (var at = 0; at < directive.Count; at++)
        {
            if (directive[at] is not HeadingBlock)
            {
                Write(directive, at, place with { Depth = place.Depth + 1 });
            }
        }
    }

    private void WriteList(ListBlock list, int depth)
    {
        var hasTasks = false;
        foreach (var item in list)
        {
            hasTasks |= IsTask(item);
        }

        _writer.Write(list.IsOrdered ? "<ol"u8 : "<ul"u8);
        _writer.Write(hasTasks ? " class=\"task-list\""u8 : ""u8);
        if (list.IsOrdered && int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start) && start != 1)
        {
            _writer.Write(" start=\""u8);
            _writer.WriteEscaped(start.ToString(CultureInfo.InvariantCulture));
            _writer.Write("\""u8);
        }

        _writer.Write(">\n"u8);
        foreach (var item in list)
        {
            _writer.EndWord();
            _writer.Write(IsTask(item) ? "<li class=\"task-item\">"u8 : "<li>"u8);
            WriteItem((ContainerBlock)item, list.IsLoose, new BlockPlace("list", depth + 2));
            _writer.Write("</li>\n"u8);
        }

        _writer.Write(list.IsOrdered ? "</ol>\n"u8 : "</ul>\n"u8);
    }

    /// <summary>An item of a tight list holds its text without paragraphs.</summary>
    private void WriteItem(ContainerBlock item, bool isLoose, BlockPlace place)
    {
        for (var at = 0; at < item.Count; at++)
        {
            if (!isLoose && item[at] is ParagraphBlock paragraph)
            {
                _writer.Write(at > 0 ? "\n"u8 : ""u8);
                _inlines.WriteChildren(paragraph.Inline);
            }
            else
            {
                _writer.Write("\n"u8);
                Write(item, at, place);
            }
        }
    }

    private static bool IsTask(Block item) =>
        item is ListItemBlock { Count: > 0 } block && block[0] is ParagraphBlock { Inline.FirstChild: TaskList };

    /// <summary>Code scrolls sideways on a narrow screen, so it can be reached by keyboard.</summary>
    private void WriteCode(CodeBlock code)
    {
        _writer.Write("<pre tabindex=\"0\"><code"u8);
        if (code is FencedCodeBlock { Info: { Length: > 0 } info } fenced)
        {
            if (info.AsSpan().ContainsAnyExcept(LanguageCharacters) || !string.IsNullOrEmpty(fenced.Arguments))
            {
                _context.Report(DiagnosticCatalog.MalformedCodeLanguage(_context.FirstLine(code)));
            }

            _writer.Write(" class=\"language-"u8);
            _writer.WriteEscaped(info);
            _writer.Write("\""u8);
        }

        _writer.Write(">"u8);
        for (var at = 0; at < code.Lines.Count; at++)
        {
            _writer.WriteText(code.Lines.Lines[at].Slice.AsSpan());
            _writer.WriteText("\n");
        }

        _writer.Write("</code></pre>\n"u8);
    }
}
