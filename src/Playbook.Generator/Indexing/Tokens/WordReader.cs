using System.Text;

namespace Playbooks.Indexing;

/// <summary>Told a word.</summary>
/// <param name="word">Folded, not empty; valid only during the call.</param>
internal delegate void WordFound(ReadOnlySpan<char> word);

/// <summary>Cuts text into the words an index holds. <c>theme/scripts/search/tokens.ts</c> does the same to a query.</summary>
/// <remarks>
/// In: text. Out: folded words in order: each part of a run of letters, the parts joined (<c>stand-up</c> is found as
/// <c>stand</c>, <c>up</c> and <c>standup</c>), the humps of <c>camelCase</c>, pairs of letters in scripts without spaces.
/// Belongs to one thread. <c>tests/search-eval/vectors.json</c> holds what both sides must say.
/// </remarks>
internal sealed class WordReader
{
    private const int LongestWord = 40;
    private const int LongestJoined = 24;
    private const int MostJoined = 3;
    private const int ShortestHump = 3;
    private const int LongestWithoutHumps = 5;

    // The longest folded form in the table has 18 letters.
    private const int LongestFold = 32;

    private readonly List<int> _ends = [];
    private readonly List<int> _humps = [];
    private char[] _run = new char[256];
    private int _length;
    private int _start;
    private WordFound _found = static _ => { };
    private Rune _pending;
    private bool _isContracted;
    private bool _isPaired;
    private bool _wasSmall;

    /// <summary>Reads a text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="found">Told each word.</param>
    public void Read(ReadOnlySpan<char> text, WordFound found)
    {
        _found = found;
        for (var at = 0; at < text.Length;)
        {
            // Most words, most letters and most gaps of most texts; what is below would find the same, ten times slower.
            if (_length == 0 && LengthOfPlainWord(text[at..]) is > 0 and var plain)
            {
                _found(text.Slice(at, plain));
                at += plain;
            }
            else if (text[at] == ' ')
            {
                Close();
                at++;
            }
            else if (char.IsAsciiLetterOrDigit(text[at]))
            {
                AppendAscii(text[at]);
                at++;
            }
            else
            {
                Rune.DecodeFromUtf16(text[at..], out var rune, out var length);
                Read(rune);
                at += length;
            }
        }

        Close();
    }

