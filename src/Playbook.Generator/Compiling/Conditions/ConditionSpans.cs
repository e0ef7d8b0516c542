namespace Playbooks.Compiling;

/// <summary>Where a condition stands.</summary>
public static class ConditionSpans
{
    /// <summary>
    /// From the first to the last fact or value, as far as they stand on one line; null when the condition has neither,
    /// as <c>true</c>.
    /// </summary>
    public static SourceSpan? Of(Condition condition)
    {
        SourceSpan? whole = null;
        foreach (var span in ConditionLeaves.Of(condition).SelectMany(Parts))
        {
            whole = whole is { } before ? Join(before, span) : span;
        }

        return whole;
    }

    /// <summary>The same, with a place to point at when the condition has none of its own.</summary>
    public static SourceSpan Of(Condition condition, SourceSpan scalar) => Of(condition) ?? scalar;

    private static IEnumerable<SourceSpan> Parts(Condition leaf) => leaf switch
    {
        Condition.Holds holds => [holds.Fact.Span],
        Condition.Compares compares => [compares.Fact.Span, compares.Value.Span],
        Condition.IsOneOf isOneOf => isOneOf.Values.Select(value => value.Span).Prepend(isOneOf.Fact.Span),
        Condition.Contains contains => [contains.Value.Span, contains.Fact.Span],
        _ => [],
    };

    private static SourceSpan Join(SourceSpan left, SourceSpan right)
    {
        if (left.Source != right.Source || left.Line != right.Line)
        {
            return left;
        }

        var start = Math.Min(left.Column, right.Column);
        return left with { Column = start, Length = Math.Max(left.Column + left.Length, right.Column + right.Length) - start };
    }
}
