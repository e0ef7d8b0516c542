using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;

namespace Playbooks.Drawing;

/// <summary>Packs pixels in the zlib format, looking only at what pictures repeat: the pixel before and the row above.</summary>
/// <remarks>
/// .NET's own packer may give other bytes on another processor or after an update, and the published bytes are a promise. This
/// one is also faster here: flat paper is skipped by comparing, a card costs a fraction of a millisecond.
/// </remarks>
internal static class PixelPacker
{
    private const int ShortestMatch = 3, LongestMatch = 258;
    private const int FirstLength = 257, EndOfBlock = 256, Symbols = 286;
    // What a usual card needs; room for the worst case, one for each pixel, would be 3 MB for each thread.
    private const int UsualTokens = 32 * 1024;
    private const uint IsMatch = 1u << 31, IsRowAbove = 1u << 30;
    private const uint AdlerModulus = 65521;

    // RFC 1951, 3.2.5: the shortest length and the number of extra bits of each code.
    private static readonly int[] Lengths = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
    private static readonly int[] LengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
    private static readonly byte[] LengthCodes = CreateLengthCodes();

    // RFC 1951, 3.2.7: the order in which the lengths of the codes for lengths are written.
    private static readonly int[] OrderOfLengths = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

    /// <summary>Packs bytes.</summary>
    /// <param name="bytes">The rows.</param>
    /// <param name="pixel">Size of a pixel in bytes.</param>
    /// <param name="row">Size of a row in bytes; more than a pixel.</param>
    public static byte[] Pack(ReadOnlySpan<byte> bytes, int pixel, int row)
    {
        var tokens = ArrayPool<uint>.Shared.Rent(UsualTokens);
        try
        {
            var count = Find(bytes, pixel, row, ref tokens);
            var output = new BitWriter(bytes.Length / 32);
            // "Deflate, window of 32 kB" and its check digits.
            output.Write(0x78, 8);
            output.Write(0x01, 8);
            WriteBlock(output, tokens.AsSpan(0, count), pixel, row);
            Span<byte> sum = stackalloc byte[4];
            BinaryPrimitives.WriteUInt32BigEndian(sum, Adler(bytes));
            return output.Finish(sum);
        }
        finally
        {
            ArrayPool<uint>.Shared.Return(tokens);
        }
    }

    private static int Find(ReadOnlySpan<byte> bytes, int pixel, int row, ref uint[] tokens)
    {
        var count = 0;
        for (var at = 0; at < bytes.Length;)
        {
            if (count == tokens.Length)
            {
                var more = ArrayPool<uint>.Shared.Rent(count * 2);
                tokens.CopyTo(more, 0);
                ArrayPool<uint>.Shared.Return(tokens);
                tokens = more;
            }

            var rest = bytes.Slice(at, Math.Min(LongestMatch, bytes.Length - at));
            var run = at >= pixel && rest[0] == bytes[at - pixel] ? rest.CommonPrefixLength(bytes[(at - pixel)..]) : 0;
            var above = run < rest.Length && at >= row && rest[0] == bytes[at - row] ? rest.CommonPrefixLength(bytes[(at - row)..]) : 0;
            if (Math.Max(run, above) < ShortestMatch)
            {
                tokens[count++] = bytes[at++];
                continue;
            }

            tokens[count++] = IsMatch | (above > run ? IsRowAbove : 0) | (uint)Math.Max(run, above);
            at += Math.Max(run, above);
        }

        return count;
    }

    private static void WriteBlock(BitWriter output, ReadOnlySpan<uint> tokens, int pixel, int row)
    {
        var uses = new int[Symbols];
        foreach (var token in tokens)
        {
            uses[(token & IsMatch) != 0 ? FirstLength + LengthCodes[token & 0x1ff] : (int)token]++;
        }

        uses[EndOfBlock] = 1;
        var lengths = CodeLengths.Of(uses, most: 15);
        var codes = CodeLengths.CodesOf(lengths);
        var (near, far) = (DistanceOf(pixel), DistanceOf(row));
        // The last block, with codes of its own.
        output.Write(1, 1);
        output.Write(2, 2);
        WriteCodes(output, lengths, near.Code, far.Code);
        foreach (var token in tokens)
        {
            if ((token & IsMatch) == 0)
            {
                output.Write(codes[token], lengths[token]);
                continue;
            }

            var length = (int)(token & 0x1ff);
            var code = LengthCodes[length];
            output.Write(codes[FirstLength + code], lengths[FirstLength + code]);
            output.Write(length - Lengths[code], LengthBits[code]);
            // Two distances, so one bit tells which.
            var isFar = (token & IsRowAbove) != 0;
            output.Write(isFar ? 1 : 0, 1);
            output.Write(isFar ? far.Extra : near.Extra, isFar ? far.Bits : near.Bits);
        }

        output.Write(codes[EndOfBlock], lengths[EndOfBlock]);
    }

