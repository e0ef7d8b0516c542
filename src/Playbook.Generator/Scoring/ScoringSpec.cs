namespace Playbooks.Scoring;

/// <summary>
/// What scoring needs to know of an assessment, and nothing of its words. The same data, as JSON, is read by the theme's
/// <c>scripts/assessment/spec.ts</c>; both sides are held together by the vectors below <c>tests/vectors/assessment</c>.
/// </summary>
public sealed record ScoringSpec
{
    /// <summary>Values of the levels, rising.</summary>
    public required ImmutableArray<int> Levels { get; init; }

    /// <summary>What each answer beside the levels counts as: <c>missing</c> or <c>excluded</c>.</summary>
    public required ImmutableSortedDictionary<string, string> ExtraAnswers { get; init; }

    /// <summary>Importance scale; null when items have no importance.</summary>
    public ImportanceScale? Importance { get; init; }

    /// <summary>How answers become scores.</summary>
    public required ScoringRules Scoring { get; init; }

    /// <summary>Names for ranges of scores, by rising lower bound; may be empty.</summary>
    public required ImmutableArray<Band> Bands { get; init; }

    /// <summary>How several people's answers are combined; null when only one person answers.</summary>
    public CombiningRules? Combining { get; init; }

    /// <summary>Ids of the areas, in order.</summary>
    public required ImmutableArray<string> Areas { get; init; }

    /// <summary>All items, in the order of the form.</summary>
    public required ImmutableArray<ScoredItem> Items { get; init; }

    /// <summary>The assessment of an edition, with the weights, targets and importance that hold there.</summary>
    public static ScoringSpec Of(Edition edition, Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(assessment);
        var areas = edition.AreasAndProgramme.Where(area => !area.Questions.IsEmpty).ToArray();
        return new ScoringSpec
        {
            Levels = [.. assessment.Levels.Select(level => level.Value)],
            ExtraAnswers = assessment.ExtraAnswers.ToImmutableSortedDictionary(answer => answer.Id.Value, answer => answer.CountsAs, StringComparer.Ordinal),
            Importance = assessment.Importance,
            Scoring = assessment.Scoring,
            Bands = assessment.Bands,
            Combining = assessment.Combining,
            Areas = [.. areas.Select(area => area.Area.Id.Value)],
            Items = [.. areas.SelectMany(area => area.Questions.Select(question => new ScoredItem
            {
                Id = question.Item.Id.Value,
                Area = area.Area.Id.Value,
                Weight = question.Item.Weight,
                Importance = question.Importance,
                Target = question.Target,
                IsGate = question.Item.IsGate,
                Groups = [.. question.Item.Groups.Select(group => group.Value)],
            }))],
        };
    }

    /// <summary>What an answer means for the score.</summary>
    /// <param name="answer">A level's number or the id of another answer; null for none.</param>
    public ItemAnswer Read(string? answer)
    {
        if (answer is null)
        {
            return ItemAnswer.None;
        }

        if (ExtraAnswers.TryGetValue(answer, out var countsAs))
        {
            return countsAs == "excluded" ? ItemAnswer.Excluded : ItemAnswer.Unknown;
        }

        return int.TryParse(answer, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var level) && Levels.Contains(level)
            ? ItemAnswer.Of(level)
            : ItemAnswer.None;
    }

    /// <summary>The answers of one person to what their group is asked; items that it is not asked count as excluded.</summary>
    public ImmutableSortedDictionary<string, ItemAnswer> AnswersOf(Respondent respondent)
    {
        ArgumentNullException.ThrowIfNull(respondent);
        return Items.ToImmutableSortedDictionary(
            item => item.Id,
            item => item.IsAsked(respondent.Group) ? Read(respondent.Answers.GetValueOrDefault(item.Id)) : ItemAnswer.Excluded,
            StringComparer.Ordinal);
    }
}

/// <summary>What scoring needs to know of an item.</summary>
public sealed record ScoredItem
{
    /// <summary>The item's id.</summary>
    public required string Id { get; init; }

    /// <summary>Id of its area.</summary>
    public required string Area { get; init; }

    /// <summary>Weight in the area's score; above 0.</summary>
    public required decimal Weight { get; init; }

    /// <summary>Importance; null when the assessment has none.</summary>
    public int? Importance { get; init; }

    /// <summary>Level that is needed.</summary>
    public required int Target { get; init; }

    /// <summary>Whether a low answer is shown before everything else.</summary>
    public bool IsGate { get; init; }

    /// <summary>Groups that are asked; empty for all.</summary>
    public ImmutableArray<string> Groups { get; init; } = [];

    /// <summary>Whether somebody of a group is asked; a person who gave no group is asked everything.</summary>
    public bool IsAsked(string? group) => group is null || Groups.IsDefaultOrEmpty || Groups.Contains(group);
}

/// <summary>One person's answers.</summary>
/// <param name="Group">The group they belong to; null when they did not say.</param>
/// <param name="Answers">A level's number or the id of another answer, by item; only what was answered.</param>
public sealed record Respondent(string? Group, ImmutableSortedDictionary<string, string> Answers)
{
    /// <summary>Agreement with the statements of the pulse, by statement; only what was answered.</summary>
    public ImmutableSortedDictionary<string, int> Pulse { get; init; } = ImmutableSortedDictionary<string, int>.Empty;
}

/// <summary>What an answer means for the score.</summary>
/// <param name="Kind">Whether there is a score, and if not, why.</param>
/// <param name="Score">The level chosen, or what several people came to; 0 unless <see cref="AnswerKind.Scored"/>.</param>
public readonly record struct ItemAnswer(AnswerKind Kind, decimal Score)
{
    /// <summary>Nothing was answered.</summary>
    public static ItemAnswer None => default;

    /// <summary>"I do not know".</summary>
    public static ItemAnswer Unknown => new(AnswerKind.Unknown, 0);

    /// <summary>"Does not apply".</summary>
    public static ItemAnswer Excluded => new(AnswerKind.Excluded, 0);

    /// <summary>A score.</summary>
    public static ItemAnswer Of(decimal score) => new(AnswerKind.Scored, score);
}

/// <summary>What kind of answer was given.</summary>
public enum AnswerKind
{
    /// <summary>None: lowers coverage.</summary>
    None,

    /// <summary>"I do not know": lowers coverage and is reported.</summary>
    Unknown,

    /// <summary>"Does not apply", or the group is not asked: lowers nothing.</summary>
    Excluded,

    /// <summary>A level.</summary>
    Scored,
}
