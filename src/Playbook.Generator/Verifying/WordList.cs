namespace Playbooks.Verifying;

/// <summary>
/// The words of a text in order, as hashes with their places, and the marks between them. Kept and filled again for the
/// next text, so that reading a page allocates nothing.
/// </summary>
internal sealed class WordList
{
    /// <summary>Stands between words that do not follow each other: a paragraph's end, a cell, another attribute.</summary>
    public const ulong Break = 0;

    /// <summary>Stands for a value that is put in when an edition is composed.</summary>
    public const ulong Slot = 1;

    private ulong[] _hashes = new ulong[1024];
    private (int Start, int End)[] _places = new (int, int)[1024];

    public int Count { get; private set; }

    /// <summary>A hash for each word, or one of the marks above.</summary>
    public ReadOnlySpan<ulong> Hashes => _hashes.AsSpan(0, Count);

    /// <summary>First byte of each word and first byte behind it.</summary>
    public ReadOnlySpan<(int Start, int End)> Places => _places.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(ulong hash, int start, int end)
    {
        if (Count == _hashes.Length)
        {
            Array.Resize(ref _hashes, Count * 2);
            Array.Resize(ref _places, Count * 2);
        }

        _hashes[Count] = hash;
        _places[Count++] = (start, end);
    }

    /// <summary>Adds a mark; two breaks in a row are one.</summary>
    public void Mark(ulong mark, int at)
    {
        if (mark != Break || (Count > 0 && _hashes[Count - 1] != Break))
        {
            Add(mark, at, at);
        }
    }
}
