using Markdig.Syntax;

namespace Playbooks.Compiling;

/// <summary>Authors may leave notes in <c>&lt;!-- … --&gt;</c>; they are dropped. Everything else of HTML is refused.</summary>
internal static class HtmlComments
{
    private const string End = "-->";

    /// <summary>True when a block is one comment and nothing else.</summary>
    public static bool IsComment(HtmlBlock block)
    {
        if (block.Type != HtmlBlockType.Comment || block.Lines.Count == 0)
        {
            return false;
        }

        // Markdig ends the block with the first line that contains the mark, so only that line can hold more.
        var last = block.Lines.Lines[block.Lines.Count - 1].Slice.AsSpan();
        var end = last.IndexOf(End, StringComparison.Ordinal);
        return end >= 0 && last[(end + End.Length)..].Trim().IsEmpty;
    }

    /// <summary>True when the end mark of a comment was read, so that the next line is text again.</summary>
    public static bool IsClosed(HtmlBlock block) =>
        block.Lines.Count > 0 && block.Lines.Lines[block.Lines.Count - 1].Slice.AsSpan().Contains(End, StringComparison.Ordinal);

    /// <summary>True when an inline piece of HTML is a comment.</summary>
    public static bool IsComment(string tag) => tag.StartsWith("<!--", StringComparison.Ordinal);
}
