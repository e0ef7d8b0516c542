using System.Buffers.Binary;
using System.IO.Compression;

namespace Playbooks.Drawing;

/// <summary>Reads PNG pictures of all kinds but interlaced ones.</summary>
internal static class PngReader
{
    private const int LargestSide = 4096;

    /// <summary>The picture; null for one that is in order but of a kind or size that is not read.</summary>
    /// <exception cref="InvalidDataException">The file is broken.</exception>
    public static Picture? Read(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith((ReadOnlySpan<byte>)[0x89, .. "PNG\r\n\x1a\n"u8]))
        {
            throw new InvalidDataException("it does not begin like a PNG picture");
        }

        using var packed = new MemoryStream();
        byte[] header = [], palette = [], transparency = [];
        var isWhole = false;
        for (var rest = file[8..]; rest.Length >= 12 && !isWhole;)
        {
            var size = BinaryPrimitives.ReadInt32BigEndian(rest);
            if (size < 0 || size > rest.Length - 12)
            {
                break;
            }

            var content = rest.Slice(8, size);
            switch (rest.Slice(4, 4))
            {
                case [(byte)'I', (byte)'H', (byte)'D', (byte)'R']: header = content.ToArray(); break;
                case [(byte)'P', (byte)'L', (byte)'T', (byte)'E']: palette = content.ToArray(); break;
                case [(byte)'t', (byte)'R', (byte)'N', (byte)'S']: transparency = content.ToArray(); break;
                case [(byte)'I', (byte)'D', (byte)'A', (byte)'T']: packed.Write(content); break;
                case [(byte)'I', (byte)'E', (byte)'N', (byte)'D']: isWhole = true; break;
                default: break;
            }

            rest = rest[(12 + size)..];
        }

        if (!isWhole || header.Length != 13)
        {
            throw new InvalidDataException("it ends too early");
        }

        packed.Position = 0;
        return Read(Header.Of(header), packed, palette, transparency);
    }

    private static Picture? Read(Header header, MemoryStream packed, byte[] palette, byte[] transparency)
    {
        if (header.IsInterlaced || header.Width > LargestSide || header.Height > LargestSide)
        {
            return null;
        }

        using var pixels = new ZLibStream(packed, CompressionMode.Decompress);
        var size = ((header.Width * header.Parts * header.Depth) + 7) / 8;
        var back = Math.Max(1, header.Parts * header.Depth / 8);
        var (row, above) = (new byte[size], new byte[size]);
        var picture = new Picture(header.Width, header.Height);
        for (var y = 0; y < header.Height; y++)
        {
            int filter;
            try
            {
                filter = pixels.ReadByte();
                pixels.ReadExactly(row);
            }
            catch (EndOfStreamException)
            {
                throw new InvalidDataException("it ends too early");
            }

            Restore(filter, row, above, back);
            for (var x = 0; x < header.Width; x++)
            {
                var (colour, opacity) = PixelOf(header, row, x, palette, transparency);
                picture.Set(x, y, colour, opacity);
            }

            (row, above) = (above, row);
        }

        return picture;
    }

    private static void Restore(int filter, byte[] row, byte[] above, int back)
    {
        for (var at = 0; at < row.Length; at++)
        {
            var (left, up, corner) = (at >= back ? row[at - back] : 0, above[at], at >= back ? above[at - back] : 0);
            row[at] += (byte)(filter switch
            {
                0 => 0,
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Nearest(left, up, corner),
                _ => throw new InvalidDataException("its rows cannot be read"),
            });
        }
    }

    /// <summary>Paeth's guess: the neighbour that is nearest to left + up - corner.</summary>
    private static int Nearest(int left, int up, int corner)
    {
        var (toLeft, toUp, toCorner) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - (2 * corner)));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }

    private static (Colour Colour, byte Opacity) PixelOf(Header header, byte[] row, int x, byte[] palette, byte[] transparency)
    {
        if (header.Kind == 3)
        {
            var number = Sample(row, x, header.Depth);
            if ((number * 3) + 2 >= palette.Length)
            {
                throw new InvalidDataException("it uses a colour it does not have");
            }

            return (new Colour(palette[number * 3], palette[(number * 3) + 1], palette[(number * 3) + 2]), number < transparency.Length ? transparency[number] : byte.MaxValue);
        }

        var first = x * header.Parts;
        var (red, green, blue) = header.Parts >= 3
            ? (Sample(row, first, header.Depth), Sample(row, first + 1, header.Depth), Sample(row, first + 2, header.Depth))
            : (Sample(row, first, header.Depth), Sample(row, first, header.Depth), Sample(row, first, header.Depth));
        var opacity = header.Parts is 2 or 4 ? Byte(Sample(row, first + header.Parts - 1, header.Depth), header.Depth)
            : IsTransparent(transparency, red, green, blue) ? (byte)0 : byte.MaxValue;
        return (new Colour(Byte(red, header.Depth), Byte(green, header.Depth), Byte(blue, header.Depth)), opacity);
    }

    /// <summary>Pictures without opacity may name one colour that is none.</summary>
    private static bool IsTransparent(byte[] colour, int red, int green, int blue) => colour.Length switch
    {
        2 => BinaryPrimitives.ReadUInt16BigEndian(colour) == red,
        6 => BinaryPrimitives.ReadUInt16BigEndian(colour) == red && BinaryPrimitives.ReadUInt16BigEndian(colour.AsSpan(2)) == green
            && BinaryPrimitives.ReadUInt16BigEndian(colour.AsSpan(4)) == blue,
        _ => false,
    };

    private static int Sample(byte[] row, int number, int depth) => depth switch
    {
        16 => BinaryPrimitives.ReadUInt16BigEndian(row.AsSpan(number * 2)),
        8 => row[number],
        _ => (row[number * depth / 8] >> (8 - depth - (number * depth % 8))) & ((1 << depth) - 1),
    };

    private static byte Byte(int sample, int depth) => (byte)(depth == 16 ? sample >> 8 : sample * 255 / ((1 << depth) - 1));

    /// <summary>What the pixels are made of.</summary>
    /// <param name="Width">In pixels.</param>
    /// <param name="Height">In pixels.</param>
    /// <param name="Depth">Bits of a number.</param>
    /// <param name="Kind">Grey 0, colours 2, numbers of colours 3; 4 more with opacity.</param>
    /// <param name="Parts">Numbers of a pixel.</param>
    /// <param name="IsInterlaced">Whether the rows stand in another order.</param>
    private sealed record Header(int Width, int Height, int Depth, int Kind, int Parts, bool IsInterlaced)
    {
        public static Header Of(byte[] bytes)
        {
            var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(bytes), BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(4)));
            var (depth, kind) = (bytes[8], bytes[9]);
            var parts = (kind, depth) switch
            {
                (0, 1 or 2 or 4 or 8 or 16) or (3, 1 or 2 or 4 or 8) => 1,
                (4, 8 or 16) => 2,
                (2, 8 or 16) => 3,
                (6, 8 or 16) => 4,
                _ => 0,
            };
            return width > 0 && height > 0 && parts > 0 ? new Header(width, height, depth, kind, parts, bytes[12] != 0)
                : throw new InvalidDataException("its header cannot be read");
        }
    }
}
