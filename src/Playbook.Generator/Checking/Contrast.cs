namespace Playbooks.Checking;

/// <summary>Contrast of colours as WCAG 2.2 defines it.</summary>
internal static class Contrast
{
    /// <summary>Contrast of a colour with white, 1 to 21.</summary>
    /// <param name="colour">As <c>#rrggbb</c>.</param>
    public static double OnWhite(string colour) => 1.05 / (Luminance(colour) + 0.05);

    private static double Luminance(string colour) =>
        (0.2126 * Channel(colour, 1)) + (0.7152 * Channel(colour, 3)) + (0.0722 * Channel(colour, 5));

    private static double Channel(string colour, int at)
    {
        var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
