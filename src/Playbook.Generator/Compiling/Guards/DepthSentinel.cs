using Markdig.Parsers;

namespace Playbooks.Compiling;

/// <summary>
/// Stands before every parser that opens a container and refuses the text when containers are nested too deeply. Markdig's
/// own limit comes too late: 3 KB of <c>- - - …</c> before 1,000 empty lines keep it busy for seconds (cubic).
/// </summary>
internal sealed class DepthSentinel : BlockParser
{
    // Two per level of a list, so 20 levels of lists. Every line asks every open container whether it goes on: at this depth
    // a megabyte of empty lines takes a second and a half. Markdig's own limit is 128.
    private const int MaximumDepth = 40;

    public DepthSentinel() => OpeningCharacters = [.. "-+*>:0123456789"];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var depth = 0;
        for (var block = processor.CurrentContainer; block is not null; block = block.Parent)
        {
            depth++;
        }

        if (depth > MaximumDepth)
        {
            var context = CompileContext.Of(processor);
            throw new TextRefusedException(DiagnosticCatalog.NestedTooDeeply(context.Span(processor.Start, 1)));
        }

        return BlockState.None;
    }
}
