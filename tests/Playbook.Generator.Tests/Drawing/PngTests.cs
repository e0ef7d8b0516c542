using System.IO.Compression;
using CsCheck;
using Playbooks.Drawing;

namespace Playbooks.Tests.Drawing;

public sealed class PngTests
{
    // Long stretches of few values, as in pictures, and stretches of anything.
    private static readonly Gen<byte[]> Rows = Gen.Select(Gen.Byte, Gen.Int[1, 700], Gen.Byte.Array[0, 40])
        .Select((value, count, others) => (byte[])[.. Enumerable.Repeat(value, count), .. others])
        .Array[1, 20].Select(parts => parts.SelectMany(part => part).ToArray());

    [Fact]
    public void Any_zlib_reader_unpacks_what_was_packed() =>
        Gen.Select(Rows, Gen.Int[1, 4], Gen.Int[5, 3000]).Sample((bytes, pixel, row) =>
        {
            using var unpacking = new ZLibStream(new MemoryStream(PixelPacker.Pack(bytes, pixel, row)), CompressionMode.Decompress);
            using var unpacked = new MemoryStream();
            unpacking.CopyTo(unpacked);
            Assert.Equal(bytes, unpacked.ToArray());
        });

    [Fact]
    public void Picture_that_was_written_is_read_again()
    {
        var picture = new Picture(40, 30);
        picture.Paint(Coverage.Of(Outline.Rectangle(3.5f, 2.25f, 30, 20, 6, 6)), new Colour(122, 31, 79));

        var read = PngReader.Read(PngWriter.Write(picture))!;

        Assert.Equal((40, 30), (read.Width, read.Height));
        Assert.Equal(PngWriter.Write(picture), PngWriter.Write(read));
    }

    [Fact]
    public void Broken_file_is_told_as_such_wherever_it_breaks()
    {
        var picture = new Picture(12, 9);
        picture.Paint(Coverage.Of(Outline.Rectangle(1, 1, 9, 6, 2, 2)), new Colour(1, 200, 3));
        var whole = PngWriter.Write(picture);
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.Throws<InvalidDataException>(() => PngReader.Read(whole.AsSpan(0, length)));
        }

        Gen.Select(Gen.Int[8, whole.Length - 1], Gen.Byte).Sample((at, value) =>
        {
            var changed = whole.ToArray();
            changed[at] = value;
            try
            {
                PngReader.Read(changed);
            }
            catch (InvalidDataException)
            {
                // What the loader reports.
            }
        });
    }
}
