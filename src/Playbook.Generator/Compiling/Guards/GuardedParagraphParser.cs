using Markdig.Parsers;
using Markdig.Syntax;

namespace Playbooks.Compiling;

/// <summary>Markdig's paragraphs, counted against the <see cref="ParagraphBudget"/> before they become slow.</summary>
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
        var lines = leaf.Lines.Count;
        var isKept = base.Close(processor, block);

        // Lines are gone only when they were link definitions; each takes one line or more.
        context.Budget.SpendDefinitions(context, leaf, lines - leaf.Lines.Count);
        return isKept;
    }
}
