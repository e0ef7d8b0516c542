using System.Buffers.Binary;
using System.Text;

namespace Playbooks.Drawing;

/// <summary>A TrueType font of the theme: which letter has which shape, how wide it is and how pairs move together.</summary>
/// <remarks>Reads what the theme's build cut, one fixed weight without hints; not meant for fonts of anybody else.</remarks>
internal sealed class FontFile
{
    private readonly ReadOnlyMemory<byte> _file;
    private readonly Dictionary<string, (int Start, int Length)> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _glyphs = [];
    private readonly FontKerning? _kerning;
    private readonly int _wideGlyphs;
    private readonly bool _hasLongOffsets;

    /// <summary>Reads a font.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public FontFile(ReadOnlyMemory<byte> file)
    {
        _file = file;
        try
        {
            var count = U16(4);
            for (var at = 12; at < 12 + (count * 16); at += 16)
            {
                _tables[Encoding.ASCII.GetString(_file.Span.Slice(at, 4))] = (I32(at + 8), I32(at + 12));
            }

            UnitsPerEm = U16(Table("head") + 18);
            _hasLongOffsets = U16(Table("head") + 50) == 1;
            _wideGlyphs = U16(Table("hhea") + 34);
            ReadCharacters();
            _kerning = _tables.TryGetValue("GPOS", out var kerning) ? new FontKerning(_file.Slice(kerning.Start, kerning.Length)) : null;
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException or KeyNotFoundException or IndexOutOfRangeException)
        {
            throw new InvalidDataException("this is no TrueType font", exception);
        }
    }

    /// <summary>The unit of all widths: so many are as long as the font is large.</summary>
    public int UnitsPerEm { get; }

    /// <summary>Number of the glyph for a character; 0 when there is none.</summary>
    public int GlyphOf(Rune character) => _glyphs.GetValueOrDefault(character.Value);

    /// <summary>Width of a glyph.</summary>
    public int WidthOf(int glyph) => U16(Table("hmtx") + (Math.Min(glyph, _wideGlyphs - 1) * 4));

    /// <summary>What is added to the width of a glyph before another; mostly 0 or less.</summary>
    public int Kerning(int glyph, int next) => _kerning?.Between(glyph, next) ?? 0;

    /// <summary>The shape of a glyph.</summary>
    /// <param name="glyph">Its number.</param>
    /// <param name="size">In pixels.</param>
    /// <param name="x">Where its origin lies.</param>
    /// <param name="y">Where the line of writing lies.</param>
    public Outline ShapeOf(int glyph, float size, float x, float y)
    {
        var shape = new Outline();
        var scale = size / UnitsPerEm;
        Add(shape, glyph, new Placing(scale, 0, 0, scale, x, y), depth: 0);
        return shape;
    }

    private void Add(Outline shape, int glyph, Placing placing, int depth)
    {
        const int DeepestParts = 6;
        var (start, end) = (OffsetOf(glyph), OffsetOf(glyph + 1));
        if (start == end || depth > DeepestParts)
        {
            return;
        }

        var at = Table("glyf") + start;
        var contours = I16(at);
        if (contours >= 0)
        {
            AddSimple(shape, at + 10, contours, placing);
        }
        else
        {
            AddParts(shape, at + 10, placing, depth);
        }
    }

    /// <summary>A glyph of other glyphs, such as é.</summary>
    private void AddParts(Outline shape, int at, Placing placing, int depth)
    {
        const int AreWords = 1, AreOffsets = 2, HasScale = 8, HasMore = 32, HasTwoScales = 64, HasMatrix = 128;
        int flags;
        do
        {
            flags = U16(at);
            var glyph = U16(at + 2);
            at += 4;
            var (dx, dy) = (flags & AreWords) != 0 ? (I16(at), I16(at + 2)) : ((sbyte)_file.Span[at], (sbyte)_file.Span[at + 1]);
            at += (flags & AreWords) != 0 ? 4 : 2;
            var (xx, xy, yx, yy) = (1f, 0f, 0f, 1f);
            if ((flags & HasScale) != 0)
            {
                (xx, yy) = (F2Dot14(at), F2Dot14(at));
                at += 2;
            }
            else if ((flags & HasTwoScales) != 0)
            {
                (xx, yy) = (F2Dot14(at), F2Dot14(at + 2));
                at += 4;
            }
            else if ((flags & HasMatrix) != 0)
            {
                (xx, xy, yx, yy) = (F2Dot14(at), F2Dot14(at + 2), F2Dot14(at + 4), F2Dot14(at + 6));
                at += 8;
            }

            if ((flags & AreOffsets) != 0)
            {
                Add(shape, glyph, placing.Of(xx, xy, yx, yy, dx, dy), depth + 1);
            }
        }
        while ((flags & HasMore) != 0);
    }

    private void AddSimple(Outline shape, int at, int contours, Placing placing)
    {
        if (contours == 0)
        {
            return;
        }

        var ends = new int[contours];
        for (var contour = 0; contour < contours; contour++)
        {
            ends[contour] = U16(at + (contour * 2));
        }

        at += contours * 2;
        at += 2 + U16(at);
        var points = ReadPoints(at, ends[^1] + 1);
        var first = 0;
        foreach (var end in ends)
        {
            AddContour(shape, points.AsSpan(first, end + 1 - first), placing);
            first = end + 1;
        }
    }

