using Markdig;
using Markdig.Extensions.EmphasisExtras;

namespace Playbooks.Compiling;

/// <summary>
/// The Markdown of playbooks: CommonMark, tables, task lists, struck-out text, and four things of our own. An extension is
/// used because it stands here, never because it is in a bundle: several of Markdig's let an author write attributes, scripts
/// or foreign frames.
/// </summary>
internal static class PlaybookMarkdown
{
    /// <summary>Without state of its own; shared by all texts and threads.</summary>
    public static MarkdownPipeline Pipeline { get; } = Build();

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder { PreciseSourceLocation = true };
        builder.UsePipeTables();
        builder.UseTaskLists();
        builder.UseEmphasisExtras(EmphasisExtraOptions.Strikethrough);
        builder.Use<SlotExtension>();
        builder.Use<HeadingIdExtension>();
        builder.Use<CitationExtension>();
        builder.Use<DirectiveExtension>();
        builder.Use<GuardExtension>();
        return builder.Build();
    }
}
