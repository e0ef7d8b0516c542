namespace Playbooks.Composing;

/// <summary>Collects the leaves that make a condition what it is for one organization, and puts each into words.</summary>
internal sealed class ConditionReasons(
    IReadOnlyDictionary<string, FactValue> values,
    IReadOnlyDictionary<string, Fact> facts,
    Func<string, string?[], string> phrase)
{
    // Deeper, a derived fact is named instead of explained: nobody reads that far, and the stack has an end.
    private const int MaximumDepth = 8;

    // Each derived fact is explained once, which keeps the work in proportion to what is written.
    private readonly Dictionary<string, string[]> _explained = new(StringComparer.Ordinal);
    private int _depth;

    /// <summary>Why the condition is true, if it is, or else why it is false; empty when no fact has to do with it.</summary>
    public IEnumerable<string> For(Condition condition) => condition switch
    {
        Condition.Constant => [],
        Condition.Not not => For(not.Operand),
        Condition.And and => Deciding(and.Left, and.Right, IsTrue(and)),
        Condition.Or or => Deciding(or.Left, or.Right, IsTrue(or)),
        Condition.Holds holds => Holds(holds.Fact.Value),
        Condition.Compares compares => [Compares(compares, IsTrue(compares))],
        Condition.IsOneOf isOneOf => [IsOneOf(isOneOf, IsTrue(isOneOf))],
        Condition.Contains contains => [Contains(contains, IsTrue(contains))],
        _ => [],
    };

    private bool IsTrue(Condition condition) => ConditionEvaluator.Evaluate(condition, values);

    /// <summary>A side that is not what the whole is has not decided it.</summary>
    private IEnumerable<string> Deciding(Condition left, Condition right, bool truth) =>
        new[] { left, right }.Where(side => IsTrue(side) == truth).SelectMany(For);

    private string[] Holds(string fact)
    {
        var isYes = values.GetValueOrDefault(fact) is FactValue.Boolean { Value: true };
        string[] own = [phrase(isYes ? "condition.yes" : "condition.no", [Name(fact)])];
        if (_depth == MaximumDepth || facts.GetValueOrDefault(fact)?.Derived is not { } derived)
        {
            return own;
        }

        if (_explained.TryGetValue(fact, out var known))
        {
            return known;
        }

        _depth++;
        string[] reasons = [.. For(derived).Distinct(StringComparer.Ordinal)];
        _depth--;
        return _explained[fact] = reasons.Length == 0 ? own : reasons;
    }

    private string Compares(Condition.Compares compares, bool truth)
    {
        var fact = compares.Fact.Value;
        if (values.GetValueOrDefault(fact) is FactValue.Boolean yes)
        {
            return phrase(yes.Value ? "condition.yes" : "condition.no", [Name(fact)]);
        }

        var (whenTrue, whenFalse) = compares.Operator switch
        {
            ComparisonOperator.Less => ("condition.less", "condition.at_least"),
            ComparisonOperator.LessOrEqual => ("condition.at_most", "condition.greater"),
            ComparisonOperator.Greater => ("condition.greater", "condition.at_most"),
            ComparisonOperator.GreaterOrEqual => ("condition.at_least", "condition.less"),
            ComparisonOperator.NotEqual => ("condition.is_not", "condition.is"),
            _ => ("condition.is", "condition.is_not"),
        };

        // Without a value every comparison is false, and then only "is not" is true to say.
        var key = truth ? whenTrue : values.ContainsKey(fact) ? whenFalse : "condition.is_not";
        return Say(key, fact, Label(fact, compares.Value.Value.ToString()));
    }

    private string IsOneOf(Condition.IsOneOf isOneOf, bool truth)
    {
        var fact = isOneOf.Fact.Value;
        string[] labels = [.. isOneOf.Values.Select(value => Label(fact, value.Value.ToString())).Distinct(StringComparer.Ordinal)];
        return labels.Length == 1
            ? Say(truth ? "condition.is" : "condition.is_not", fact, labels[0])
            : Say(
                truth ? "condition.any_of" : "condition.none_of",
                fact,
                labels.Select(label => phrase("condition.value", [label])).Aggregate((left, right) => phrase("condition.or", [left, right])));
    }

    private string Contains(Condition.Contains contains, bool truth)
    {
        var fact = contains.Fact.Value;
        return Say(truth ? "condition.has" : "condition.has_not", fact, Label(fact, contains.Value.Value.ToString()));
    }

    private string Say(string key, string fact, string asked) =>
        phrase(key, [Name(fact), asked, Shown(fact, values.GetValueOrDefault(fact))]);

    private string Shown(string fact, FactValue? value) => value switch
    {
        FactValue.Text { Value.Length: > 0 } text => Label(fact, text.Value),
        FactValue.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        FactValue.Date date => ConditionDates.Write(date.Value),
        FactValue.List { Values.IsDefaultOrEmpty: false } list => string.Join(", ", list.Values.Select(each => Label(fact, each))),
        FactValue.Boolean yes => phrase(yes.Value ? "value.yes" : "value.no", []),
        _ => phrase("value.none", []),
    };

    /// <summary>What readers see for a declared value; the value itself when it has no label.</summary>
    private string Label(string fact, string value) =>
        facts.GetValueOrDefault(fact)?.Values.FirstOrDefault(choice => choice.Id == value)?.Label ?? value;

    /// <summary>What readers see for a fact; the words of its id when it has no label.</summary>
    private string Name(string fact) => facts.GetValueOrDefault(fact)?.Label ?? fact.Replace('_', ' ');
}
