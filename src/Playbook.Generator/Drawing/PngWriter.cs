using System.Buffers.Binary;
using System.Text;

namespace Playbooks.Drawing;

/// <summary>Writes pictures as PNG: the same bytes on every machine, and small for flat colours.</summary>
internal static class PngWriter
{
    private const byte Indexed = 3, Colours = 6;
    private const int HeaderSize = 13;

    private static readonly uint[] Crcs = CreateCrcs();

    /// <summary>A picture whose pixels are numbers of colours.</summary>
    /// <param name="rows">Height times 1 + width bytes: each row begins with a 0.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="palette">The colours; at most 256.</param>
    public static byte[] Write(ReadOnlySpan<byte> rows, int width, IReadOnlyList<Colour> palette)
    {
        var colours = new byte[palette.Count * 3];
        for (var at = 0; at < palette.Count; at++)
        {
            (colours[at * 3], colours[(at * 3) + 1], colours[(at * 3) + 2]) = (palette[at].Red, palette[at].Green, palette[at].Blue);
        }

        return Write(rows, width, rows.Length / (width + 1), Indexed, colours);
    }

    /// <summary>A picture with transparency.</summary>
    public static byte[] Write(Picture picture)
    {
        var stride = (picture.Width * 4) + 1;
        var rows = new byte[stride * picture.Height];
        for (var y = 0; y < picture.Height; y++)
        {
            picture.CopyRow(y, rows.AsSpan((y * stride) + 1));
        }

        return Write(rows, picture.Width, picture.Height, Colours, []);
    }

    private static byte[] Write(ReadOnlySpan<byte> rows, int width, int height, byte kind, byte[] palette)
    {
        var header = new byte[HeaderSize];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, kind);
        using var file = new MemoryStream();
        file.Write([0x89, .. "PNG\r\n\x1a\n"u8]);
        WriteChunk(file, "IHDR", header);
        if (palette.Length > 0)
        {
            WriteChunk(file, "PLTE", palette);
        }

        WriteChunk(file, "IDAT", PixelPacker.Pack(rows, kind == Indexed ? 1 : 4, rows.Length / height));
        WriteChunk(file, "IEND", []);
        return file.ToArray();
    }

    private static void WriteChunk(MemoryStream file, string type, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        var name = Encoding.ASCII.GetBytes(type);
        file.Write(name);
        file.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, name), content));
        file.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var each in bytes)
        {
            crc = Crcs[(crc ^ each) & 0xff] ^ (crc >> 8);
        }

        return crc;
    }

    private static uint[] CreateCrcs()
    {
        const uint Polynomial = 0xedb88320;
        var crcs = new uint[256];
        for (var at = 0u; at < crcs.Length; at++)
        {
            var crc = at;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ Polynomial : crc >> 1;
            }

            crcs[at] = crc;
        }

        return crcs;
    }
}
