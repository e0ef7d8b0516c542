using System.Text;

namespace Playbooks.Verifying;

/// <summary>The files of one published edition and a look-up by path in which case matters, as on a web server.</summary>
internal sealed class PublishedFolder
{
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _numbers;

    private PublishedFolder(IEnumerable<PublishedFile> files, string rootPath)
    {
        Files = [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];
        RootPath = Encoding.UTF8.GetBytes(rootPath);
        _numbers = Files
            .Select((file, number) => KeyValuePair.Create(file.Path, number))
            .ToDictionary(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>A folder on the disk.</summary>
    /// <param name="folder">Where it lies.</param>
    /// <param name="rootPath">Path of the site's root on its server, with a slash at either end.</param>
    public static PublishedFolder Read(string folder, string rootPath)
    {
        var everything = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 };
        return new PublishedFolder(
            Directory.EnumerateFiles(folder, "*", everything)
                .Select(file => new PublishedFile(Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'), file)),
            rootPath);
    }

    /// <summary>A site that was not written.</summary>
    public static PublishedFolder Of(Site site) =>
        new(site.Files.Select(file => new PublishedFile(file.Path.Value, "", file.Utf8)), site.RootPath);

    /// <summary>Path of the site's root on its server in UTF-8, with a slash at either end.</summary>
    public ReadOnlyMemory<byte> RootPath { get; }

    /// <summary>By path, ordinal.</summary>
    public ImmutableArray<PublishedFile> Files { get; }

    /// <summary>The number of the file with this path, or -1.</summary>
    public int NumberOf(ReadOnlySpan<char> path) => _numbers.TryGetValue(path, out var number) ? number : -1;
}
