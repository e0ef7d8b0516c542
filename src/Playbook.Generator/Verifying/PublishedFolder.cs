using Playbooks.Writing;

namespace Playbooks.Verifying;

/// <summary>The files of one published edition and a look-up by path in which case matters, as on a web server.</summary>
internal sealed class PublishedFolder
{
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _numbers;

    private PublishedFolder(IEnumerable<PublishedFile> files, string rootPath)
    {
        RootPath = rootPath;
        Files = [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];
        _numbers = Files
            .Select((file, number) => KeyValuePair.Create(file.Path, number))
            .ToDictionary(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>A folder on the disk.</summary>
    public static PublishedFolder Read(string folder)
    {
        var everything = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 };
        var files = Directory.EnumerateFiles(folder, "*", everything)
            .Select(file => new PublishedFile(Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'), file));
        return new PublishedFolder(files, SiteManifest.ReadFrom(folder)?.RootPath ?? "/");
    }

    /// <summary>A site that was not written.</summary>
    public static PublishedFolder Of(Site site) =>
        new(site.Files.Select(file => new PublishedFile(file.Path.Value, "", file.Utf8)), site.RootPath);

    /// <summary>Path of the site's root on its server, with a slash at either end; absolute addresses begin with it.</summary>
    public string RootPath { get; }

    /// <summary>By path, ordinal.</summary>
    public ImmutableArray<PublishedFile> Files { get; }

    /// <summary>The number of the file with this path, or -1.</summary>
    public int NumberOf(ReadOnlySpan<char> path) => _numbers.TryGetValue(path, out var number) ? number : -1;
}
