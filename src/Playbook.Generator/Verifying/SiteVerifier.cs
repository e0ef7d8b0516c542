using System.Text;

namespace Playbooks.Verifying;

/// <summary>
/// Reads a site again as it will be published, and finds what would shame us: links to nowhere, code that the browser will
/// refuse, and text that belongs to another organization.
/// </summary>
/// <remarks>
/// Comes in: a folder, staged or published. Goes out: errors whose places are in the published files. It trusts none of the
/// stages before it: what counts is the bytes on the disk.
/// </remarks>
public static class SiteVerifier
{
    /// <summary>Verifies one edition on disk.</summary>
    /// <param name="folder">The folder that holds it.</param>
    /// <param name="edition">Which edition it is; its own organization's texts are allowed in it.</param>
    /// <param name="isolation">What is private to whom.</param>
    /// <param name="diagnostics">Gets PB0701 to PB0705 and PB0710, one for each cause.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static void Verify(
        string folder,
        Slug edition,
        IsolationRules isolation,
        DiagnosticBag diagnostics,
        CancellationToken cancellationToken = default) =>
        Verify(PublishedFolder.On(folder), edition, isolation, diagnostics, cancellationToken);

    /// <summary>Verifies one edition in memory, for a check that writes nothing.</summary>
    /// <inheritdoc cref="Verify(string, Slug, IsolationRules, DiagnosticBag, CancellationToken)"/>
    /// <param name="site">The edition.</param>
    public static void Verify(Site site, IsolationRules isolation, DiagnosticBag diagnostics, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(site);
        Verify(PublishedFolder.Of(site), site.Edition, isolation, diagnostics, cancellationToken);
    }

    /// <summary>Compares a folder, wherever it came from, with the manifest in it.</summary>
    /// <param name="folder">The folder of one edition.</param>
    /// <param name="diagnostics">Gets a PB0706 for each file that is missing, extra or changed.</param>
    public static void VerifyManifest(string folder, DiagnosticBag diagnostics) => ManifestVerifier.Verify(folder, diagnostics);

    private static void Verify(
        PublishedFolder folder,
        Slug edition,
        IsolationRules isolation,
        DiagnosticBag diagnostics,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(isolation);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var findings = new Findings(folder, edition);
        var pages = new PageAnchors?[folder.Files.Length];
        Parallel.For(
            0,
            pages.Length,
            new ParallelOptions { CancellationToken = cancellationToken },
            () => new FileVerifier(folder, edition, isolation, findings),
            (number, _, verifier) =>
            {
                pages[number] = verifier.Verify(number);
                return verifier;
            },
            _ => { });
        CheckAnchors(folder, pages, findings);
        findings.Report(isolation, diagnostics);
    }

    private static void CheckAnchors(PublishedFolder folder, PageAnchors?[] pages, Findings findings)
    {
        // The print edition repeats the pages, so an anchor that is missing on one of them is missing there for the same
        // reason, and is told once. Only among sound pages a broken one of its own can be seen.
        var print = folder.NumberOf(Site.PrintPage);
        var isSound = true;
        for (var number = 0; number < pages.Length; number++)
        {
            isSound &= number == print || CheckAnchors(folder, pages, number, findings);
        }

        if (isSound && print >= 0)
        {
            CheckAnchors(folder, pages, print, findings);
        }
    }

    /// <summary>False when an anchor of the page is missing.</summary>
    private static bool CheckAnchors(PublishedFolder folder, PageAnchors?[] pages, int number, Findings findings)
    {
        var isSound = true;
        foreach (var link in pages[number]?.Links ?? [])
        {
            if (pages[link.Target] is { } target && !target.Has(link.Id))
            {
                byte[] html = [];
                folder.Files[number].Read(ref html);
                var text = Encoding.UTF8.GetString(html, link.Start, link.Length);
                var cause = folder.Files[link.Target].Path + text[Math.Max(0, text.IndexOf('#', StringComparison.Ordinal))..];
                findings.Add(new Finding(FindingKind.BrokenAnchor, text, cause, number, link.Start, link.Length));
                isSound = false;
            }
        }

        return isSound;
    }
}
