namespace Playbooks.Scoring;

/// <summary>Means of the pulse: agreement with a few statements, by factor. They are never mixed with scores.</summary>
/// <remarks>The browser does the same in <c>theme/scripts/assessment/pulse-means.ts</c>.</remarks>
internal static class PulseMeans
{
    /// <summary>Highest step of agreement; the lowest is 1.</summary>
    public const int Steps = 5;

    private const int Decimals = 1;

    /// <summary>The mean of each factor over all that was agreed or disagreed with; none when too few people answered.</summary>
    public static ImmutableArray<(string Factor, decimal Mean)> Of(Pulse? pulse, IReadOnlyCollection<Respondent> people, int minimum)
    {
        var answering = people.Where(person => !person.Pulse.IsEmpty).ToArray();
        return pulse is null || answering.Length < minimum ? [] :
        [
            .. pulse.Factors
                .Select(factor => (factor.Id, Steps: answering.SelectMany(person => StepsOf(pulse, factor.Id, person)).ToArray()))
                .Where(factor => factor.Steps.Length > 0)
                .Select(factor => (factor.Id, HalfUp.Round((decimal)factor.Steps.Sum() / factor.Steps.Length, Decimals))),
        ];
    }

    private static IEnumerable<int> StepsOf(Pulse pulse, string factor, Respondent person) => pulse.Statements
        .Where(statement => statement.Factor.Value == factor)
        .Select(statement => person.Pulse.GetValueOrDefault(statement.Id.Value))
        .Where(step => step is >= 1 and <= Steps);
}
