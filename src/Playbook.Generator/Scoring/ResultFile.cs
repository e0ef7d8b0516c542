using System.Text;

namespace Playbooks.Scoring;

/// <summary>Writes an aggregate in the form that <c>organizations/&lt;id&gt;/results/&lt;date&gt;.yml</c> is read in.</summary>
internal static class ResultFile
{
    /// <summary>The file's text. Holds counts and medians of groups that may be shown, and nothing of anybody.</summary>
    public static string Write(
        CombinedAnswers combined, ImmutableArray<(string Factor, decimal Mean)> pulse, Assessment assessment, Slug organization, DateOnly date, string? previous)
    {
        var text = new StringBuilder()
            .Append("# Combined from answer files. Holds no one's answers; safe to review and to commit.\n")
            .Append(CultureInfo.InvariantCulture, $"assessment: {assessment.Id}\nversion: {assessment.Version}\ndate: {date:yyyy-MM-dd}\norganization: {organization}\n")
            .Append("respondents: {").AppendJoin(", ", combined.Respondents.Select(size => $"{Key(size.Group)}: {size.Count.ToString(CultureInfo.InvariantCulture)}")).Append("}\n")
            .Append("items:\n");
        foreach (var item in combined.Items)
        {
            text.Append("  ").Append(item.Id).Append(": {").AppendJoin(", ", Fields(item)).Append("}\n");
        }

        if (!pulse.IsEmpty)
        {
            text.Append("pulse: {").AppendJoin(", ", pulse.Select(factor => $"{Key(factor.Factor)}: {Number(factor.Mean)}")).Append("}\n");
        }

        return text.Append(previous is null ? "" : $"previous: {previous}\n").ToString();
    }

    private static IEnumerable<string> Fields(CombinedItem item)
    {
        foreach (var group in item.Groups)
        {
            yield return $"{Key(group.Group)}: {Number(group.Level)}";
        }

        if (item.Score is { } score)
        {
            yield return $"score: {Number(score)}";
            yield return $"answers: {Number(item.Answers)}";
        }

        if (item is { Low: { } low, High: { } high })
        {
            yield return $"low: {Number(low)}";
            yield return $"high: {Number(high)}";
        }

        if (item.Spread is { } spread)
        {
            yield return $"spread: {Number(spread)}";
        }

        yield return $"unknown: {Number(item.Unknown)}";
    }

    private static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A group's name is any text; only a plain word can stand without quotes.</summary>
    private static string Key(string group) => group.All(each => char.IsAsciiLetter(each) || each is '-' or '_')
        ? group
        : $"\"{group.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
