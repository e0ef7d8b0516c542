namespace Playbooks.Diagnostics;

/// <summary>One thing we tell an author. Made only by <see cref="DiagnosticCatalog"/>.</summary>
public sealed record Diagnostic
{
    /// <summary>Permanent code such as <c>PB0101</c>; never reused.</summary>
    public required string Code { get; init; }

    /// <summary>Error or warning.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What is wrong, in the author's words; lower case, no full stop, stands alone.</summary>
    public required string Message { get; init; }

    /// <summary>The smallest place that shows the problem.</summary>
    public required SourceSpan Span { get; init; }

    /// <summary>What to do; null unless the advice is sure.</summary>
    public string? Hint { get; init; }

    /// <summary>The edition in which it happens; null when it happens in all of them.</summary>
    public string? Edition { get; init; }
}
