using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Playbooks.Verifying;

/// <summary>
/// Hashes a folded word, sixteen bytes at a time: at once when it is plain ASCII, or character by character with the same
/// result when it is not.
/// </summary>
/// <remarks>
/// A closing <c>s</c> of a word of four letters or more is left out: the plural of an organization's own word is not
/// another organization's secret. Words of up to eight bytes never share a hash.
/// </remarks>
internal ref struct WordHash
{
    /// <summary>How many bytes are looked at in one step.</summary>
    public const int BlockSize = 16;

    private const int ShortestPlural = 4;
    private const ulong Seed = 0xCBF29CE484222325;

    private Block _block;
    private int _length;
    private ulong _hash;

    /// <summary>How many letters and digits were added.</summary>
    public int Letters { get; private set; }

    /// <summary>Sixteen times 0xFF and then zeros: from byte 16 - n on it keeps n bytes of a block.</summary>
    private static ReadOnlySpan<byte> Masks =>
    [
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    /// <summary>How many ASCII letters and digits a block begins with.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LengthOfWord(Vector128<byte> block)
    {
        var letters = Vector128.LessThan((block | Vector128.Create((byte)0x20)) - Vector128.Create((byte)'a'), Vector128.Create((byte)26));
        var digits = Vector128.LessThan(block - Vector128.Create((byte)'0'), Vector128.Create((byte)10));
        return BitOperations.TrailingZeroCount(~(letters | digits).ExtractMostSignificantBits());
    }

    /// <summary>The hash of a word of ASCII letters and digits.</summary>
    /// <param name="block">Begins with the word.</param>
    /// <param name="length">Length of the word; fewer than <see cref="BlockSize"/>.</param>
    /// <param name="last">The word's last byte.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(Vector128<byte> block, int length, byte last)
    {
        var kept = length >= ShortestPlural && (last | 0x20) == 's' ? length - 1 : length;
        var mask = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(Masks), (nuint)(BlockSize - kept));

        // Setting this bit makes letters small and leaves digits as they are.
        var folded = ((block | Vector128.Create((byte)0x20)) & mask).AsUInt64();
        return Finish(Mix(Seed, folded.GetElement(0), folded.GetElement(1)));
    }

    /// <summary>Adds a folded character.</summary>
    public void Add(uint character)
    {
        _hash = Letters++ == 0 ? Seed : _hash;
        for (var rest = character; rest != 0; rest >>= 8)
        {
            if (_length == BlockSize)
            {
                Flush();
            }

            _block[_length++] = (byte)rest;
        }
    }

    /// <summary>The hash of what was added; the next character begins a new word.</summary>
    public ulong End()
    {
        if (Letters >= ShortestPlural && _block[_length - 1] == 's')
        {
            _block[--_length] = 0;
        }

        if (_length > 0)
        {
            Flush();
        }

        Letters = 0;
        return Finish(_hash);
    }

    private void Flush()
    {
        Span<byte> bytes = _block;
        _hash = Mix(_hash, MemoryMarshal.Read<ulong>(bytes), MemoryMarshal.Read<ulong>(bytes[8..]));
        bytes.Clear();
        _length = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong hash, ulong low, ulong high)
    {
        hash = (low ^ hash) * 0x9E3779B97F4A7C15;
        hash = (BitOperations.RotateLeft(hash, 29) ^ (high * 0xC2B2AE3D27D4EB4F)) * 0x165667B19E3779F9;
        return hash ^ (hash >> 32);
    }

    /// <summary>Keeps clear of the marks of <see cref="WordList"/>.</summary>
    private static ulong Finish(ulong hash) => hash <= WordList.Slot ? Seed : hash;

    [InlineArray(BlockSize)]
    private struct Block
    {
        private byte _first;
    }
}
