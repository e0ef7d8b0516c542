namespace Playbooks.Compiling;

/// <summary>
/// Cuts a condition into tokens. What other languages write for our words (<c>=</c>, <c>&amp;&amp;</c>, <c>!</c>) is
/// recognized only to say what to write instead.
/// </summary>
internal static class ConditionLexer
{
    // More than any count of people or accounts; far enough from the limits of decimal that arithmetic cannot overflow.
    private const int MaximumDigits = 18;

    private static readonly (string Sign, ComparisonOperator Operator)[] Comparisons =
    [
        ("==", ComparisonOperator.Equal),
        ("!=", ComparisonOperator.NotEqual),
        ("<=", ComparisonOperator.LessOrEqual),
        (">=", ComparisonOperator.GreaterOrEqual),
        ("<", ComparisonOperator.Less),
        (">", ComparisonOperator.Greater),
    ];

    // Tried before the signs above, longest first: `===` starts like `==`.
    private static readonly (string Sign, string Instead)[] SignsOfOthers =
    [
        ("===", "=="), ("!==", "!="), ("<>", "!="), ("=>", ">="), ("=<", "<="),
        ("&&", "and"), ("||", "or"), ("&", "and"), ("|", "or"),
    ];

    /// <summary>The tokens in order; the last is <see cref="ConditionTokenKind.End"/> or <see cref="ConditionTokenKind.Unreadable"/>.</summary>
    public static ImmutableArray<ConditionToken> Read(ConditionText condition)
    {
        var tokens = ImmutableArray.CreateBuilder<ConditionToken>();
        var at = 0;
        do
        {
            while (at < condition.Text.Length && char.IsWhiteSpace(condition.Text[at]))
            {
                at++;
            }

            tokens.Add(Next(condition, at));
            at = tokens[^1].End;
        }
        while (tokens[^1].Kind is not (ConditionTokenKind.End or ConditionTokenKind.Unreadable));

        return tokens.ToImmutable();
    }

    private static ConditionToken Next(ConditionText condition, int at)
    {
        var rest = condition.Text.AsSpan(at);
        if (rest.IsEmpty)
        {
            return new ConditionToken(ConditionTokenKind.End, at, 0);
        }

        if (char.IsLetter(rest[0]))
        {
            return Word(at, rest[..RunLength(rest)]);
        }

        if (char.IsAsciiDigit(rest[0]) || (rest[0] == '-' && rest.Length > 1 && char.IsAsciiDigit(rest[1])))
        {
            return Number(condition, at, rest[..(1 + RunLength(rest[1..]))]);
        }

        return rest[0] is '\'' or '"' ? Quoted(condition, at, rest) : Sign(condition, at, rest);
    }

    /// <summary>Letters of any script belong to a word, so that a message can name the whole of it.</summary>
    private static int RunLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsLetterOrDigit(text[length]) || text[length] is '_' or '-' or '.'))
        {
            length++;
        }

        return length;
    }

    private static ConditionToken Word(int at, ReadOnlySpan<char> word) => word switch
    {
        "and" => new ConditionToken(ConditionTokenKind.And, at, word.Length),
        "or" => new ConditionToken(ConditionTokenKind.Or, at, word.Length),
        "not" => new ConditionToken(ConditionTokenKind.Not, at, word.Length),
        "in" => new ConditionToken(ConditionTokenKind.In, at, word.Length),
        "true" => new ConditionToken(ConditionTokenKind.Value, at, word.Length, new Literal(null, null, true)),
        "false" => new ConditionToken(ConditionTokenKind.Value, at, word.Length, new Literal(null, null, false)),
        _ => new ConditionToken(ConditionTokenKind.Word, at, word.Length),
    };

    private static ConditionToken Number(ConditionText condition, int at, ReadOnlySpan<char> digits)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        var isShort = digits.Length <= MaximumDigits && digits[^1] != '.';
        return isShort && decimal.TryParse(digits, Style, CultureInfo.InvariantCulture, out var number)
            ? new ConditionToken(ConditionTokenKind.Value, at, digits.Length, new Literal(null, number, null))
            : Unreadable(condition, at, digits.Length, "a number has digits, at most one point, and at most 18 characters");
    }

    private static ConditionToken Quoted(ConditionText condition, int at, ReadOnlySpan<char> rest)
    {
        var length = rest[1..].IndexOf(rest[0]);
        return length >= 0
            ? new ConditionToken(ConditionTokenKind.Value, at, length + 2, new Literal(rest.Slice(1, length).ToString(), null, null))
            : Problem(at, rest.Length, DiagnosticCatalog.ConditionQuoteNotClosed(rest[0], condition.Place(at, rest.Length)));
    }

    private static ConditionToken Sign(ConditionText condition, int at, ReadOnlySpan<char> rest)
    {
        foreach (var (sign, instead) in SignsOfOthers)
        {
            if (rest.StartsWith(sign, StringComparison.Ordinal))
            {
                return Foreign(condition, at, sign, instead);
            }
        }

        foreach (var (sign, comparison) in Comparisons)
        {
            if (rest.StartsWith(sign, StringComparison.Ordinal))
            {
                return new ConditionToken(ConditionTokenKind.Comparison, at, sign.Length, Operator: comparison);
            }
        }

        return rest[0] switch
        {
            '(' => new ConditionToken(ConditionTokenKind.OpenParenthesis, at, 1),
            ')' => new ConditionToken(ConditionTokenKind.CloseParenthesis, at, 1),
            '[' => new ConditionToken(ConditionTokenKind.OpenBracket, at, 1),
            ']' => new ConditionToken(ConditionTokenKind.CloseBracket, at, 1),
            ',' => new ConditionToken(ConditionTokenKind.Comma, at, 1),
            '=' => Foreign(condition, at, "=", "=="),
            '!' => Foreign(condition, at, "!", "not"),
            '‘' or '’' or '“' or '”' or '`' or '´' => Unreadable(condition, at, 1, "use straight quotes: `'` or `\"`"),
            var first => Unreadable(condition, at, char.IsHighSurrogate(first) && rest.Length > 1 ? 2 : 1, hint: null),
        };
    }

    private static ConditionToken Foreign(ConditionText condition, int at, string sign, string instead) =>
        Problem(at, sign.Length, DiagnosticCatalog.ConditionSignOfOtherLanguage(sign, instead, condition.Place(at, sign.Length)));

    private static ConditionToken Unreadable(ConditionText condition, int at, int length, string? hint)
    {
        var found = condition.Text.Substring(at, length);
        return Problem(at, length, DiagnosticCatalog.UnreadableInCondition(found, condition.Place(at, length), hint));
    }

    private static ConditionToken Problem(int at, int length, Diagnostic problem) =>
        new(ConditionTokenKind.Unreadable, at, length, Problem: problem);
}
