using System.Buffers.Text;
using System.Net;
using System.Text;

namespace Playbooks.Verifying;

/// <summary>
/// Splits bytes into words and hashes each one as it goes. Sees through the ways a text can be written down: entities,
/// percent codes, escapes of JSON and JavaScript, case, accents, soft hyphens.
/// </summary>
/// <remarks>
/// A closing <c>s</c> of a word of four letters or more is left out of its hash: the plural of an organization's own word
/// is not another organization's secret.
/// </remarks>
/// <param name="utf8">The text; places are byte offsets into it.</param>
/// <param name="words">Where the words go.</param>
internal ref struct WordScanner(ReadOnlySpan<byte> utf8, WordList words)
{
    private const ulong Seed = 0xCBF29CE484222325;
    private const ulong Prime = 0x9E3779B97F4A7C15;
    private const int ShortestPlural = 4;

    // CounterClockwiseContourIntegral and its ampersand.
    private const int LongestName = 34;

    // What a byte is: a folded letter or digit, or one of these.
    private const byte Separator = 0;
    private const byte Ampersand = 1;
    private const byte Percent = 2;
    private const byte Backslash = 3;
    private const byte BeyondAscii = 4;
    private const byte Ignored = 5;

    private static readonly byte[] Kinds = CreateKinds();

    private readonly ReadOnlySpan<byte> _utf8 = utf8;
    private ulong _hash = Seed;
    private ulong _before;
    private int _letters;
    private int _start;

    /// <summary>Adds the words of a range; a word ends where the range ends.</summary>
    /// <param name="from">First byte.</param>
    /// <param name="to">First byte behind the range.</param>
    /// <param name="hasEscapes">True when a backslash begins an escape, as in JSON.</param>
    public void Scan(int from, int to, bool hasEscapes = false)
    {
        var at = from;
        var (hash, before, letters) = (Seed, 0UL, 0);
        _start = from;
        while (at < to)
        {
            var kind = Kinds[_utf8[at]];
            if (kind >= WordFold.FirstCharacter)
            {
                before = hash;
                hash = (hash ^ kind) * Prime;
                letters++;
                at++;
            }
            else if (kind == Separator)
            {
                if (letters > 0)
                {
                    words.Add(Finish(hash, before, letters), _start, at);
                    (hash, letters) = (Seed, 0);
                }

                _start = ++at;
            }
            else
            {
                (_hash, _before, _letters) = (hash, before, letters);
                at = ScanSpecial(kind, at, to, hasEscapes);
                (hash, before, letters) = (_hash, _before, _letters);
            }
        }

        if (letters > 0)
        {
            words.Add(Finish(hash, before, letters), _start, to);
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

    private static ulong Finish(ulong hash, ulong before, int letters)
    {
        var word = letters >= ShortestPlural && hash == ((before ^ 's') * Prime) ? before : hash;
        word ^= word >> 29;
        return word <= WordList.Slot ? Prime : word;
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
        var folded = rune.IsAscii ? Ascii(rune.Value) : WordFold.Of(rune);
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
            _start = _letters == 0 ? Math.Min(_start, at) : _start;
            _before = _hash;
            _hash = (_hash ^ folded) * Prime;
            _letters++;
        }

        if (isWord)
        {
            EndWord(end, end);
        }
    }

    private void EndWord(int end, int next)
    {
        if (_letters > 0)
        {
            words.Add(Finish(_hash, _before, _letters), _start, end);
            (_hash, _letters) = (Seed, 0);
        }

        _start = next;
    }

    private static uint Ascii(int value) => Kinds[value] is var kind && kind >= WordFold.FirstCharacter ? kind
        : kind == Ignored ? WordFold.Ignored : WordFold.Separator;

    private static byte[] CreateKinds()
    {
        var kinds = new byte[256];
        for (var value = 0; value < 256; value++)
        {
            kinds[value] = value >= 128 ? BeyondAscii : char.IsAsciiLetterOrDigit((char)value) ? (byte)char.ToLowerInvariant((char)value) : Separator;
        }

        kinds['&'] = Ampersand;
        kinds['%'] = Percent;
        kinds['\\'] = Backslash;

        // Emphasis inside a word of Markdown; it is gone on the page.
        kinds['*'] = Ignored;
        return kinds;
    }
}
