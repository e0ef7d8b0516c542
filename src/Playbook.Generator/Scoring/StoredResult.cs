namespace Playbooks.Scoring;

/// <summary>A committed result, read as what several people came to.</summary>
public static class StoredResult
{
    /// <summary>Differences below this are no clear change.</summary>
    public const decimal ClearChange = 0.5m;

    private const int ScoreDecimals = 2;

    /// <summary>The result in the terms of an edition: items under their present ids, those that are gone left out.</summary>
    public static CombinedAnswers Read(AssessmentResult result, Edition edition)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(edition);
        var written = result.Items.ToDictionary(item => item.Item.Value, StringComparer.Ordinal);
        return new CombinedAnswers
        {
            Respondents = [.. result.Respondents.Select(size => new GroupSize(size.Group.Value, size.Count))],
            Items =
            [
                .. edition.Questions
                    .Select(question => (Id: question.Item.Id.Value, Found: question.Item.Formerly.Select(old => old.Value).Prepend(question.Item.Id.Value)
                        .Select(id => written.GetValueOrDefault(id)).FirstOrDefault(item => item is not null)))
                    .Where(each => each.Found is not null)
                    .Select(each => Read(each.Id, each.Found!, result)),
            ],
        };
    }

    /// <summary>Items that changed clearly, the greatest change first; null when the versions differ, so that nothing can be said.</summary>
    public static ImmutableArray<(string Id, decimal Now, decimal Before)>? Changes(AssessmentResult now, AssessmentResult before, Edition edition)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(before);
        if (now.Version != before.Version)
        {
            return null;
        }

        var earlier = Read(before, edition).Items.Where(item => item.Score is not null).ToDictionary(item => item.Id, item => item.Score!.Value, StringComparer.Ordinal);
        return
        [
            .. Read(now, edition).Items
                .Where(item => item.Score is { } score && earlier.TryGetValue(item.Id, out var old) && Math.Abs(score - old) >= ClearChange)
                .Select(item => (item.Id, Now: item.Score!.Value, Before: earlier[item.Id]))
                .OrderByDescending(change => Math.Abs(change.Now - change.Before)),
        ];
    }

    private static CombinedItem Read(string id, ResultItem item, AssessmentResult result) => new()
    {
        Id = id,
        Groups = [.. item.Groups.Select(group => new GroupLevel(group.Group.Value, group.Level))],
        Score = item.Score ?? (item.Groups.IsEmpty ? null : HalfUp.Round(item.Groups.Average(group => group.Level), ScoreDecimals)),
        // A file written by hand may not say how many chose a level: everybody who answered and knew.
        Answers = item.Answers ?? Math.Max(0, result.Respondents.Sum(size => size.Count) - item.Unknown),
        Low = item.Low,
        High = item.High,
        Spread = item.Spread,
        Unknown = item.Unknown,
        Consensus = item.Consensus,
    };
}
