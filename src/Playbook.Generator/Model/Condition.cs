namespace Playbooks.Model;

/// <summary>
/// A condition on an organization's facts, such as <c>regulated and size in ['micro', 'small']</c>, as written in
/// <c>when:</c> and in conditional blocks. It has no functions, no assignment and no access to anything but facts.
/// </summary>
public abstract record Condition
{
    private Condition()
    {
    }

    /// <summary>The condition that always holds: an absent <c>when</c>.</summary>
    public static Condition Always { get; } = new Constant(true);

    /// <summary><c>true</c> or <c>false</c>.</summary>
    /// <param name="Value">What it gives.</param>
    public sealed record Constant(bool Value) : Condition;

    /// <summary>A yes/no fact by its name.</summary>
    /// <param name="Fact">The fact's id as written.</param>
    public sealed record Holds(Located<string> Fact) : Condition;

    /// <summary><c>not x</c>.</summary>
    /// <param name="Operand">What is negated.</param>
    public sealed record Not(Condition Operand) : Condition;

    /// <summary><c>x and y</c>.</summary>
    /// <param name="Left">First operand.</param>
    /// <param name="Right">Second operand; not evaluated when the first is false.</param>
    public sealed record And(Condition Left, Condition Right) : Condition;

    /// <summary><c>x or y</c>.</summary>
    /// <param name="Left">First operand.</param>
    /// <param name="Right">Second operand; not evaluated when the first is true.</param>
    public sealed record Or(Condition Left, Condition Right) : Condition;

    /// <summary><c>fact == 'a'</c>, <c>count &lt;= 3</c>.</summary>
    /// <param name="Fact">The fact's id as written.</param>
    /// <param name="Operator">How the two are compared; order only for numbers and dates.</param>
    /// <param name="Value">The literal on the right.</param>
    public sealed record Compares(Located<string> Fact, ComparisonOperator Operator, Located<Literal> Value) : Condition;

    /// <summary><c>fact in ['a', 'b']</c>.</summary>
    /// <param name="Fact">The fact's id as written.</param>
    /// <param name="Values">At least one literal.</param>
    public sealed record IsOneOf(Located<string> Fact, ImmutableArray<Located<Literal>> Values) : Condition;

    /// <summary><c>'a' in listfact</c>.</summary>
    /// <param name="Value">The literal looked for.</param>
    /// <param name="Fact">A list fact's id as written.</param>
    public sealed record Contains(Located<Literal> Value, Located<string> Fact) : Condition;
}

/// <summary>How a fact is compared with a literal.</summary>
public enum ComparisonOperator
{
    /// <summary><c>==</c></summary>
    Equal,

    /// <summary><c>!=</c></summary>
    NotEqual,

    /// <summary><c>&lt;</c></summary>
    Less,

    /// <summary><c>&lt;=</c></summary>
    LessOrEqual,

    /// <summary><c>&gt;</c></summary>
    Greater,

    /// <summary><c>&gt;=</c></summary>
    GreaterOrEqual,
}

/// <summary>A literal in a condition: exactly one of text, number and truth is not null.</summary>
/// <param name="Text">A quoted text.</param>
/// <param name="Number">A decimal number.</param>
/// <param name="Truth"><c>true</c> or <c>false</c>.</param>
public readonly record struct Literal(string? Text, decimal? Number, bool? Truth)
{
    /// <inheritdoc />
    public override string ToString() =>
        Text ?? Number?.ToString(CultureInfo.InvariantCulture) ?? (Truth == true ? "true" : "false");
}
