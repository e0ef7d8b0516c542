using System.Text;

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
    private readonly Dictionary<string, int> _levels = new(StringComparer.Ordinal);
    private readonly WordReader _reader = new();
    private int _section;

    public PostingLists(LanguageRules language) => _language = language;

    /// <summary>All words with their lists, by word, ordinal.</summary>
    public IEnumerable<KeyValuePair<string, Postings>> Sorted => _lists.OrderBy(each => each.Key, StringComparer.Ordinal);

    /// <summary>The list of a word; null when no section holds it.</summary>
    public Postings? Find(string word) => _lists.GetValueOrDefault(word);

    /// <summary>Whether each word of a text is somewhere in the index.</summary>
    public bool HoldsAll(string text) => WordsOf(text).TrueForAll(word => _lists.ContainsKey(word) || _language.IsStopWord(word));

    /// <summary>Adds the next section.</summary>
    /// <param name="heading">Its heading; for the first section of a page the page's title.</param>
    /// <param name="section">The section.</param>
    public void Add(string heading, IndexedSection section)
    {
        _levels.Clear();
        for (var at = 0; at < section.Body.Words.Length; at++)
        {
            if (!_language.IsStopWord(section.Body.Words[at]))
            {
                _levels[section.Body.Words[at]] = section.Body.Counts[at] >= OftenCount ? Often : Mentioned;
            }
        }

        foreach (var alias in section.Aliases)
        {
            _reader.Read(alias, word => Raise(word.ToString(), Sought));
        }

        foreach (var (name, expansion) in section.Body.Acronyms)
        {
            _reader.Read($"{name} {expansion}", word => Raise(word.ToString(), Sought));
        }

        var words = WordsOf(heading);
        var telling = words.Where(word => !_language.IsStopWord(word)).Distinct(StringComparer.Ordinal).Count();
        foreach (var word in words)
        {
            // Also words that are too common elsewhere: a heading may hold nothing else.
            _levels[word] = Math.Min(AloneInHeading + Math.Max(0, telling - 1), Levels - 1);
        }

        foreach (var (word, level) in _levels)
        {
            ref var list = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_lists, word, out _);
            (list ??= new Postings()).Add(_section, level);
        }

        _section++;
    }

    /// <summary>In how many sections the rarest word of a section stands; 0 for a section without words.</summary>
    public int LeastCommon(IndexedSection section) =>
        section.Body.Words.Concat(section.Aliases.SelectMany(WordsOf)).Concat(WordsOf(section.Heading))
            .Select(word => _lists.GetValueOrDefault(word)?.Count ?? int.MaxValue)
            .DefaultIfEmpty(0)
            .Min();

    private List<string> WordsOf(string text)
    {
        var words = new List<string>();
        _reader.Read(text, word => words.Add(word.ToString()));
        return words;
    }

    private void Raise(string word, int level)
    {
        if (!_language.IsStopWord(word))
        {
            _levels[word] = Math.Max(_levels.GetValueOrDefault(word), level);
        }
    }

    /// <summary>The sections that hold one word.</summary>
    internal sealed class Postings
    {
        private readonly StringBuilder _text = new(8, int.MaxValue);
        private int _next;

        /// <summary>How many sections hold the word.</summary>
        public int Count { get; private set; }

        /// <summary>As written into the index.</summary>
        public StringBuilder Text => _text;

        /// <summary>Adds a section, which comes behind those before.</summary>
        public void Add(int section, int level)
        {
            _text.AppendNumber(((section - _next) * Levels) + level);
            _next = section + 1;
            Count++;
        }
    }
}
