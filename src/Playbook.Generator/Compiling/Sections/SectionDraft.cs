namespace Playbooks.Compiling;

/// <summary>A section while it is written.</summary>
internal sealed class SectionDraft
{
    public required SectionScope Scope { get; init; }

    /// <summary>Null for text without a heading of its own.</summary>
    public required string? Id { get; init; }

    public required int Level { get; init; }

    public required SlottedText Title { get; init; }

    public required Fragment Heading { get; init; }

    /// <summary>0-based, in the body text.</summary>
    public required int Start { get; init; }

    public required SourceSpan Span { get; init; }

    public ImmutableArray<BlockMark>.Builder Blocks { get; } = ImmutableArray.CreateBuilder<BlockMark>();

    public Fragment Body { get; set; } = Fragment.Empty;

    public int Words { get; set; }

    public CompiledSection Finish(string sourceText) => new()
    {
        Id = Id,
        Level = Level,
        Title = Title,
        Heading = Heading,
        Body = Body,
        Blocks = Blocks.ToImmutable(),
        Conditions = Scope.Conditions,
        WordCount = Words,
        SourceText = sourceText,
        Span = Span,
    };
}
