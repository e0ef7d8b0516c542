namespace Playbooks.Scoring;

/// <summary>Turns answers into scores, gates, opportunities and strengths.</summary>
/// <remarks>
/// In: a <see cref="ScoringSpec"/> and one answer for each item, of a person or of several people combined. Out: an
/// <see cref="AssessmentReport"/>. Depends on nothing else. <c>theme/scripts/assessment/score.ts</c> follows it line by
/// line, so that a browser and the command line always say the same.
/// </remarks>
public static class AssessmentScorer
{
    /// <summary>How many opportunities a reader is shown first, and the set that the sensitivity line is about.</summary>
    public const int TopCount = 5;

    // A mean of all items would hide one serious gap among healthy items; a full sum would favour areas with more items.
    private const int LargestCounted = 3;

    private const int CoverageDecimals = 2;

    /// <summary>Scores a set of answers; items that are missing in it count as unanswered.</summary>
    public static AssessmentReport Score(ScoringSpec spec, IReadOnlyDictionary<string, ItemAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(answers);
        var answered = spec.Items.Select((item, place) => new Answered(item, place, answers.GetValueOrDefault(item.Id))).ToArray();
        var scored = answered.Where(each => each.Answer.Kind == AnswerKind.Scored).ToArray();
        var ranking = Rank(scored, each => ValueOf(each, spec, each.Item.Importance), each => each.Item.Importance);
        return new AssessmentReport
        {
            Areas = [.. spec.Areas.Select(area => ScoreArea(area, answered.Where(each => each.Item.Area == area).ToArray(), spec))],
            FixFirst = [.. ranking.Where(each => each.Item.IsGate && each.Answer.Score <= spec.Scoring.GateAlertAt).Select(each => each.Item.Id)],
            Opportunities = [.. ranking.Where(each => each.Gap > 0).Select(each => new Opportunity(each.Item.Id, ValueOf(each, spec, each.Item.Importance), each.Gap))],
            Unknown = [.. answered.Where(each => each.Answer.Kind == AnswerKind.Unknown).Select(each => each.Item.Id)],
            Strengths = [.. scored.Where(each => each.Gap == 0 && IsImportant(each.Item, spec))
                .OrderByDescending(each => each.Item.Importance ?? 0).ThenByDescending(each => each.Answer.Score).ThenBy(each => each.Place).Select(each => each.Item.Id)],
            DependsOnImportance = DependsOnImportance(scored, ranking, spec),
        };
    }

    /// <summary>The score of an area: Σ(weight × score) / Σ weight over what was answered, rounded before the band is chosen.</summary>
    private static AreaScore ScoreArea(string area, Answered[] answered, ScoringSpec spec)
    {
        var applicable = answered.Where(each => each.Answer.Kind != AnswerKind.Excluded).ToArray();
        var scored = applicable.Where(each => each.Answer.Kind == AnswerKind.Scored).ToArray();
        var opportunity = scored.Select(each => ValueOf(each, spec, each.Item.Importance)).OrderDescending().Take(LargestCounted).Sum();
        var weight = applicable.Sum(each => each.Item.Weight);
        if (weight == 0)
        {
            return new AreaScore(area, null, null, null, null, opportunity);
        }

        var answeredWeight = scored.Sum(each => each.Item.Weight);
        var target = HalfUp.Round(applicable.Sum(each => each.Item.Weight * each.Item.Target) / weight, spec.Scoring.Round);
        var coverage = HalfUp.Round(answeredWeight / weight, CoverageDecimals);
        // Compared before rounding and without dividing: 0.595 is less than 0.6.
        if (answeredWeight == 0 || answeredWeight < spec.Scoring.MinimumCoverage * weight)
        {
            return new AreaScore(area, null, null, coverage, target, opportunity);
        }

        var score = HalfUp.Round(scored.Sum(each => each.Item.Weight * each.Answer.Score) / answeredWeight, spec.Scoring.Round);
        return new AreaScore(area, score, BandOf(score, spec), coverage, target, opportunity);
    }

    /// <summary>The band of a rounded score; null below the first.</summary>
    public static Band? BandOf(decimal score, ScoringSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec.Bands.LastOrDefault(band => band.From <= score);
    }

    /// <summary>
    /// The number that opportunities are ranked by. At or above the target there is none: being better than needed is
    /// never an opportunity and never makes up for another gap.
    /// </summary>
    private static decimal ValueOf(Answered answered, ScoringSpec spec, int? importance) => answered.Gap == 0 ? 0 : spec.Scoring.Opportunity switch
    {
        "importance-times-gap" => (importance ?? 1) * answered.Gap,
        // Ulwick's form: importance + max(importance − satisfaction, 0), both on one scale.
        "importance-plus-gap" => (importance ?? 0) + Math.Max((importance ?? 0) - answered.Answer.Score, 0),
        _ => answered.Gap,
    };

    /// <summary>Greatest value first. Ties: gate, then higher importance, then lower score, then the form's order.</summary>
    private static Answered[] Rank(IEnumerable<Answered> scored, Func<Answered, decimal> value, Func<Answered, int?> importance) =>
        [.. scored.OrderByDescending(value).ThenByDescending(each => each.Item.IsGate).ThenByDescending(each => importance(each) ?? 0)
            .ThenBy(each => each.Answer.Score).ThenBy(each => each.Place)];

    private static bool DependsOnImportance(Answered[] scored, Answered[] ranking, ScoringSpec spec)
    {
        if (spec.Importance is not { } scale)
        {
            return false;
        }

        var equal = Rank(scored, each => ValueOf(each, spec, scale.Default), _ => scale.Default);
        return !Top(ranking).SetEquals(Top(equal));

        static HashSet<string> Top(Answered[] ranked) => [.. ranked.Where(each => each.Gap > 0).Take(TopCount).Select(each => each.Item.Id)];
    }

    /// <summary>Above the middle of the scale; everything when there is no scale.</summary>
    private static bool IsImportant(ScoredItem item, ScoringSpec spec) =>
        spec.Importance is not { } scale || 2 * (item.Importance ?? scale.Default) > scale.Minimum + scale.Maximum;

    private sealed record Answered(ScoredItem Item, int Place, ItemAnswer Answer)
    {
        public decimal Gap => Answer.Kind == AnswerKind.Scored ? Math.Max(0, Item.Target - Answer.Score) : 0;
    }
}
