using Markdig.Syntax;

namespace Playbooks.Compiling;

/// <summary>Questions about conditional blocks in the finished tree.</summary>
internal static class ConditionalBlocks
{
    /// <summary>The condition under which a half of a conditional block is shown; an <c>else</c> without its <c>when</c> is reported.</summary>
    /// <param name="context">Receives diagnostics.</param>
    /// <param name="siblings">The container of the block.</param>
    /// <param name="index">Where the block is in it; searching for it would be quadratic in a long file.</param>
    public static Condition ConditionOf(CompileContext context, ContainerBlock siblings, int index)
    {
        var block = (DirectiveBlock)siblings[index];
        if (block.Kind == DirectiveKind.When)
        {
            return block.Condition;
        }

        if (block.Arguments.Text is not null || block.Arguments.Word is not null || block.Arguments.Attributes.Count > 0)
        {
            context.Report(DiagnosticCatalog.MalformedDirective("`else` stands alone", block.FenceSpan, "put another `when` block inside it"));
        }

        if (index > 0 && siblings[index - 1] is DirectiveBlock { Kind: DirectiveKind.When } when)
        {
            return new Condition.Not(when.Condition);
        }

        context.Report(DiagnosticCatalog.ElseWithoutWhen(block.FenceSpan));
        return Condition.Always;
    }

    /// <summary>True when a conditional block holds headings, itself or in conditional blocks directly inside it.</summary>
    public static bool HoldHeadings(ContainerBlock block)
    {
        foreach (var child in block)
        {
            if (child is HeadingBlock || (child is DirectiveBlock { IsConditional: true } inner && HoldHeadings(inner)))
            {
                return true;
            }
        }

        return false;
    }
}
