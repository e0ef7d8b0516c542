namespace Playbooks.Scoring;

/// <summary>What several people's answers come to. Holds nothing that one of them answered.</summary>
public sealed record CombinedAnswers
{
    /// <summary>
    /// Name under which groups that are too small to be shown are taken together. A playbook cannot have a group of
    /// that name.
    /// </summary>
    public const string Others = "others";

    /// <summary>Number of people of each group that is shown, in the playbook's order, <see cref="Others"/> last.</summary>
    public required ImmutableArray<GroupSize> Respondents { get; init; }

    /// <summary>Items that somebody answered, in the order of the form.</summary>
    public required ImmutableArray<CombinedItem> Items { get; init; }

    /// <summary>The answers to score. An item that nobody answered was asked of nobody, and counts as excluded.</summary>
    public ImmutableSortedDictionary<string, ItemAnswer> ToAnswers(ScoringSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var items = Items.ToDictionary(item => item.Id, StringComparer.Ordinal);
        return spec.Items.ToImmutableSortedDictionary(
            item => item.Id,
            item => !items.TryGetValue(item.Id, out var found) ? ItemAnswer.Excluded
                : found.Score is { } score ? ItemAnswer.Of(score)
                : found.Unknown > 0 ? ItemAnswer.Unknown
                : ItemAnswer.None,
            StringComparer.Ordinal);
    }
}

/// <summary>How many people of a group answered.</summary>
/// <param name="Group">The group.</param>
/// <param name="Count">People.</param>
public sealed record GroupSize(string Group, int Count);

/// <summary>What several people answered to one item.</summary>
public sealed record CombinedItem
{
    /// <summary>The item.</summary>
    public required string Id { get; init; }

    /// <summary>What each group that may be shown came to, in the playbook's order, <see cref="CombinedAnswers.Others"/> last.</summary>
    public required ImmutableArray<GroupLevel> Groups { get; init; }

    /// <summary>What all came to, two decimals; null when too few answered.</summary>
    public decimal? Score { get; init; }

    /// <summary>How many chose a level, of those who are counted.</summary>
    public int Answers { get; init; }

    /// <summary>Lowest level chosen; null when too few answered.</summary>
    public int? Low { get; init; }

    /// <summary>Highest level chosen; null when too few answered.</summary>
    public int? High { get; init; }

    /// <summary>Average deviation from the median, one decimal; null below <see cref="AnswerCombiner.FewestForAgreement"/> answers.</summary>
    public decimal? Spread { get; init; }

    /// <summary>How many said that they do not know.</summary>
    public int Unknown { get; init; }

    /// <summary>The level a group agreed on after talking; null when it did not. Reported beside the score.</summary>
    public decimal? Consensus { get; init; }

    /// <summary>True when more people do not know than can be left to chance: that is a finding about communication.</summary>
    public bool IsWidelyUnknown => Unknown > 0 && Unknown > AnswerCombiner.WidelyUnknownAbove * (Unknown + Answers);

    /// <summary>Greatest difference between two groups; 0 with fewer than two.</summary>
    public decimal Difference => Groups.Length < 2 ? 0 : Groups.Max(group => group.Level) - Groups.Min(group => group.Level);
}

/// <summary>What a group came to.</summary>
/// <param name="Group">The group.</param>
/// <param name="Level">Its median or mean.</param>
public sealed record GroupLevel(string Group, decimal Level);