    /// <summary>Tells the reader how long each code is; that is enough to know the codes.</summary>
    private static void WriteCodes(BitWriter output, int[] lengths, int near, int far)
    {
        const int ShortZeros = 17, LongZeros = 18, MostZeros = 138;
        var distances = new int[far + 1];
        (distances[near], distances[far]) = (1, 1);
        int[] all = [.. lengths, .. distances];
        var written = new List<(int Symbol, int Extra, int Bits)>();
        for (var at = 0; at < all.Length;)
        {
            var zeros = 0;
            while (at + zeros < all.Length && all[at + zeros] == 0 && zeros < MostZeros)
            {
                zeros++;
            }

            written.Add(zeros >= 11 ? (LongZeros, zeros - 11, 7) : zeros >= 3 ? (ShortZeros, zeros - 3, 3) : (all[at], 0, 0));
            at += zeros >= 3 ? zeros : 1;
        }

        var uses = new int[OrderOfLengths.Length];
        foreach (var (symbol, _, _) in written)
        {
            uses[symbol]++;
        }

        var own = CodeLengths.Of(uses, most: 7);
        var codes = CodeLengths.CodesOf(own);
        output.Write(Symbols - FirstLength, 5);
        output.Write(far, 5);
        output.Write(OrderOfLengths.Length - 4, 4);
        foreach (var symbol in OrderOfLengths)
        {
            output.Write(own[symbol], 3);
        }

        foreach (var (symbol, extra, bits) in written)
        {
            output.Write(codes[symbol], own[symbol]);
            output.Write(extra, bits);
        }
    }

    /// <summary>RFC 1951, 3.2.5: from 5 on, two codes for each power of two.</summary>
    private static (int Code, int Extra, int Bits) DistanceOf(int distance)
    {
        if (distance <= 4)
        {
            return (distance - 1, 0, 0);
        }

        var bits = BitOperations.Log2((uint)(distance - 1)) - 1;
        return ((bits * 2) + ((distance - 1) >> bits), (distance - 1) & ((1 << bits) - 1), bits);
    }

    private static byte[] CreateLengthCodes()
    {
        var codes = new byte[LongestMatch + 1];
        for (var length = ShortestMatch; length <= LongestMatch; length++)
        {
            codes[length] = (byte)Array.FindLastIndex(Lengths, shortest => shortest <= length);
        }

        return codes;
    }

    /// <summary>The check sum of zlib. Zeros, which most of a card is, are added all at once.</summary>
    private static uint Adler(ReadOnlySpan<byte> bytes)
    {
        // So many sums stay below 2^32 (zlib's NMAX).
        const int MostAtOnce = 5552;
        var (low, high) = (1u, 0u);
        while (!bytes.IsEmpty)
        {
            var zeros = bytes.IndexOfAnyExcept((byte)0) is >= 0 and var found ? found : bytes.Length;
            high = (uint)((high + ((ulong)low * (ulong)zeros)) % AdlerModulus);
            bytes = bytes[zeros..];
            var others = bytes[..Math.Min(MostAtOnce, bytes.Length)];
            others = others[..(others.IndexOf((byte)0) is >= 0 and var end ? end : others.Length)];
            foreach (var each in others)
            {
                low += each;
                high += low;
            }

            (low, high) = (low % AdlerModulus, high % AdlerModulus);
            bytes = bytes[others.Length..];
        }

        return (high << 16) | low;
    }

    /// <summary>Collects bits, the lowest first.</summary>
    private sealed class BitWriter(int size)
    {
        private byte[] _bytes = new byte[Math.Max(size, 64)];
        private int _count;
        private ulong _bits;
        private int _used;

        public void Write(int value, int bits)
        {
            _bits |= (ulong)value << _used;
            _used += bits;
            while (_used >= 8)
            {
                Add((byte)_bits);
                _bits >>= 8;
                _used -= 8;
            }
        }

        /// <summary>Everything written, filled up to a byte, and a few bytes more.</summary>
        public byte[] Finish(ReadOnlySpan<byte> more)
        {
            if (_used > 0)
            {
                Add((byte)_bits);
            }

            return [.. _bytes.AsSpan(0, _count), .. more];
        }

        private void Add(byte value)
        {
            if (_count == _bytes.Length)
            {
                Array.Resize(ref _bytes, _count * 2);
            }

            _bytes[_count++] = value;
        }
    }
}
