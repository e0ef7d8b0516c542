using System.Text;

namespace Playbooks.Markup;

/// <summary>
/// Walks over the tags, attributes and texts of published HTML without building anything. Made for our own well-formed
/// pages, yet never fails on others: what is not a tag is text.
/// </summary>
/// <param name="html">UTF-8 up to where reading ends; all positions are byte offsets into it.</param>
/// <param name="start">Where reading begins.</param>
internal ref struct HtmlReader(ReadOnlySpan<byte> html, int start = 0)
{
    private readonly ReadOnlySpan<byte> _html = html;
    private int _at = start;
    private bool _isInTag;

    /// <summary>True when the end came inside a tag, a comment, a script or a style.</summary>
    public bool IsCut { get; private set; }

    /// <summary>First byte of the text before the tag.</summary>
    public int TextStart { get; private set; }

    /// <summary>First byte behind the text before the tag.</summary>
    public int TextEnd { get; private set; }

    /// <summary>True when that text is the content of a script or style element, in which nothing is escaped.</summary>
    public bool IsRawText { get; private set; }

    /// <summary>Name of the tag as written; empty for comments and declarations.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>First byte of the tag: its <c>&lt;</c>.</summary>
    public int TagStart { get; private set; }

    public bool IsClosing { get; private set; }

    public ReadOnlySpan<byte> AttributeName { get; private set; }

    /// <summary>First byte of the attribute's name.</summary>
    public int NameStart { get; private set; }

    /// <summary>The value as written, without quotes; empty when there is none.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    /// <summary>First byte of the value.</summary>
    public int ValueStart { get; private set; }

    /// <summary>Moves to the next tag; false at the end, where the text before it is the rest of the file.</summary>
    public bool ReadTag()
    {
        while (_isInTag)
        {
            ReadAttribute();
        }

        var rawName = !IsClosing && (Is(Name, "script"u8) || Is(Name, "style"u8)) ? Name : default;
        IsRawText = !rawName.IsEmpty;
        TextStart = _at;
        Name = default;
        for (var search = _at; ; search++)
        {
            var found = _html[search..].IndexOf((byte)'<');
            search += found;
            if (found < 0 || search + 1 >= _html.Length)
            {
                (TextEnd, _at, IsClosing) = (_html.Length, _html.Length, false);
                IsCut |= !rawName.IsEmpty;
                return false;
            }

            if (IsTag(search, rawName))
            {
                TextEnd = search;
                Open(search);
                return true;
            }
        }
    }

    /// <summary>Moves to the next attribute of the tag; false behind the last one.</summary>
    public bool ReadAttribute()
    {
        if (!_isInTag)
        {
            return false;
        }

        var at = SkipSpace(_at);
        while (at < _html.Length && _html[at] == '/')
        {
            at = SkipSpace(at + 1);
        }

        if (at >= _html.Length || _html[at] == '>')
        {
            IsCut |= at >= _html.Length;
            (_at, _isInTag) = (Math.Min(at + 1, _html.Length), false);
            return false;
        }

        var length = Math.Max(1, LengthOfName(at));
        AttributeName = _html.Slice(at, length);
        NameStart = at;
        ReadValue(at + length);
        return true;
    }

    /// <summary>Compares a name of HTML, in which case does not matter.</summary>
    public static bool Is(ReadOnlySpan<byte> name, ReadOnlySpan<byte> lowerCase) =>
        name.Length == lowerCase.Length && (name.SequenceEqual(lowerCase) || Ascii.EqualsIgnoreCase(name, lowerCase));

    private readonly bool IsTag(int at, ReadOnlySpan<byte> rawName)
    {
        var next = _html[at + 1];
        return rawName.IsEmpty
            ? char.IsAsciiLetter((char)next) || next is (byte)'/' or (byte)'!' or (byte)'?'
            : next == '/' && _html.Length - at - 2 >= rawName.Length && Is(_html.Slice(at + 2, rawName.Length), rawName);
    }

    private void Open(int at)
    {
        TagStart = at;
        if (_html[at + 1] is (byte)'!' or (byte)'?')
        {
            var end = _html[at..].StartsWith("<!--"u8) ? IndexBehind(at + 4, "-->"u8) : IndexBehind(at + 2, ">"u8);
            (_at, IsClosing) = (end, false);
            return;
        }

        IsClosing = _html[at + 1] == '/';
        var nameStart = at + (IsClosing ? 2 : 1);
        var length = LengthOfName(nameStart);
        Name = _html.Slice(nameStart, length);
        (_at, _isInTag) = (nameStart + length, true);
    }

    /// <summary>First byte behind the comment or declaration that was just read.</summary>
    public readonly int TagEnd => _at;

    private void ReadValue(int afterName)
    {
        var at = SkipSpace(afterName);
        if (at >= _html.Length || _html[at] != '=')
        {
            Value = default;
            (ValueStart, _at) = (afterName, afterName);
            return;
        }

        at = SkipSpace(at + 1);
        var quote = at < _html.Length ? _html[at] : (byte)0;
        var isQuoted = quote is (byte)'"' or (byte)'\'';
        ValueStart = isQuoted ? at + 1 : at;
        var length = isQuoted ? _html[ValueStart..].IndexOf(quote) : LengthOfUnquoted(ValueStart);
        length = length < 0 ? _html.Length - ValueStart : length;
        Value = _html.Slice(ValueStart, length);
        _at = Math.Min(_html.Length, ValueStart + length + (isQuoted ? 1 : 0));
    }

    private readonly int SkipSpace(int at)
    {
        while (at < _html.Length && _html[at] <= ' ')
        {
            at++;
        }

        return at;
    }

    // Names are a few bytes long; a plain loop beats a vector search.
    private readonly int LengthOfName(int start)
    {
        var at = start;
        while (at < _html.Length && _html[at] is > (byte)' ' and not ((byte)'=' or (byte)'>' or (byte)'/'))
        {
            at++;
        }

        return at - start;
    }

    private readonly int LengthOfUnquoted(int start)
    {
        var at = start;
        while (at < _html.Length && _html[at] is > (byte)' ' and not (byte)'>')
        {
            at++;
        }

        return at - start;
    }

    private int IndexBehind(int at, ReadOnlySpan<byte> end)
    {
        var from = Math.Min(at, _html.Length);
        var found = _html[from..].IndexOf(end);
        IsCut |= found < 0;
        return found < 0 ? _html.Length : from + found + end.Length;
    }
}
