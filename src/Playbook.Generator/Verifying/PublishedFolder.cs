using Playbooks.Writing;

namespace Playbooks.Verifying;

/// <summary>The files of one edition and a look-up by path in which case matters, as on a web server.</summary>
internal sealed class PublishedFolder
{
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _numbers;

    private PublishedFolder(string rootPath, IEnumerable<PublishedFile> files)
    {
        RootPath = rootPath;
        Files = [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];
        _numbers = Files
            .Select((file, number) => KeyValuePair.Create(file.Path, number))
            .ToDictionary(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Path of the site's root on its server, with a slash at either end; absolute addresses begin with it.</summary>
    public string RootPath { get; }

    /// <summary>By path, ordinal.</summary>
    public ImmutableArray<PublishedFile> Files { get; }

    /// <summary>The files of a folder on disk; its manifest tells the root.</summary>
    public static PublishedFolder On(string folder)
    {
        var everything = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 };
        var files = Directory.EnumerateFiles(folder, "*", everything)
            .Select(file => new StoredFile(Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'), file));
        return new PublishedFolder(SiteManifest.ReadFrom(folder)?.RootPath ?? "/", files);
    }

    /// <summary>The files a site would have, its manifest among them.</summary>
    public static PublishedFolder Of(Site site)
    {
        var manifest = new MemoryFile(SiteManifest.FileName, SiteManifest.Write(site));
        return new PublishedFolder(site.RootPath, [manifest, .. site.Files.Select(file => new MemoryFile(file.Path.Value, file.Utf8))]);
    }

    /// <summary>The number of the file with this path, or -1.</summary>
    public int NumberOf(ReadOnlySpan<char> path) => _numbers.TryGetValue(path, out var number) ? number : -1;
}
