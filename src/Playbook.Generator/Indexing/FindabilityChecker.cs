namespace Playbooks.Indexing;

/// <summary>Finds what readers cannot find: sections that say nothing of their own, and pages that look alike in results.</summary>
internal static class FindabilityChecker
{
    // A reader looks at the first results; words that lead to more sections lead to none in particular.
    private const int MostResults = 10;

    /// <summary>Reports to the bag, as warnings.</summary>
    public static void Check(IReadOnlyList<IndexedPage> pages, LanguageRules language, DiagnosticBag diagnostics)
    {
        CheckTitles(pages, diagnostics);
        var lists = new PostingLists(language);
        foreach (var page in pages)
        {
            for (var at = 0; at < page.Sections.Count; at++)
            {
                lists.Add(at == 0 ? page.Title : page.Sections[at].Heading, page.Sections[at]);
            }
        }

        // The title of a page with a heading leads to its section, "Choose a model, how to do it", although "how to do it" is
        // a heading of every chapter; unless too many sections share both.
        var reader = new WordReader();
        foreach (var section in pages
            .GroupBy(page => Folded(page.Title, reader), StringComparer.Ordinal)
            .SelectMany(same => same.SelectMany(page => page.Sections.Skip(1)).GroupBy(section => Folded(section.Heading, reader), StringComparer.Ordinal))
            .Where(same => same.Count() > MostResults)
            .SelectMany(same => same))
        {
            if (section.Span is { } span && lists.LeastCommon(section) > MostResults)
            {
                diagnostics.Add(DiagnosticCatalog.NobodyFinds(span, section.Heading));
            }
        }
    }

    private static void CheckTitles(IReadOnlyList<IndexedPage> pages, DiagnosticBag diagnostics)
    {
        var reader = new WordReader();
        foreach (var same in pages.GroupBy(page => Folded(page.Title, reader), StringComparer.Ordinal).Where(group => group.Key.Length > 0))
        {
            var first = same.First();
            foreach (var page in same.Skip(1))
            {
                if (page.Sections[0].Span is { } span)
                {
                    diagnostics.Add(DiagnosticCatalog.DuplicateTitle(span, page.Title, first.Url.TrimEnd('/')));
                }
            }
        }
    }

    private static string Folded(string title, WordReader reader)
    {
        var words = new List<string>();
        reader.Read(title, word => words.Add(word.ToString()));
        return string.Join(' ', words);
    }
}
