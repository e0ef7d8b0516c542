namespace Playbooks.Diagnostics;

/// <summary>A value together with the place it was written at, so that a later stage can still point there.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="Span">Where the author wrote it.</param>
public readonly record struct Located<T>(T Value, SourceSpan Span)
{
    /// <inheritdoc />
    public override string ToString() => $"{Value}";
}
