namespace Playbooks.Compiling;

/// <summary>One word, sign or value of a condition.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Its first character, 0-based in the condition's text.</param>
/// <param name="Length">In UTF-16 units; 0 only at the end.</param>
/// <param name="Value">The value of a <see cref="ConditionTokenKind.Value"/>.</param>
/// <param name="Operator">The meaning of a <see cref="ConditionTokenKind.Comparison"/>.</param>
/// <param name="Problem">
/// Why an <see cref="ConditionTokenKind.Unreadable"/> cannot be read. It is said only when the parser gets there, so that
/// of two mistakes the first is reported.
/// </param>
internal readonly record struct ConditionToken(
    ConditionTokenKind Kind,
    int Start,
    int Length,
    Literal Value = default,
    ComparisonOperator Operator = default,
    Diagnostic? Problem = null)
{
    /// <summary>Offset behind the last character.</summary>
    public int End => Start + Length;
}

/// <summary>The kinds of token.</summary>
internal enum ConditionTokenKind
{
    /// <summary>A fact's name, or anything else that starts with a letter and is no keyword.</summary>
    Word,

    /// <summary>A quoted text, a number, <c>true</c> or <c>false</c>.</summary>
    Value,

    /// <summary><c>==</c> and the like.</summary>
    Comparison,

    /// <summary><c>and</c></summary>
    And,

    /// <summary><c>or</c></summary>
    Or,

    /// <summary><c>not</c></summary>
    Not,

    /// <summary><c>in</c></summary>
    In,

    /// <summary><c>(</c></summary>
    OpenParenthesis,

    /// <summary><c>)</c></summary>
    CloseParenthesis,

    /// <summary><c>[</c></summary>
    OpenBracket,

    /// <summary><c>]</c></summary>
    CloseBracket,

    /// <summary><c>,</c></summary>
    Comma,

    /// <summary>Something that is no token; always the last one.</summary>
    Unreadable,

    /// <summary>The end of the condition; the last token of a readable one.</summary>
    End,
}
