namespace Playbooks.Diagnostics;

/// <content>PB0301 to PB0311: a condition cannot be read. PB0312 to PB0319: it can, but does not fit the facts.</content>
public static partial class DiagnosticCatalog
{
    /// <summary>A <c>when</c> that says nothing.</summary>
    internal static Diagnostic EmptyCondition(SourceSpan span) =>
        Error("PB0301", "the condition is empty", span, "write `true` for what always applies");

    /// <summary>A condition longer than anybody can follow.</summary>
    internal static Diagnostic ConditionTooLong(int length, int limit, SourceSpan span) => Error(
        "PB0302",
        string.Create(CultureInfo.InvariantCulture, $"the condition has {length} characters; at most {limit} are read"),
        span,
        "declare a derived fact for a part of it");

    /// <summary>Parentheses or <c>not</c> in one another without end.</summary>
    internal static Diagnostic ConditionTooDeep(int limit, SourceSpan span) => Error(
        "PB0303",
        string.Create(CultureInfo.InvariantCulture, $"the condition is nested more than {limit} deep"),
        span,
        "declare a derived fact for a part of it");

    /// <summary>Characters that are neither a word, a sign nor a value.</summary>
    internal static Diagnostic UnreadableInCondition(string found, SourceSpan span, string? hint) =>
        Error("PB0304", $"`{found}` cannot be read in a condition", span, hint);

    /// <summary>A word, sign or value in a place where another kind belongs.</summary>
    internal static Diagnostic UnexpectedInCondition(string expected, string found, SourceSpan span, string? hint) =>
        Error("PB0305", $"expected {expected} in the condition, found {found}", span, hint);

    /// <summary>A quoted text without its second quote.</summary>
    internal static Diagnostic ConditionQuoteNotClosed(char quote, SourceSpan span) =>
        Error("PB0306", $"a text in the condition has no closing `{quote}`", span);

    /// <summary>A parenthesis or bracket without its partner.</summary>
    internal static Diagnostic ConditionNotClosed(string open, SourceSpan span) =>
        Error("PB0307", $"`{open}` in the condition is not closed", span, open == "(" ? "add `)`" : "add `]`");

    /// <summary>A sign that means something in other languages.</summary>
    internal static Diagnostic ConditionSignOfOtherLanguage(string sign, string instead, SourceSpan span) =>
        Error("PB0308", $"`{sign}` has no meaning in a condition", span, $"write `{instead}`");

    /// <summary>A value compared with a fact instead of a fact with a value.</summary>
    internal static Diagnostic ReversedComparison(string value, string swapped, SourceSpan span) =>
        Error("PB0309", $"the comparison starts with the value {value}; the fact comes first", span, $"write `{swapped}`");

    /// <summary>A word where a value belongs.</summary>
    internal static Diagnostic UnquotedValue(string word, SourceSpan span) =>
        Error("PB0310", $"the value `{word}` in the condition has no quotes", span, $"write `'{word}'`");

    /// <summary>A comparison compared again.</summary>
    internal static Diagnostic ChainedComparison(SourceSpan span) =>
        Error("PB0311", "a comparison in the condition is followed by another one", span, "put `and` between two comparisons");

    /// <summary>A condition on a fact nobody declared.</summary>
    internal static Diagnostic UnknownFactInCondition(string fact, SourceSpan span, string? nearest) =>
        Error("PB0312", $"there is no fact `{fact}`", span, DidYouMean(nearest));

    /// <summary>A fact asked in a way its type cannot answer.</summary>
    internal static Diagnostic FactOfOtherType(string fact, string type, string use, SourceSpan span, string? hint) =>
        Error("PB0313", $"`{fact}` is {type} and cannot be {use}", span, hint);

    /// <summary>A value of another kind than the fact's.</summary>
    internal static Diagnostic ValueOfOtherType(string fact, string type, string value, SourceSpan span, string? hint) =>
        Error("PB0314", $"`{fact}` is {type}; {value} is not a value for it", span, hint);

    /// <summary>A value the fact can never have.</summary>
    internal static Diagnostic UndeclaredValueInCondition(
        string fact,
        string value,
        SourceSpan span,
        string? nearest,
        IReadOnlyCollection<string> declared)
    {
        // More values than this are found faster in the file that declares them.
        var all = declared.Count <= 12 ? $"its values are {OneOf(declared)}" : null;
        return Error("PB0315", $"`{fact}` has no value `{value}`", span, DidYouMean(nearest) ?? all);
    }

    /// <summary>A condition no organization can meet.</summary>
    internal static Diagnostic ConditionNeverTrue(SourceSpan span) =>
        Warning("PB0316", "the condition is never true, whatever values the facts have", span);

    /// <summary>A condition every organization meets.</summary>
    internal static Diagnostic ConditionAlwaysTrue(SourceSpan span) =>
        Warning("PB0317", "the condition is always true, whatever values the facts have", span);

    /// <summary>A condition that cannot be met where it stands.</summary>
    /// <param name="outer">The one condition around it that rules it out; null when only several together do.</param>
    internal static Diagnostic ConditionContradictsOuter(SourceSpan span, SourceSpan? outer) => Warning(
        "PB0318",
        outer is { } place
            ? $"the condition is never true here, because it stands inside the condition at {place}"
            : "the condition is never true here, because of the conditions around it",
        span);

    /// <summary>Derived facts that need each other's values.</summary>
    internal static Diagnostic DerivedFactsInCircle(IEnumerable<string> facts, SourceSpan span) =>
        Error("PB0319", $"derived facts ask for each other in a circle: {string.Join(" → ", facts.Select(fact => $"`{fact}`"))}", span);
}
