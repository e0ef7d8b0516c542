using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using Playbooks.Compiling;
using Playbooks.Diagnostics;
using Playbooks.Model;

namespace Playbooks.Tests.Compiling;

/// <summary>Conditions, facts and values to try, and two ways to write a condition down.</summary>
internal static class ConditionSamples
{
    private static readonly SourceText Declarations = new(new InputPath("facts.yml"), "facts:\n");

    public static readonly ImmutableDictionary<string, Fact> Facts = FactsOf(
        Declared("regulated", FactType.Boolean, new FactValue.Boolean(false)),
        Declared("listed", FactType.Boolean, new FactValue.Boolean(false)),
        Declared("size", FactType.Choice, new FactValue.Text("small"), "micro", "small", "large"),
        Declared("volunteers", FactType.Number, new FactValue.Number(0)),
        Declared("traits", FactType.List, null, "consensus", "siloed"),
        Declared("start", FactType.Date, new FactValue.Date(new DateOnly(2027, 1, 2))),
        Declared("purpose", FactType.Text, null),
        Declared("channels", FactType.Records, null),
        Derived("small_team", "size in ['micro', 'small'] and volunteers < 3"));

    /// <summary>Any condition about <see cref="Facts"/> that has the right types.</summary>
    public static readonly Gen<Condition> Conditions = Gen.Int[0, 4].SelectMany(OfDepth);

    /// <summary>Every organization that the literals of <see cref="Conditions"/> can tell apart, as values of the given facts.</summary>
    public static readonly ImmutableArray<ImmutableDictionary<string, FactValue>> AllValues =
    [
        .. from regulated in new[] { true, false }
           from listed in new[] { true, false }
           from size in new[] { "micro", "small", "large" }
           from volunteers in new[] { -1, 0, 0.5m, 1, 1.25m, 1.5m, 1.75m, 2, 2.5m, 3, 3.5m }
           from traits in new string[][] { [], ["consensus"], ["siloed"], ["siloed", "consensus"] }
           from day in Enumerable.Range(1, 5)
           from purpose in new[] { null, "", "help", "another" }
           select Values(regulated, listed, size, volunteers, traits, new DateOnly(2027, 1, day), purpose),
    ];

    public static Fact Declared(string id, FactType type, FactValue? value, params string[] choices) => new()
    {
        Id = Slug.Of(id),
        Type = type,
        Span = Declarations.Span(0, 5),
        Default = value,
        Values = [.. choices.Select(choice => new FactChoice(choice, $"{char.ToUpperInvariant(choice[0])}{choice[1..]} one"))],
    };

    public static Fact Derived(string id, string condition) =>
        Declared(id, FactType.Boolean, null) with { Derived = Parse(condition) };

    public static ImmutableDictionary<string, Fact> FactsOf(params Fact[] facts) => facts.ToImmutableDictionary(fact => fact.Id.Value);

    public static Condition Parse(string text)
    {
        var (condition, problems) = TryParse(text);
        return condition ?? throw new ArgumentException(string.Concat(problems.Select(DiagnosticText.Format)), nameof(text));
    }

    /// <summary>Parses a condition that stands behind <c>when: "</c> in the third line of a file.</summary>
    public static (Condition? Condition, ImmutableArray<Diagnostic> Problems) TryParse(string text)
    {
        const string Before = "items:\n  - id: A-1\n    when: \"";
        var diagnostics = new DiagnosticBag();
        var condition = ConditionParser.Parse(text, new SourceText(new InputPath("checklist.yml"), $"{Before}{text}\"\n"), Before.Length, diagnostics);
        return (condition, diagnostics.Sorted());
    }

    /// <summary>The condition with as few parentheses as its meaning allows.</summary>
    public static string Print(Condition condition) => condition switch
    {
        Condition.Constant constant => constant.Value ? "true" : "false",
        Condition.Holds holds => holds.Fact.Value,
        Condition.Not not => $"not {Inside(not.Operand, not.Operand is Condition.And or Condition.Or)}",
        Condition.And and => $"{Inside(and.Left, and.Left is Condition.Or)} and {Inside(and.Right, and.Right is Condition.And or Condition.Or)}",
        Condition.Or or => $"{Print(or.Left)} or {Inside(or.Right, or.Right is Condition.Or)}",
        Condition.Compares compares => $"{compares.Fact.Value} {Sign(compares.Operator)} {Print(compares.Value.Value)}",
        Condition.IsOneOf isOneOf => $"{isOneOf.Fact.Value} in [{string.Join(", ", isOneOf.Values.Select(value => Print(value.Value)))}]",
        Condition.Contains contains => $"{Print(contains.Value.Value)} in {contains.Fact.Value}",
        _ => throw new ArgumentException("unknown condition", nameof(condition)),
    };

