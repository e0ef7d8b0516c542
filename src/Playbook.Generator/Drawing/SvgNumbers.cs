namespace Playbooks.Drawing;

/// <summary>Reads the numbers in attributes of SVG.</summary>
internal static class SvgNumbers
{
    /// <summary>A list of numbers with spaces or commas between them.</summary>
    /// <exception cref="InvalidDataException">It holds something else.</exception>
    public static float[] Read(string text)
    {
        var numbers = new List<float>();
        for (var at = SkipSpace(text, 0); at < text.Length; at = SkipSpace(text, at))
        {
            numbers.Add(Next(text, ref at));
        }

        return [.. numbers];
    }

    /// <summary>One length in the picture's own unit; false for other units.</summary>
    public static bool TryLength(string text, out float length) =>
        float.TryParse(text.EndsWith("px", StringComparison.Ordinal) ? text.AsSpan(0, text.Length - 2) : text, NumberStyles.Float, CultureInfo.InvariantCulture, out length)
        && float.IsFinite(length);

    /// <summary>The number that begins at a place. Its end may be the beginning of the next: <c>1-2</c>, <c>.5.5</c>.</summary>
    public static float Next(string text, ref int at)
    {
        var start = at;
        at += at < text.Length && text[at] is '+' or '-' ? 1 : 0;
        var hasPoint = false;
        for (; at < text.Length && (char.IsAsciiDigit(text[at]) || (text[at] == '.' && !hasPoint)); at++)
        {
            hasPoint |= text[at] == '.';
        }

        if (at + 1 < text.Length && text[at] is 'e' or 'E' && (char.IsAsciiDigit(text[at + 1]) || text[at + 1] is '+' or '-'))
        {
            for (at += 2; at < text.Length && char.IsAsciiDigit(text[at]); at++)
            {
            }
        }

        return float.TryParse(text.AsSpan(start, at - start), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && float.IsFinite(number) ? number
            : throw new InvalidDataException($"`{text[start..Math.Min(text.Length, start + 12)]}` in it is no number");
    }

    /// <summary>The place of the next sign that is neither a space nor a comma.</summary>
    public static int SkipSpace(string text, int at)
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] == ','))
        {
            at++;
        }

        return at;
    }
}
