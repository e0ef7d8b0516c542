using System.Text;

namespace Playbooks.Verifying;

/// <summary>One file of a published folder.</summary>
/// <param name="Path">Below the folder, with forward slashes.</param>
/// <param name="FullPath">Where it lies; empty for a file that was not written.</param>
/// <param name="Unwritten">Its bytes when it was not written; null otherwise.</param>
internal sealed record PublishedFile(string Path, string FullPath, ReadOnlyMemory<byte>? Unwritten = null)
{
    /// <summary>How its bytes are to be read.</summary>
    public PublishedKind Kind { get; } = KindOf(System.IO.Path.GetExtension(Path.AsSpan()));

    /// <summary>True for files whose numbers are sizes, hashes and positions, so that an equal number means nothing.</summary>
    public bool HasNumbersOfItsOwn => Path == "manifest.json" || IsSearch;

    /// <summary>True for the files of the search, which hold parts of words.</summary>
    public bool IsSearch => Path.StartsWith("search/", StringComparison.Ordinal) && Kind == PublishedKind.Script;

    /// <summary>The folder part with a closing slash; empty for a file at the top.</summary>
    public ReadOnlySpan<char> Folder => Path.AsSpan(0, Path.LastIndexOf('/') + 1);

    /// <summary>All its bytes.</summary>
    public byte[] ReadAll() => Unwritten is { } bytes ? bytes.ToArray() : File.ReadAllBytes(FullPath);

    /// <summary>A place in the file, to be shown; its path begins with the edition.</summary>
    public SourceSpan Span(Slug edition, ReadOnlySpan<byte> utf8, int start, int length)
    {
        var text = new SourceText(new InputPath($"{edition}/{Path}"), Encoding.UTF8.GetString(utf8));
        var from = Encoding.UTF8.GetCharCount(utf8[..start]);
        return text.Span(from, Encoding.UTF8.GetCharCount(utf8.Slice(start, length)));
    }

    private static PublishedKind KindOf(ReadOnlySpan<char> extension) => extension switch
    {
        ".html" or ".htm" or ".xml" or ".svg" or ".rss" or ".atom" => PublishedKind.Markup,
        ".json" or ".js" or ".mjs" or ".map" or ".webmanifest" or ".ics" => PublishedKind.Script,
        _ => PublishedKind.Plain,
    };
}

/// <summary>How the bytes of a published file are to be read.</summary>
internal enum PublishedKind
{
    /// <summary>Text as it stands.</summary>
    Plain,

    /// <summary>Tags and entities.</summary>
    Markup,

    /// <summary>Backslashes begin escapes.</summary>
    Script,
}
