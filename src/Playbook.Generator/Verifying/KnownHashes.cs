namespace Playbooks.Verifying;

/// <summary>
/// Remembers pieces of text in which nothing was found. Pages share most of their lines (head, navigation, footer) with
/// each other, and chapters with the other editions, so most need not be read a second time.
/// </summary>
/// <remarks>
/// One hash for each slot: a later one takes the place of an earlier one, which only costs reading a piece again. Safe from
/// several threads at once.
/// </remarks>
/// <param name="slots">How many; a power of two.</param>
internal sealed class KnownHashes(int slots)
{
    private readonly ulong[] _hashes = new ulong[slots];

    public bool Contains(ulong hash) => _hashes[hash & (ulong)(_hashes.Length - 1)] == hash;

    public void Add(ulong hash) => _hashes[hash & (ulong)(_hashes.Length - 1)] = hash;
}
