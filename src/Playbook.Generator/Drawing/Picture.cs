namespace Playbooks.Drawing;

/// <summary>A colour without transparency.</summary>
internal readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>Reads <c>#rrggbb</c>.</summary>
    public static Colour Parse(string text) => new(Part(text, 1), Part(text, 3), Part(text, 5));

    /// <summary>This colour laid over another.</summary>
    /// <param name="below">What shines through.</param>
    /// <param name="part">How much of this colour there is, 0 to <paramref name="whole"/>.</param>
    /// <param name="whole">All of it.</param>
    public Colour Over(Colour below, int part, int whole) =>
        new(Mix(Red, below.Red, part, whole), Mix(Green, below.Green, part, whole), Mix(Blue, below.Blue, part, whole));

    private static byte Mix(int above, int below, int part, int whole) => (byte)(((above * part) + (below * (whole - part)) + (whole / 2)) / whole);

    private static byte Part(string text, int at) => byte.Parse(text.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}

/// <summary>A picture of pixels that may be transparent.</summary>
/// <param name="width">In pixels.</param>
/// <param name="height">In pixels.</param>
internal sealed class Picture(int width, int height)
{
    // Red, green and blue are already weakened by the fourth byte, so that pictures are scaled and laid over each other by sums.
    private readonly byte[] _pixels = new byte[width * height * 4];

    public int Width => width;

    public int Height => height;

    /// <summary>True when nothing can be seen.</summary>
    public bool IsEmpty => !_pixels.AsSpan().ContainsAnyExcept((byte)0);

    /// <summary>Sets a pixel.</summary>
    public void Set(int x, int y, Colour colour, byte opacity)
    {
        var at = ((y * width) + x) * 4;
        (_pixels[at], _pixels[at + 1], _pixels[at + 2], _pixels[at + 3]) =
            (Part(colour.Red, opacity), Part(colour.Green, opacity), Part(colour.Blue, opacity), opacity);
    }

    /// <summary>Paints a shape; what lies outside the picture is cut off.</summary>
    public void Paint(Coverage shape, Colour colour, float opacity = 1)
    {
        var most = (int)((opacity * 255) + 0.5f);
        for (var y = Math.Max(0, -shape.Top); y < shape.Height && y + shape.Top < height; y++)
        {
            for (var x = Math.Max(0, -shape.Left); x < shape.Width && x + shape.Left < width; x++)
            {
                if (Part(shape.Parts[(y * shape.Width) + x], most) is > 0 and var part)
                {
                    Lay((((y + shape.Top) * width) + x + shape.Left) * 4, Part(colour.Red, part), Part(colour.Green, part), Part(colour.Blue, part), part);
                }
            }
        }
    }

    /// <summary>Lays a picture over this one, scaled to a size; each pixel is the mean of what falls into it.</summary>
    public void Paint(Picture other, int left, int top, int wide, int high)
    {
        for (var y = 0; y < high; y++)
        {
            for (var x = 0; x < wide; x++)
            {
                var (red, green, blue, opacity) = other.Mean((float)x / wide, (float)y / high, (x + 1f) / wide, (y + 1f) / high);
                Lay((((y + top) * width) + x + left) * 4, red, green, blue, opacity);
            }
        }
    }

    /// <summary>A pixel as it looks on a ground.</summary>
    public Colour On(Colour ground, int x, int y)
    {
        var at = ((y * width) + x) * 4;
        var through = 255 - _pixels[at + 3];
        return new Colour(
            (byte)(_pixels[at] + Part(ground.Red, through)), (byte)(_pixels[at + 1] + Part(ground.Green, through)), (byte)(_pixels[at + 2] + Part(ground.Blue, through)));
    }

    /// <summary>Copies a row as red, green, blue, opacity, not weakened.</summary>
    public void CopyRow(int y, Span<byte> row)
    {
        for (var at = 0; at < width * 4; at += 4)
        {
            var pixel = _pixels.AsSpan((y * width * 4) + at, 4);
            for (var part = 0; part < 3; part++)
            {
                row[at + part] = pixel[3] == 0 ? (byte)0 : (byte)Math.Min(255, ((pixel[part] * 255) + (pixel[3] / 2)) / pixel[3]);
            }

            row[at + 3] = pixel[3];
        }
    }

    private (byte Red, byte Green, byte Blue, byte Opacity) Mean(float left, float top, float right, float bottom)
    {
        var (x0, x1, y0, y1) = (left * width, right * width, top * height, bottom * height);
        var (red, green, blue, opacity, all) = (0f, 0f, 0f, 0f, 0f);
        for (var y = (int)y0; y < height && y < y1; y++)
        {
            for (var x = (int)x0; x < width && x < x1; x++)
            {
                var weight = (Math.Min(x + 1, x1) - Math.Max(x, x0)) * (Math.Min(y + 1, y1) - Math.Max(y, y0));
                var at = ((y * width) + x) * 4;
                red += weight * _pixels[at];
                green += weight * _pixels[at + 1];
                blue += weight * _pixels[at + 2];
                opacity += weight * _pixels[at + 3];
                all += weight;
            }
        }

        return all <= 0 ? default : (Rounded(red / all), Rounded(green / all), Rounded(blue / all), Rounded(opacity / all));
    }

    private void Lay(int at, byte red, byte green, byte blue, byte opacity)
    {
        var through = 255 - opacity;
        _pixels[at] = (byte)Math.Min(255, red + Part(_pixels[at], through));
        _pixels[at + 1] = (byte)Math.Min(255, green + Part(_pixels[at + 1], through));
        _pixels[at + 2] = (byte)Math.Min(255, blue + Part(_pixels[at + 2], through));
        _pixels[at + 3] = (byte)Math.Min(255, opacity + Part(_pixels[at + 3], through));
    }

    private static byte Rounded(float value) => (byte)(value + 0.5f);

    private static byte Part(int value, int of) => (byte)(((value * of) + 127) / 255);
}
