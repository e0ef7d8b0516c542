namespace Playbooks.Composing;

/// <summary>Says whether a condition holds for one organization.</summary>
/// <remarks>
/// Total: every condition has an answer for any values, and none throws. A leaf about a fact without a value, or with a
/// value of another type, is false, for <c>!=</c> as well; so <c>x != 'a'</c> and <c>not x == 'a'</c> differ for an
/// organization without <c>x</c>. Derived facts are looked up like all others; see <see cref="DerivedFactValues"/>.
/// </remarks>
public static class ConditionEvaluator
{
    /// <summary>True when the condition holds.</summary>
    /// <param name="condition">A checked condition.</param>
    /// <param name="values">Values by fact id, derived facts included.</param>
    public static bool Evaluate(Condition condition, IReadOnlyDictionary<string, FactValue> values) =>
        Evaluate(condition, id => values.GetValueOrDefault(id));

    /// <summary>True when the condition holds.</summary>
    /// <param name="condition">A checked condition.</param>
    /// <param name="valueOf">The value of a fact by its id; null when there is none.</param>
    public static bool Evaluate(Condition condition, Func<string, FactValue?> valueOf) => condition switch
    {
        Condition.Constant constant => constant.Value,
        Condition.Not not => !Evaluate(not.Operand, valueOf),
        Condition.And and => Evaluate(and.Left, valueOf) && Evaluate(and.Right, valueOf),
        Condition.Or or => Evaluate(or.Left, valueOf) || Evaluate(or.Right, valueOf),
        Condition.Holds holds => valueOf(holds.Fact.Value) is FactValue.Boolean { Value: true },
        Condition.Compares compares => Compares(valueOf(compares.Fact.Value), compares.Operator, compares.Value.Value),
        Condition.IsOneOf isOneOf => valueOf(isOneOf.Fact.Value) is { } value && isOneOf.Values.Any(each => Order(value, each.Value) == 0),
        Condition.Contains contains => valueOf(contains.Fact.Value) is FactValue.List list && Has(list, contains.Value.Value),
        _ => false,
    };

    private static bool Compares(FactValue? value, ComparisonOperator comparison, Literal literal) =>
        Order(value, literal) is { } order && comparison switch
        {
            ComparisonOperator.Equal => order == 0,
            ComparisonOperator.NotEqual => order != 0,
            _ when value is not (FactValue.Number or FactValue.Date) => false,
            ComparisonOperator.Less => order < 0,
            ComparisonOperator.LessOrEqual => order <= 0,
            ComparisonOperator.Greater => order > 0,
            ComparisonOperator.GreaterOrEqual => order >= 0,
            _ => false,
        };

    /// <summary>How a value stands to a literal: negative, 0 or positive; null when the two cannot be compared.</summary>
    private static int? Order(FactValue? value, Literal literal) => value switch
    {
        FactValue.Text text when literal.Text is { } other => string.CompareOrdinal(text.Value, other),
        FactValue.Number number when literal.Number is { } other => number.Value.CompareTo(other),
        FactValue.Boolean truth when literal.Truth is { } other => truth.Value.CompareTo(other),
        FactValue.Date date when ConditionDates.Read(literal) is { } other => date.Value.CompareTo(other),
        _ => null,
    };

    private static bool Has(FactValue.List list, Literal literal) =>
        literal.Text is { } text && !list.Values.IsDefault && list.Values.Contains(text, StringComparer.Ordinal);
}
