namespace Playbooks.Model;

/// <summary>
/// What several people came to, as committed in <c>organizations/&lt;id&gt;/results/&lt;date&gt;.yml</c>. An aggregate: nobody's
/// answers are in it.
/// </summary>
public sealed record AssessmentResult
{
    /// <summary>Id of the assessment.</summary>
    public required Located<string> Assessment { get; init; }

    /// <summary>Version of the assessment that was answered.</summary>
    public required int Version { get; init; }

    /// <summary>The day it was put together.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Id of the organization.</summary>
    public required Located<string> Organization { get; init; }

    /// <summary>Number of people of each group that is shown.</summary>
    public required ImmutableArray<(Located<string> Group, int Count)> Respondents { get; init; }

    /// <summary>What each item came to.</summary>
    public required ImmutableArray<ResultItem> Items { get; init; }

    /// <summary>Means of the pulse's factors; may be empty.</summary>
    public ImmutableArray<(Located<string> Factor, decimal Mean)> Pulse { get; init; } = [];

    /// <summary>File of the result before this one, as written; null to take the one before by date.</summary>
    public Located<string>? Previous { get; init; }

    /// <summary>The file it was read from.</summary>
    public required SourceSpan Span { get; init; }
}

/// <summary>What an item came to.</summary>
public sealed record ResultItem
{
    /// <summary>The item.</summary>
    public required Located<string> Item { get; init; }

    /// <summary>What each group came to.</summary>
    public required ImmutableArray<(Located<string> Group, decimal Level)> Groups { get; init; }

    /// <summary>What all came to; null to take the mean of the groups.</summary>
    public decimal? Score { get; init; }

    /// <summary>How many chose a level; null when it is not written.</summary>
    public int? Answers { get; init; }

    /// <summary>Lowest level chosen; null when too few answered.</summary>
    public int? Low { get; init; }

    /// <summary>Highest level chosen; null when too few answered.</summary>
    public int? High { get; init; }

    /// <summary>Average deviation from the median; null when too few answered.</summary>
    public decimal? Spread { get; init; }

    /// <summary>How many said that they do not know.</summary>
    public int Unknown { get; init; }

    /// <summary>The level that was agreed on after talking; null for none.</summary>
    public decimal? Consensus { get; init; }
}
