namespace Playbooks.Loading;

/// <summary>Reads a combined result, <c>organizations/&lt;id&gt;/results/&lt;date&gt;.yml</c>.</summary>
internal static class ResultReader
{
    /// <summary>Folder of the results below an organization's.</summary>
    public const string Folder = "results";

    /// <summary>Keys of an item that are no groups.</summary>
    public static readonly ImmutableArray<string> ItemKeys = ["score", "answers", "low", "high", "spread", "unknown", "consensus"];

    /// <summary>A result as written.</summary>
    public static AssessmentResult Read(MappingReader map)
    {
        // For people who review the file: how the answers came together.
        _ = map.Optional("mode", Values.Words);
        return new AssessmentResult
        {
            Assessment = map.Required("assessment", Values.Name, new Located<string>("", map.Span)),
            Version = map.RequiredValue("version", Values.Integer, 1),
            Date = map.RequiredValue("date", Values.Date, DateOnly.MinValue),
            Organization = map.Required("organization", Values.Name, new Located<string>("", map.Span)),
            Respondents = [.. map.Map("respondents", ReadCount).Values.OfType<(Located<string>, int)>()],
            Items = [.. map.Map("items", ReadItem).Values],
            Pulse = [.. map.Map("pulse", ReadMean).Values.OfType<(Located<string>, decimal)>()],
            Previous = map.OptionalValue("previous", Values.OptionalName),
            Span = map.SpanOf("date"),
        };
    }

    private static object? ReadCount(YamlScalar key, YamlNode node, ReadingContext context) =>
        Values.Integer(node, context) is { } count ? (new Located<string>(key.Value, key.Span), count) : null;

    private static object? ReadMean(YamlScalar key, YamlNode node, ReadingContext context) =>
        Values.Decimal(node, context) is { } mean ? (new Located<string>(key.Value, key.Span), mean) : null;

    private static ResultItem? ReadItem(YamlScalar key, YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, "the result of an item", context, map => new ResultItem
        {
            Item = new Located<string>(key.Value, key.Span),
            Score = map.OptionalValue("score", Values.Decimal),
            Answers = map.OptionalValue("answers", Values.Integer),
            Low = map.OptionalValue("low", Values.Integer),
            High = map.OptionalValue("high", Values.Integer),
            Spread = map.OptionalValue("spread", Values.Decimal),
            Unknown = map.OptionalValue("unknown", Values.Integer) ?? 0,
            Consensus = map.OptionalValue("consensus", Values.Decimal),
            // Every other key names a group; whether there is such a group is checked with the assessment.
            Groups = [.. map.Rest().Select(entry => (new Located<string>(entry.Key.Value, entry.Key.Span), Level: Values.Decimal(entry.Value, context)))
                .Where(group => group.Level is not null).Select(group => (group.Item1, group.Level!.Value))],
        });
}
