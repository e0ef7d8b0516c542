namespace Playbooks.Compiling;

/// <summary>What authors write who know another language, or ours not well yet, and what we tell them.</summary>
internal static class ConditionWordProblems
{
    private static readonly ImmutableHashSet<string> Keywords = ["and", "or", "not", "in", "true", "false"];

    /// <summary>Why a word cannot be a fact's name; null when it can.</summary>
    public static Diagnostic? AsFact(ConditionText condition, ConditionToken word)
    {
        var written = condition.Of(word);
        if (IsFactName(written))
        {
            return null;
        }

        var lower = written.ToLowerInvariant();
        return Keywords.Contains(lower)
            ? DiagnosticCatalog.ConditionSignOfOtherLanguage(written, lower, condition.SpanOf(word))
            : DiagnosticCatalog.UnreadableInCondition(written, condition.SpanOf(word), IsFactName(lower) ? $"write `{lower}`" : null);
    }

    /// <summary>Advice for a token that cannot stand where it does; null when none is sure.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="token">The token nobody expected.</param>
    /// <param name="previous">The one before it; null at the start.</param>
    public static string? Hint(ConditionText condition, ConditionToken token, ConditionToken? previous)
    {
        var isAfterFact = previous is { Kind: ConditionTokenKind.Word };
        var fact = isAfterFact ? condition.Of(previous!.Value) : "";
        return (token.Kind, condition.Of(token).ToLowerInvariant()) switch
        {
            (ConditionTokenKind.Word, "and" or "or" or "not" or "in") => $"write `{condition.Of(token).ToLowerInvariant()}`",
            (ConditionTokenKind.Word, "is" or "equals") when isAfterFact => "write `==`",
            (ConditionTokenKind.Word, "contains" or "has" or "includes") when isAfterFact => $"write `'a' in {fact}`",
            (ConditionTokenKind.Not, _) when isAfterFact => $"write `not` before the fact: `not {fact} in ['a', 'b']`",
            (ConditionTokenKind.Word or ConditionTokenKind.Not or ConditionTokenKind.Value, _) when previous is not null =>
                "put `and` or `or` between two conditions",
            _ => null,
        };
    }

    private static bool IsFactName(string word) =>
        char.IsAsciiLetterLower(word[0])
        && word.All(each => char.IsAsciiLetterLower(each) || char.IsAsciiDigit(each) || each is '_' or '-' or '.');
}
