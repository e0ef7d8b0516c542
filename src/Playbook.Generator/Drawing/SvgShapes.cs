using System.Xml;

namespace Playbooks.Drawing;

/// <summary>Shapes of SVG as outlines.</summary>
internal static class SvgShapes
{
    /// <summary>The shape of an element; null when it is none that is known.</summary>
    public static Outline? Read(XmlReader xml, SvgPlacing placing)
    {
        var path = new SvgPath(placing);
        switch (xml.LocalName)
        {
            case "path":
                path.Add(xml.GetAttribute("d") ?? "");
                return path.Outline;
            case "rect" when Numbers(xml, "x", "y", "width", "height") is [var x, var y, var width, var height]:
                var (rx, ry) = (xml.GetAttribute("rx") ?? xml.GetAttribute("ry"), xml.GetAttribute("ry") ?? xml.GetAttribute("rx"));
                if (!SvgNumbers.TryLength(rx ?? "0", out var radiusX) || !SvgNumbers.TryLength(ry ?? "0", out var radiusY))
                {
                    return null;
                }

                path.Add(Rectangle(x, y, width, height, Math.Clamp(radiusX, 0, width / 2), Math.Clamp(radiusY, 0, height / 2)));
                return path.Outline;
            case "circle" when Numbers(xml, "cx", "cy", "r") is [var x, var y, var radius]:
                path.Add(Ellipse(x, y, radius, radius));
                return path.Outline;
            case "ellipse" when Numbers(xml, "cx", "cy", "rx", "ry") is [var x, var y, var radiusX2, var radiusY2]:
                path.Add(Ellipse(x, y, radiusX2, radiusY2));
                return path.Outline;
            case "line" when Numbers(xml, "x1", "y1", "x2", "y2") is [var x1, var y1, var x2, var y2]:
                path.Add(Text($"M{x1} {y1}L{x2} {y2}"));
                return path.Outline;
            case "polyline":
                path.Add($"M{xml.GetAttribute("points")}");
                return path.Outline;
            case "polygon":
                path.Add($"M{xml.GetAttribute("points")}Z");
                return path.Outline;
            default:
                return null;
        }
    }

    private static string Rectangle(float x, float y, float width, float height, float rx, float ry) => Text(
        $"M{x + rx} {y}h{width - (2 * rx)}a{rx} {ry} 0 0 1 {rx} {ry}v{height - (2 * ry)}a{rx} {ry} 0 0 1 {-rx} {ry}h{(2 * rx) - width}a{rx} {ry} 0 0 1 {-rx} {-ry}v{(2 * ry) - height}a{rx} {ry} 0 0 1 {rx} {-ry}z");

    private static string Ellipse(float x, float y, float rx, float ry) =>
        Text($"M{x - rx} {y}a{rx} {ry} 0 0 1 {2 * rx} 0a{rx} {ry} 0 0 1 {-2 * rx} 0z");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>Attributes as numbers, 0 where one is missing; empty when one is no plain number or a size is negative.</summary>
    private static float[] Numbers(XmlReader xml, params string[] names)
    {
        var numbers = new float[names.Length];
        for (var at = 0; at < names.Length; at++)
        {
            var isSize = names[at] is "width" or "height" or "r" or "rx" or "ry";
            if (!SvgNumbers.TryLength(xml.GetAttribute(names[at]) ?? "0", out numbers[at]) || (isSize && numbers[at] < 0))
            {
                return [];
            }
        }

        return numbers;
    }
}
