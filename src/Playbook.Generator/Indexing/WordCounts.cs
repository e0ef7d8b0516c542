namespace Playbooks.Indexing;

/// <summary>How often each word stands in a text, in the order the words are met.</summary>
internal sealed class WordCounts
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly WordFound _add;

    public WordCounts()
    {
        _lookup = _counts.GetAlternateLookup<ReadOnlySpan<char>>();
        _add = Add;
    }

    /// <summary>Words with their number.</summary>
    public IEnumerable<KeyValuePair<string, int>> All => _counts;

    /// <summary>Short forms that the text explains, with what they stand for.</summary>
    public List<(string Short, string Long)> Acronyms { get; } = [];

    /// <summary>Counts the words of a text.</summary>
    public void Add(ReadOnlySpan<char> text, WordReader reader)
    {
        reader.Read(text, _add);
        AcronymReader.Read(text, Acronyms);
    }

    /// <summary>Counts what another text holds.</summary>
    public void Add(WordCounts other)
    {
        foreach (var (word, count) in other._counts)
        {
            _counts[word] = _counts.GetValueOrDefault(word) + count;
        }

        Acronyms.AddRange(other.Acronyms);
    }

    private void Add(ReadOnlySpan<char> word)
    {
        ref var count = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_lookup, word, out _);
        count++;
    }
}
