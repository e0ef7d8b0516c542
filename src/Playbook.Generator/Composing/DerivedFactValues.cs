using Playbooks.Compiling;

namespace Playbooks.Composing;

/// <summary>Computes the facts that follow from others.</summary>
public static class DerivedFactValues
{
    /// <summary>
    /// The given values together with those of all derived facts. A value given for a derived fact is replaced; the loader
    /// has already refused it. Facts that ask for each other in a circle come out as no.
    /// </summary>
    public static ImmutableDictionary<string, FactValue> With(
        IReadOnlyDictionary<string, FactValue> given,
        IReadOnlyDictionary<string, Fact> facts)
    {
        var order = DerivedFactOrder.Of(facts).Facts;
        var values = ImmutableDictionary.CreateBuilder<string, FactValue>(StringComparer.Ordinal);
        values.AddRange(given.Where(each => !facts.TryGetValue(each.Key, out var fact) || fact.Derived is null));
        foreach (var fact in order)
        {
            values[fact.Id.Value] = new FactValue.Boolean(ConditionEvaluator.Evaluate(fact.Derived!, id => values.GetValueOrDefault(id)));
        }

        return values.ToImmutable();
    }
}
