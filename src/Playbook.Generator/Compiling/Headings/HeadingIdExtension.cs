using Markdig;
using Markdig.Renderers;

namespace Playbooks.Compiling;

/// <summary>Adds ids of headings to Markdown.</summary>
internal sealed class HeadingIdExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Insert(0, new HeadingIdParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        // Markdig's renderers are not used.
    }
}
