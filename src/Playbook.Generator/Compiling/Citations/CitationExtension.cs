using Markdig;
using Markdig.Renderers;

namespace Playbooks.Compiling;

/// <summary>Adds citations to Markdown.</summary>
internal sealed class CitationExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Insert(0, new CitationParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        // Markdig's renderers are not used.
    }
}
