namespace Playbooks.Drawing;

/// <summary>Puts a text of any length into a box: as large as it fits, in lines of even length, cut with an ellipsis at the last.</summary>
internal static class LineBreaking
{
    /// <summary>Lines and the size at which they fit.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="ellipsis">Ends a text that does not fit; may be empty.</param>
    /// <param name="sizes">Sizes in pixels with the number of lines the box takes, the largest first.</param>
    /// <param name="width">Of the box, in pixels.</param>
    public static (ImmutableArray<Line> Lines, int Size) Fit(Line text, Line ellipsis, ReadOnlySpan<(int Size, int Lines)> sizes, float width)
    {
        foreach (var (size, most) in sizes)
        {
            if (Break(text, width / size, breaksWords: false) is { } lines && lines.Length <= most)
            {
                return (Even(text, lines, width / size), size);
            }
        }

        var (smallest, count) = sizes[^1];
        var all = Break(text, width / smallest, breaksWords: true)!.Value;
        return (all.Length <= count ? all : [.. all.Take(count - 1), Cut(all[count - 1], ellipsis, width / smallest)], smallest);
    }

    /// <summary>A line that fits, cut with an ellipsis if it must be.</summary>
    public static Line Shorten(Line line, Line ellipsis, float width) => line.Width <= width ? line : Cut(line, ellipsis, width);

    /// <summary>As few lines as before, but the first not much longer than the last: narrower until one more would be needed.</summary>
    private static ImmutableArray<Line> Even(Line text, ImmutableArray<Line> lines, float width)
    {
        const int Steps = 6;
        var (low, high) = (width / 2, width);
        for (var step = 0; lines.Length > 1 && step < Steps; step++)
        {
            var middle = (low + high) / 2;
            if (Break(text, middle, breaksWords: false) is { } narrow && narrow.Length == lines.Length)
            {
                (lines, high) = (narrow, middle);
            }
            else
            {
                low = middle;
            }
        }

        return lines;
    }

    /// <summary>Lines of at most a width; null when a word is longer and must not be broken.</summary>
    private static ImmutableArray<Line>? Break(Line text, float width, bool breaksWords)
    {
        var lines = ImmutableArray.CreateBuilder<Line>();
        var glyphs = text.Glyphs;
        for (var start = 0; start < glyphs.Length;)
        {
            var (at, used, lastSpace) = (start, 0f, -1);
            for (; at < glyphs.Length && (glyphs[at].IsSpace || used + glyphs[at].Width <= width); at++)
            {
                lastSpace = glyphs[at].IsSpace ? at : lastSpace;
                used += glyphs[at].Width;
            }

            if (at < glyphs.Length && lastSpace > start)
            {
                at = lastSpace;
            }
            else if (at < glyphs.Length && !breaksWords)
            {
                return null;
            }

            at = Math.Max(at, start + 1);
            lines.Add(Trimmed(glyphs[start..at]));
            for (start = at; start < glyphs.Length && glyphs[start].IsSpace; start++)
            {
            }
        }

        return lines.ToImmutable();
    }

    private static Line Cut(Line line, Line ellipsis, float width)
    {
        var (count, used) = (0, ellipsis.Width);
        while (count < line.Glyphs.Length && used + line.Glyphs[count].Width <= width)
        {
            used += line.Glyphs[count++].Width;
        }

        return new Line([.. Trimmed(line.Glyphs[..count]).Glyphs, .. ellipsis.Glyphs]);
    }

    private static Line Trimmed(ImmutableArray<Glyph> glyphs)
    {
        var end = glyphs.Length;
        while (end > 0 && glyphs[end - 1].IsSpace)
        {
            end--;
        }

        return new Line(glyphs[..end]);
    }
}
