using System.Buffers.Text;
using System.Net;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Playbooks.Verifying;

/// <summary>
/// Splits bytes into words and hashes each one as it goes. Sees through the ways a text can be written down: entities,
/// percent codes, escapes of JSON and JavaScript, case, accents, soft hyphens.
/// </summary>
/// <param name="utf8">The text; places are byte offsets into it.</param>
/// <param name="words">Where the words go.</param>
internal ref struct WordScanner(ReadOnlySpan<byte> utf8, WordList words)
{
    // CounterClockwiseContourIntegral and its ampersand.
    private const int LongestName = 34;

    // What a byte is: a folded letter or digit, or one of these.
    private const byte Separator = (byte)' ';
    private const byte Ampersand = (byte)'&';
    private const byte Percent = (byte)'%';
    private const byte Backslash = (byte)'!';
    private const byte BeyondAscii = (byte)'#';

    // Emphasis inside a word of Markdown; it is gone on the page.
    private const byte Ignored = (byte)'*';

    /// <summary>The kinds of the ASCII characters in their order; a constant, so that no look-up waits for a constructor.</summary>
    private static ReadOnlySpan<byte> AsciiKinds =>
        "                "u8
        + "                "u8
        + "     %&   *     "u8
        + "0123456789      "u8
        + " abcdefghijklmno"u8
        + "pqrstuvwxyz !   "u8
        + " abcdefghijklmno"u8
        + "pqrstuvwxyz     "u8;

    private readonly ReadOnlySpan<byte> _utf8 = utf8;
    private WordHash _word;
    private int _start;

    /// <summary>Adds the words of a range; a word ends where the range ends.</summary>
    /// <param name="from">First byte.</param>
    /// <param name="to">First byte behind the range.</param>
    /// <param name="hasEscapes">True when a backslash begins an escape, as in JSON.</param>
    public void Scan(int from, int to, bool hasEscapes = false)
    {
        var at = from;
        while (true)
        {
            while (at < to && KindOf(_utf8[at]) == Separator)
            {
                at++;
            }

            if (at >= to)
            {
                return;
            }

            at = TryScanPlainWord(at, to, out var end) ? end : ScanWord(at, to, hasEscapes);
        }
    }

    /// <summary>How many letters and digits a word has.</summary>
    public static int CountLetters(ReadOnlySpan<byte> word)
    {
        var count = 0;
        foreach (var rune in Encoding.UTF8.GetString(word).EnumerateRunes())
        {
            count += Rune.IsLetterOrDigit(rune) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Reads a word of fewer than sixteen ASCII letters and digits between separators, as nearly all are.</summary>
    private readonly bool TryScanPlainWord(int at, int to, out int end)
    {
        end = at;
        if (at + WordHash.BlockSize > _utf8.Length)
        {
            return false;
        }

        var block = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(_utf8), (nuint)at);
        var length = Math.Min(WordHash.LengthOfWord(block), to - at);
        end = at + length;
        if (length is 0 or WordHash.BlockSize || (end < to && KindOf(_utf8[end]) != Separator))
        {
            return false;
        }

        words.Add(WordHash.Of(block, length, _utf8[end - 1]), at, end);
        return true;
    }

    /// <summary>Reads any word, character by character, up to the separator that ends it.</summary>
    private int ScanWord(int at, int to, bool hasEscapes)
    {
        _start = at;
        while (at < to)
        {
            var kind = KindOf(_utf8[at]);
            if (kind == Separator)
            {
                break;
            }

            if (kind >= WordFold.FirstCharacter)
            {
                _word.Add(kind);
                at++;
            }
            else
            {
                at = ScanSpecial(kind, at, to, hasEscapes);
            }
        }

        EndWord(at, at);
        return at;
    }

    private int ScanSpecial(byte kind, int at, int to, bool hasEscapes)
    {
        switch (kind)
        {
            case Ignored:
                return at + 1;
            case BeyondAscii:
                Rune.DecodeFromUtf8(_utf8[at..to], out var rune, out var length);
                Feed(rune, at, at + length);
                return at + length;
            case Ampersand:
                return ScanEntity(at, to);
            case Percent:
                return ScanPercent(at, to);
            case Backslash:
            default:
                return ScanEscape(at, to, hasEscapes);
        }
    }

    private int ScanEntity(int at, int to)
    {
        var length = _utf8[at..Math.Min(to, at + LongestName)].IndexOf((byte)';');
        if (length < 2)
        {
            Feed(new Rune('&'), at, at + 1);
            return at + 1;
        }

        var end = at + length + 1;
        var entity = Encoding.UTF8.GetString(_utf8[at..end]);
        var text = WebUtility.HtmlDecode(entity);
        if (text == entity)
        {
            Feed(new Rune('&'), at, at + 1);
            return at + 1;
        }

        foreach (var rune in text.EnumerateRunes())
        {
            Feed(rune, at, end);
        }

        return end;
    }

    private int ScanPercent(int at, int to)
    {
        Span<byte> bytes = stackalloc byte[4];
        var count = 0;
        var end = at;
        while (count < 4 && end + 2 < to && _utf8[end] == '%' && Utf8Parser.TryParse(_utf8.Slice(end + 1, 2), out byte value, out var used, 'x') && used == 2)
        {
            bytes[count++] = value;
            end += 3;
            if (Rune.DecodeFromUtf8(bytes[..count], out var rune, out _) == System.Buffers.OperationStatus.Done)
            {
                Feed(rune, at, end);
                return end;
            }
        }

        Feed(new Rune('%'), at, at + 1);
        return at + 1;
    }

    private int ScanEscape(int at, int to, bool hasEscapes)
    {
        var digits = !hasEscapes || at + 1 >= to ? 0 : _utf8[at + 1] switch { (byte)'u' => 4, (byte)'x' => 2, _ => 0 };
        if (digits > 0 && TryHexadecimal(at + 2, digits, to, out var value))
        {
            var end = at + 2 + digits;
            if (char.IsHighSurrogate((char)value) && end + 1 < to && _utf8[end] == '\\' && TryHexadecimal(end + 2, 4, to, out var low) && char.IsLowSurrogate((char)low))
            {
                Feed(new Rune((char)value, (char)low), at, end + 6);
                return end + 6;
            }

            Feed(Rune.TryCreate((char)value, out var rune) ? rune : Rune.ReplacementChar, at, end);
            return end;
        }

        // The letter of \n, \t and the like is part of the escape and of no word.
        var last = hasEscapes ? Math.Min(to, at + 2) : at + 1;
        Feed(new Rune('\\'), at, last);
        return last;
    }

    private readonly bool TryHexadecimal(int at, int digits, int to, out int value)
    {
        value = 0;
        return at + digits <= to && Utf8Parser.TryParse(_utf8.Slice(at, digits), out value, out var used, 'x') && used == digits;
    }

    private void Feed(Rune rune, int at, int end)
    {
        var folded = rune.IsAscii ? FoldAscii(rune.Value) : WordFold.Of(rune);
        if (folded == WordFold.Ignored)
        {
            return;
        }

        if (folded == WordFold.Several)
        {
            foreach (var part in WordFold.PartsOf(rune))
            {
                Take(part, at, end);
            }
        }
        else
        {
            Take(folded, at, end);
        }
    }

    private void Take(uint folded, int at, int end)
    {
        var isWord = (folded & WordFold.IsWord) != 0;
        if (folded == WordFold.Separator || isWord)
        {
            EndWord(at, end);
        }

        if (folded != WordFold.Separator)
        {
            _start = _word.Letters == 0 ? Math.Min(_start, at) : _start;
            _word.Add(folded);
        }

        if (isWord)
        {
            EndWord(end, end);
        }
    }

    private void EndWord(int end, int next)
    {
        if (_word.Letters > 0)
        {
            words.Add(_word.End(), _start, end);
        }

        _start = next;
    }

    private static byte KindOf(byte value) => value < 128 ? AsciiKinds[value] : BeyondAscii;

    private static uint FoldAscii(int value) => KindOf((byte)value) switch
    {
        >= (byte)WordFold.FirstCharacter and var letter => letter,
        Ignored => WordFold.Ignored,
        _ => WordFold.Separator,
    };
}
