namespace Playbooks.Indexing;

/// <summary>Everything an index is written from.</summary>
internal sealed record IndexSource
{
    /// <summary>Pages in reading order.</summary>
    public required ImmutableArray<IndexedPage> Pages { get; init; }

    /// <summary>Language tag; chooses stop words and endings.</summary>
    public required string Language { get; init; }

    /// <summary>Groups of words that stand for each other.</summary>
    public ImmutableArray<ImmutableArray<string>> Synonyms { get; init; } = [];

    /// <summary>Texts of the interface, by key; in the index, because only who searches needs them.</summary>
    public ImmutableSortedDictionary<string, string> Texts { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Pages offered when nothing was found, as numbers of pages.</summary>
    public ImmutableArray<int> Overviews { get; init; } = [];
}
