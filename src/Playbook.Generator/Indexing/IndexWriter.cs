using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Playbooks.Indexing;

/// <summary>Writes an index: a small file that every search reads, and many of which it reads the two or three it needs.</summary>
/// <remarks>
/// In: pages as text. Out: files below <c>search/</c>, the same bytes for the same pages. The format is described in
/// <c>theme/scripts/search/index-files.ts</c>.
/// </remarks>
internal sealed class IndexWriter
{
    // Up to here titles and headings travel in the first file; above, only those of what was found are fetched: a dozen
    // pages from anywhere. On 1,000 pages, files three times as large save one request in eight and cost twice the bytes.
    private const int MostTitlesInFirstFile = 160 * 1024;
    private const int DetailSize = 8 * 1024;

    // What a typing mistake may be a mistake of.
    private const int ShortestMistaken = 4;
    private const int LongestMistaken = 20;
    private const int ManyWords = 40_000;
    private const int FewSections = 2;

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly IndexSource _source;
    private readonly LanguageRules _language;
    private readonly PostingLists _lists;
    private readonly List<SiteFile> _files = [];
    private readonly List<IndexedPage> _pages = [];
    private readonly SortedSet<(string Short, string Long)> _acronyms = new(Comparer<(string Short, string Long)>.Create((one, other) =>
        string.CompareOrdinal(one.Short, other.Short) is not 0 and var order ? order : string.CompareOrdinal(one.Long, other.Long)));

    private IndexWriter(IndexSource source)
    {
        _source = source;
        _language = LanguageRules.Of(source.Language);
        _lists = new PostingLists(_language);
    }

    /// <summary>All files of the index.</summary>
    /// <param name="source">What it is made of.</param>
    /// <param name="pageCount">How many pages there were.</param>
    /// <param name="sectionCount">How many sections they had.</param>
    public static IReadOnlyList<SiteFile> Write(IndexSource source, out int pageCount, out int sectionCount)
    {
        var files = new IndexWriter(source);
        files.Write();
        (pageCount, sectionCount) = (files._pages.Count, files._pages.Sum(page => page.Sections.Count));
        return files._files;
    }

    /// <inheritdoc cref="Write(IndexSource, out int, out int)"/>
    public static IReadOnlyList<SiteFile> Write(IndexSource source) => Write(source, out _, out _);

    private void Write()
    {
        foreach (var page in _source.Pages)
        {
            for (var at = 0; at < page.Sections.Count; at++)
            {
                _lists.Add(at == 0 ? page.Title : page.Sections[at].Heading, page.Sections[at]);
                _acronyms.UnionWith(page.Sections[at].Body.Acronyms.Select(each => (each.Short, each.Long.ToLowerInvariant())));
            }

            // The words are in the lists now; what is left of a page is small.
            _pages.Add(page with { Sections = [.. page.Sections.Select(section => section with { Body = TextWords.None })] });
        }

        var (shards, first, names) = ShardWriter.Write(_lists, _pages.Count);
        _files.AddRange(shards);
        var (words, wordsName) = ShardWriter.File('w', $"\"{MistakableWords()}\"");
        _files.Add(words);
        var index = WriteFirst(first, names, wordsName);
        _files.Add(new SiteFile(new SitePath($"{SearchIndexer.Folder}index.json"), index, []));
        _files.Add(Offline());
    }

