namespace Playbooks.Indexing;

/// <summary>Everything an index is written from.</summary>
internal sealed record IndexSource
{
    /// <summary>Pages in reading order; gone through once, so that not all texts have to be in memory.</summary>
    public required IEnumerable<IndexedPage> Pages { get; init; }

    /// <summary>Language tag; chooses stop words and endings.</summary>
    public required string Language { get; init; }

    /// <summary>Groups of words that stand for each other.</summary>
    public ImmutableArray<ImmutableArray<string>> Synonyms { get; init; } = [];

    /// <summary>Texts of the interface, by key; in the index, because only who searches needs them.</summary>
    public ImmutableSortedDictionary<string, string> Texts { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Addresses of pages offered when nothing was found.</summary>
    public ImmutableArray<string> Overviews { get; init; } = [];
}
