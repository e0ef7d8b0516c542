namespace Playbooks.Model;

/// <summary>A Markdown text parsed and compiled once for all editions, cut at its headings.</summary>
/// <param name="Sections">In document order. The first has no heading when text stands before the first heading.</param>
/// <param name="Parts">Directives of an override file, by section; empty for an ordinary page.</param>
public sealed record CompiledDocument(ImmutableArray<CompiledSection> Sections, ImmutableArray<OverridePart> Parts)
{
    /// <summary>A page without text.</summary>
    public static CompiledDocument Empty { get; } = new([], []);
}

/// <summary>A heading and the text up to the next heading of any level.</summary>
public sealed record CompiledSection
{
    /// <summary>Anchor of the heading, unique on the page; null for text without a heading of its own.</summary>
    public required string? Id { get; init; }

    /// <summary>2 to 6; 0 for text before the first heading. Text that goes on after a conditional group has the level of the section it goes on with.</summary>
    public required int Level { get; init; }

    /// <summary>The heading's words; empty without a heading.</summary>
    public required SlottedText Title { get; init; }

    /// <summary>The whole heading element with its self-link; empty without a heading.</summary>
    public required Fragment Heading { get; init; }

    /// <summary>The text below the heading.</summary>
    public required Fragment Body { get; init; }

    /// <summary>Where each top-level block of the body starts: byte offset in the body and place in the file, in order.</summary>
    public required ImmutableArray<BlockMark> Blocks { get; init; }

    /// <summary>Conditions of the blocks around the heading; the section is in an edition only when all hold.</summary>
    public required ImmutableArray<Condition> Conditions { get; init; }

    /// <summary>Words a reader reads, without conditions taken into account.</summary>
    public required int WordCount { get; init; }

    /// <summary>The source text of the section with all sections below it, from its heading to the next of the same or a higher level.</summary>
    public required string SourceText { get; init; }

    /// <summary>Where the heading (or the first block) is written.</summary>
    public required SourceSpan Span { get; init; }
}

/// <summary>Where a block of a compiled text comes from.</summary>
/// <param name="Position">0-based byte offset in the section's body.</param>
/// <param name="Span">Where the block is written.</param>
public readonly record struct BlockMark(int Position, SourceSpan Span);

/// <summary>What an override does with a section of the page below it.</summary>
public enum OverrideMode
{
    /// <summary>The section, with the sections below it, is replaced.</summary>
    Replace,

    /// <summary>Text is added before the section's heading.</summary>
    Before,

    /// <summary>Text is added after the section and the sections below it.</summary>
    After,

    /// <summary>The section, with the sections below it, is left out.</summary>
    Hide,

    /// <summary>The whole page is replaced.</summary>
    Page,
}

/// <summary>One change of a section by a layer or an organization.</summary>
public sealed record OverridePart
{
    /// <summary>What is done.</summary>
    public required OverrideMode Mode { get; init; }

    /// <summary>Id of the section it is done to; null for <see cref="OverrideMode.Page"/>.</summary>
    public required Located<string>? Section { get; init; }

    /// <summary>Hash of the base section the override was written against; null when the author recorded none.</summary>
    public required Located<string>? Base { get; init; }

    /// <summary>Why; required for <see cref="OverrideMode.Hide"/>.</summary>
    public required string? Reason { get; init; }

    /// <summary>The new text; empty for <see cref="OverrideMode.Hide"/>.</summary>
    public required ImmutableArray<CompiledSection> Sections { get; init; }

    /// <summary>Where the override is written.</summary>
    public required SourceSpan Span { get; init; }
}
