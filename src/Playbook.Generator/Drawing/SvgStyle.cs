using System.Xml;

namespace Playbooks.Drawing;

/// <summary>How a shape is painted.</summary>
internal sealed record SvgStyle
{
    // Attributes that change how a picture looks in ways that are not drawn.
    private static readonly string[] NotDrawn =
        ["clip-path", "mask", "filter", "marker", "marker-start", "marker-mid", "marker-end", "stroke-dasharray", "vector-effect", "paint-order", "display", "visibility", "mix-blend-mode"];

    /// <summary>What holds where nothing is said.</summary>
    public static SvgStyle Plain { get; } = new();

    /// <summary>Colour of the inside; null for none.</summary>
    public Colour? Fill { get; private init; } = new Colour(0, 0, 0);

    /// <summary>Colour of the line; null for none.</summary>
    public Colour? Stroke { get; private init; }

    public float StrokeWidth { get; private init; } = 1;

    /// <summary>How much longer the units of the shape have become.</summary>
    public float Unit { get; init; } = 1;

    public float Opacity { get; private init; } = 1;

    public float FillOpacity { get; private init; } = 1;

    public float StrokeOpacity { get; private init; } = 1;

    /// <summary>Whether what is covered twice is a hole.</summary>
    public bool IsEvenOdd { get; private init; }

    /// <summary>Whether lines end in half a circle.</summary>
    public bool HasRoundEnds { get; private init; }

    /// <summary>Whether lines end half their width behind the last point.</summary>
    public bool HasSquareEnds { get; private init; }

    /// <summary>The style of an element inside this one; null when it needs more than can be drawn.</summary>
    public SvgStyle? Read(XmlReader xml)
    {
        var style = this;
        for (var isThere = xml.MoveToFirstAttribute(); isThere && style is not null; isThere = xml.MoveToNextAttribute())
        {
            style = xml.LocalName != "style" ? style.With(xml.LocalName, xml.Value.Trim()) : xml.Value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(each => each.Split(':', 2, StringSplitOptions.TrimEntries))
                .Aggregate((SvgStyle?)style, (known, pair) => pair.Length == 2 ? known?.With(pair[0], pair[1]) : null);
        }

        xml.MoveToElement();
        return style;
    }

    private SvgStyle? With(string name, string value)
    {
        switch (name)
        {
            case "fill": return TryColour(value, out var fill) ? this with { Fill = fill } : null;
            case "stroke": return TryColour(value, out var stroke) ? this with { Stroke = stroke } : null;
            case "stroke-width": return SvgNumbers.TryLength(value, out var width) ? this with { StrokeWidth = width } : null;
            case "opacity": return TryPart(value, out var part) ? this with { Opacity = Opacity * part } : null;
            case "fill-opacity": return TryPart(value, out var inside) ? this with { FillOpacity = inside } : null;
            case "stroke-opacity": return TryPart(value, out var line) ? this with { StrokeOpacity = line } : null;
            case "fill-rule": return this with { IsEvenOdd = value == "evenodd" };
            case "stroke-linecap": return this with { HasRoundEnds = value == "round", HasSquareEnds = value == "square" };
            default: return NotDrawn.Contains(name, StringComparer.Ordinal) ? null : this;
        }
    }

    private static bool TryPart(string text, out float part) => SvgNumbers.TryLength(text, out part) && part is >= 0 and <= 1;

    private static bool TryColour(string text, out Colour? colour)
    {
        var isHex = text.StartsWith('#') && text.AsSpan(1).IndexOfAnyExcept(Hex) < 0;
        colour = text switch
        {
            "white" => new Colour(255, 255, 255),
            "black" or "currentColor" => new Colour(0, 0, 0),
            [_, var red, var green, var blue] when isHex => Colour.Parse($"#{red}{red}{green}{green}{blue}{blue}"),
            { Length: 7 } when isHex => Colour.Parse(text),
            _ => null,
        };
        return colour is not null || text is "none" or "transparent";
    }

    private static readonly System.Buffers.SearchValues<char> Hex = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");
}
