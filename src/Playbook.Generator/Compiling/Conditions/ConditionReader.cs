using Kind = Playbooks.Compiling.ConditionTokenKind;

namespace Playbooks.Compiling;

/// <summary>
/// One walk through the tokens of one condition, by recursive descent. Every method gives null when an error was reported;
/// the caller then gives null too.
/// </summary>
internal sealed class ConditionReader(ConditionText condition, DiagnosticBag diagnostics)
{
    private readonly ImmutableArray<ConditionToken> _tokens = ConditionLexer.Read(condition);
    private int _at;
    private int _depth;

    private ConditionToken Current => _tokens[_at];

    /// <summary>The whole condition, up to its end.</summary>
    public Condition? Read()
    {
        var whole = Disjunction();
        return whole is null || Current.Kind == Kind.End ? whole : Unexpected("`and`, `or` or the end");
    }

    private Condition? Disjunction()
    {
        var left = Conjunction();
        while (left is not null && Skip(Kind.Or))
        {
            left = Conjunction() is { } right ? new Condition.Or(left, right) : null;
        }

        return left;
    }

    private Condition? Conjunction()
    {
        var left = Unary();
        while (left is not null && Skip(Kind.And))
        {
            left = Unary() is { } right ? new Condition.And(left, right) : null;
        }

        return left;
    }

    private Condition? Unary()
    {
        if (Current.Kind is not (Kind.Not or Kind.OpenParenthesis))
        {
            return Comparison();
        }

        if (_depth == ConditionParser.MaximumDepth)
        {
            return Fail(DiagnosticCatalog.ConditionTooDeep(ConditionParser.MaximumDepth, condition.SpanOf(Current)));
        }

        _depth++;
        var result = Current.Kind == Kind.Not ? Negation() : Group();
        _depth--;
        return result;
    }

    private Condition.Not? Negation()
    {
        _at++;
        return Unary() is { } operand ? new Condition.Not(operand) : null;
    }

    private Condition? Group()
    {
        var open = Take();
        var inner = Disjunction();
        return inner is null || Skip(Kind.CloseParenthesis) ? inner : NotClosed(open, "`and`, `or` or `)`");
    }

    private Condition? Comparison() => Current.Kind switch
    {
        Kind.Word => FactFirst(),
        Kind.Value => ValueFirst(),
        _ => Unexpected("a fact"),
    };

    private Condition? FactFirst()
    {
        var word = Take();
        if (ConditionWordProblems.AsFact(condition, word) is { } problem)
        {
            return Fail(problem);
        }

        var fact = condition.Fact(word);
        return Current.Kind switch
        {
            Kind.Comparison => Compares(fact),
            Kind.In => IsOneOf(fact),
            _ => new Condition.Holds(fact),
        };
    }

    private Condition? Compares(Located<string> fact)
    {
        var comparison = Take();
        return Value() is { } value ? Unchained(new Condition.Compares(fact, comparison.Operator, value)) : null;
    }

    private Condition? IsOneOf(Located<string> fact)
    {
        _at++;
        var open = Current;
        if (!Skip(Kind.OpenBracket))
        {
            return Unexpected("values in brackets", $"write `{fact.Value} in ['a', 'b']`");
        }

        var values = ImmutableArray.CreateBuilder<Located<Literal>>();
        do
        {
            if (Value() is not { } value)
            {
                return null;
            }

            values.Add(value);
        }
        while (Skip(Kind.Comma));

        return Skip(Kind.CloseBracket) ? Unchained(new Condition.IsOneOf(fact, values.ToImmutable())) : NotClosed(open, "`,` or `]`");
    }

    private Condition? ValueFirst()
    {
        var value = Take();
        return Current.Kind switch
        {
            Kind.In => Contains(value),
            Kind.Comparison => Reversed(value),
            _ when value.Value.Truth is { } truth => new Condition.Constant(truth),
            _ => Unexpected($"a comparison with {condition.Of(value)}", $"write `fact == {condition.Of(value)}`"),
        };
    }

    private Condition? Contains(ConditionToken value)
    {
        _at++;
        if (Current.Kind != Kind.Word)
        {
            return Unexpected("a list fact");
        }

        var word = Take();
        return ConditionWordProblems.AsFact(condition, word) is { } problem
            ? Fail(problem)
            : Unchained(new Condition.Contains(condition.Value(value), condition.Fact(word)));
    }

    /// <summary><c>'a' == fact</c> could be accepted, but two ways to write one thing make conditions harder to search for.</summary>
    private Condition? Reversed(ConditionToken value)
    {
        var comparison = Take();
        if (Current.Kind != Kind.Word)
        {
            return Unexpected("a fact");
        }

        var fact = Take();
        return Current.Kind is Kind.Comparison or Kind.In
            ? Fail(DiagnosticCatalog.ChainedComparison(condition.SpanOf(Current)))
            : Fail(DiagnosticCatalog.ReversedComparison(
                condition.Of(value),
                $"{condition.Of(fact)} {Mirrored(comparison.Operator)} {condition.Of(value)}",
                condition.Place(value.Start, fact.End - value.Start)));
    }

    private static string Mirrored(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Less => ">",
        ComparisonOperator.LessOrEqual => ">=",
        ComparisonOperator.Greater => "<",
        ComparisonOperator.GreaterOrEqual => "<=",
        ComparisonOperator.NotEqual => "!=",
        _ => "==",
    };

    private Located<Literal>? Value()
    {
        if (Current.Kind == Kind.Value)
        {
            return condition.Value(Take());
        }

        _ = Current.Kind == Kind.Word
            ? Fail(DiagnosticCatalog.UnquotedValue(condition.Of(Current), condition.SpanOf(Current)))
            : Unexpected("a value");
        return null;
    }

    private Condition? Unchained(Condition comparison) =>
        Current.Kind is Kind.Comparison or Kind.In
            ? Fail(DiagnosticCatalog.ChainedComparison(condition.SpanOf(Current)))
            : comparison;

    private Condition? NotClosed(ConditionToken open, string expected) =>
        Current.Kind == Kind.End
            ? Fail(DiagnosticCatalog.ConditionNotClosed(condition.Of(open), condition.SpanOf(open)))
            : Unexpected(expected);

    private Condition? Unexpected(string expected, string? hint = null) => Fail(
        Current.Problem ?? DiagnosticCatalog.UnexpectedInCondition(
            expected,
            Current.Kind == Kind.End ? "the end" : $"`{condition.Of(Current)}`",
            condition.SpanOf(Current),
            hint ?? ConditionWordProblems.Hint(condition, Current, _at == 0 ? null : _tokens[_at - 1])));

    private Condition? Fail(Diagnostic problem)
    {
        diagnostics.Add(problem);
        return null;
    }

    private ConditionToken Take() => _tokens[_at++];

    private bool Skip(Kind kind)
    {
        var isThere = Current.Kind == kind;
        _at += isThere ? 1 : 0;
        return isThere;
    }
}
