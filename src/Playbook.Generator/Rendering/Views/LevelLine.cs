using Playbooks.Scoring;

namespace Playbooks.Rendering;

/// <summary>
/// Where a score lies between the lowest and the highest level: a dot on a line, with a mark at the level needed. The same
/// line is drawn by <c>theme/scripts/assessment/level-line.ts</c>.
/// </summary>
internal static class LevelLine
{
    // Units of the drawing's own box; the dot needs room at either end.
    private const decimal Width = 200;
    private const decimal Edge = 8;

    public static View View(ScoringSpec spec, decimal score, decimal? target)
    {
        var (first, last) = (spec.Levels[0], spec.Levels[^1]);
        return new View("line")
        {
            { "first", At(first) },
            { "last", At(last) },
            { "ticks", spec.Levels.Select(level => At(level)) },
            { "score", At(score) },
            { "target", target is { } level ? At(level) : null },
        };

        string At(decimal level) => (Edge + ((level - first) / (last - first) * (Width - (2 * Edge)))).ToString("0.0", CultureInfo.InvariantCulture);
    }
}
