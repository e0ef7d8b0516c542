using Markdig.Syntax.Inlines;

namespace Playbooks.Compiling;

/// <summary>The id of a heading, its last inline: written by the author as <c>{#id}</c>, or added by <see cref="HeadingIds"/>.</summary>
/// <param name="id">Without braces and sign.</param>
internal sealed class HeadingIdInline(string id) : LeafInline
{
    public string Id { get; } = id;
}
