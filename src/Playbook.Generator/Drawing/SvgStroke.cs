namespace Playbooks.Drawing;

/// <summary>The shape that a pen leaves along a line: a box for each stretch, a circle where two meet.</summary>
internal static class SvgStroke
{
    private const float Handle = 0.5522848f;

    /// <summary>The shape.</summary>
    /// <param name="line">Where the pen goes.</param>
    /// <param name="style">How lines end.</param>
    /// <param name="width">Of the pen, in pixels.</param>
    public static Outline Of(Outline line, SvgStyle style, float width)
    {
        var shape = new Outline();
        var half = width / 2;
        foreach (var (points, isClosed) in line.Polygons)
        {
            for (var at = 0; at < points.Count; at++)
            {
                var isEnd = !isClosed && (at == 0 || at == points.Count - 1);
                if (isEnd ? style.HasRoundEnds : points.Count > 1)
                {
                    AddCircle(shape, points[at], half);
                }

                if (at + 1 < points.Count || isClosed)
                {
                    var next = points[(at + 1) % points.Count];
                    var reach = style.HasSquareEnds ? half : 0;
                    AddBox(shape, points[at], next, half, !isClosed && at == 0 ? reach : 0, !isClosed && at + 2 == points.Count ? reach : 0);
                }
            }
        }

        return shape;
    }

    private static void AddBox(Outline shape, (float X, float Y) from, (float X, float Y) to, float half, float before, float behind)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = MathF.Sqrt((dx * dx) + (dy * dy));
        if (length == 0)
        {
            return;
        }

        (dx, dy) = (dx / length, dy / length);
        var (x0, y0, x1, y1) = (from.X - (dx * before), from.Y - (dy * before), to.X + (dx * behind), to.Y + (dy * behind));
        var (nx, ny) = (-dy * half, dx * half);
        // All parts turn the same way, so that where they overlap is covered once.
        shape.MoveTo(x0 - nx, y0 - ny);
        shape.LineTo(x1 - nx, y1 - ny);
        shape.LineTo(x1 + nx, y1 + ny);
        shape.LineTo(x0 + nx, y0 + ny);
        shape.Close();
    }

    private static void AddCircle(Outline shape, (float X, float Y) centre, float radius)
    {
        var (x, y, h) = (centre.X, centre.Y, radius * Handle);
        shape.MoveTo(x, y - radius);
        shape.CubicTo(x + h, y - radius, x + radius, y - h, x + radius, y);
        shape.CubicTo(x + radius, y + h, x + h, y + radius, x, y + radius);
        shape.CubicTo(x - h, y + radius, x - radius, y + h, x - radius, y);
        shape.CubicTo(x - radius, y - h, x - h, y - radius, x, y - radius);
        shape.Close();
    }
}
