using Playbooks.Compiling;

namespace Playbooks.Checking;

/// <summary>
/// Sees at a glance that most conditions can be true and can be false. Searching the cases of <c>regulated</c> takes 30 µs,
/// which a checklist of a million items would feel; this takes one or two.
/// </summary>
internal static class ConditionShortcut
{
    /// <summary>
    /// True when no fact is asked twice and every question has both answers. Such questions do not influence each other, and
    /// joined by <c>and</c>, <c>or</c> and <c>not</c> they can still come out either way. False means "not seen at a glance".
    /// </summary>
    public static bool CanBeEither(IEnumerable<Condition> conditions, IReadOnlyDictionary<string, Fact> facts)
    {
        var asked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var leaf in conditions.SelectMany(ConditionLeaves.Of))
        {
            if (ConditionLeaves.FactOf(leaf) is not { } name
                || !facts.TryGetValue(name.Value, out var fact)
                || fact.Derived is not null
                || !HasBothAnswers(leaf, fact)
                || !asked.Add(name.Value))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasBothAnswers(Condition leaf, Fact fact) => (leaf, fact.Type) switch
    {
        (Condition.Holds, FactType.Boolean) => true,
        (Condition.Contains, FactType.List) => true,
        (Condition.Compares { Value.Value.Number: not null }, FactType.Number) => true,
        (Condition.Compares { Operator: ComparisonOperator.Equal or ComparisonOperator.NotEqual }, FactType.Choice) =>
            fact.Values.Length > 1,
        (Condition.IsOneOf isOneOf, FactType.Choice) => fact.Values.Length > isOneOf.Values.Length,
        _ => false,
    };
}
