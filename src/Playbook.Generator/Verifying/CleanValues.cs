using System.Numerics;
using System.Runtime.InteropServices;

namespace Playbooks.Verifying;

/// <summary>
/// Remembers attribute values in which nothing was found. The pages of an edition share most of theirs (classes, addresses
/// of the navigation), so nine of ten need not be read again.
/// </summary>
/// <remarks>Two values have one hash by chance once in 10^19 pairs. Belongs to one thread and one edition.</remarks>
internal sealed class CleanValues
{
    private const int Size = 1 << 13;

    private readonly ulong[] _known = new ulong[Size];
    private readonly List<ulong> _candidates = [];

    /// <summary>True when the value is known to be clean; else it becomes a candidate.</summary>
    public bool Contains(ReadOnlySpan<byte> value)
    {
        var hash = Hash(value);
        if (_known[SlotOf(hash)] == hash)
        {
            return true;
        }

        _candidates.Add(hash);
        return false;
    }

    /// <summary>Ends a file.</summary>
    /// <param name="areClean">True when nothing was found in it.</param>
    public void Settle(bool areClean)
    {
        foreach (var hash in areClean ? _candidates : [])
        {
            _known[SlotOf(hash)] = hash;
        }

        _candidates.Clear();
    }

    private static int SlotOf(ulong hash) => (int)(hash >> 51);

    private static ulong Hash(ReadOnlySpan<byte> value)
    {
        var hash = (ulong)value.Length + 1;
        for (; value.Length >= sizeof(ulong); value = value[sizeof(ulong)..])
        {
            hash = Mix(hash, MemoryMarshal.Read<ulong>(value));
        }

        var rest = 0UL;
        foreach (var each in value)
        {
            rest = (rest << 8) | each;
        }

        return Mix(hash, rest);
    }

    private static ulong Mix(ulong hash, ulong value)
    {
        hash = (hash ^ value) * 0x9E3779B97F4A7C15;
        return BitOperations.RotateLeft(hash, 29) * 0xC2B2AE3D27D4EB4F;
    }
}
