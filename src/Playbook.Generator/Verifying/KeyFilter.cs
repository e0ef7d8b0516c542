using System.Numerics;

namespace Playbooks.Verifying;

/// <summary>
/// Says of most hashes that are not in a table that they are not, from a few kilobytes that stay in the processor's cache.
/// Nearly all words of a page end here.
/// </summary>
internal sealed class KeyFilter
{
    // One bit in 32 is set: about 3 of 100 absent keys are looked up in vain.
    private const int BitsPerKey = 32;
    private const int FewestBits = 1 << 12;
    private const int MostBits = 1 << 26;

    private readonly ulong[] _bits;
    private readonly int _shift;

    public KeyFilter(IReadOnlyCollection<ulong> keys)
    {
        var wanted = (uint)Math.Clamp((long)keys.Count * BitsPerKey, FewestBits, MostBits);
        var size = BitOperations.RoundUpToPowerOf2(wanted);
        _bits = new ulong[size / 64];
        _shift = 64 - BitOperations.Log2(size);
        foreach (var key in keys)
        {
            var bit = key >> _shift;
            _bits[bit >> 6] |= 1UL << (int)bit;
        }
    }

    /// <summary>False only when the key is not in the table.</summary>
    public bool MayHold(ulong key)
    {
        var bit = key >> _shift;
        return (_bits[bit >> 6] & (1UL << (int)bit)) != 0;
    }
}
