using System.Buffers.Binary;

namespace Playbooks.Drawing;

/// <summary>Writes a picture as <c>favicon.ico</c>: a PNG in the frame that browsers look for at a site's root.</summary>
internal static class IconFile
{
    private const int HeadSize = 22;

    /// <summary>The file.</summary>
    /// <param name="picture">Square, at most 255 pixels wide.</param>
    public static byte[] Write(Picture picture)
    {
        var png = PngWriter.Write(picture);
        var file = new byte[HeadSize + png.Length];
        // Of kind 1 (icon), one picture.
        (file[2], file[4]) = (1, 1);
        (file[6], file[7]) = ((byte)picture.Width, (byte)picture.Height);
        // One plane of 32 bits.
        (file[10], file[12]) = (1, 32);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(14), png.Length);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(18), HeadSize);
        png.CopyTo(file, HeadSize);
        return file;
    }
}
