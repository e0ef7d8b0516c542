using System.Buffers;
using System.IO.Enumeration;

namespace Playbooks.Writing;

/// <summary>A published edition as it lies on disk.</summary>
internal static class PublishedSite
{
    private const int ChunkSize = 64 * 1024;

    // Dot files count: a default enumeration would leave them out.
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = 0,
        ReturnSpecialDirectories = false,
    };

    /// <summary>
    /// True when the folder holds exactly this site: every byte, nothing missing, nothing extra, no links. The bytes are
    /// read and not only the hashes of the manifest, so damage after a power cut is found and mended by the next build.
    /// </summary>
    public static bool Equals(string folder, Site site, ReadOnlySpan<byte> manifest)
    {
        if (!HasSameBytes(Path.Join(folder, SiteManifest.FileName), manifest))
        {
            return false;
        }

        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in site.Files.Select(file => file.Path.Value))
        {
            for (var slash = path.LastIndexOf('/'); slash > 0 && folders.Add(path[..slash]); slash = path.LastIndexOf('/', slash - 1))
            {
            }
        }

        return CountEntries(folder) == (site.Files.Length + 1, folders.Count)
            && site.Files.All(file => HasSameBytes(Path.Join(folder, file.Path.Value), file.Utf8.Span));
    }

    /// <summary>How many files and folders lie below a folder; a link counts as neither and makes the count -1.</summary>
    private static (int Files, int Folders) CountEntries(string folder)
    {
        var kinds = new FileSystemEnumerable<(bool IsFolder, bool IsLink)>(
            folder,
            (ref entry) => (entry.IsDirectory, (entry.Attributes & FileAttributes.ReparsePoint) != 0),
            Everything);
        var (files, folders) = (0, 0);
        foreach (var (isFolder, isLink) in kinds)
        {
            if (isLink)
            {
                return (-1, -1);
            }

            files += isFolder ? 0 : 1;
            folders += isFolder ? 1 : 0;
        }

        return (files, folders);
    }

    private static bool HasSameBytes(string path, ReadOnlySpan<byte> expected)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        using var file = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
        if (RandomAccess.GetLength(file) != expected.Length)
        {
            return false;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            var at = 0;
            while (at < expected.Length)
            {
                var count = RandomAccess.Read(file, buffer, at);
                if (count == 0 || !expected.Slice(at, Math.Min(count, expected.Length - at)).SequenceEqual(buffer.AsSpan(0, count)))
                {
                    return false;
                }

                at += count;
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
