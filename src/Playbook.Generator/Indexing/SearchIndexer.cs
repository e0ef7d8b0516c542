using Playbooks.Rendering;

namespace Playbooks.Indexing;

/// <summary>Makes the search index of an edition.</summary>
/// <remarks>
/// In: composed editions, one after the other or at the same time. Out: files. One indexer serves a whole build, so that
/// text which all editions share is read once.
/// </remarks>
/// <param name="editionCount">How many editions there will be.</param>
internal sealed class SearchIndexer(int editionCount)
{
    /// <summary>Where the files are published.</summary>
    public const string Folder = SearchViews.Folder;

    /// <summary>Where files are published whose names change with their content.</summary>
    public const string DataFolder = $"{Folder}data/";

    /// <summary>Texts of the interface that the client says.</summary>
    private static readonly string[] Texts =
    [
        "search.hint", "search.found.one", "search.found.other", "search.partial.one", "search.partial.other", "search.none",
        "search.looked_for", "search.without", "search.nearest", "search.overviews", "search.corrected", "search.kind", "search.any",
        "search.narrow", "search.clear_filters", "search.recent", "search.recent_clear", "search.more",
        "chapter.audience", "format.quote", "words.area.one", "words.phase.one",
    ];

    private readonly HtmlWords _html = new(isShared: editionCount > 1);

    /// <summary>The files of an edition's index.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="findability">Where to report what its readers cannot find; null for not looking.</param>
    public IReadOnlyList<SiteFile> Index(Edition edition, DiagnosticBag? findability = null)
    {
        var pages = EditionReader.Read(edition, _html);
        if (findability is not null)
        {
            IndexedPage[] read = [.. pages];
            FindabilityChecker.Check(read, LanguageRules.Of(edition.Locale.Tag), findability);
            pages = read;
        }

        return IndexWriter.Write(SourceOf(edition, pages));
    }

    private static IndexSource SourceOf(Edition edition, IEnumerable<IndexedPage> pages)
    {
        return new IndexSource
        {
            Pages = pages,
            Language = edition.Locale.Tag,
            Synonyms = [.. edition.Vocabulary, .. edition.Glossary.Where(entry => !entry.Entry.Also.IsEmpty).Select(entry => entry.Entry.Also.Insert(0, entry.Entry.Term))],
            Texts = Texts.ToImmutableSortedDictionary(key => key, key => TextOf(edition, key), StringComparer.Ordinal),
            Overviews = [.. edition.Areas.Select(area => $"{area.Area.Folder}/"), .. edition.Sections.Select(section => $"{section.Section.Id}/")],
        };
    }

    private static string TextOf(Edition edition, string key) => key switch
    {
        "words.area.one" => edition.WordFor("area").One,
        "words.phase.one" => edition.WordFor("phase").One,
        _ => edition.Locale.Text(key),
    };
}
