using Markdig;
using Markdig.Renderers;

namespace Playbooks.Compiling;

/// <summary>Adds directives to Markdown.</summary>
internal sealed class DirectiveExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Insert(0, new DirectiveParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        // Markdig's renderers are not used.
    }
}
