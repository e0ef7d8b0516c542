using System.Buffers;
using Playbooks.Drawing;

namespace Playbooks.Rendering;

/// <summary>A card while it is drawn: each pixel is the number of a colour, and 0 is paper.</summary>
/// <remarks>
/// Numbers in place of colours make a card small and quick to pack: most of it is nothing but zeros. What smooths the edge of a
/// letter is one of a few steps between its ink and the paper, which is all a letter ever stands on.
/// </remarks>
internal sealed class CardCanvas : IDisposable
{
    /// <summary>The size that all readers of link previews know.</summary>
    public const int Width = 1200, Height = 630;

    // A row of PNG begins with the number of its filter: 0, none.
    private const int Stride = Width + 1;
    private const int MostColours = 256;

    private readonly byte[] _rows;
    private readonly List<Colour> _palette;

    /// <summary>An empty card.</summary>
    public CardCanvas(Colour paper)
    {
        _rows = Rent();
        Rows.Clear();
        _palette = [paper];
    }

    private CardCanvas(CardCanvas ground)
    {
        _rows = Rent();
        ground.Rows.CopyTo(Rows);
        _palette = [.. ground._palette];
    }

    private Span<byte> Rows => _rows.AsSpan(0, Stride * Height);

    /// <summary>A card that begins with what stands on this one. Its inks are this one's too.</summary>
    public CardCanvas Copy() => new(this);

    /// <summary>Gets an ink ready.</summary>
    /// <param name="colour">The full ink.</param>
    /// <param name="steps">How many colours there are from paper to full ink.</param>
    public CardInk Ink(Colour colour, int steps)
    {
        var first = _palette.Count;
        for (var step = 1; step <= steps; step++)
        {
            _palette.Add(colour.Over(_palette[0], step, steps));
        }

        return new CardInk((byte)first, (byte)steps);
    }

    /// <summary>Paints a shape on the paper.</summary>
    public void Paint(Coverage shape, CardInk ink, int left = 0, int top = 0)
    {
        var (x0, y0) = (shape.Left + left, shape.Top + top);
        var (from, to) = (Math.Max(0, -x0), Math.Min(shape.Width, Width - x0));
        for (var y = Math.Max(0, -y0); y < shape.Height && y + y0 < Height && from < to; y++)
        {
            var parts = shape.Parts.AsSpan((y * shape.Width) + from, to - from);
            var row = _rows.AsSpan(((y + y0) * Stride) + 1 + x0 + from, to - from);
            for (var x = 0; x < parts.Length; x++)
            {
                var step = ((parts[x] * ink.Steps) + 127) / 255;
                if (step > 0)
                {
                    // Letters that touch share a pixel; the darker one is seen.
                    row[x] = (byte)Math.Max(row[x], ink.First + step - 1);
                }
            }
        }
    }

    /// <summary>Fills a box with full ink.</summary>
    public void Fill(int x, int y, int width, int height, CardInk ink)
    {
        for (var row = y; row < y + height; row++)
        {
            _rows.AsSpan((row * Stride) + 1 + x, width).Fill((byte)(ink.First + ink.Steps - 1));
        }
    }

    /// <summary>Lays a picture on the paper, in as many of its colours as there is room for.</summary>
    public void Put(Picture picture, int left, int top)
    {
        var room = MostColours - _palette.Count;
        for (var shift = 0; shift < 8; shift++)
        {
            // Fewer and fewer colours, until they fit: a logo of plain colours keeps them all.
            var numbers = new Dictionary<Colour, byte>();
            for (var y = 0; y < picture.Height; y++)
            {
                for (var x = 0; x < picture.Width; x++)
                {
                    var colour = Coarse(picture.On(_palette[0], x, y), shift);
                    numbers.TryAdd(colour, colour == Coarse(_palette[0], shift) ? (byte)0 : (byte)Math.Min(byte.MaxValue, _palette.Count + numbers.Count));
                }
            }

            if (numbers.Count <= room)
            {
                Put(picture, left, top, shift, numbers);
                return;
            }
        }
    }

    /// <summary>The card as PNG.</summary>
    public byte[] ToPng() => PngWriter.Write(Rows, Width, _palette);

    /// <inheritdoc />
    public void Dispose() => ArrayPool<byte>.Shared.Return(_rows);

    private void Put(Picture picture, int left, int top, int shift, Dictionary<Colour, byte> numbers)
    {
        var colours = new Colour[numbers.Count];
        var first = _palette.Count;
        foreach (var (colour, number) in numbers.Where(each => each.Value > 0))
        {
            colours[number - first] = colour;
        }

        _palette.AddRange(colours);
        for (var y = 0; y < picture.Height; y++)
        {
            for (var x = 0; x < picture.Width; x++)
            {
                _rows[((y + top) * Stride) + 1 + left + x] = numbers[Coarse(picture.On(_palette[0], x, y), shift)];
            }
        }
    }

    private static Colour Coarse(Colour colour, int shift)
    {
        var half = (1 << shift) >> 1;
        return new(Coarse(colour.Red), Coarse(colour.Green), Coarse(colour.Blue));

        byte Coarse(byte part) => (byte)Math.Min(byte.MaxValue, ((part >> shift) << shift) + half);
    }

    private static byte[] Rent() => ArrayPool<byte>.Shared.Rent(Stride * Height);
}

/// <summary>An ink of a card: neighbouring numbers, from hardly seen to full.</summary>
/// <param name="First">Number of the faintest.</param>
/// <param name="Steps">How many there are.</param>
internal readonly record struct CardInk(byte First, byte Steps);
