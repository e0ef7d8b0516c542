using Markdig.Parsers;
using Markdig.Syntax;

namespace Playbooks.Compiling;

/// <summary>Reads directives: containers between lines of colons.</summary>
/// <remarks>
/// A line of colons closes the innermost open directive with exactly as many colons that began in the same column; so a
/// block around others may have more colons, and forgetting one is found at the line where it was opened. <c>else</c> ends the
/// <c>when</c> before it and becomes its next sibling; <see cref="ConditionalBlocks"/> joins the two.
/// </remarks>
internal sealed class DirectiveParser : BlockParser
{
    public DirectiveParser() => OpeningCharacters = [':'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || !DirectiveLine.TryRead(processor.Line, out var line))
        {
            return BlockState.None;
        }

        var context = CompileContext.Of(processor);
        var span = context.Span(line.Start, line.Length);
        if (line.IsClosing)
        {
            context.Report(DiagnosticCatalog.FenceWithoutDirective(span));
            return BlockState.BreakDiscard;
        }

        var arguments = DirectiveArguments.Read(context, line);
        var kind = DirectiveNames.KindOf(context, line);
        processor.NewBlocks.Push(new DirectiveBlock(this)
        {
            Kind = kind,
            Fence = line,
            Arguments = arguments,
            FenceSpan = span,
            Condition = kind == DirectiveKind.When ? DirectiveNames.ConditionOf(context, arguments, span) : Condition.Always,
            Column = processor.Column,
            Line = processor.LineIndex,
            Span = new Markdig.Syntax.SourceSpan(line.Start, line.Start + line.Length - 1),
        });
        return BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var directive = (DirectiveBlock)block;
        if (!Ends(processor, directive, out var line))
        {
            // What is inside decides itself about its indentation.
            processor.GoToColumn(processor.ColumnBeforeIndent);
            return BlockState.Continue;
        }

        directive.IsFenceClosed = true;
        directive.ContentEnd = processor.CurrentLineStartPosition;
        if (!line.IsClosing)
        {
            return BlockState.None;
        }

        directive.UpdateSpanEnd(line.Start + line.Length - 1);
        return BlockState.BreakDiscard;
    }

    public override bool Close(BlockProcessor processor, Block block)
    {
        var directive = (DirectiveBlock)block;
        if (!directive.IsFenceClosed)
        {
            CompileContext.Of(processor).Report(
                DiagnosticCatalog.UnclosedDirective(directive.Fence.Name, directive.Fence.FenceLength, directive.FenceSpan));
        }

        return true;
    }

    /// <summary>True when the current line ends a directive: it closes it, or it begins the other half of its condition.</summary>
    private static bool Ends(BlockProcessor processor, DirectiveBlock directive, out DirectiveLine line)
    {
        line = default;

        // One column of tolerance: two are the least by which a list indents what is inside it.
        return processor.CurrentChar == ':'
            && !processor.IsCodeIndent
            && processor.Column <= directive.Column + 1
            && DirectiveLine.TryRead(processor.Line, out line)
            && line.FenceLength == directive.Fence.FenceLength
            && (line.IsClosing || (line.Name == "else" && directive.IsConditional))
            && !IsTakenInside(directive, line.FenceLength);
    }

    /// <summary>True when a line of colons is code, a comment, or belongs to a directive further in.</summary>
    private static bool IsTakenInside(DirectiveBlock directive, int fenceLength)
    {
        for (var inner = directive.LastChild; ; inner = ((DirectiveBlock)inner).LastChild)
        {
            switch (inner)
            {
                case FencedCodeBlock { ClosingFencedCharCount: 0 }:
                case HtmlBlock { Type: HtmlBlockType.Comment } comment when !HtmlComments.IsClosed(comment):
                    return true;
                case DirectiveBlock { IsFenceClosed: false } nested when nested.Fence.FenceLength == fenceLength:
                    return true;
                case DirectiveBlock { IsFenceClosed: false }:
                    continue;
                default:
                    return false;
            }
        }
    }
}
