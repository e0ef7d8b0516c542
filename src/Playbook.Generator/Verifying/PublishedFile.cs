using System.Text;

namespace Playbooks.Verifying;

/// <summary>One file of an edition, on disk or still in memory.</summary>
/// <param name="Path">Below the edition's folder, with forward slashes.</param>
internal abstract record PublishedFile(string Path)
{
    /// <summary>How its bytes are to be read.</summary>
    public PublishedKind Kind { get; } = KindOf(System.IO.Path.GetExtension(Path.AsSpan()));

    /// <summary>True for files with ids and links.</summary>
    public bool IsPage { get; } = Path.EndsWith(".html", StringComparison.Ordinal) || Path.EndsWith(".svg", StringComparison.Ordinal);

    /// <summary>True for files whose numbers are sizes, hashes and positions, so that an equal number means nothing.</summary>
    public bool HasNumbersOfItsOwn => Path == "manifest.json" || IsSearch;

    /// <summary>True for the files of the search, which hold parts of words.</summary>
    public bool IsSearch => Path.StartsWith("search/", StringComparison.Ordinal) && Kind == PublishedKind.Script;

    /// <summary>The folder part with a closing slash; empty for a file at the top.</summary>
    public ReadOnlySpan<char> Folder => Path.AsSpan(0, Path.LastIndexOf('/') + 1);

    /// <summary>Reads the file to the beginning of a buffer, which grows when it must; gives the number of bytes.</summary>
    public abstract int Read(ref byte[] buffer);

    /// <summary>A place in the file, to be shown; its path begins with the edition.</summary>
    /// <param name="edition">The edition that holds the file.</param>
    /// <param name="start">First byte; -1 for the file as a whole.</param>
    /// <param name="length">In bytes.</param>
    public SourceSpan Span(Slug edition, int start, int length)
    {
        var path = new InputPath($"{edition}/{Path}");
        if (start < 0)
        {
            return new SourceText(path, "").Span(0, 1);
        }

        byte[] utf8 = [];
        var size = Read(ref utf8);
        var from = Encoding.UTF8.GetCharCount(utf8, 0, start);
        return new SourceText(path, Encoding.UTF8.GetString(utf8, 0, size)).Span(from, Encoding.UTF8.GetCharCount(utf8, start, length));
    }

    /// <summary>Makes room in a buffer.</summary>
    protected static void Reserve(ref byte[] buffer, long length)
    {
        if (buffer.Length < length)
        {
            buffer = new byte[length + (length / 4)];
        }
    }

    private static PublishedKind KindOf(ReadOnlySpan<char> extension) => extension switch
    {
        ".html" or ".htm" or ".xml" or ".svg" or ".rss" or ".atom" => PublishedKind.Markup,
        ".json" or ".js" or ".mjs" or ".map" or ".webmanifest" or ".ics" => PublishedKind.Script,
        _ => PublishedKind.Plain,
    };
}

/// <summary>A file on disk.</summary>
/// <param name="Path">Below the edition's folder.</param>
/// <param name="FullPath">Where it lies.</param>
internal sealed record StoredFile(string Path, string FullPath) : PublishedFile(Path)
{
    public override int Read(ref byte[] buffer)
    {
        using var handle = File.OpenHandle(FullPath, share: FileShare.ReadWrite | FileShare.Delete);
        var length = RandomAccess.GetLength(handle);
        Reserve(ref buffer, length);
        var read = 0;
        while (read < length && RandomAccess.Read(handle, buffer.AsSpan(read, (int)length - read), read) is var count and > 0)
        {
            read += count;
        }

        return read;
    }
}

/// <summary>A file that is not written.</summary>
/// <param name="Path">Below the edition's folder.</param>
/// <param name="Utf8">Its bytes.</param>
internal sealed record MemoryFile(string Path, ReadOnlyMemory<byte> Utf8) : PublishedFile(Path)
{
    public override int Read(ref byte[] buffer)
    {
        Reserve(ref buffer, Utf8.Length);
        Utf8.Span.CopyTo(buffer);
        return Utf8.Length;
    }
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
