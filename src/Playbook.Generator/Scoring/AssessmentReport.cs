namespace Playbooks.Scoring;

/// <summary>What a set of answers comes to.</summary>
public sealed record AssessmentReport
{
    /// <summary>All areas, in order.</summary>
    public required ImmutableArray<AreaScore> Areas { get; init; }

    /// <summary>Gate items at or below the level of alerts, in the order of the ranking.</summary>
    public required ImmutableArray<string> FixFirst { get; init; }

    /// <summary>Items below their target, the greatest opportunity first. What has no gap is not here.</summary>
    public required ImmutableArray<Opportunity> Opportunities { get; init; }

    /// <summary>Items answered with "I do not know", in the order of the form.</summary>
    public required ImmutableArray<string> Unknown { get; init; }

    /// <summary>Important items at or above their target: the most important first, then the highest score.</summary>
    public required ImmutableArray<string> Strengths { get; init; }

    /// <summary>True when the first five would be others if everything were equally important.</summary>
    public required bool DependsOnImportance { get; init; }
}

/// <summary>The score of an area.</summary>
/// <param name="Id">The area.</param>
/// <param name="Score">Rounded; null when too little was answered.</param>
/// <param name="Band">The band of the rounded score; null without a score or a band.</param>
/// <param name="Coverage">Share of the weight that was answered, 0 to 1, two decimals; null when nothing applies.</param>
/// <param name="Target">The level needed, weighted like the score; null when nothing applies.</param>
/// <param name="Opportunity">Sum of the three greatest opportunities.</param>
public sealed record AreaScore(string Id, decimal? Score, Band? Band, decimal? Coverage, decimal? Target, decimal Opportunity);

/// <summary>An item below its target.</summary>
/// <param name="Id">The item.</param>
/// <param name="Value">For ranking and nothing else: the number is no measure of anything.</param>
/// <param name="Gap">Levels from the score to the target; above 0.</param>
public sealed record Opportunity(string Id, decimal Value, decimal Gap);
