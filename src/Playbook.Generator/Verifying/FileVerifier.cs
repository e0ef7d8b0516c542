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
        var length = file.Read(ref _buffer);
        _leaks?.Begin(file, number);
        if (_buffer.AsSpan(0, Math.Min(length, BytesToTellText)).Contains((byte)0))
        {
            return null;
        }

        if (file.Kind != PublishedKind.Markup)
        {
            _leaks?.Scan(_buffer, length);
            return null;
        }

        if (file.IsPage)
        {
            _pages.Begin(number);
        }

        VerifyMarkup(file.IsPage, length);
        return file.IsPage ? _pages.End(_buffer.AsSpan(0, length)) : null;
    }

    private void VerifyMarkup(bool isPage, int length)
    {
        var html = _buffer.AsSpan(0, length);
        for (var start = 0; start < length;)
        {
            var end = MarkupLines.End(html, start);
            if (!VerifyPiece(isPage, length, (start, end)))
            {
                // Something runs on behind the line; the rest is read as one piece.
                end = length;
                VerifyPiece(isPage, length, (start, end));
            }

            start = end;
        }
    }

    private bool VerifyPiece(bool isPage, int length, (int Start, int End) piece)
    {
        var html = _buffer.AsSpan(0, length);
        var hash = TextHash.Of(html[piece.Start..piece.End], seed: (ulong)PublishedKind.Markup);
        return (_leaks is null || isolation.Clean.Contains(hash) || _leaks.ScanMarkup(_buffer, length, piece, hash))
            && (!isPage || _pages.Scan(html, piece, hash));
    }
}
