using Markdig.Syntax.Inlines;

namespace Playbooks.Compiling;

/// <summary>A slot in a Markdown text: <c>{{ term.staff.many }}</c>.</summary>
/// <param name="expression">What is put in.</param>
internal sealed class SlotInline(SlotExpression expression) : LeafInline
{
    public SlotExpression Expression { get; } = expression;
}
