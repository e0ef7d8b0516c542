namespace Playbooks.Model;

/// <summary>Scale, scoring and wording of the assessment. The items lie with their areas.</summary>
public sealed record Assessment
{
    /// <summary>Name of the assessment in answer files.</summary>
    public required Slug Id { get; init; }

    /// <summary>As shown.</summary>
    public required string Title { get; init; }

    /// <summary>Counts up when items change in meaning; results of different versions are not compared.</summary>
    public required int Version { get; init; }

    /// <summary>Levels from lowest to highest; at least two, values rising.</summary>
    public required ImmutableArray<AssessmentLevel> Levels { get; init; }

    /// <summary>Answers beside the levels; may be empty.</summary>
    public required ImmutableArray<ExtraAnswer> ExtraAnswers { get; init; }

    /// <summary>Importance scale; null when items have no importance.</summary>
    public ImportanceScale? Importance { get; init; }

    /// <summary>Level an item needs unless it says otherwise.</summary>
    public required int DefaultTarget { get; init; }

    /// <summary>Targets that follow from a fact of the organization; null for none.</summary>
    public FactTargets? TargetsByFact { get; init; }

    /// <summary>How answers become scores.</summary>
    public required ScoringRules Scoring { get; init; }

    /// <summary>Names for ranges of scores, by rising lower bound; may be empty.</summary>
    public required ImmutableArray<Band> Bands { get; init; }

    /// <summary>How several people's answers are combined; null when only one person answers.</summary>
    public CombiningRules? Combining { get; init; }

    /// <summary>A short agree–disagree questionnaire beside the items; null for none.</summary>
    public Pulse? Pulse { get; init; }

    /// <summary>Sentences that say how to read the results; may be empty.</summary>
    public ImmutableArray<SlottedText> HowToRead { get; init; } = [];

    /// <summary>Says that this is no validated test; may be null.</summary>
    public SlottedText? NotATest { get; init; }

    /// <summary>Labels the result of a single form; may be null.</summary>
    public SlottedText? OneView { get; init; }

    /// <summary>Where it is declared.</summary>
    public required SourceSpan Span { get; init; }

    /// <summary>Where the scoring rules are written; where the assessment is declared when they are not.</summary>
    public required SourceSpan ScoringSpan { get; init; }

    /// <summary>Where the combining rules are written; where the assessment is declared when they are not.</summary>
    public required SourceSpan CombiningSpan { get; init; }

    /// <summary>Where the targets are written; where the assessment is declared when they are not.</summary>
    public required SourceSpan TargetsSpan { get; init; }
}

/// <summary>
/// Targets that follow from a fact, such as how ambitious an organization is. They win over an item's own target and give
/// way to the organization's. Gates keep their own.
/// </summary>
/// <param name="Fact">Id of a choice.</param>
/// <param name="Levels">The level needed, by the fact's value.</param>
/// <param name="GatesAtLeast">The least that a gate needs, whatever its own target says; null for nothing.</param>
public sealed record FactTargets(Located<string> Fact, ImmutableSortedDictionary<string, (Located<string> Value, int Level)> Levels, int? GatesAtLeast);

/// <summary>A level of the scale.</summary>
/// <param name="Value">Its number.</param>
/// <param name="Label">Its name, shown only after a description was chosen.</param>
public sealed record AssessmentLevel(int Value, string Label);

/// <summary>An answer that is not a level.</summary>
/// <param name="Id">As written in answer files.</param>
/// <param name="Label">As shown.</param>
/// <param name="CountsAs"><c>missing</c> lowers coverage, <c>excluded</c> does not.</param>
public sealed record ExtraAnswer(Slug Id, string Label, string CountsAs);

/// <summary>The importance scale.</summary>
/// <param name="Minimum">Lowest.</param>
/// <param name="Maximum">Highest.</param>
/// <param name="Default">For items that give none.</param>
public sealed record ImportanceScale(int Minimum, int Maximum, int Default);

