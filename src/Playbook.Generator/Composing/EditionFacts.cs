namespace Playbooks.Composing;

/// <summary>The facts of one edition: what the organization says, else the playbook's default; derived facts are computed.</summary>
internal sealed class EditionFacts
{
    private readonly ImmutableDictionary<string, FactValue> _values;
    private readonly ImmutableDictionary<string, Fact> _facts;

    private EditionFacts(ImmutableDictionary<string, FactValue> values, ImmutableDictionary<string, Fact> facts)
    {
        _values = values;
        _facts = facts;
    }

    /// <summary>The value of a fact; null when it has none.</summary>
    public FactValue? this[string fact] => _values.GetValueOrDefault(fact);

    /// <summary>A fact by its id; null when it is not declared.</summary>
    public Fact? Find(string fact) => _facts.GetValueOrDefault(fact);

    /// <summary>The facts of an organization; of the common edition when there is none.</summary>
    public static EditionFacts Of(Playbook playbook, Organization? organization)
    {
        var given = ImmutableDictionary.CreateBuilder<string, FactValue>(StringComparer.Ordinal);
        foreach (var fact in playbook.Facts.Where(fact => fact.Derived is null))
        {
            var value = organization?.Facts.TryGetValue(fact.Id.Value, out var own) == true ? own.Value : fact.Default;
            if (value is not null)
            {
                given[fact.Id.Value] = value;
            }
        }

        var facts = playbook.Facts.ToImmutableDictionary(fact => fact.Id.Value, StringComparer.Ordinal);
        return new EditionFacts(DerivedFactValues.With(given.ToImmutable(), facts), facts);
    }

    /// <summary>Whether a condition holds.</summary>
    public bool Holds(Condition condition) => ConditionEvaluator.Evaluate(condition, _values);

    /// <summary>Why a condition does not hold, as the end of a sentence; null when it holds.</summary>
    public string? WhyNot(Condition condition, Locale locale) =>
        ConditionWords.Describe(condition, _values, _facts, (key, arguments) => locale.Text(key, [.. arguments.Select(each => each ?? "")]));
}
