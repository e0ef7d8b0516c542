namespace Playbooks.Scoring;

/// <summary>Combines several people's answers into one aggregate.</summary>
/// <remarks>
/// In: a <see cref="ScoringSpec"/> with combining rules and everybody's answers, in any order. Out: medians, counts and
/// spread, from which no answer of a group below the minimum can be worked out (<see cref="GroupSuppression"/>). The
/// browser does the same in <c>theme/scripts/assessment/combine.ts</c>.
/// </remarks>
public static class AnswerCombiner
{
    /// <summary>Below five answers high agreement can be chance, so only the range is shown.</summary>
    public const int FewestForAgreement = 5;

    /// <summary>Share of "I do not know" above which an item is a finding about communication.</summary>
    public const decimal WidelyUnknownAbove = 0.4m;

    private const int ScoreDecimals = 2;
    private const int SpreadDecimals = 1;

    /// <summary>Combines answers. People without a group count as a group of their own that is never shown by itself.</summary>
    public static CombinedAnswers Combine(ScoringSpec spec, IReadOnlyCollection<Respondent> people)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(people);
        var rules = spec.Combining ?? throw new ArgumentException("the assessment does not combine answers", nameof(spec));
        string[] groups = [.. rules.Groups, CombinedAnswers.Others];
        var byGroup = people.ToLookup(person => person.Group is { } group && rules.Groups.Contains(group) ? group : CombinedAnswers.Others, StringComparer.Ordinal);
        HashSet<string> unnamed = [CombinedAnswers.Others];
        var sizes = groups.Select(group => new GroupSize(group, byGroup[group].Count())).ToArray();
        var (shown, together) = GroupSuppression.Split(sizes, unnamed, rules.MinimumGroup);
        var counted = byGroup.Where(group => shown.Contains(group.Key) || together.Contains(group.Key))
            .ToDictionary(group => group.Key, group => group.Select(spec.AnswersOf).ToArray(), StringComparer.Ordinal);
        var hidden = groups.Except(shown).ToHashSet(StringComparer.Ordinal);
        return new CombinedAnswers
        {
            Respondents = [.. Sizes(sizes, shown, together)],
            Items = [.. spec.Items.Select(item => CombineItem(item.Id, groups, counted, hidden, rules)).OfType<CombinedItem>()],
        };
    }

    private static IEnumerable<GroupSize> Sizes(GroupSize[] sizes, ImmutableArray<string> shown, ImmutableArray<string> together)
    {
        foreach (var size in sizes.Where(size => shown.Contains(size.Group)))
        {
            yield return size;
        }

        if (!together.IsEmpty)
        {
            yield return new GroupSize(CombinedAnswers.Others, sizes.Where(size => together.Contains(size.Group)).Sum(size => size.Count));
        }
    }

    /// <summary>One item; null when nobody answered it or said that they do not know.</summary>
    private static CombinedItem? CombineItem(
        string id, string[] groups, Dictionary<string, ImmutableSortedDictionary<string, ItemAnswer>[]> counted, HashSet<string> hidden, CombiningRules rules)
    {
        var levels = groups.ToDictionary(
            group => group,
            group => counted.GetValueOrDefault(group, []).Select(answers => answers[id]).Where(answer => answer.Kind == AnswerKind.Scored).Select(answer => answer.Score).Order().ToArray(),
            StringComparer.Ordinal);
        var unknown = counted.Values.SelectMany(people => people).Count(answers => answers[id].Kind == AnswerKind.Unknown);
        var (shown, together) = GroupSuppression.Split([.. groups.Select(group => new GroupSize(group, levels[group].Length))], hidden, rules.MinimumGroup);
        decimal[] taken = [.. together.SelectMany(group => levels[group]).Order()];
        GroupLevel[] cells =
        [
            .. shown.Select(group => new GroupLevel(group, Summary(levels[group], rules))),
            .. taken.Length > 0 ? [new GroupLevel(CombinedAnswers.Others, Summary(taken, rules))] : Array.Empty<GroupLevel>(),
        ];
        if (cells.Length == 0)
        {
            return unknown > 0 || levels.Values.Any(each => each.Length > 0) ? new CombinedItem { Id = id, Groups = [], Unknown = unknown } : null;
        }

        decimal[] all = [.. shown.SelectMany(group => levels[group]).Concat(taken).Order()];
        return new CombinedItem
        {
            Id = id,
            Groups = [.. cells],
            // Equal groups: forty people of one kind do not outvote four of another.
            Score = HalfUp.Round(rules.Method == "equal-people" ? Summary(all, rules) : cells.Average(cell => cell.Level), ScoreDecimals),
            Answers = all.Length,
            Low = (int)all[0],
            High = (int)all[^1],
            Spread = all.Length < FewestForAgreement ? null : HalfUp.Round(all.Average(level => Math.Abs(level - Median(all))), SpreadDecimals),
            Unknown = unknown,
        };
    }

    private static decimal Summary(decimal[] sorted, CombiningRules rules) =>
        rules.GroupSummary == "mean" ? HalfUp.Round(sorted.Average(), ScoreDecimals) : Median(sorted);

    private static decimal Median(decimal[] sorted) => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}
