using Playbooks.Compiling;
using Playbooks.Composing;

namespace Playbooks.Checking;

/// <summary>Which questions a fact of each type can answer.</summary>
internal static class ConditionTypes
{
    /// <summary>The errors in one leaf of a condition; empty when it fits the facts.</summary>
    public static IEnumerable<Diagnostic> Problems(Condition leaf, IReadOnlyDictionary<string, Fact> facts)
    {
        if (ConditionLeaves.FactOf(leaf) is not { } asked)
        {
            return [];
        }

        return facts.TryGetValue(asked.Value, out var fact)
            ? Problems(leaf, asked, fact)
            : [DiagnosticCatalog.UnknownFactInCondition(asked.Value, asked.Span, NearestName.Find(asked.Value, facts.Keys))];
    }

    private static IEnumerable<Diagnostic> Problems(Condition leaf, Located<string> asked, Fact fact) => leaf switch
    {
        _ when fact.Type == FactType.Records => [Misused(asked, fact, "asked about in a condition", hint: null)],
        Condition.Holds => fact.Type == FactType.Boolean ? [] : [Misused(asked, fact, "used as yes or no", Question(fact))],
        Condition.Compares compares => Comparison(compares, asked, fact),
        Condition.IsOneOf { Values: var values } => fact.Type == FactType.List
            ? [Misused(asked, fact, "one of several values", InsideList(fact, values[0].Value))]
            : values.SelectMany(value => Value(value, fact)),
        Condition.Contains contains => fact.Type == FactType.List
            ? Value(contains.Value, fact)
            : [Misused(asked, fact, "searched for a value", InsteadOfSearching(fact, contains.Value.Value))],
        _ => [],
    };

    private static IEnumerable<Diagnostic> Comparison(Condition.Compares compares, Located<string> asked, Fact fact)
    {
        var isOrder = compares.Operator is not (ComparisonOperator.Equal or ComparisonOperator.NotEqual);
        if (fact.Type == FactType.List)
        {
            return [Misused(asked, fact, "compared with one value", InsideList(fact, compares.Value.Value))];
        }

        if (isOrder && fact.Type is not (FactType.Number or FactType.Date))
        {
            var hint = fact.Type == FactType.Choice ? $"name the values: `{asked.Value} in [{Sample(fact)}, …]`" : null;
            return [Misused(asked, fact, "less or greater than a value", hint)];
        }

        return Value(compares.Value, fact);
    }

    private static IEnumerable<Diagnostic> Value(Located<Literal> value, Fact fact)
    {
        if (!Fits(value.Value, fact.Type))
        {
            var (type, kind, hint) = (Named(fact.Type), Kind(value.Value), Instead(value.Value, fact));
            return [DiagnosticCatalog.ValueOfOtherType(fact.Id.Value, type, kind, value.Span, hint)];
        }

        if (fact.Values.IsEmpty
            || fact.Type is not (FactType.Choice or FactType.List)
            || fact.Values.Any(choice => choice.Id == value.Value.Text))
        {
            return [];
        }

        string[] declared = [.. fact.Values.Select(choice => choice.Id)];
        var written = value.Value.ToString();
        var nearest = NearestName.Find(written, declared);
        return [DiagnosticCatalog.UndeclaredValueInCondition(fact.Id.Value, written, value.Span, nearest, declared)];
    }

    private static bool Fits(Literal value, FactType type) => type switch
    {
        FactType.Number => value.Number is not null,
        FactType.Boolean => value.Truth is not null,
        FactType.Date => ConditionDates.Read(value) is not null,
        _ => value.Text is not null,
    };

    private static Diagnostic Misused(Located<string> asked, Fact fact, string use, string? hint) =>
        DiagnosticCatalog.FactOfOtherType(asked.Value, Named(fact.Type), use, asked.Span, hint);

    private static string Named(FactType type) => type switch
    {
        FactType.Choice => "a choice",
        FactType.Number => "a number",
        FactType.Boolean => "yes or no",
        FactType.List => "a list",
        FactType.Records => "a list of records",
        FactType.Date => "a date",
        _ => "a text",
    };

    private static string Kind(Literal value) => (value.Number, value.Truth) switch
    {
        (not null, _) => $"the number `{value}`",
        (_, not null) => $"`{value}`",
        _ => $"the text `{value}`",
    };

    /// <summary>What to ask of a fact that is not yes or no.</summary>
    private static string? Question(Fact fact) => fact.Type switch
    {
        FactType.Boolean => $"write `{fact.Id}` or `not {fact.Id}`",
        FactType.Choice => $"compare it: `{fact.Id} == {Sample(fact)}`",
        FactType.List => $"look for a value: `{Sample(fact)} in {fact.Id}`",
        FactType.Number => $"compare it: `{fact.Id} > 0`",
        FactType.Text => $"compare it: `{fact.Id} != ''`",
        FactType.Date => $"compare it: `{fact.Id} >= '2027-01-01'`",
        _ => null,
    };

    /// <summary>How to write the value so that it fits; null when that is not sure.</summary>
    private static string? Instead(Literal value, Fact fact) => fact.Type switch
    {
        FactType.Boolean => Question(fact),
        FactType.Date => "write a day as `'2027-01-31'`",
        FactType.Number => IsNumber(value.Text) ? $"write `{value}` without quotes" : null,
        _ => value.Text is null ? $"write `'{value}'`" : null,
    };

    private static bool IsNumber(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    private static string? InsteadOfSearching(Fact fact, Literal value) =>
        fact.Type == FactType.Boolean ? Question(fact) : $"write `{fact.Id} == {Quoted(value)}`";

    private static string InsideList(Fact fact, Literal value) => $"write `{Quoted(value)} in {fact.Id}`";

    private static string Sample(Fact fact) => fact.Values.IsEmpty ? "'a'" : $"'{fact.Values[0].Id}'";

    private static string Quoted(Literal value) => value switch
    {
        { Text: null } => value.ToString(),
        { Text: var text } when text.Contains('\'', StringComparison.Ordinal) => $"\"{text}\"",
        _ => $"'{value}'",
    };
}
