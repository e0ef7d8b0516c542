using System.Text;

namespace Playbooks.Verifying;

/// <summary>Collects what organizations wrote and takes away what is common. Time grows with the size of the texts.</summary>
/// <param name="organizations">In the order that gives them their numbers.</param>
/// <param name="commonTexts">Texts no organization wrote.</param>
internal sealed class IsolationRulesBuilder(IReadOnlyList<OrganizationTexts> organizations, IReadOnlyList<string> commonTexts)
{
    private const int FewestBytesOfPhrase = 16;
    private const int WordsOfPhrase = 6;

    private readonly PrivateWords _words = new();
    private readonly PrivatePhrases _phrases = new();

    public IsolationRules Build()
    {
        var streams = organizations.Select((texts, number) => ReadOrganization(texts, number)).ToArray();
        if (streams.Length > 0)
        {
            _words.Freeze();
            _phrases.Freeze();
            TakeAwayCommonTexts();
            for (var number = 0; number < streams.Length; number++)
            {
                foreach (var stream in streams[number])
                {
                    _words.MarkOwners(stream, number);
                    _phrases.MarkOwners(stream, number);
                }
            }

            _words.Freeze();
            _phrases.Freeze();
        }

        return new IsolationRules(organizations, _words, _phrases, new LeakExplanations(organizations, commonTexts));
    }

    /// <summary>The words of a text one after the other, with slots but without the ends of sentences and lines.</summary>
    public static ulong[] StreamOf(string text)
    {
        var words = new WordList();
        new SourceWords(Encoding.UTF8.GetBytes(text), words).Read();
        return StreamOf(words);
    }

    private static ulong[] StreamOf(WordList words)
    {
        var stream = new ulong[words.Count];
        var length = 0;
        foreach (var hash in words.Hashes)
        {
            stream[length] = hash;
            length += hash == WordList.Break ? 0 : 1;
        }

        return stream[..length];
    }

    private void TakeAwayCommonTexts() => Parallel.ForEach(commonTexts, text =>
    {
        var stream = StreamOf(text);
        _words.MarkCommon(stream);
        _phrases.MarkCommon(stream);
    });

    private List<ulong[]> ReadOrganization(OrganizationTexts texts, int number)
    {
        var streams = new List<ulong[]>(texts.Files.Length + 1);
        var words = new WordList();
        ReadName(texts.Id.Value, new TextOrigin(number, -1, -1, -1), words, isPrivateWhenShort: true);
        streams.Add(StreamOf(words));
        for (var file = 0; file < texts.Files.Length; file++)
        {
            ReadName(texts.Files[file].Path.Value, new TextOrigin(number, file, -1, -1), words, isPrivateWhenShort: false);
            streams.Add(StreamOf(words));
            words.Clear();
            var utf8 = Encoding.UTF8.GetBytes(texts.Files[file].Text);
            new SourceWords(utf8, words).Read();
            AddWords(utf8, words, number, file);
            AddPhrases(utf8, words, number, file);
            streams.Add(StreamOf(words));
        }

        return streams;
    }

    private void ReadName(string name, TextOrigin origin, WordList words, bool isPrivateWhenShort)
    {
        words.Clear();
        var utf8 = Encoding.UTF8.GetBytes(name);
        new WordScanner(utf8, words).Scan(0, utf8.Length);
        for (var at = 0; at < words.Count; at++)
        {
            var (start, end) = words.Places[at];
            if (WordRule.CanBePrivate(utf8.AsSpan(start, end - start)) || (isPrivateWhenShort && end - start >= 3))
            {
                _words.Add(words.Hashes[at], origin);
            }
        }
    }

    private void AddWords(byte[] utf8, WordList words, int organization, int file)
    {
        var hashes = words.Hashes;
        var places = words.Places;
        for (var at = 0; at < hashes.Length; at++)
        {
            var (start, end) = places[at];
            if (hashes[at] > WordList.Slot && (_words.IsKnown(hashes[at]) || WordRule.CanBePrivate(utf8.AsSpan(start, end - start))))
            {
                _words.Add(hashes[at], new TextOrigin(organization, file, start, end));
            }
        }
    }

    private void AddPhrases(byte[] utf8, WordList words, int organization, int file)
    {
        var hashes = words.Hashes;
        var places = words.Places;
        for (var first = 0; first < hashes.Length; first++)
        {
            var count = hashes[first..].IndexOfAny(WordList.Break, WordList.Slot);
            count = count < 0 ? hashes.Length - first : count;
            for (var (from, left) = (first, count); left >= PrivatePhrases.FewestWords;)
            {
                // A rest too short for a phrase stays with the words before it.
                var taken = left < WordsOfPhrase + PrivatePhrases.FewestWords ? left : WordsOfPhrase;
                var origin = new TextOrigin(organization, file, places[from].Start, places[from + taken - 1].End);
                if (origin.End - origin.Start >= FewestBytesOfPhrase && !DateWords.IsDate(utf8, places.Slice(from, taken)))
                {
                    _phrases.Add(hashes.Slice(from, taken), places.Slice(from, taken), origin);
                }

                (from, left) = (from + taken, left - taken);
            }

            first += count;
        }
    }
}
