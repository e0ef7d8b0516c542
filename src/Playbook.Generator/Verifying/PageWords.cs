using Playbooks.Markup;

namespace Playbooks.Verifying;

/// <summary>
/// The words of a published file, or of a piece of it, as a reader, a browser or a search engine could put them together: its text, its
/// attributes and comments, and words that inline tags cut in pieces.
/// </summary>
/// <remarks>Belongs to one thread and is filled again for each piece.</remarks>
internal sealed class PageWords
{
    private readonly WordList _scratch = new();
    private readonly byte[] _joined = new byte[512];
    private int _joinFrom = -1;
    private int _joinCount;

    /// <summary>The text, with a mark wherever a block ends.</summary>
    public WordList Text { get; } = new();

    /// <summary>Values of attributes, names with a hyphen, comments; a mark between each.</summary>
    public WordList Attributes { get; } = new();

    /// <summary>Words put together over inline tags, as <c>har&lt;b&gt;bour&lt;/b&gt;</c>; single, so a mark follows each.</summary>
    public WordList Joined { get; } = new();

    /// <summary>Reads a file that is no markup.</summary>
    /// <param name="utf8">Its bytes.</param>
    /// <param name="hasEscapes">True when a backslash begins an escape, as in JSON.</param>
    public void Read(ReadOnlySpan<byte> utf8, bool hasEscapes)
    {
        Clear();
        new WordScanner(utf8, Text).Scan(0, utf8.Length, hasEscapes);
    }

    /// <summary>Reads a piece of markup; false when it ends inside a tag, a comment, a script or a style.</summary>
    /// <param name="html">The whole file.</param>
    /// <param name="start">First byte of the piece.</param>
    /// <param name="end">First byte behind it.</param>
    public bool ReadMarkup(ReadOnlySpan<byte> html, int start, int end)
    {
        Clear();
        var reader = new HtmlReader(html[..end], start);
        var text = new WordScanner(html, Text);
        var attributes = new WordScanner(html, Attributes);
        while (true)
        {
            var hasTag = reader.ReadTag();
            var first = Text.Count;
            text.Scan(reader.TextStart, reader.TextEnd, reader.IsRawText);
            Join(html, reader, first);
            if (!hasTag)
            {
                EndJoin(html);
                return !reader.IsCut;
            }

            if (!InlineTags.Contains(reader.Name))
            {
                EndJoin(html);
                Text.Mark(WordList.Break, reader.TagStart);
            }

            ReadAttributes(ref reader, ref attributes);
        }
    }

    private void Clear()
    {
        Text.Clear();
        Attributes.Clear();
        Joined.Clear();
        _joinFrom = -1;
    }

    private void ReadAttributes(ref HtmlReader reader, ref WordScanner attributes)
    {
        if (reader.Name.IsEmpty)
        {
            attributes.Scan(reader.TagStart, reader.TagEnd);
            Attributes.Mark(WordList.Break, reader.TagStart);
            return;
        }

        if (reader.Name.Contains((byte)'-'))
        {
            AddAttribute(ref attributes, reader.Name, reader.TagStart + (reader.IsClosing ? 2 : 1));
        }

        while (reader.ReadAttribute())
        {
            if (reader.AttributeName.Contains((byte)'-'))
            {
                AddAttribute(ref attributes, reader.AttributeName, reader.NameStart);
            }

            // The base64 of an integrity hash means nothing.
            if (!HtmlReader.Is(reader.AttributeName, "integrity"u8))
            {
                AddAttribute(ref attributes, reader.Value, reader.ValueStart);
            }
        }
    }

    private void AddAttribute(ref WordScanner attributes, ReadOnlySpan<byte> value, int start)
    {
        attributes.Scan(start, start + value.Length);
        Attributes.Mark(WordList.Break, start);
    }

    /// <summary>Goes on with a word that touched the tag before this text, and begins one that touches the tag behind it.</summary>
    private void Join(ReadOnlySpan<byte> html, in HtmlReader reader, int first)
    {
        if (reader.TextStart == reader.TextEnd)
        {
            return;
        }

        var places = Text.Places;
        if (_joinFrom >= 0)
        {
            if (Text.Count > first && places[first].Start == reader.TextStart)
            {
                _joinCount++;
            }

            if (_joinFrom + _joinCount != Text.Count || places[^1].End != reader.TextEnd)
            {
                EndJoin(html);
            }
        }

        if (_joinFrom < 0 && Text.Count > first && places[^1].End == reader.TextEnd)
        {
            (_joinFrom, _joinCount) = (Text.Count - 1, 1);
        }
    }

    private void EndJoin(ReadOnlySpan<byte> html)
    {
        if (_joinFrom >= 0 && _joinCount > 1)
        {
            var parts = Text.Places.Slice(_joinFrom, _joinCount);
            var length = 0;
            foreach (var (start, end) in parts)
            {
                var part = html[start..end];
                part = part[..Math.Min(part.Length, _joined.Length - length)];
                part.CopyTo(_joined.AsSpan(length));
                length += part.Length;
            }

            _scratch.Clear();
            new WordScanner(_joined.AsSpan(0, length), _scratch).Scan(0, length);
            foreach (var hash in _scratch.Hashes)
            {
                Joined.Add(hash, parts[0].Start, parts[^1].End);
                Joined.Mark(WordList.Break, parts[^1].End);
            }
        }

        _joinFrom = -1;
    }
}
