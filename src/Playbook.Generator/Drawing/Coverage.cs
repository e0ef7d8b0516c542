namespace Playbooks.Drawing;

/// <summary>How much of each pixel a shape covers.</summary>
/// <param name="Left">First column.</param>
/// <param name="Top">First row.</param>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Parts">Row after row, 0 for nothing to 255 for all of a pixel.</param>
/// <remarks>
/// Each edge adds the area to its right, signed by its direction, and a sum along the row gives what is covered (the way of
/// font-rs). Only additions and multiplications of floats in a fixed order, so every machine finds the same bytes; the
/// graphics libraries of the systems do not promise that.
/// </remarks>
internal sealed record Coverage(int Left, int Top, int Width, int Height, byte[] Parts)
{
    // Larger than anything that is drawn here.
    private const float FarthestPixel = 4096;

    /// <summary>Nothing.</summary>
    public static Coverage None { get; } = new(0, 0, 0, 0, []);

    /// <summary>What a shape covers.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="isEvenOdd">Whether what is covered twice is a hole.</param>
    /// <exception cref="ArgumentOutOfRangeException">A point lies farther away than any that is drawn.</exception>
    public static Coverage Of(Outline shape, bool isEvenOdd = false)
    {
        var polygons = shape.Polygons.Select(polygon => polygon.Points).ToArray();
        if (polygons.Length == 0)
        {
            return None;
        }

        var (left, top, right, bottom) = (float.MaxValue, float.MaxValue, float.MinValue, float.MinValue);
        foreach (var (x, y) in polygons.SelectMany(points => points))
        {
            // Also false for what is no number.
            if (!(Math.Abs(x) < FarthestPixel && Math.Abs(y) < FarthestPixel))
            {
                throw new ArgumentOutOfRangeException(nameof(shape), "a point lies too far away to be drawn");
            }

            (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
        }

        var (column, row) = ((int)MathF.Floor(left), (int)MathF.Floor(top));
        var (width, height) = ((int)MathF.Ceiling(right) - column + 1, (int)MathF.Ceiling(bottom) - row + 1);
        // An edge in the last column writes one or two behind it.
        var stride = width + 2;
        var sums = new float[stride * height];
        foreach (var points in polygons)
        {
            var (x0, y0) = points[^1];
            foreach (var (x1, y1) in points)
            {
                AddEdge(sums, stride, x0 - column, y0 - row, x1 - column, y1 - row);
                (x0, y0) = (x1, y1);
            }
        }

        return new Coverage(column, row, width, height, PartsOf(sums, stride, width, height, isEvenOdd));
    }

    private static byte[] PartsOf(float[] sums, int stride, int width, int height, bool isEvenOdd)
    {
        var parts = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            var sum = 0f;
            for (var x = 0; x < width; x++)
            {
                sum += sums[(y * stride) + x];
                var part = Math.Abs(sum);
                if (isEvenOdd)
                {
                    part %= 2;
                    part = part > 1 ? 2 - part : part;
                }

                parts[(y * width) + x] = (byte)((Math.Min(part, 1) * 255) + 0.5f);
            }
        }

        return parts;
    }

    private static void AddEdge(float[] sums, int stride, float x0, float y0, float x1, float y1)
    {
        if (y0 == y1)
        {
            return;
        }

        var direction = 1f;
        if (y0 > y1)
        {
            (x0, y0, x1, y1, direction) = (x1, y1, x0, y0, -1f);
        }

        var slope = (x1 - x0) / (y1 - y0);
        var x = x0;
        var last = (int)MathF.Ceiling(y1);
        for (var y = (int)y0; y < last; y++)
        {
            var height = Math.Min(y + 1, y1) - Math.Max(y, y0);
            var next = Math.Clamp(x + (slope * height), 0, stride - 2);
            AddRow(sums.AsSpan(y * stride, stride), Math.Min(x, next), Math.Max(x, next), height * direction);
            x = next;
        }
    }

    /// <summary>Spreads the part of an edge within one row over the columns from <paramref name="from"/> to <paramref name="to"/>.</summary>
    private static void AddRow(Span<float> row, float from, float to, float height)
    {
        var first = (int)from;
        var end = (int)MathF.Ceiling(to);
        var start = from - first;
        if (end <= first + 1)
        {
            var middle = (0.5f * (from + to)) - first;
            row[first] += height - (height * middle);
            row[first + 1] += height * middle;
            return;
        }

        var step = 1 / (to - from);
        var rest = to - end + 1;
        var firstArea = 0.5f * step * (1 - start) * (1 - start);
        var lastArea = 0.5f * step * rest * rest;
        row[first] += height * firstArea;
        if (end == first + 2)
        {
            row[first + 1] += height * (1 - firstArea - lastArea);
        }
        else
        {
            var second = step * (1.5f - start);
            row[first + 1] += height * (second - firstArea);
            for (var x = first + 2; x < end - 1; x++)
            {
                row[x] += height * step;
            }

            row[end - 1] += height * (1 - (second + ((end - first - 3) * step)) - lastArea);
        }

        row[end] += height * lastArea;
    }
}
