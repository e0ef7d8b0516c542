using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;

namespace Playbooks.Compiling;

/// <summary>
/// Puts the guards in their places. It has to be the last extension: each extension puts its parsers first when the
/// pipeline is built, and <see cref="DepthSentinel"/> must be before all of them.
/// </summary>
internal sealed class GuardExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Replace<ParagraphBlockParser>(new GuardedParagraphParser());
        pipeline.BlockParsers.Replace<HeadingBlockParser>(new GuardedHeadingParser());
        pipeline.BlockParsers.Insert(0, new DepthSentinel());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        // Markdig's renderers are not used.
    }
}
