using Markdig.Parsers;
using Markdig.Syntax;

namespace Playbooks.Compiling;

/// <summary>Markdig's paragraphs, counted against the <see cref="ParagraphBudget"/> before they become slow.</summary>
/// <remarks>
/// Underlined headings (<c>Words</c>, next line <c>-----</c>) are refused: they mostly happen to authors who wanted a rule, and a
/// file of them is quadratic in Markdig.
/// </remarks>
internal sealed class GuardedParagraphParser : ParagraphBlockParser
{
    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        ParagraphBudget.CheckGrowing(CompileContext.Of(processor), (LeafBlock)block);
        return base.TryContinue(processor, block);
    }

    public override bool Close(BlockProcessor processor, Block block)
    {
        var context = CompileContext.Of(processor);
        var leaf = (LeafBlock)block;
        context.Budget.Spend(context, leaf);
        if (leaf is HeadingBlock)
        {
            context.Report(DiagnosticCatalog.UnderlinedHeading(context.FirstLine(leaf)));
        }

        var lines = leaf.Lines.Count;
        var isKept = base.Close(processor, block);

        // Lines are gone only when they were link definitions; each takes one line or more.
        context.Budget.SpendDefinitions(context, leaf, lines - leaf.Lines.Count);
        return isKept;
    }
}
