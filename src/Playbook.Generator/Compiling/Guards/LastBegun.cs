using Markdig.Syntax;

namespace Playbooks.Compiling;

/// <summary>Finds where Markdig was when it gave up.</summary>
internal static class LastBegun
{
    /// <summary>The first line of the last paragraph or heading whose inside was being read; the start of the text when none was.</summary>
    public static Diagnostics.SourceSpan PlaceIn(CompileContext context)
    {
        LeafBlock? last = null;
        if (context.Document is { } document)
        {
            // In the order in which Markdig reads, so the last one that has inlines is the one it was in.
            foreach (var leaf in document.Descendants<LeafBlock>())
            {
                last = leaf.Inline is null ? last : leaf;
            }
        }

        return last is null ? context.Span(0, 1) : context.FirstLine(last);
    }
}
