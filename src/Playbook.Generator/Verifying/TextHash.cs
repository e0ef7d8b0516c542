using System.Numerics;
using System.Runtime.InteropServices;

namespace Playbooks.Verifying;

/// <summary>A 64-bit hash by which equal pieces of text are known again; two different ones have the same once in 10^19 pairs.</summary>
internal static class TextHash
{
    private const ulong First = 0x9E3779B97F4A7C15;
    private const ulong Second = 0xC2B2AE3D27D4EB4F;

    /// <summary>Hashes sixteen bytes at a step, in two lanes that do not wait for each other.</summary>
    /// <param name="text">The bytes.</param>
    /// <param name="seed">Told apart from equal bytes under another seed.</param>
    public static ulong Of(ReadOnlySpan<byte> text, ulong seed = 0)
    {
        var (left, right) = (seed ^ Second, (ulong)text.Length * First);
        while (text.Length >= 2 * sizeof(ulong))
        {
            left = Step(left, MemoryMarshal.Read<ulong>(text), First);
            right = Step(right, MemoryMarshal.Read<ulong>(text[sizeof(ulong)..]), Second);
            text = text[(2 * sizeof(ulong))..];
        }

        if (text.Length >= sizeof(ulong))
        {
            left = Step(left, MemoryMarshal.Read<ulong>(text), First);
            text = text[sizeof(ulong)..];
        }

        foreach (var each in text)
        {
            right = Step(right, each, Second);
        }

        var hash = Step(left, right, First);
        hash = Step(hash, hash >> 32, Second);
        return hash ^ (hash >> 29);
    }

    private static ulong Step(ulong lane, ulong block, ulong factor) => (BitOperations.RotateLeft(lane, 27) ^ block) * factor;
}
