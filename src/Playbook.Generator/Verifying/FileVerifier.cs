namespace Playbooks.Verifying;

/// <summary>Reads files of one edition, one after the other, with one buffer.</summary>
/// <remarks>Belongs to one thread.</remarks>
internal sealed class FileVerifier(PublishedFolder folder, Slug edition, IsolationRules isolation, Findings findings)
{
    // A picture or a font shows itself by a zero byte near its beginning; text has none.
    private const int BytesToTellText = 4096;

    private readonly PageScanner _pages = new(folder, findings);
    private readonly LeakScanner? _leaks = isolation.HasPrivateTexts ? new LeakScanner(isolation, edition, findings) : null;
    private byte[] _buffer = new byte[64 * 1024];

    /// <summary>Verifies a file; gives what must be compared with other files, or null when it is no page.</summary>
    public PageAnchors? Verify(int number)
    {
        var file = folder.Files[number];
        var isPage = file.Path.EndsWith(".html", StringComparison.Ordinal) || file.Path.EndsWith(".svg", StringComparison.Ordinal);
        var length = file.Read(ref _buffer);
        var isText = !_buffer.AsSpan(0, Math.Min(length, BytesToTellText)).Contains((byte)0);
        _leaks?.Scan(file, number, _buffer, isText ? length : 0);
        return isPage ? _pages.Scan(number, _buffer.AsSpan(0, length)) : null;
    }
}
