namespace Playbooks.Drawing;

/// <summary>A shape as closed polygons; curves are flattened when they are added. In pixels, y downwards.</summary>
internal sealed class Outline
{
    // A curve leaves its polygon by at most a tenth of a pixel: less than an edge's smoothing shows.
    private const float SegmentsPerBend = 2.5f;
    private const int MostSegments = 48;

    private readonly List<(float X, float Y)> _points = [];
    private readonly List<(int End, bool IsClosed)> _ends = [];
    private int _start;

    /// <summary>The last point; the origin before the first.</summary>
    public (float X, float Y) Here { get; private set; }

    /// <summary>How many points there are.</summary>
    public int Count => _points.Count;

    /// <summary>The polygons. What they cover is the same whether they are closed or not; what a pen draws along them is not.</summary>
    public IEnumerable<(ArraySegment<(float X, float Y)> Points, bool IsClosed)> Polygons
    {
        get
        {
            var points = _points.ToArray();
            var start = 0;
            foreach (var (end, isClosed) in _ends.Append((points.Length, false)).Where(each => each.Item1 > start))
            {
                yield return (new ArraySegment<(float X, float Y)>(points, start, end - start), isClosed);
                start = end;
            }
        }
    }

    /// <summary>Begins a polygon; the one before stays open.</summary>
    public void MoveTo(float x, float y)
    {
        End(isClosed: false);
        Add(x, y);
    }

    public void LineTo(float x, float y) => Add(x, y);

    public void QuadraticTo(float x1, float y1, float x2, float y2)
    {
        var (x0, y0) = Here;
        var count = Segments(Length(x0 - (2 * x1) + x2, y0 - (2 * y1) + y2));
        for (var at = 1; at <= count; at++)
        {
            var t = (float)at / count;
            var s = 1 - t;
            Add((s * s * x0) + (2 * s * t * x1) + (t * t * x2), (s * s * y0) + (2 * s * t * y1) + (t * t * y2));
        }
    }

    public void CubicTo(float x1, float y1, float x2, float y2, float x3, float y3)
    {
        var (x0, y0) = Here;
        var count = Segments(Math.Max(Length(x0 - (2 * x1) + x2, y0 - (2 * y1) + y2), Length(x1 - (2 * x2) + x3, y1 - (2 * y2) + y3)) * 2);
        for (var at = 1; at <= count; at++)
        {
            var t = (float)at / count;
            var s = 1 - t;
            var (a, b, c, d) = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t);
            Add((a * x0) + (b * x1) + (c * x2) + (d * x3), (a * y0) + (b * y1) + (c * y2) + (d * y3));
        }
    }

    /// <summary>Closes the polygon.</summary>
    public void Close() => End(isClosed: true);

    /// <summary>Whether no point lies farther from the origin than this in either direction; false also for what is no number.</summary>
    public bool IsWithin(float distance) => _points.TrueForAll(point => Math.Abs(point.X) <= distance && Math.Abs(point.Y) <= distance);

    /// <summary>The shape in another place and size.</summary>
    public Outline Moved(float scale, float dx, float dy)
    {
        var moved = new Outline();
        moved._ends.AddRange(_ends);
        moved._points.AddRange(_points.Select(point => ((point.X * scale) + dx, (point.Y * scale) + dy)));
        return moved;
    }

    /// <summary>A rectangle with round corners.</summary>
    public static Outline Rectangle(float x, float y, float width, float height, float radiusX = 0, float radiusY = 0)
    {
        // How far the handles of a quarter of a circle lie from the corner, as a part of the radius.
        const float Handle = 1 - 0.5522848f;
        var (rx, ry) = (Math.Min(radiusX, width / 2), Math.Min(radiusY, height / 2));
        var (right, bottom) = (x + width, y + height);
        var shape = new Outline();
        shape.MoveTo(x + rx, y);
        shape.LineTo(right - rx, y);
        shape.CubicTo(right - (rx * Handle), y, right, y + (ry * Handle), right, y + ry);
        shape.LineTo(right, bottom - ry);
        shape.CubicTo(right, bottom - (ry * Handle), right - (rx * Handle), bottom, right - rx, bottom);
        shape.LineTo(x + rx, bottom);
        shape.CubicTo(x + (rx * Handle), bottom, x, bottom - (ry * Handle), x, bottom - ry);
        shape.LineTo(x, y + ry);
        shape.CubicTo(x, y + (ry * Handle), x + (rx * Handle), y, x + rx, y);
        shape.Close();
        return shape;
    }

    private static int Segments(float bend) => Math.Clamp((int)MathF.Ceiling(MathF.Sqrt(bend * SegmentsPerBend)), 1, MostSegments);

    private static float Length(float x, float y) => MathF.Sqrt((x * x) + (y * y));

    private void End(bool isClosed)
    {
        if (_points.Count > _start)
        {
            _start = _points.Count;
            _ends.Add((_start, isClosed));
        }
    }

    private void Add(float x, float y)
    {
        _points.Add((x, y));
        Here = (x, y);
    }
}
