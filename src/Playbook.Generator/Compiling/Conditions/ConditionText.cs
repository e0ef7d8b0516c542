namespace Playbooks.Compiling;

/// <summary>The text of one condition together with where its characters stand in the file.</summary>
/// <param name="Text">The condition as the author meant it: quotes and escapes of YAML are already undone.</param>
/// <param name="Place">The place of a range, given as first character and length.</param>
internal sealed record ConditionText(string Text, Func<int, int, SourceSpan> Place)
{
    /// <summary>The characters of a token as written.</summary>
    public string Of(ConditionToken token) => Text.Substring(token.Start, token.Length);

    /// <summary>The place of a token.</summary>
    public SourceSpan SpanOf(ConditionToken token) => Place(token.Start, token.Length);

    /// <summary>A fact's name with its place.</summary>
    public Located<string> Fact(ConditionToken word) => new(Of(word), SpanOf(word));

    /// <summary>A value with its place.</summary>
    public Located<Literal> Value(ConditionToken value) => new(value.Value, SpanOf(value));
}