    private (bool IsOn, int X, int Y)[] ReadPoints(int at, int count)
    {
        const int IsOn = 1, XIsByte = 2, YIsByte = 4, Repeats = 8, XIsSameOrPositive = 16, YIsSameOrPositive = 32;
        var flags = new byte[count];
        for (var point = 0; point < count; point++)
        {
            flags[point] = _file.Span[at++];
            if ((flags[point] & Repeats) != 0)
            {
                for (var again = _file.Span[at++]; again > 0 && point + 1 < count; again--, point++)
                {
                    flags[point + 1] = flags[point];
                }
            }
        }

        var points = new (bool IsOn, int X, int Y)[count];
        var value = 0;
        for (var point = 0; point < count; point++)
        {
            value += Step(flags[point], XIsByte, XIsSameOrPositive, ref at);
            points[point] = ((flags[point] & IsOn) != 0, value, 0);
        }

        value = 0;
        for (var point = 0; point < count; point++)
        {
            value += Step(flags[point], YIsByte, YIsSameOrPositive, ref at);
            points[point].Y = value;
        }

        return points;
    }

    private int Step(byte flags, int isByte, int isSameOrPositive, ref int at)
    {
        if ((flags & isByte) != 0)
        {
            var step = _file.Span[at++];
            return (flags & isSameOrPositive) != 0 ? step : -step;
        }

        if ((flags & isSameOrPositive) != 0)
        {
            return 0;
        }

        at += 2;
        return I16(at - 2);
    }

    /// <summary>Between two points off the line lies one on it, which fonts leave out.</summary>
    private static void AddContour(Outline shape, ReadOnlySpan<(bool IsOn, int X, int Y)> points, Placing placing)
    {
        if (points.Length < 2)
        {
            return;
        }

        var last = points[^1];
        var (x, y) = points[0].IsOn ? (points[0].X, points[0].Y)
            : last.IsOn ? (last.X, (float)last.Y) : ((points[0].X + last.X) / 2f, (points[0].Y + last.Y) / 2f);
        shape.MoveTo(placing.X(x, y), placing.Y(x, y));
        var (startX, startY) = (x, y);
        for (var at = points[0].IsOn ? 1 : 0; at < points.Length; at++)
        {
            var point = points[at];
            if (point.IsOn)
            {
                shape.LineTo(placing.X(point.X, point.Y), placing.Y(point.X, point.Y));
                continue;
            }

            var next = at + 1 < points.Length ? points[at + 1] : (IsOn: true, X: 0, Y: 0);
            var (endX, endY) = at + 1 == points.Length ? (startX, startY)
                : next.IsOn ? (next.X, next.Y) : ((point.X + next.X) / 2f, (point.Y + next.Y) / 2f);
            shape.QuadraticTo(placing.X(point.X, point.Y), placing.Y(point.X, point.Y), placing.X(endX, endY), placing.Y(endX, endY));
            at += next.IsOn ? 1 : 0;
        }

        shape.Close();
    }

    private void ReadCharacters()
    {
        var cmap = Table("cmap");
        for (var record = cmap + 4; record < cmap + 4 + (U16(cmap + 2) * 8); record += 8)
        {
            var at = cmap + I32(record + 4);
            if (U16(at) == 4)
            {
                ReadSegments(at);
            }
            else if (U16(at) == 12)
            {
                for (var group = at + 16; group < at + 16 + (I32(at + 12) * 12); group += 12)
                {
                    for (var code = I32(group); code <= I32(group + 4); code++)
                    {
                        _glyphs.TryAdd(code, I32(group + 8) + code - I32(group));
                    }
                }
            }
        }
    }

    private void ReadSegments(int at)
    {
        var size = U16(at + 6);
        var (ends, starts, deltas, offsets) = (at + 14, at + 16 + size, at + 16 + (size * 2), at + 16 + (size * 3));
        for (var segment = 0; segment < size; segment += 2)
        {
            var (start, end, offset) = (U16(starts + segment), U16(ends + segment), U16(offsets + segment));
            for (var code = start; code <= end && code < 0xffff; code++)
            {
                var glyph = offset == 0 ? code : U16(offsets + segment + offset + ((code - start) * 2));
                if (glyph != 0)
                {
                    _glyphs.TryAdd(code, (glyph + U16(deltas + segment)) & 0xffff);
                }
            }
        }
    }

    private int OffsetOf(int glyph) => _hasLongOffsets ? I32(Table("loca") + (glyph * 4)) : U16(Table("loca") + (glyph * 2)) * 2;

    private int Table(string name) => _tables[name].Start;

    private int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_file.Span[at..]);

    private int I16(int at) => BinaryPrimitives.ReadInt16BigEndian(_file.Span[at..]);

    private int I32(int at) => BinaryPrimitives.ReadInt32BigEndian(_file.Span[at..]);

    private float F2Dot14(int at) => I16(at) / 16384f;

    /// <summary>Brings points of a font, whose y goes upwards, to pixels.</summary>
    private readonly record struct Placing(float XX, float XY, float YX, float YY, float Dx, float Dy)
    {
        public float X(float x, float y) => (XX * x) + (YX * y) + Dx;

        public float Y(float x, float y) => Dy - ((XY * x) + (YY * y));

        public Placing Of(float xx, float xy, float yx, float yy, float dx, float dy) => new(
            (XX * xx) + (YX * xy), (XY * xx) + (YY * xy), (XX * yx) + (YX * yy), (XY * yx) + (YY * yy), X(dx, dy), Y(dx, dy));
    }
}
