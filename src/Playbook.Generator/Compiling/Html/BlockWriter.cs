using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Playbooks.Compiling;

/// <summary>Writes blocks as HTML. What is not listed here is not published.</summary>
internal sealed class BlockWriter
{
    private readonly CompileContext _context;
    private readonly FragmentWriter _writer;
    private readonly ListWriter _lists;
    private readonly TableWriter _tables;
    private readonly CodeWriter _code;
    private readonly CalloutWriter _callouts;

    public BlockWriter(CompileContext context, FragmentWriter writer, HeadingIds ids)
    {
        _context = context;
        _writer = writer;
        Inlines = new InlineWriter(context, writer);
        _lists = new ListWriter(writer, Inlines, this);
        _tables = new TableWriter(context, writer, Inlines);
        _code = new CodeWriter(context, writer);
        _callouts = new CalloutWriter(context, writer, this, ids);
    }

    /// <summary>Writes what stands inside a block.</summary>
    public InlineWriter Inlines { get; }

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
                Inlines.WriteProse(paragraph.Inline);
                _writer.Write("</p>\n"u8);
                break;
            case ListBlock list:
                _lists.Write(list, place);
                break;
            case Table table:
                _tables.Write(table);
                break;
            case DirectiveBlock directive:
                WriteDirective(container, index, directive, place);
                break;
            case QuoteBlock quote:
                _writer.Write("<blockquote>\n"u8);
                WriteChildren(quote, place.Inside("quotation"));
                _writer.Write("</blockquote>\n"u8);
                break;
            case CodeBlock code:
                _code.Write(code);
                break;
            case ThematicBreakBlock:
                _writer.Write("<hr>\n"u8);
                break;
            default:
                Refuse(block, place);
                break;
        }
    }

    private void WriteDirective(ContainerBlock container, int index, DirectiveBlock directive, BlockPlace place)
    {
        switch (directive.Kind)
        {
            case DirectiveKind.Callout:
                _callouts.Write(directive, place);
                break;
            case DirectiveKind.When or DirectiveKind.Else:
                var range = _writer.OpenRange(ConditionalBlocks.ConditionOf(_context, container, index));
                WriteChildren(directive, place);
                _writer.CloseRange(range);
                break;
            case DirectiveKind.Override:
                _context.Report(DiagnosticCatalog.MisplacedOverride(directive.Fence.Name, isOverrideFile: true, directive.FenceSpan));
                WriteChildren(directive, BlockPlace.Top);
                break;
            default:
                // Something was reported; what is inside may hold more, and its headings are not to blame.
                WriteChildren(directive, BlockPlace.Top);
                break;
        }
    }

    private void Refuse(Block block, BlockPlace place)
    {
        if (IsInvisible(block) || (block is HeadingBlock && place == BlockPlace.Top))
        {
            return;
        }

        var span = _context.FirstLine(block);
        _context.Report(block switch
        {
            HeadingBlock => DiagnosticCatalog.MisplacedHeading(place.Name, span),
            HtmlBlock { Type: HtmlBlockType.Comment } => DiagnosticCatalog.UnfinishedComment(span),
            HtmlBlock => DiagnosticCatalog.HtmlInMarkdown(span),
            // Only an extension that nobody allowed makes other blocks: a bug of ours, and nothing is published.
            _ => throw new InvalidOperationException($"no renderer for {block.GetType().Name}"),
        });
    }
}
