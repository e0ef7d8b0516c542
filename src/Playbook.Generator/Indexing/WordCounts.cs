using System.Runtime.InteropServices;

namespace Playbooks.Indexing;

/// <summary>How often each word stands in a text, in the order the words are met.</summary>
/// <remarks>Belongs to one thread, and counts text after text; <see cref="Take"/> gives what may be shared.</remarks>
internal sealed class WordCounts
{
    private readonly WordTable _table;
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<(string Short, string Long)> _acronyms = [];
    private readonly WordFound _add;

    // A text that is counted alone, as most are, is given on as it came.
    private TextWords? _whole;

    public WordCounts(WordTable table)
    {
        _table = table;
        _lookup = _counts.GetAlternateLookup<ReadOnlySpan<char>>();
        _add = Add;
    }

    /// <summary>Counts the words of a text.</summary>
    public void Add(ReadOnlySpan<char> text, WordReader reader)
    {
        Spill();
        reader.Read(text, _add);
        AcronymReader.Read(text, _acronyms);
    }

    /// <summary>Counts what another text holds.</summary>
    public void Add(TextWords other)
    {
        if (_whole is null && _counts.Count == 0 && _acronyms.Count == 0)
        {
            _whole = other;
            return;
        }

        Spill();
        Sum(other);
    }

    /// <summary>What was counted, small enough to be kept for a whole build. The next text is counted from nothing.</summary>
    public TextWords Take()
    {
        var taken = _whole ?? (_counts.Count == 0 && _acronyms.Count == 0 ? TextWords.None : new(
            [.. _counts.Keys],
            [.. _counts.Values.Select(count => (byte)Math.Min(count, byte.MaxValue))],
            [.. _acronyms]));
        _whole = null;
        _counts.Clear();
        _acronyms.Clear();
        return taken;
    }

    private void Spill()
    {
        if (_whole is { } whole)
        {
            _whole = null;
            Sum(whole);
        }
    }

    private void Sum(TextWords other)
    {
        for (var at = 0; at < other.Words.Length; at++)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, other.Words[at], out _);
            count += other.Counts[at];
        }

        _acronyms.AddRange(other.Acronyms);
    }

    private void Add(ReadOnlySpan<char> word)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrNullRef(_lookup, word);
        if (System.Runtime.CompilerServices.Unsafe.IsNullRef(ref count))
        {
            _counts.Add(_table.Of(word), 1);
        }
        else
        {
            count++;
        }
    }
}

/// <summary>The words of a text.</summary>
/// <param name="Words">Each once.</param>
/// <param name="Counts">How often each stands in the text; 255 for more.</param>
/// <param name="Acronyms">Short forms that the text explains, with what they stand for.</param>
internal sealed record TextWords(ImmutableArray<string> Words, ImmutableArray<byte> Counts, ImmutableArray<(string Short, string Long)> Acronyms)
{
    /// <summary>No words.</summary>
    public static TextWords None { get; } = new([], [], []);
}
