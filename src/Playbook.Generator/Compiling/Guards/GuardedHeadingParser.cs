using Markdig.Parsers;
using Markdig.Syntax;

namespace Playbooks.Compiling;

/// <summary>Markdig's headings, counted against the <see cref="ParagraphBudget"/>: a heading is one line, but a line can be long.</summary>
internal sealed class GuardedHeadingParser : HeadingBlockParser
{
    public override bool Close(BlockProcessor processor, Block block)
    {
        var context = CompileContext.Of(processor);
        context.Budget.Spend(context, (LeafBlock)block);
        return base.Close(processor, block);
    }
}
