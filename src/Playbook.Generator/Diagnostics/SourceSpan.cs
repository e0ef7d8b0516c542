namespace Playbooks.Diagnostics;

/// <summary>The place a diagnostic points at.</summary>
/// <param name="Source">The file.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based, in UTF-16 units.</param>
/// <param name="Length">In UTF-16 units, at least 1; a span never runs over the end of its line when shown.</param>
public readonly record struct SourceSpan(SourceText Source, int Line, int Column, int Length)
{
    /// <summary>The file's path below the input folder.</summary>
    public InputPath Path => Source.Path;

    /// <summary>The same place, but only its first <paramref name="length"/> characters.</summary>
    public SourceSpan Take(int length) => this with { Length = Math.Max(1, length) };

    /// <summary>A place further along the same line.</summary>
    public SourceSpan Skip(int characters, int length) =>
        this with { Column = Column + characters, Length = Math.Max(1, length) };

    /// <inheritdoc />
    public override string ToString() => $"{Path}:{Line}:{Column}";
}