    /// <summary>The tree, every node in parentheses; equal for equal trees wherever they were written.</summary>
    public static string Tree(Condition condition) => condition switch
    {
        Condition.Not not => $"(not {Tree(not.Operand)})",
        Condition.And and => $"(and {Tree(and.Left)} {Tree(and.Right)})",
        Condition.Or or => $"(or {Tree(or.Left)} {Tree(or.Right)})",
        _ => $"({Print(condition)})",
    };

    private static Gen<Condition> OfDepth(int depth)
    {
        if (depth == 0)
        {
            return Leaves();
        }

        var operand = OfDepth(depth - 1);
        return Gen.OneOf(
            operand.Select(Condition (each) => new Condition.Not(each)),
            Gen.Select(operand, operand, Condition (left, right) => new Condition.And(left, right)),
            Gen.Select(operand, operand, Condition (left, right) => new Condition.Or(left, right)),
            Leaves());
    }

    private static Gen<Condition> Leaves()
    {
        var equality = Gen.OneOf(ComparisonOperator.Equal, ComparisonOperator.NotEqual);
        var anyOperator = Gen.Enum<ComparisonOperator>();
        var sizes = Texts("micro", "small", "large");
        var numbers = Gen.OneOf(0m, 1m, 2m, 3m, 1.5m).Select(number => At(new Literal(null, number, null)));
        return Gen.OneOf(
            Gen.Bool.Select(Condition (truth) => new Condition.Constant(truth)),
            Gen.OneOf("regulated", "listed", "small_team").Select(Condition (fact) => new Condition.Holds(At(fact))),
            Gen.Select(equality, sizes, Condition (comparison, value) => new Condition.Compares(At("size"), comparison, value)),
            sizes.Array[1, 3].Select(Condition (values) => new Condition.IsOneOf(At("size"), [.. values])),
            Gen.Select(anyOperator, numbers, Condition (comparison, value) => new Condition.Compares(At("volunteers"), comparison, value)),
            numbers.Array[1, 3].Select(Condition (values) => new Condition.IsOneOf(At("volunteers"), [.. values])),
            Gen.Select(anyOperator, Texts("2027-01-02", "2027-01-04"), Condition (comparison, value) => new Condition.Compares(At("start"), comparison, value)),
            Texts("consensus", "siloed").Select(Condition (value) => new Condition.Contains(value, At("traits"))),
            Gen.Select(equality, Texts("", "help"), Condition (comparison, value) => new Condition.Compares(At("purpose"), comparison, value)),
            Gen.Select(equality, Gen.Bool, Condition (comparison, truth) => new Condition.Compares(At("listed"), comparison, At(new Literal(null, null, truth)))));
    }

    private static Gen<Located<Literal>> Texts(params string[] texts) =>
        Gen.OneOf(texts).Select(text => At(new Literal(text, null, null)));

    private static Located<T> At<T>(T value) => new(value, Declarations.Span(0, 5));

    private static ImmutableDictionary<string, FactValue> Values(
        bool regulated, bool listed, string size, decimal volunteers, string[] traits, DateOnly start, string? purpose)
    {
        var values = ImmutableDictionary.CreateBuilder<string, FactValue>();
        values["regulated"] = new FactValue.Boolean(regulated);
        values["listed"] = new FactValue.Boolean(listed);
        values["size"] = new FactValue.Text(size);
        values["volunteers"] = new FactValue.Number(volunteers);
        values["traits"] = new FactValue.List([.. traits]);
        values["start"] = new FactValue.Date(start);
        if (purpose is not null)
        {
            values["purpose"] = new FactValue.Text(purpose);
        }

        return Playbooks.Composing.DerivedFactValues.With(values.ToImmutable(), Facts);
    }

    private static string Print(Literal literal) => literal switch
    {
        { Text: { } text } => text.Contains('\'', StringComparison.Ordinal) ? $"\"{text}\"" : $"'{text}'",
        _ => string.Create(CultureInfo.InvariantCulture, $"{literal}"),
    };

    private static string Inside(Condition operand, bool needsParentheses) => needsParentheses ? $"({Print(operand)})" : Print(operand);

    private static string Sign(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => "==",
        ComparisonOperator.NotEqual => "!=",
        ComparisonOperator.Less => "<",
        ComparisonOperator.LessOrEqual => "<=",
        ComparisonOperator.Greater => ">",
        _ => ">=",
    };
}
