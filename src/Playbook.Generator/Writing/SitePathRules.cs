using System.Buffers;
using System.Text;

namespace Playbooks.Writing;

/// <summary>
/// The last look at the paths of a site before they become files. Ids and file names were checked long before, so what
/// is found here is a bug of ours and not an author's mistake.
/// </summary>
internal static class SitePathRules
{
    // Most file systems take names of at most 255 bytes.
    private const int MaximumPartInBytes = 255;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create("\\<>:\"|?*");

    private static readonly HashSet<string> Reserved = new(
        ["con", "prn", "aux", "nul", .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"com{n}", $"lpt{n}" })],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Refuses paths that leave the edition's folder or cannot be files side by side on every system.</summary>
    /// <exception cref="InvalidOperationException">Names the edition and the path.</exception>
    public static void Check(Site site)
    {
        // Spelling by folded spelling: two paths that differ only in case or in composed accents are one file on some disks.
        var files = new HashSet<string>(site.Files.Length, StringComparer.OrdinalIgnoreCase);
        var folders = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var lastFolder = "";
        foreach (var path in site.Files.Select(file => file.Path.Value))
        {
            if (WhyNot(path) is { } reason)
            {
                throw Wrong(site, path, reason);
            }

            if (!files.Add(Folded(path)))
            {
                throw Wrong(site, path, "two files have this path when case is ignored");
            }

            var folder = path[..Math.Max(0, path.LastIndexOf('/'))];
            if (folder != lastFolder && FirstClash(folder, folders) is { } clash)
            {
                throw Wrong(site, path, $"its folder is also written {clash}");
            }

            lastFolder = folder;
        }

        if (folders.Keys.FirstOrDefault(files.Contains) is { } both)
        {
            throw Wrong(site, both, "it is a file and a folder");
        }
    }

    private static string? FirstClash(string folder, Dictionary<string, string> folders)
    {
        for (; folder.Length > 0; folder = folder[..Math.Max(0, folder.LastIndexOf('/'))])
        {
            if (!folders.TryAdd(Folded(folder), folder))
            {
                return folders[Folded(folder)] == folder ? null : folders[Folded(folder)];
            }
        }

        return null;
    }

    private static string? WhyNot(string path)
    {
        if (string.Equals(path, SiteManifest.FileName, StringComparison.OrdinalIgnoreCase))
        {
            return "the manifest is written by the output folder";
        }

        foreach (var range in path.AsSpan().Split('/'))
        {
            if (WhyNotPart(path.AsSpan(range)) is { } reason)
            {
                return reason;
            }
        }

        return null;
    }

    private static string? WhyNotPart(ReadOnlySpan<char> part)
    {
        if (part.IsEmpty || part.SequenceEqual(".") || part.SequenceEqual(".."))
        {
            return "it has an empty part or one of dots";
        }

        if (part[^1] is '.' or ' ' || part[0] == ' ')
        {
            return "a part begins or ends with a space or ends with a dot";
        }

        if (part.ContainsAny(Forbidden) || part.ContainsAnyInRange('\0', '\x1f') || part.Contains('\x7f'))
        {
            return "it holds a character that some systems do not allow in names";
        }

        if (Encoding.UTF8.GetByteCount(part) > MaximumPartInBytes)
        {
            return $"a part is longer than {MaximumPartInBytes} bytes";
        }

        var dot = part.IndexOf('.');
        return Reserved.GetAlternateLookup<ReadOnlySpan<char>>().Contains(dot < 0 ? part : part[..dot])
            ? "a part is a name that Windows keeps for devices"
            : null;
    }

    private static string Folded(string path) => Ascii.IsValid(path) ? path : path.Normalize(NormalizationForm.FormC);

    private static InvalidOperationException Wrong(Site site, string path, string reason) =>
        new($"edition {site.Edition} cannot hold a file {path}: {reason}");
}
