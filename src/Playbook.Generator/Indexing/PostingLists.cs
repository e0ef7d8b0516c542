using System.Runtime.InteropServices;

namespace Playbooks.Indexing;

/// <summary>Which word stands in which sections, and how prominently. Sections are added in order.</summary>
internal sealed class PostingLists
{
    /// <summary>A word that stands once or twice below the heading.</summary>
    public const int Mentioned = 0;

    /// <summary>A word that stands at least <see cref="OftenCount"/> times below the heading.</summary>
    public const int Often = 1;

    /// <summary>A word by which the author wants the section found.</summary>
    public const int Sought = 2;

    /// <summary>
    /// The only word of a heading that says something; with a second one a level more, up to the last level. So a search
    /// knows how much of a heading was asked for without having read it.
    /// </summary>
    public const int AloneInHeading = 3;

    private const int OftenCount = 3;
    private const int Levels = 8;

    private readonly LanguageRules _language;
    private readonly Dictionary<string, Postings> _lists = new(StringComparer.Ordinal);
    private readonly List<Postings> _touched = [];
    private readonly WordReader _reader = new();
    private int _section;

    public PostingLists(LanguageRules language) => _language = language;

    /// <summary>All words with their lists, by word, ordinal.</summary>
    public IEnumerable<KeyValuePair<string, Postings>> Sorted =>
        _lists.Where(each => each.Value.Count > 0).OrderBy(each => each.Key, StringComparer.Ordinal);

    /// <summary>The list of a word; null when no section holds it.</summary>
    public Postings? Find(string word) => _lists.GetValueOrDefault(word) is { Count: > 0 } list ? list : null;

    /// <summary>Whether each word of a text is somewhere in the index.</summary>
    public bool HoldsAll(string text) => WordsOf(text).TrueForAll(word => Find(word) is not null || _language.IsStopWord(word));

    /// <summary>Adds the next section.</summary>
    /// <param name="heading">Its heading; for the first section of a page the page's title.</param>
    /// <param name="section">The section.</param>
    public void Add(string heading, IndexedSection section)
    {
        for (var at = 0; at < section.Body.Words.Length; at++)
        {
            RaiseTelling(section.Body.Words[at], section.Body.Counts[at] >= OftenCount ? Often : Mentioned);
        }

        foreach (var alias in section.Aliases)
        {
            _reader.Read(alias, word => RaiseTelling(word.ToString(), Sought));
        }

        foreach (var (name, expansion) in section.Body.Acronyms)
        {
            _reader.Read($"{name} {expansion}", word => RaiseTelling(word.ToString(), Sought));
        }

        var words = WordsOf(heading);
        var telling = words.Where(word => !ListOf(word).IsStopWord).Distinct(StringComparer.Ordinal).Count();
        foreach (var word in words)
        {
            // Also words that are too common elsewhere: a heading may hold nothing else.
            Raise(ListOf(word), Math.Min(AloneInHeading + Math.Max(0, telling - 1), Levels - 1));
        }

        foreach (var list in _touched)
        {
            list.Add(_section);
        }

        _touched.Clear();
        _section++;
    }

    /// <summary>In how many sections the rarest word of a section stands; 0 for a section without words.</summary>
    public int LeastCommon(IndexedSection section) =>
        section.Body.Words.Concat(section.Aliases.SelectMany(WordsOf)).Concat(WordsOf(section.Heading))
            .Select(word => Find(word)?.Count ?? int.MaxValue)
            .DefaultIfEmpty(0)
            .Min();

    private List<string> WordsOf(string text)
    {
        var words = new List<string>();
        _reader.Read(text, word => words.Add(word.ToString()));
        return words;
    }

    private Postings ListOf(string word)
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(_lists, word, out _);
        return list ??= new Postings(_language.IsStopWord(word));
    }

    private void RaiseTelling(string word, int level)
    {
        var list = ListOf(word);
        if (!list.IsStopWord)
        {
            Raise(list, level);
        }
    }

    private void Raise(Postings list, int level)
    {
        if (list.Level < 0)
        {
            _touched.Add(list);
        }

        list.Level = Math.Max(list.Level, level);
    }

    /// <summary>The sections that hold one word.</summary>
    /// <param name="isStopWord">Whether the word is only looked for in headings.</param>
    internal sealed class Postings(bool isStopWord)
    {
        private byte[] _bytes = new byte[16];
        private int _length;
        private int _next;

        /// <summary>Whether the word is only looked for in headings.</summary>
        public bool IsStopWord { get; } = isStopWord;

        /// <summary>How prominently the word stands in the section that is being added; below 0 if it does not.</summary>
        public int Level { get; set; } = -1;

        /// <summary>How many sections hold the word.</summary>
        public int Count { get; private set; }

        /// <summary>As written into the index.</summary>
        public ReadOnlySpan<byte> Ascii => _bytes.AsSpan(0, _length);

        /// <summary>Adds a section, which comes behind those before.</summary>
        public void Add(int section)
        {
            if (_length + Digits.MostBytes > _bytes.Length)
            {
                Array.Resize(ref _bytes, _bytes.Length * 2);
            }

            _length += Digits.Write(_bytes.AsSpan(_length), ((section - _next) * Levels) + Level);
            _next = section + 1;
            Level = -1;
            Count++;
        }
    }
}
