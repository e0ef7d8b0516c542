using Markdig.Syntax.Inlines;

namespace Playbooks.Compiling;

/// <summary>A citation in a Markdown text: <c>[@kotter-1996]</c>.</summary>
/// <param name="source">The source's id as written.</param>
internal sealed class CitationInline(Located<string> source) : LeafInline
{
    public Located<string> Source { get; } = source;
}
