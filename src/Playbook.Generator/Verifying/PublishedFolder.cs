using System.Collections.Frozen;

namespace Playbooks.Verifying;

/// <summary>The files of one published edition and a look-up by path in which case matters, as on a web server.</summary>
internal sealed class PublishedFolder
{
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _numbers;

    public PublishedFolder(string folder)
    {
        var everything = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 };
        Files =
        [
            .. Directory.EnumerateFiles(folder, "*", everything)
                .Select(file => new PublishedFile(Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'), file))
                .OrderBy(file => file.Path, StringComparer.Ordinal),
        ];
        _numbers = Files
            .Select((file, number) => KeyValuePair.Create(file.Path, number))
            .ToFrozenDictionary(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>By path, ordinal.</summary>
    public ImmutableArray<PublishedFile> Files { get; }

    /// <summary>The number of the file with this path, or -1.</summary>
    public int NumberOf(ReadOnlySpan<char> path) => _numbers.TryGetValue(path, out var number) ? number : -1;
}
