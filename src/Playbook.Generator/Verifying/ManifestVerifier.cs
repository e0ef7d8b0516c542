using System.Security.Cryptography;
using Playbooks.Writing;

namespace Playbooks.Verifying;

/// <summary>Compares the files of a published folder with the manifest in it.</summary>
internal static class ManifestVerifier
{
    /// <summary>Adds a PB0706 for each difference. A folder without a manifest of ours is one difference.</summary>
    public static void Verify(string folder, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (SiteManifest.ReadFrom(folder) is not { } manifest)
        {
            var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
            diagnostics.Add(Mismatch(name, SiteManifest.FileName, $"there is no {SiteManifest.FileName} of Playbook in this folder"));
            return;
        }

        // Looked up and never opened by the manifest's own words: it may come from anywhere.
        var published = PublishedFolder.On(folder);
        var listed = new HashSet<string>(StringComparer.Ordinal) { SiteManifest.FileName };
        foreach (var entry in manifest.Files)
        {
            listed.Add(entry.Path);
            var number = published.NumberOf(entry.Path);
            var problem = number < 0 ? "is missing" : Difference(published.Files[number], entry);
            if (problem is not null)
            {
                diagnostics.Add(Mismatch(manifest.Edition, entry.Path, $"`{entry.Path}` {problem}, says the manifest"));
            }
        }

        foreach (var file in published.Files.Where(file => !listed.Contains(file.Path)))
        {
            diagnostics.Add(Mismatch(manifest.Edition, file.Path, $"`{file.Path}` does not stand in the manifest"));
        }
    }

    private static string? Difference(PublishedFile file, SiteManifestEntry entry)
    {
        byte[] bytes = [];
        var length = file.Read(ref bytes);
        return length != entry.Size || Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(0, length))) != entry.Sha256
            ? "is not what was built"
            : null;
    }

    private static Diagnostic Mismatch(string edition, string path, string problem) =>
        DiagnosticCatalog.ManifestMismatch(new SourceText(new InputPath($"{edition}/{path}"), "").Span(0, 1), problem) with { Edition = edition };
}
