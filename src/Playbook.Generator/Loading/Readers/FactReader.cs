namespace Playbooks.Loading;

/// <summary>Reads <c>facts.yml</c> and the values organizations give.</summary>
internal static class FactReader
{
    private static readonly string[] Types = [.. Enum.GetNames<FactType>().Select(name => name.ToLowerInvariant())];

    /// <summary>The declared facts, as listed; without those whose id could not be read.</summary>
    public static ImmutableArray<Fact> Read(MappingReader map) => [.. map.List("facts", ReadFact).Where(fact => fact.Id != default)];

    /// <summary>A value for a fact; null after an error.</summary>
    public static FactValue? ReadValue(Fact fact, YamlNode node, ReadingContext context) => fact.Type switch
    {
        FactType.Boolean => Values.Truth(node, context) is { } truth ? new FactValue.Boolean(truth) : null,
        FactType.Number => Values.Decimal(node, context) is { } number ? new FactValue.Number(number) : null,
        FactType.Date => Values.Date(node, context) is { } date ? new FactValue.Date(date) : null,
        FactType.Choice => Choice(node, fact.Values, context) is { } choice ? new FactValue.Text(choice) : null,
        FactType.List => new FactValue.List(Values.List(node, fact.Id.Value, (item, inner) => Choice(item, fact.Values, inner), context)),
        FactType.Records => new FactValue.Records(Values.List(node, fact.Id.Value, (row, inner) => ReadRow(fact, row, inner), context)),
        _ => Values.Text(node, context) is { } text ? new FactValue.Text(text) : null,
    };

    private static Fact? ReadFact(YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, "a fact", context, map =>
        {
            var type = Enum.Parse<FactType>(map.Required("type", Values.OneOf(Types), "text"), ignoreCase: true);
            var fact = new Fact
            {
                Id = map.Required("id", Values.Slug, default),
                Type = type,
                Label = map.Optional("label", Values.Words),
                Question = map.Optional("question", Values.Words),
                Help = map.Optional("help", Values.Words),
                Group = map.Optional("group", Values.Words),
                Values = map.List("values", ReadChoice),
                Fields = [.. map.List("fields", ReadField).Where(field => field.Id != default)],
                Derived = map.Optional("derived", Values.Condition),
                Span = map.SpanOf("id"),
            };
            if (type == FactType.Choice && fact.Values.IsEmpty)
            {
                context.Diagnostics.Add(DiagnosticCatalog.MissingKey(map.Span, "values", "a choice"));
            }

            if (fact.Derived is not null && type != FactType.Boolean)
            {
                context.Diagnostics.Add(DiagnosticCatalog.WrongValue(map.SpanOf("type"), type.ToString().ToLowerInvariant(), "the type of a derived fact", "write `type: boolean`"));
            }

            return fact with { Default = map.Optional("default", (value, inner) => ReadValue(fact, value, inner)) };
        });

    private static FactChoice? ReadChoice(YamlNode node, ReadingContext context) => node is YamlScalar
        ? Values.Words(node, context) is { } text ? new FactChoice(text, text) : null
        : MappingReader.Read(node, "a value", context, static map =>
        {
            var id = map.Required("id", Values.Words, "");
            return new FactChoice(id, map.Optional("label", Values.Words) ?? id);
        });

    private static FactField? ReadField(YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, "a field", context, static map =>
        {
            _ = map.Optional("type", Values.OneOf("text", "choice"));
            _ = map.Optional("label", Values.Words);
            return new FactField(map.Required("id", Values.Slug, default), map.List("values", ReadChoice));
        });

    private static ImmutableSortedDictionary<string, string> ReadRow(Fact fact, YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, $"a row of `{fact.Id}`", context, map =>
        {
            var row = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
            foreach (var field in fact.Fields)
            {
                if (map.Optional(field.Id.Value, (value, inner) => Choice(value, field.Values, inner)) is { } text)
                {
                    row[field.Id.Value] = text;
                }
            }

            return row.ToImmutable();
        }) ?? ImmutableSortedDictionary<string, string>.Empty;

    private static string? Choice(YamlNode node, ImmutableArray<FactChoice> allowed, ReadingContext context) =>
        allowed.IsEmpty ? Values.Text(node, context) : Values.OneOf([.. allowed.Select(each => each.Id)])(node, context);
}
