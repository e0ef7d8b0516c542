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
        var rest = _utf8[at..to];
        var rune = new Rune(' ');
        var length = 1;
        switch (kind)
        {
            case Ignored:
                return at + 1;
            case BeyondAscii:
                Rune.DecodeFromUtf8(rest, out rune, out length);
                break;
            case Ampersand:
                length = EncodedCharacter.ReadEntity(rest, out rune);
                break;
            case Percent:
                length = EncodedCharacter.ReadPercent(rest, out rune);
                break;
            case Backslash when hasEscapes:
                length = EncodedCharacter.ReadEscape(rest, out rune);
                break;
        }

        Feed(rune, at, at + length);
        return at + length;
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
