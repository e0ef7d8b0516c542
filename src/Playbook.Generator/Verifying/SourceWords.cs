using System.Buffers;

namespace Playbooks.Verifying;

/// <summary>
/// Reads the words of an author's file: Markdown, YAML, a template. Marks end where a reader of the page would stop:
/// sentences, lines of a list, cells, keys. Slots stay open places, because their values come from elsewhere. Link targets
/// and the attributes of tags follow behind the text, so that they do not stand between its words.
/// </summary>
/// <param name="text">UTF-8.</param>
/// <param name="words">Where the words go.</param>
internal ref struct SourceWords(ReadOnlySpan<byte> text, WordList words)
{
    private const int LongestMarkup = 2000;

    private static readonly SearchValues<byte> ListMarks = SearchValues.Create(">-+#*:"u8);
    private static readonly SearchValues<byte> Special = SearchValues.Create("\n{}[]|`<.!?;:,"u8);

    private readonly ReadOnlySpan<byte> _text = text;
    private readonly List<Range> _behind = [];
    private WordScanner _scanner = new(text, words);
    private bool _isInFlow;

    /// <summary>Reads the whole file.</summary>
    public void Read()
    {
        var at = BeginLine(0);
        while (at < _text.Length)
        {
            var length = _text[at..].IndexOfAny(Special);
            var special = length < 0 ? _text.Length : at + length;
            at = special == _text.Length ? ScanTo(at, special) : ReadSpecial(at, special);
        }

        foreach (var range in _behind)
        {
            words.Mark(WordList.Break, range.Start.Value);
            _scanner.Scan(range.Start.Value, range.End.Value);
        }

        words.Mark(WordList.Break, _text.Length);
    }

    /// <summary>Reads from a place up to a special character, then what that character begins; gives the place to go on at.</summary>
    private int ReadSpecial(int at, int special)
    {
        var next = special + 1 < _text.Length ? _text[special + 1] : (byte)'\n';
        switch (_text[special])
        {
            case (byte)'\n':
                ScanTo(at, special);
                return BeginLine(special + 1);
            case (byte)'{' when next is (byte)'{' or (byte)'%':
                ScanTo(at, special);
                words.Mark(WordList.Slot, special);
                return IndexBehind(special, next == '{' ? "}}"u8 : "%}"u8);
            case (byte)'[' when next == '@':
                ScanTo(at, special);
                words.Mark(WordList.Slot, special);
                return PutBehind(special + 1, IndexBehind(special, "]"u8));
            case (byte)']' when next is (byte)'(' or (byte)'[':
                ScanTo(at, special);
                return PutBehind(special + 2, IndexBehind(special + 2, next == '(' ? ")"u8 : "]"u8));
            case (byte)'<' when char.IsAsciiLetter((char)next) || next is (byte)'/' or (byte)'!':
                ScanTo(at, special);
                return PutBehind(special + 1, IndexBehind(special, ">"u8));
            case (byte)'[' or (byte)'{':
                _isInFlow = true;
                return EndPiece(at, special);
            case (byte)']' or (byte)'}':
                _isInFlow = false;
                return EndPiece(at, special);
            case (byte)'|':
            case (byte)',' when _isInFlow:
            case (byte)'.' or (byte)'!' or (byte)'?' or (byte)';' or (byte)':' when next is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'"' or (byte)'*':
                return EndPiece(at, special);
            default:
                // An ordinary character: read on without ending the word before it too early.
                return ScanTo(at, special + 1);
        }
    }

    private int ScanTo(int from, int to)
    {
        _scanner.Scan(from, to);
        return to;
    }

    private int EndPiece(int from, int special)
    {
        _scanner.Scan(from, special);
        words.Mark(WordList.Break, special);
        return special + 1;
    }

    private readonly int PutBehind(int from, int end)
    {
        _behind.Add(from..Math.Max(from, end - 1));
        return end;
    }

    /// <summary>Reads what stands at the beginning of a line: list marks, headings and keys end the piece before them.</summary>
    private int BeginLine(int lineStart)
    {
        var rest = _text[lineStart..];
        var lineLength = rest.IndexOf((byte)'\n');
        var line = lineLength < 0 ? rest : rest[..lineLength];
        var mark = line.Length - line.TrimStart(" \t>-+#*:\r"u8).Length;
        var hasMark = line[..mark].ContainsAny(ListMarks) || line.Length == mark || line[mark] == '|';
        var key = LengthOfKey(line[mark..]);
        if (!hasMark && key == 0 && !IsNumbered(line[mark..]))
        {
            return lineStart + mark;
        }

        _isInFlow = false;
        words.Mark(WordList.Break, lineStart);
        if (key > 0)
        {
            _scanner.Scan(lineStart + mark, lineStart + mark + key);
            words.Mark(WordList.Break, lineStart + mark + key);
        }

        return lineStart + mark + key;
    }

    private static bool IsNumbered(ReadOnlySpan<byte> line)
    {
        var digits = line.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return digits > 0 && line[digits] is (byte)'.' or (byte)')';
    }

    /// <summary>Length of <c>key:</c> at the beginning of a line, or 0.</summary>
    private static int LengthOfKey(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        var isKey = colon > 0
            && (colon + 1 == line.Length || line[colon + 1] is (byte)' ' or (byte)'\r')
            && line[..colon].IndexOfAny(" \t"u8) < 0;
        return isKey ? colon + 1 : 0;
    }

    private readonly int IndexBehind(int at, ReadOnlySpan<byte> end)
    {
        // What is not closed on its line, or not soon, ends there: a stray bracket hides nothing of the file and costs no time.
        var rest = _text.Slice(at, Math.Min(LongestMarkup, _text.Length - at));
        var lineEnd = rest.IndexOf((byte)'\n');
        var line = lineEnd < 0 ? rest : rest[..lineEnd];
        var found = line.IndexOf(end);
        return at + (found < 0 ? line.Length : found + end.Length);
    }
}