    private byte[] WriteFirst(IReadOnlyList<string> first, IReadOnlyList<string> names, string wordsName)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Json))
        {
            json.WriteStartObject();
            json.WriteNumber("v", 1);
            json.WriteString("l", _source.Language);
            json.WriteNumber("n", _pages.Sum(page => page.Sections.Count));
            json.WriteString("c", Counts());
            json.WriteString("o", Ranges(section => section.IsAlone));
            WriteWeights(json);
            WriteTitles(json);
            WriteFacets(json);
            json.WriteString("s", string.Join(' ', first));
            json.WriteString("sn", string.Join(' ', names));
            json.WriteString("w", wordsName);
            WriteLanguage(json);
            WriteVocabulary(json);
            json.WriteStartObject("t");
            foreach (var (key, text) in _source.Texts)
            {
                json.WriteString(key, text);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private IEnumerable<int> Overviews => Enumerable.Range(0, _pages.Count).Where(page => _source.Overviews.Contains(_pages[page].Url));

    private string Counts()
    {
        var text = new StringBuilder();
        foreach (var page in _pages)
        {
            text.AppendNumber(page.Sections.Count);
        }

        return text.ToString();
    }

    private string Ranges(Func<IndexedSection, bool> isIn)
    {
        var text = new StringBuilder();
        text.AppendRanges([.. _pages.SelectMany(page => page.Sections).Select((section, number) => (section, number)).Where(each => isIn(each.section)).Select(each => each.number)]);
        return text.ToString();
    }

    private void WriteWeights(Utf8JsonWriter json)
    {
        json.WriteStartArray("q");
        foreach (var weight in _pages.SelectMany(page => page.Sections).Select(section => section.Weight).Where(weight => weight < 10).Distinct().Order())
        {
            json.WriteStringValue(weight.ToString(CultureInfo.InvariantCulture));
            json.WriteStringValue(Ranges(section => section.Weight == weight));
        }

        json.WriteEndArray();
    }

    private void WriteTitles(Utf8JsonWriter json)
    {
        var pages = _pages.Select(page => (
            Page: $"{page.Url}\t{Line(page.Title)}\n",
            Headings: string.Concat(page.Sections.Skip(1).Select(section => $"{Line(section.Heading)}\t{section.Anchor}\n")))).ToArray();
        if (pages.Sum(page => page.Page.Length + page.Headings.Length) <= MostTitlesInFirstFile)
        {
            json.WriteString("p", string.Concat(pages.Select(page => page.Page)));
            json.WriteString("h", string.Concat(pages.Select(page => page.Headings)));
            return;
        }

        var names = new List<string>();
        var firstPages = new StringBuilder();
        for (var page = 0; page < pages.Length;)
        {
            var start = page;
            for (var size = 0; page < pages.Length && size < DetailSize; page++)
            {
                size += pages[page].Page.Length + pages[page].Headings.Length;
            }

            var (file, name) = ShardWriter.File('d', JsonText(string.Concat(pages[start..page].Select(each => each.Page)), string.Concat(pages[start..page].Select(each => each.Headings))));
            _files.Add(file);
            names.Add(name);
            firstPages.AppendNumber(page - start);
        }

        json.WriteString("d", string.Join(' ', names));
        json.WriteString("dn", firstPages.ToString());
        json.WriteString("z", string.Concat(Overviews.Select(page => pages[page].Page)));
        return;
    }

    private void WriteFacets(Utf8JsonWriter json)
    {
        json.WriteStartArray("f");
        foreach (var facet in Enum.GetValues<Facet>())
        {
            var values = new Dictionary<string, List<int>>(StringComparer.Ordinal);
            var number = 0;
            foreach (var section in _pages.SelectMany(page => page.Sections))
            {
                foreach (var (_, value) in section.Facets.Where(each => each.Facet == facet))
                {
                    (values.TryGetValue(value, out var sections) ? sections : values[value] = []).Add(number);
                }

                number++;
            }

            json.WriteStartArray();
            foreach (var (value, sections) in values)
            {
                var ranges = new StringBuilder();
                ranges.AppendRanges(sections);
                json.WriteStringValue(value);
                json.WriteStringValue(ranges.ToString());
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private void WriteLanguage(Utf8JsonWriter json)
    {
        json.WriteString("stop", string.Join(' ', _language.StopWords));
        json.WriteStartArray("stem");
        foreach (var pass in _language.Passes)
        {
            json.WriteStringValue(string.Join(' ', pass.Select(rule => $"{rule.Ending}/{rule.Replacement}/{rule.Left}")));
        }

        json.WriteEndArray();
    }

    private void WriteVocabulary(Utf8JsonWriter json)
    {
        json.WriteStartArray("acr");
        foreach (var (name, expansion) in _acronyms)
        {
            json.WriteStringValue($"{name}\t{expansion}");
        }

        json.WriteEndArray();
        json.WriteStartArray("syn");
        var groups = _source.Synonyms.Concat(_language.Synonyms.Where(IsUseful));
        foreach (var group in groups.Select(group => string.Join('\t', group)).Distinct(StringComparer.Ordinal))
        {
            json.WriteStringValue(group);
        }

        json.WriteEndArray();
        json.WriteString("zn", string.Join(' ', Overviews));
    }

    /// <summary>Whether some word of a group is in the index, so that another can lead to it.</summary>
    private bool IsUseful(ImmutableArray<string> group) =>
        (group[0] == LanguageRules.OneWay ? group.Skip(2) : group).Any(_lists.HoldsAll);

    private FrontCoder MistakableWords()
    {
        var words = _lists.Sorted.Where(each => each.Key.Length is >= ShortestMistaken and <= LongestMistaken && !each.Key.Any(char.IsAsciiDigit)).ToArray();
        var coder = new FrontCoder();
        foreach (var (word, postings) in words)
        {
            if (words.Length <= ManyWords || postings.Count > FewSections)
            {
                coder.Append(word);
            }
        }

        return coder;
    }

    /// <summary>
    /// All files in one script: a page opened from a disk may not fetch, and may not load modules, but it may load this.
    /// Nobody on a server ever reads it.
    /// </summary>
    private SiteFile Offline()
    {
        var text = new StringBuilder("globalThis.playbookSearchFiles={");
        foreach (var file in _files)
        {
            var name = file.Path.Value.AsSpan(SearchIndexer.Folder.Length);
            text.Append('"').Append(name).Append("\":").Append(Encoding.UTF8.GetString(file.Utf8.Span)).Append(",\n");
        }

        return new SiteFile(new SitePath($"{SearchIndexer.Folder}offline.js"), Encoding.UTF8.GetBytes(text.Append("};\n").ToString()), []);
    }

    private static string JsonText(params string[] texts)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Json))
        {
            json.WriteStartArray();
            foreach (var text in texts)
            {
                json.WriteStringValue(text);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
