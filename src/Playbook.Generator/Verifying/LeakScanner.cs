using System.Runtime.InteropServices;
using System.Text;

namespace Playbooks.Verifying;

/// <summary>Searches one file of an edition for words and phrases that are private to other organizations.</summary>
/// <remarks>Belongs to one thread. Costs about 40 µs for a page of 12 kB, however many organizations there are.</remarks>
internal sealed class LeakScanner
{
    // One leaked page holds hundreds of private words; the first ones tell enough.
    private const int MostFindingsPerFile = 20;
    private const int LongestShown = 60;

    private readonly IsolationRules _rules;
    private readonly Findings _findings;
    private readonly int _organization;
    private readonly PageWords _words = new();
    private readonly WordList _nameWords = new();
    private readonly HashSet<TextOrigin> _told = [];
    private readonly Action<int, TextOrigin, bool> _foundWord;
    private readonly Action<int, int, bool> _foundPhrase;

    private PublishedFile _file = new MemoryFile("", default);
    private byte[] _utf8 = [];
    private WordList _list;
    private bool _hasPlaces;
    private bool _isClean;
    private int _number;

    public LeakScanner(IsolationRules rules, Slug edition, Findings findings)
    {
        _rules = rules;
        _findings = findings;
        _organization = rules.NumberOf(edition);
        _list = _words.Text;
        _foundWord = FoundWord;
        _foundPhrase = FoundPhrase;
    }

    /// <summary>Begins a file by searching its path.</summary>
    public void Begin(PublishedFile file, int number)
    {
        (_file, _number) = (file, number);
        _told.Clear();
        (_utf8, _hasPlaces) = (Encoding.UTF8.GetBytes(file.Path), false);
        _nameWords.Clear();
        new WordScanner(_utf8, _nameWords).Scan(0, _utf8.Length);
        _list = _nameWords;
        _rules.Words.Find(_nameWords.Hashes, _organization, _foundWord);
    }

    /// <summary>Searches a file that is no markup.</summary>
    /// <param name="buffer">Its bytes, and room behind them.</param>
    /// <param name="length">How many bytes are the file's.</param>
    public void Scan(byte[] buffer, int length)
    {
        var hash = TextHash.Of(buffer.AsSpan(0, length), seed: HashOfReading(_file));
        if (_rules.Clean.Contains(hash))
        {
            return;
        }

        var terms = _file.IsSearch ? SearchTerms.Read(buffer.AsSpan(0, length)) : null;
        if (_file.Path.EndsWith(".ics", StringComparison.Ordinal))
        {
            Unfold(buffer.AsSpan(0, length));
        }

        (_utf8, _hasPlaces) = (terms ?? buffer, terms is null);
        _words.Read(_utf8.AsSpan(0, terms?.Length ?? length), hasEscapes: terms is null && _file.Kind == PublishedKind.Script);
        if (IsClean())
        {
            _rules.Clean.Add(hash);
        }
    }

    /// <summary>Searches a piece of markup; false when it ends inside a tag or script, and then nothing was done.</summary>
    /// <param name="buffer">Holds the file.</param>
    /// <param name="length">How many bytes are the file's.</param>
    /// <param name="piece">The bytes of the piece.</param>
    /// <param name="hash">The hash of the piece.</param>
    public bool ScanMarkup(byte[] buffer, int length, (int Start, int End) piece, ulong hash)
    {
        (_utf8, _hasPlaces) = (buffer, true);
        var isWhole = _words.ReadMarkup(buffer.AsSpan(0, length), piece.Start, piece.End);
        if (!isWhole && piece.End < length)
        {
            return false;
        }

        if (IsClean() && isWhole)
        {
            _rules.Clean.Add(hash);
        }

        return true;
    }

    /// <summary>Equal bytes are known to be clean only when they are read in the same way.</summary>
    private static ulong HashOfReading(PublishedFile file) =>
        TextHash.Of(MemoryMarshal.AsBytes(Path.GetExtension(file.Path.AsSpan())), seed: file.IsSearch ? 1UL : 0);

    private bool IsClean()
    {
        _isClean = true;
        Find(_words.Text);
        Find(_words.Attributes);
        Find(_words.Joined);
        return _isClean;
    }

    /// <summary>Calendars break a line anywhere, also within a word; such a break becomes characters that no word minds.</summary>
    private static void Unfold(Span<byte> calendar)
    {
        for (var at = calendar.IndexOf("\r\n "u8); at >= 0; at = calendar.IndexOf("\r\n "u8))
        {
            calendar.Slice(at, 3).Fill((byte)'*');
            calendar = calendar[(at + 3)..];
        }
    }

    private void Find(WordList list)
    {
        _list = list;
        _rules.Words.Find(list.Hashes, _organization, _foundWord);
        _rules.Phrases.Find(list.Hashes, _organization, _foundPhrase);
    }

    private void FoundWord(int at, TextOrigin origin, bool isOwn)
    {
        _isClean = false;
        var (start, end) = _list.Places[at];
        var word = _utf8.AsSpan(start, end - start);
        var isNumber = !word.ContainsAnyExceptInRange((byte)'0', (byte)'9');
        if (isOwn || _told.Count >= MostFindingsPerFile || (isNumber && _file.HasNumbersOfItsOwn))
        {
            return;
        }

        if (!_file.IsSearch || !_rules.Explanations.IsPartOfOwnText(Encoding.UTF8.GetString(word), _organization))
        {
            Add(start, end, origin);
        }
    }

    private void FoundPhrase(int phrase, int first, bool isOwn)
    {
        _isClean = false;
        var words = _rules.Phrases.WordsOf(phrase);
        if (!isOwn && _told.Count < MostFindingsPerFile && !_rules.Explanations.IsFilledIn(phrase, words, _organization))
        {
            Add(_list.Places[first].Start, _list.Places[first + words.Length - 1].End, _rules.Phrases.OriginOf(phrase));
        }
    }

    private void Add(int start, int end, TextOrigin origin)
    {
        if (!_told.Add(origin))
        {
            return;
        }

        var text = string.Join(' ', Encoding.UTF8.GetString(_utf8, start, end - start).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var place = _rules.SpanOf(origin);
        _findings.Add(new Finding(
            FindingKind.Leak,
            text.Length <= LongestShown ? text : string.Concat(text.AsSpan(0, LongestShown - 1), "…"),
            string.Create(CultureInfo.InvariantCulture, $"{place.Path}:{place.Line}"),
            _number,
            _hasPlaces ? start : -1,
            end - start)
        {
            Origin = origin,
        });
    }
}
