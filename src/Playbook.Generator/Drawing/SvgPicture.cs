using System.Text;
using System.Xml;

namespace Playbooks.Drawing;

/// <summary>An SVG picture of plain shapes in plain colours, as most logos and all icons of the theme are.</summary>
/// <remarks>
/// Reads the text it is given and nothing else: no address, file, entity, style sheet or script. A picture that needs more
/// (text, gradients, masks, style sheets, references) is not drawn at all, because half a logo is worse than none.
/// </remarks>
internal sealed class SvgPicture
{
    // Curves are flattened once, fine enough for any size that is drawn.
    private const float Side = 256;

    // No logo of plain shapes comes near these; together they keep a hostile one to a fraction of a second.
    private const int MostElements = 400, DeepestGroups = 32, MostPoints = 20_000;
    private const float FarthestPoint = 512, WidestLine = 128;

    private readonly List<(Outline Shape, SvgStyle Style)> _painted = [];
    private float _width;
    private float _height;
    private int _elements;
    private int _points;

    private SvgPicture()
    {
    }

    /// <summary>Width divided by height.</summary>
    public float Aspect => _width / _height;

    /// <summary>The picture; null when it needs more than plain shapes or shows nothing.</summary>
    /// <exception cref="InvalidDataException">It is broken, such as a path that cannot be read.</exception>
    public static SvgPicture? Read(ReadOnlySpan<byte> file)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreWhitespace = true };
        using var xml = XmlReader.Create(new StringReader(Encoding.UTF8.GetString(file)), settings);
        try
        {
            xml.MoveToContent();
            var picture = new SvgPicture();
            return xml.LocalName == "svg" && picture.ReadBox(xml) is { } placing && SvgStyle.Plain.Read(xml) is { } style
                && picture.ReadChildren(xml, style with { Unit = placing.Scale }, placing, depth: 0) && picture._painted.Count > 0 ? picture : null;
        }
        catch (XmlException exception)
        {
            throw new InvalidDataException("it is not well-formed SVG", exception);
        }
    }

    /// <summary>The picture in a box of pixels, in its middle and as large as it fits.</summary>
    public Picture Draw(int width, int height)
    {
        var scale = Math.Min(width / _width, height / _height);
        var (dx, dy) = ((width - (_width * scale)) / 2, (height - (_height * scale)) / 2);
        var picture = new Picture(width, height);
        foreach (var (shape, style) in _painted)
        {
            var placed = shape.Moved(scale, dx, dy);
            if (style.Fill is { } fill)
            {
                picture.Paint(Coverage.Of(placed, style.IsEvenOdd), fill, style.Opacity * style.FillOpacity);
            }

            if (style.Stroke is { } stroke)
            {
                picture.Paint(Coverage.Of(SvgStroke.Of(placed, style, style.StrokeWidth * style.Unit * scale)), stroke, style.Opacity * style.StrokeOpacity);
            }
        }

        return picture;
    }

    /// <summary>How the picture's own units become those the shapes are kept in; null without a size.</summary>
    private SvgPlacing? ReadBox(XmlReader xml)
    {
        var box = xml.GetAttribute("viewBox") is { } view ? SvgNumbers.Read(view)
            : xml.GetAttribute("width") is { } width && xml.GetAttribute("height") is { } height && SvgNumbers.TryLength(width, out var w) && SvgNumbers.TryLength(height, out var h) ? [0, 0, w, h]
            : [];
        if (box is not [var x, var y, > 0 and var wide, > 0 and var high])
        {
            return null;
        }

        var scale = Side / Math.Max(wide, high);
        (_width, _height) = (wide * scale, high * scale);
        return new SvgPlacing(scale, 0, 0, scale, -x * scale, -y * scale);
    }

    /// <summary>Reads what stands inside an element; false when it needs more than plain shapes.</summary>
    private bool ReadChildren(XmlReader xml, SvgStyle style, SvgPlacing placing, int depth)
    {
        if (xml.IsEmptyElement)
        {
            return true;
        }

        while (xml.Read() && xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType == XmlNodeType.Element && !ReadElement(xml, style, placing, depth))
            {
                return false;
            }
        }

        return true;
    }

    private bool ReadElement(XmlReader xml, SvgStyle outer, SvgPlacing around, int depth)
    {
        if (++_elements > MostElements || depth > DeepestGroups)
        {
            return false;
        }

        if (xml.LocalName is "title" or "desc" or "metadata")
        {
            using var ignored = xml.ReadSubtree();
            while (ignored.Read())
            {
            }

            return true;
        }

        if (outer.Read(xml) is not { } style || SvgPlacing.Read(xml.GetAttribute("transform")) is not { } own)
        {
            return false;
        }

        var placing = around.Of(own);
        style = style with { Unit = placing.Scale };
        if (xml.LocalName == "g")
        {
            return ReadChildren(xml, style, placing, depth + 1);
        }

        if (SvgShapes.Read(xml, placing) is not { } shape)
        {
            return false;
        }

        _points += shape.Count;
        if (_points > MostPoints || !shape.IsWithin(FarthestPoint) || (style.Stroke is not null && !(style.StrokeWidth * style.Unit is >= 0 and <= WidestLine)))
        {
            return false;
        }

        _painted.Add((shape, style));
        return ReadChildren(xml, style, placing, depth + 1);
    }
}
