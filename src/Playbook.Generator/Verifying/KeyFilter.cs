using System.Numerics;

namespace Playbooks.Verifying;

/// <summary>
/// Says of nearly all hashes that are not in a table that they are not, from a few kilobytes that stay in the processor's
/// cache. Nearly every word of a page ends here.
/// </summary>
/// <remarks>A Bloom filter whose three bits lie in one 64-bit block, so that a look-up touches memory once.</remarks>
internal sealed class KeyFilter
{
    // About 1 absent key in 200 is looked up in vain.
    private const int BitsPerKey = 16;
    private const int FewestBlocks = 64;
    private const int MostBlocks = 1 << 20;

    private readonly ulong[] _blocks;
    private readonly int _shift;

    public KeyFilter(IReadOnlyCollection<ulong> keys)
    {
        var wanted = (uint)Math.Clamp((long)keys.Count * BitsPerKey / 64, FewestBlocks, MostBlocks);
        var size = BitOperations.RoundUpToPowerOf2(wanted);
        _blocks = new ulong[size];
        _shift = 64 - BitOperations.Log2(size);
        foreach (var key in keys)
        {
            _blocks[key >> _shift] |= BitsOf(key);
        }
    }

    /// <summary>False only when the key is not in the table.</summary>
    public bool MayHold(ulong key)
    {
        var bits = BitsOf(key);
        return (_blocks[key >> _shift] & bits) == bits;
    }

    private static ulong BitsOf(ulong key) => (1UL << (int)key) | (1UL << (int)(key >> 6)) | (1UL << (int)(key >> 12));
}
