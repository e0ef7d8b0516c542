namespace Playbooks.Composing;

/// <summary>
/// Says in words why a condition does not hold for an organization, for the end of "Does not apply because …": "regulated
/// is no", "size is not Fewer than 10 people".
/// </summary>
/// <remarks>
/// Only the parts that decide are named: of a false <c>and</c> its false sides, of a false <c>or</c> both. A derived fact
/// is replaced by what it follows from, because its name means nothing to readers.
/// </remarks>
public static class ConditionWords
{
    /// <summary>
    /// The texts a locale has to have. In those of a comparison <c>{0}</c> is the fact, <c>{1}</c> what the condition asks
    /// for and <c>{2}</c> the organization's own value, so that a locale may say "{0} is {2}, not {1}".
    /// </summary>
    public static ImmutableArray<string> Keys { get; } =
    [
        "condition.yes",
        "condition.no",
        "condition.is",
        "condition.is_not",
        "condition.any_of",
        "condition.none_of",
        "condition.has",
        "condition.has_not",
        "condition.less",
        "condition.at_most",
        "condition.greater",
        "condition.at_least",
        "condition.and",
        "condition.or",
        "condition.value",
        "value.yes",
        "value.no",
        "value.none",
    ];

    /// <summary>The reason; null when the condition holds. Plain text: the caller escapes it.</summary>
    /// <param name="condition">A checked condition.</param>
    /// <param name="values">Values by fact id, derived facts included.</param>
    /// <param name="facts">All declared facts by id.</param>
    /// <param name="phrase">The interface text for one of <see cref="Keys"/>, filled with its arguments.</param>
    public static string? Describe(
        Condition condition,
        IReadOnlyDictionary<string, FactValue> values,
        IReadOnlyDictionary<string, Fact> facts,
        Func<string, string?[], string> phrase)
    {
        if (ConditionEvaluator.Evaluate(condition, values))
        {
            return null;
        }

        // A bare `false` has no fact to name. The build has warned of it; what is left out still needs some reason.
        var reasons = new ConditionReasons(values, facts, phrase).For(condition).Distinct(StringComparer.Ordinal).ToArray();
        return reasons.Length == 0
            ? phrase("condition.is", ["when", "false", "false"])
            : reasons.Aggregate((left, right) => phrase("condition.and", [left, right]));
    }
}
