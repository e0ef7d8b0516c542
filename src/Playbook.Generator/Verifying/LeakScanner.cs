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
    private readonly CleanValues _clean = new();
    private readonly PageWords _words;
    private readonly WordList _nameWords = new();
    private readonly Action<int, TextOrigin> _foundWord;
    private readonly Action<int, int> _foundPhrase;

    private PublishedFile _file = new MemoryFile("", default);
    private byte[] _utf8 = [];
    private WordList _list;
    private bool _hasPlaces;
    private int _number;
    private int _count;

    public LeakScanner(IsolationRules rules, Slug edition, Findings findings)
    {
        _rules = rules;
        _findings = findings;
        _organization = rules.NumberOf(edition);
        _words = new PageWords(_clean);
        _list = _words.Text;
        _foundWord = FoundWord;
        _foundPhrase = FoundPhrase;
    }

    /// <summary>Searches a file and its path.</summary>
    /// <param name="file">The file.</param>
    /// <param name="number">Its number.</param>
    /// <param name="buffer">Its bytes, and room behind them.</param>
    /// <param name="length">How many bytes are the file's.</param>
    public void Scan(PublishedFile file, int number, byte[] buffer, int length)
    {
        (_file, _number, _count) = (file, number, 0);
        ScanPath();
        ReadWords(buffer, length);
        Find(_words.Text);
        Find(_words.Attributes);
        Find(_words.Joined);
        _clean.Settle(areClean: _count == 0);
    }

    private void ReadWords(byte[] buffer, int length)
    {
        var terms = _file.IsSearch ? SearchTerms.Read(buffer.AsSpan(0, length)) : null;
        (_utf8, _hasPlaces) = (terms ?? buffer, terms is null);
        if (_file.Path.EndsWith(".ics", StringComparison.Ordinal))
        {
            Unfold(buffer.AsSpan(0, length));
        }

        _words.Read(_utf8.AsSpan(0, terms?.Length ?? length), terms is null ? _file.Kind : PublishedKind.Plain);
    }

    private void ScanPath()
    {
        _hasPlaces = false;
        _utf8 = Encoding.UTF8.GetBytes(_file.Path);
        _nameWords.Clear();
        new WordScanner(_utf8, _nameWords).Scan(0, _utf8.Length);
        _list = _nameWords;
        _rules.Words.Find(_nameWords.Hashes, _organization, _foundWord);
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

    private void FoundWord(int at, TextOrigin origin)
    {
        var (start, end) = _list.Places[at];
        var word = _utf8.AsSpan(start, end - start);
        if (_count >= MostFindingsPerFile || (_file.HasNumbersOfItsOwn && !word.ContainsAnyExceptInRange((byte)'0', (byte)'9')))
        {
            return;
        }

        if (_file.IsSearch && _rules.Explanations.IsPartOfOwnText(Encoding.UTF8.GetString(word), _organization))
        {
            return;
        }

        Add(start, end, origin);
    }

    private void FoundPhrase(int phrase, int first)
    {
        var words = _rules.Phrases.WordsOf(phrase);
        if (_count < MostFindingsPerFile && !_rules.Explanations.IsFilledIn(phrase, words, _organization))
        {
            Add(_list.Places[first].Start, _list.Places[first + words.Length - 1].End, _rules.Phrases.OriginOf(phrase));
        }
    }

    private void Add(int start, int end, TextOrigin origin)
    {
        _count++;
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
