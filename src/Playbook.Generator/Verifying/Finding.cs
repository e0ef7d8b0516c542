using System.Collections.Concurrent;

namespace Playbooks.Verifying;

/// <summary>What was found wrong with a published file.</summary>
internal enum FindingKind
{
    BrokenLink,
    BrokenAnchor,
    DuplicateId,
    ExternalLoad,
    InlineCode,
    Leak,
}

/// <summary>One place in a published file where something is wrong.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Text">The link, id or private text that is shown.</param>
/// <param name="Cause">Findings of one kind and cause are told once, at the first place.</param>
/// <param name="File">Number of the file.</param>
/// <param name="Start">First byte; -1 for the file's own path.</param>
/// <param name="Length">In bytes.</param>
internal sealed record Finding(FindingKind Kind, string Text, string Cause, int File, int Start, int Length)
{
    /// <summary>Where a leaked text comes from; only for leaks.</summary>
    public TextOrigin Origin { get; init; }
}

/// <summary>Collects findings from all threads and tells each cause once.</summary>
internal sealed class Findings(PublishedFolder folder, Slug edition)
{
    private readonly ConcurrentQueue<Finding> _findings = new();

    public void Add(Finding finding) => _findings.Enqueue(finding);

    /// <summary>Makes one diagnostic of each cause, at its first place by file and position.</summary>
    public void Report(IsolationRules isolation, DiagnosticBag diagnostics)
    {
        foreach (var same in _findings.GroupBy(finding => (finding.Kind, finding.Cause)))
        {
            var first = same.OrderBy(finding => finding.File).ThenBy(finding => finding.Start).First();
            var moreFiles = same.Select(finding => finding.File).Distinct().Count() - 1;
            diagnostics.Add(Diagnose(first, moreFiles, isolation) with { Edition = edition.Value });
        }
    }

    private Diagnostic Diagnose(Finding finding, int moreFiles, IsolationRules isolation)
    {
        var span = folder.Files[finding.File].Span(edition, finding.Start, finding.Length);
        return finding.Kind switch
        {
            FindingKind.BrokenLink => DiagnosticCatalog.BrokenLink(span, finding.Text, moreFiles),
            FindingKind.BrokenAnchor => DiagnosticCatalog.BrokenAnchor(span, finding.Text, finding.Cause, moreFiles),
            FindingKind.DuplicateId => DiagnosticCatalog.DuplicateId(span, finding.Text, moreFiles),
            FindingKind.ExternalLoad => DiagnosticCatalog.ExternalLoad(span, finding.Text, moreFiles),
            FindingKind.InlineCode => DiagnosticCatalog.InlineCode(span, finding.Text, moreFiles),
            _ => DiagnosticCatalog.Leak(span, finding.Text, edition, isolation.IdOf(finding.Origin), isolation.SpanOf(finding.Origin), moreFiles),
        };
    }
}
