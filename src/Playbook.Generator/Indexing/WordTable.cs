using System.Collections.Concurrent;

namespace Playbooks.Indexing;

/// <summary>Keeps one string for each word, however many texts hold it. May be used by several threads.</summary>
internal sealed class WordTable
{
    private readonly ConcurrentDictionary<string, string> _words = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public WordTable() => _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The word as the one string it is in this table.</summary>
    public string Of(ReadOnlySpan<char> word)
    {
        if (_lookup.TryGetValue(word, out var known))
        {
            return known;
        }

        var added = word.ToString();
        return _words.GetOrAdd(added, added);
    }
}