/// <summary>How answers become scores; parameters of a named method.</summary>
/// <param name="Method">Named method, such as <c>weighted-mean</c>.</param>
/// <param name="MinimumCoverage">Share of item weight that must be answered, 0 to 1.</param>
/// <param name="Round">Decimals, 0 to 2.</param>
/// <param name="Opportunity">Named ranking, such as <c>importance-times-gap</c>.</param>
/// <param name="GateAlertAt">A gate item at or below this level is shown first.</param>
public sealed record ScoringRules(string Method, decimal MinimumCoverage, int Round, string Opportunity, int GateAlertAt);

/// <summary>A name for a range of scores.</summary>
/// <param name="From">Lower bound, inclusive.</param>
/// <param name="Label">As shown.</param>
/// <param name="Meaning">One sentence; may be null.</param>
public sealed record Band(decimal From, string Label, string? Meaning);

/// <summary>How several people's answers are combined.</summary>
/// <param name="Groups">Ids of the groups people belong to.</param>
/// <param name="Method"><c>equal-groups</c> or <c>equal-people</c>.</param>
/// <param name="GroupSummary">Named summary, such as <c>median</c>.</param>
/// <param name="MinimumGroup">Answers below which a group is not shown.</param>
/// <param name="DifferAt">Gap between groups worth talking about.</param>
/// <param name="AgreeAtOrBelow">Average deviation up to which people agree.</param>
public sealed record CombiningRules(
    ImmutableArray<string> Groups, string Method, string GroupSummary, int MinimumGroup, decimal DifferAt, decimal AgreeAtOrBelow);

/// <summary>A short agree–disagree questionnaire.</summary>
/// <param name="Title">As shown.</param>
/// <param name="Statements">What people agree or disagree with.</param>
/// <param name="Factors">Names of the means that are reported.</param>
public sealed record Pulse(string Title, ImmutableArray<PulseStatement> Statements, ImmutableArray<ScaleEntry> Factors);

/// <summary>One statement of the pulse.</summary>
/// <param name="Id">As written in answer files.</param>
/// <param name="Text">The statement.</param>
/// <param name="Factor">The mean it belongs to.</param>
public sealed record PulseStatement(Slug Id, SlottedText Text, Located<string> Factor);

/// <summary>A question with a described level for each step of the scale.</summary>
public sealed record AssessmentItem
{
    /// <summary>Stable for ever.</summary>
    public required ItemId Id { get; init; }

    /// <summary>Area the item counts for.</summary>
    public required Located<string> Area { get; init; }

    /// <summary>What is rated.</summary>
    public required SlottedText Statement { get; init; }

    /// <summary>A question that helps to rate it; may be null.</summary>
    public SlottedText? Ask { get; init; }

    /// <summary>What would show it; may be null.</summary>
    public SlottedText? EvidenceHint { get; init; }

    /// <summary>A described level for each value of the scale.</summary>
    public required ImmutableSortedDictionary<int, SlottedText> Levels { get; init; }

    /// <summary>Weight in the area's score; above 0.</summary>
    public required decimal Weight { get; init; }

    /// <summary>Importance; null for the scale's default.</summary>
    public int? Importance { get; init; }

    /// <summary>Level this item needs; null for the assessment's default.</summary>
    public int? Target { get; init; }

    /// <summary>Whether a low answer is shown before everything else.</summary>
    public bool IsGate { get; init; }

    /// <summary>Groups that are asked; empty for all.</summary>
    public ImmutableArray<Located<string>> Groups { get; init; } = [];

    /// <summary>Chapters that help.</summary>
    public ImmutableArray<Located<string>> Chapters { get; init; } = [];

    /// <summary>Checklist items that improve it.</summary>
    public ImmutableArray<Located<string>> Checklist { get; init; } = [];

    /// <summary>Plays that help.</summary>
    public ImmutableArray<Located<string>> Plays { get; init; } = [];

    /// <summary>Whether it applies to an organization.</summary>
    public Condition When { get; init; } = Condition.Always;

    /// <summary>Ids under which it was answered before.</summary>
    public ImmutableArray<ItemId> Formerly { get; init; } = [];

    /// <summary>Where it is written.</summary>
    public required SourceSpan Span { get; init; }
}
