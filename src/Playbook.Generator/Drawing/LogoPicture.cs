namespace Playbooks.Drawing;

/// <summary>A logo that can be drawn at any small size.</summary>
internal sealed class LogoPicture
{
    // A wider one, such as a whole name, cannot be told from a line when it is small.
    private const float WidestAspect = 1.6f;

    private readonly Picture? _pixels;
    private readonly SvgPicture? _shapes;

    private LogoPicture(Picture? pixels, SvgPicture? shapes) => (_pixels, _shapes) = (pixels, shapes);

    /// <summary>Reads a logo; null for one that is in order but cannot be drawn small.</summary>
    /// <exception cref="InvalidDataException">The file is broken; the message says how, as the end of a sentence.</exception>
    public static LogoPicture? Read(Asset logo) => Path.GetExtension(logo.File.Value) switch
    {
        ".png" => PngReader.Read(logo.Bytes.Span) is { } pixels && IsSquare((float)pixels.Width / pixels.Height) ? new LogoPicture(pixels, null) : null,
        ".svg" => ReadSvg(logo.Bytes.Span),
        _ => null,
    };

    /// <summary>Reads a picture of shapes; null for one that cannot be drawn small.</summary>
    /// <exception cref="InvalidDataException">The file is broken.</exception>
    public static LogoPicture? ReadSvg(ReadOnlySpan<byte> svg) =>
        SvgPicture.Read(svg) is { } shapes && IsSquare(shapes.Aspect) ? new LogoPicture(null, shapes) : null;

    /// <summary>The picture in the middle of a square.</summary>
    public Picture Draw(int size)
    {
        if (_shapes is not null)
        {
            return _shapes.Draw(size, size);
        }

        var longer = Math.Max(_pixels!.Width, _pixels.Height);
        var (width, height) = (Math.Max(1, size * _pixels.Width / longer), Math.Max(1, size * _pixels.Height / longer));
        var picture = new Picture(size, size);
        picture.Paint(_pixels, (size - width) / 2, (size - height) / 2, width, height);
        return picture;
    }

    private static bool IsSquare(float aspect) => aspect is > 1 / WidestAspect and < WidestAspect;
}
