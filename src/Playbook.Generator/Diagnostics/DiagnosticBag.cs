using System.Collections.Concurrent;

namespace Playbooks.Diagnostics;

/// <summary>Collects diagnostics from any thread and gives them back in one order, so that two runs print the same.</summary>
public sealed class DiagnosticBag
{
    private readonly ConcurrentQueue<Diagnostic> _diagnostics = new();
    private volatile bool _hasErrors;

    /// <summary>True once an error was added.</summary>
    public bool HasErrors => _hasErrors;

    /// <summary>How many were added, the same ones included.</summary>
    public int Count => _diagnostics.Count;

    /// <summary>Everything collected so far, in no order.</summary>
    internal IEnumerable<Diagnostic> All => _diagnostics;

    /// <summary>Adds one diagnostic.</summary>
    public void Add(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        _diagnostics.Enqueue(diagnostic);
        if (diagnostic.Severity == Severity.Error)
        {
            _hasErrors = true;
        }
    }

    /// <summary>
    /// Everything collected so far, by file, line, column, code and edition. What is the same in several editions is
    /// given once, without an edition when it happens in all of <paramref name="editionCount"/>.
    /// </summary>
    public ImmutableArray<Diagnostic> Sorted(int editionCount = 0) =>
    [
        .. _diagnostics
            .GroupBy(each => (each.Code, each.Message, each.Hint, each.Span.Path, each.Span.Line, each.Span.Column, each.Span.Length))
            .Select(same => InEditions([.. same], editionCount))
            .OrderBy(each => each.Span.Path.Value, StringComparer.Ordinal)
            .ThenBy(each => each.Span.Line)
            .ThenBy(each => each.Span.Column)
            .ThenBy(each => each.Code, StringComparer.Ordinal)
            .ThenBy(each => each.Message, StringComparer.Ordinal),
    ];

    private static Diagnostic InEditions(Diagnostic[] same, int editionCount)
    {
        var editions = same.Select(each => each.Edition).Distinct().OfType<string>().Order(StringComparer.Ordinal).ToArray();
        var isEverywhere = editions.Length == 0 || same.Any(each => each.Edition is null) || editions.Length == editionCount;
        return same[0] with { Edition = isEverywhere ? null : string.Join(", ", editions) };
    }
}
