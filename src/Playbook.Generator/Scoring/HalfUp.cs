namespace Playbooks.Scoring;

/// <summary>Rounds halves up, as people do on paper; the language's own rounding goes to the even digit or away from zero.</summary>
internal static class HalfUp
{
    /// <summary>Rounds a number.</summary>
    /// <param name="value">
    /// Any number. Ties are exact, because a quotient that ends after a few digits is exact in <see cref="decimal"/>, and
    /// one that does not end is never a tie.
    /// </param>
    /// <param name="decimals">0 to 4.</param>
    public static decimal Round(decimal value, int decimals)
    {
        var scale = decimals switch { 0 => 1m, 1 => 10m, 2 => 100m, 3 => 1000m, _ => 10000m };
        return Math.Floor((value * scale) + 0.5m) / scale;
    }
}
