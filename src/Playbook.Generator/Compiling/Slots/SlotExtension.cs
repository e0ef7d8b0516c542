using Markdig;
using Markdig.Renderers;

namespace Playbooks.Compiling;

/// <summary>Adds slots to Markdown.</summary>
internal sealed class SlotExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Insert(0, new SlotInlineParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        // Markdig's renderers are not used.
    }
}