    /// <summary>Length of the word a text begins with when it is folded already and stands between gaps; otherwise 0.</summary>
    private static int LengthOfPlainWord(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetterLower(text[length]) || char.IsAsciiDigit(text[length])))
        {
            length++;
        }

        var isPlain = length is > 0 and <= LongestWord && (length == text.Length || text[length] is ' ' or ',' or '\n' or ')' or ':' or ';');
        return isPlain ? length : 0;
    }

    private void AppendAscii(char letter)
    {
        var isDigit = letter <= '9';
        var isCapital = !isDigit && letter <= 'Z';
        Begin(isPaired: false, isCapital, isSmall: !isDigit && !isCapital);
        if (_length - _start < LongestWord)
        {
            Reserve(1);
            _run[_length++] = isCapital ? (char)(letter | 0x20) : letter;
        }
    }

    private void Read(Rune rune)
    {
        if (IsInvisible(rune.Value))
        {
            return;
        }

        if (!IsWordRune(rune))
        {
            if (_length > _start && _pending == default && !_isPaired && IsJoiner(rune.Value))
            {
                _pending = rune;
            }
            else
            {
                Close();
            }

            return;
        }

        Span<char> folded = stackalloc char[LongestFold];
        folded = folded[..FoldTable.Fold(rune, folded)];
        if (!folded.IsEmpty)
        {
            Append(rune, folded);
        }
    }

    private void Append(Rune rune, ReadOnlySpan<char> folded)
    {
        Begin(IsPaired(folded), Rune.IsUpper(rune), Rune.IsLower(rune));
        if (_length - _start + folded.Length <= LongestWord || _isPaired)
        {
            Reserve(folded.Length);
            folded.CopyTo(_run.AsSpan(_length));
            _length += folded.Length;
        }
    }

    /// <summary>Before a letter: ends what it does not go on with, and notices humps.</summary>
    private void Begin(bool isPaired, bool isCapital, bool isSmall)
    {
        if (_length > _start && isPaired != _isPaired)
        {
            Close();
        }

        if (_pending != default)
        {
            EndPart();
            _isContracted = _pending.Value is '\'' or 0x2019;
            _pending = default;
        }

        if (_length == _start && _ends.Count == 0)
        {
            _isPaired = isPaired;
        }

        if (isCapital && _wasSmall)
        {
            _humps.Add(_length - _start);
        }

        _wasSmall = isSmall;
    }

    private void Reserve(int count)
    {
        if (_length + count > _run.Length)
        {
            Array.Resize(ref _run, _run.Length * 2);
        }
    }

    private void EndPart()
    {
        FindHumps();
        _ends.Add(_length);
        _start = _length;
        _wasSmall = false;
    }

    private void FindHumps()
    {
        if (_humps.Count > 0 && _length - _start > LongestWithoutHumps)
        {
            _humps.Add(_length - _start);
            var start = 0;
            foreach (var end in _humps)
            {
                if (end - start >= ShortestHump)
                {
                    _found(_run.AsSpan(_start + start, end - start));
                }

                start = end;
            }
        }

        _humps.Clear();
    }

    private void Close()
    {
        if (_length == 0)
        {
            return;
        }

        if (_length > _start)
        {
            EndPart();
        }

        if (_ends.Count > 0)
        {
            Give();
            _ends.Clear();
        }

        (_length, _start, _pending, _isContracted, _isPaired, _wasSmall) = (0, 0, default, false, false, false);
    }

    private void Give()
    {
        if (_isPaired)
        {
            GivePairs(_run.AsSpan(0, _length));
        }
        else if (_ends.Count == 1)
        {
            _found(_run.AsSpan(0, _length));
        }
        else
        {
            GiveParts();
        }
    }

    private void GiveParts()
    {
        var parts = _ends.Select((end, at) => new string(_run, at == 0 ? 0 : _ends[at - 1], end - (at == 0 ? 0 : _ends[at - 1]))).ToList();
        if (_isContracted)
        {
            Contract(parts);
        }

        var words = new HashSet<string>(parts, StringComparer.Ordinal);
        var joined = string.Concat(parts);
        if (parts.Count is > 1 and <= MostJoined && joined.Length <= LongestJoined)
        {
            words.Add(joined);
        }

        words.UnionWith(Merged(parts, static _ => false));
        foreach (var word in words)
        {
            _found(word);
        }
    }

    /// <summary>The parts a query asks for: a single letter belongs to its neighbour.</summary>
    internal static List<string> Merged(List<string> parts, Func<string, bool> isStopWord)
    {
        var words = new List<string>(parts.Count);
        var isOpen = false;
        for (var at = 0; at < parts.Count; at++)
        {
            var isSingle = parts[at].Length == 1 && parts.Count > 1 && !isStopWord(parts[at]);
            if (isOpen || (isSingle && at > 0 && at == parts.Count - 1))
            {
                words[^1] += parts[at];
                isOpen = false;
            }
            else
            {
                words.Add(parts[at]);
                isOpen = isSingle;
            }
        }

        return words;
    }

    /// <summary><c>today’s</c> is <c>today</c>; <c>don’t</c> is one word; <c>l’équipe</c> is two.</summary>
    private static void Contract(List<string> parts)
    {
        var last = parts[^1];
        if (last == "s" || last.Length <= 2)
        {
            parts.RemoveAt(parts.Count - 1);
            parts[^1] += last == "s" ? "" : last;
        }
    }

    private void GivePairs(ReadOnlySpan<char> letters)
    {
        var before = 0;
        var at = char.IsSurrogatePair(letters.Length > 1 ? letters[0] : ' ', letters.Length > 1 ? letters[1] : ' ') ? 2 : 1;
        if (at >= letters.Length)
        {
            _found(letters);
        }

        while (at < letters.Length)
        {
            var end = at + (char.IsHighSurrogate(letters[at]) && at + 1 < letters.Length ? 2 : 1);
            _found(letters[before..end]);
            (before, at) = (at, end);
        }
    }

    private static bool IsWordRune(Rune rune) => rune.Value < 0x80
        ? char.IsAsciiLetterOrDigit((char)rune.Value)
        : Rune.GetUnicodeCategory(rune) is var category && (category <= UnicodeCategory.OtherLetter
            || category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
            || category is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber);

    private static bool IsInvisible(int value) =>
        value is 0xAD or 0x61C or (>= 0x200C and <= 0x200F) or 0x2060 or 0xFEFF;

    private static bool IsJoiner(int value) =>
        value is '\'' or 0x2019 or '-' or 0x2010 or 0x2011 or '_' or '.' or '/';

    /// <summary>Scripts without spaces, and Korean, whose endings are written onto the word: pairs of letters find them.</summary>
    private static bool IsPaired(ReadOnlySpan<char> folded)
    {
        foreach (var rune in folded.EnumerateRunes())
        {
            if (rune.Value >= 0x0E00 && rune.Value
                is (<= 0x0EFF)
                or (>= 0x1000 and <= 0x109F)
                or (>= 0x1100 and <= 0x11FF)
                or (>= 0x1780 and <= 0x17FF)
                or (>= 0x2E80 and <= 0x2FDF)
                or (>= 0x3005 and <= 0x3007)
                or (>= 0x3021 and <= 0x3029)
                or (>= 0x3040 and <= 0x30FF)
                or (>= 0x3130 and <= 0x318F)
                or (>= 0x31F0 and <= 0x31FF)
                or (>= 0x3400 and <= 0x4DBF)
                or (>= 0x4E00 and <= 0x9FFF)
                or (>= 0xA960 and <= 0xA97F)
                or (>= 0xAC00 and <= 0xD7FF)
                or (>= 0xF900 and <= 0xFAFF)
                or (>= 0x20000 and <= 0x3FFFF))
            {
                return true;
            }
        }

        return false;
    }
}
