namespace Playbooks.Compiling;

/// <summary>Reads a condition such as <c>regulated and size in ['micro', 'small']</c>.</summary>
/// <remarks>
/// In: the text of a <c>when</c> or <c>derived</c>. Out: its tree, or null and exactly one error, because a second one
/// would mostly follow from the first. Comparisons bind tightest, then <c>not</c>, <c>and</c>, <c>or</c>. Whether the
/// facts exist and have fitting types is asked later, by <see cref="Checking.ConditionChecker"/>. No text, however long or
/// deep, takes more than a bounded stack.
/// </remarks>
public static class ConditionParser
{
    /// <summary>Longest condition read, in UTF-16 units. Longer ones cannot be understood by the next author either.</summary>
    internal const int MaximumLength = 1_000;

    /// <summary>How deep parentheses and <c>not</c> may be nested.</summary>
    internal const int MaximumDepth = 32;

    /// <summary>Reads a condition that stands in the file character for character.</summary>
    /// <param name="text">The condition without the quotes around it.</param>
    /// <param name="source">The file.</param>
    /// <param name="offset">Where the first character of <paramref name="text"/> stands in the file, 0-based.</param>
    /// <param name="diagnostics">Gets one of PB0301 to PB0311 when the answer is null.</param>
    public static Condition? Parse(string text, SourceText source, int offset, DiagnosticBag diagnostics) =>
        Parse(new ConditionText(text, (start, length) => source.Span(offset + start, length)), diagnostics);

    /// <summary>Reads a condition whose characters do not stand in the file as they are, for example because of YAML escapes.</summary>
    /// <param name="text">The condition.</param>
    /// <param name="scalar">The place every part of the condition is said to be at.</param>
    /// <param name="diagnostics">Gets one of PB0301 to PB0311 when the answer is null.</param>
    public static Condition? Parse(string text, SourceSpan scalar, DiagnosticBag diagnostics) =>
        Parse(new ConditionText(text, (_, _) => scalar), diagnostics);

    private static Condition? Parse(ConditionText condition, DiagnosticBag diagnostics)
    {
        var length = condition.Text.Length;
        if (string.IsNullOrWhiteSpace(condition.Text))
        {
            diagnostics.Add(DiagnosticCatalog.EmptyCondition(condition.Place(0, length)));
            return null;
        }

        if (length > MaximumLength)
        {
            diagnostics.Add(DiagnosticCatalog.ConditionTooLong(length, MaximumLength, condition.Place(0, length)));
            return null;
        }

        return new ConditionReader(condition, diagnostics).Read();
    }
}
