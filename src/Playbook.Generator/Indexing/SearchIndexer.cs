using Playbooks.Rendering;

namespace Playbooks.Indexing;

/// <summary>Makes the search index of an edition.</summary>
/// <remarks>
/// In: composed editions, one after the other or at the same time. Out: files. One indexer serves a whole build, so that
/// text which all editions share is read once.
/// </remarks>
internal sealed class SearchIndexer
{
    /// <summary>Where the files are published.</summary>
    public const string Folder = SearchViews.Folder;

    /// <summary>Texts of the interface that the client says.</summary>
    private static readonly string[] Texts =
    [
        "search.hint", "search.found.one", "search.found.other", "search.partial.one", "search.partial.other", "search.none",
        "search.looked_for", "search.without", "search.nearest", "search.overviews", "search.corrected", "search.kind", "search.any",
        "search.narrow", "search.clear_filters", "search.recent", "search.recent_clear", "search.more",
        "chapter.audience", "format.quote", "words.area.one", "words.phase.one",
    ];

    private readonly HtmlWords _html = new();

    /// <summary>The files of an edition's index.</summary>
    public IReadOnlyList<SiteFile> Index(Edition edition) => IndexWriter.Write(SourceOf(edition));

    /// <summary>Reports what readers of an edition cannot find.</summary>
    public void Check(Edition edition, DiagnosticBag diagnostics) =>
        FindabilityChecker.Check(EditionReader.Read(edition, _html), LanguageRules.Of(edition.Locale.Tag), diagnostics);

    private IndexSource SourceOf(Edition edition)
    {
        var pages = EditionReader.Read(edition, _html);
        string[] overviews = [.. edition.Areas.Select(area => $"{area.Area.Folder}/"), .. edition.Sections.Select(section => $"{section.Section.Id}/")];
        return new IndexSource
        {
            Pages = pages,
            Language = edition.Locale.Tag,
            Synonyms = [.. edition.Vocabulary, .. edition.Glossary.Where(entry => !entry.Entry.Also.IsEmpty).Select(entry => entry.Entry.Also.Insert(0, entry.Entry.Term))],
            Texts = Texts.ToImmutableSortedDictionary(key => key, key => TextOf(edition, key), StringComparer.Ordinal),
            Overviews = [.. Enumerable.Range(0, pages.Length).Where(page => overviews.Contains(pages[page].Url))],
        };
    }

    private static string TextOf(Edition edition, string key) => key switch
    {
        "words.area.one" => edition.WordFor("area").One,
        "words.phase.one" => edition.WordFor("phase").One,
        _ => edition.Locale.Text(key),
    };
}
