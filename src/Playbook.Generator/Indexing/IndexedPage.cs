namespace Playbooks.Indexing;

/// <summary>A page as the index sees it. A section's text is everything from one anchor to the next.</summary>
/// <param name="Url">Below the site's root.</param>
/// <param name="Title">As shown.</param>
/// <param name="Sections">In document order; the first stands for the page itself and has no heading of its own.</param>
internal sealed record IndexedPage(string Url, string Title, IReadOnlyList<IndexedSection> Sections);

/// <summary>A heading, a checklist item, an assessment item or a word explained, with its text.</summary>
internal sealed record IndexedSection
{
    /// <summary>The heading's words; empty for the page itself.</summary>
    public required string Heading { get; init; }

    /// <summary>Without <c>#</c>; null for the page itself.</summary>
    public required string? Anchor { get; init; }

    /// <summary>Words below the heading.</summary>
    public required TextWords Body { get; init; }

    /// <summary>Other words by which it shall be found, as texts.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Whether it stands for itself, as an item of a list does: the words around it say nothing about it.</summary>
    public bool IsAlone { get; init; }

    /// <summary>What an answer of it is worth beside others, in tenths, 1 to 10; less for what only explains or quotes.</summary>
    public int Weight { get; init; } = 10;

    /// <summary>Facets, such as the area, by <see cref="Facet"/>; a section may have several values of one.</summary>
    public required IReadOnlyList<(Facet Facet, string Value)> Facets { get; init; }

    /// <summary>Where it is written; null for what is made from data.</summary>
    public SourceSpan? Span { get; init; }
}

/// <summary>By what results can be narrowed.</summary>
internal enum Facet
{
    /// <summary>The area or section.</summary>
    Area,

    /// <summary>Chapter, play, checklist item …</summary>
    Kind,

    /// <summary>For whom.</summary>
    Role,

    /// <summary>When.</summary>
    Phase,
}
