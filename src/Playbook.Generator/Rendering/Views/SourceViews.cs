namespace Playbooks.Rendering;

/// <summary>Views of sources.</summary>
internal sealed class SourceViews(Edition edition)
{
    /// <summary>
    /// Numbers of a page's sources: as the front matter lists them, then as the text cites others. A source that the page
    /// cites only where a condition does not hold is none of the edition's.
    /// </summary>
    public static IReadOnlyDictionary<string, int> Numbers(EditionPage page, Edition edition)
    {
        string[] cited = [.. Cited(page.Sections.Select(section => section.Body)).Distinct(StringComparer.Ordinal)];
        var left = Cited(page.Page.Body.Sections.Select(section => section.Body)).Where(source => !cited.Contains(source)).ToHashSet(StringComparer.Ordinal);
        return page.Page.Sources.Select(source => source.Value).Where(source => !left.Contains(source)).Concat(cited).Where(edition.Sources.ContainsKey).Distinct()
            .Select((id, at) => (id, at)).ToDictionary(each => each.id, each => each.at + 1, StringComparer.Ordinal);
    }

    private static IEnumerable<string> Cited(IEnumerable<Fragment> texts) => texts.SelectMany(text => text.Slots.OfType<FragmentSlot.Citation>()).Select(citation => citation.Source.Value);

    /// <summary>The sources of a page with their numbers.</summary>
    public IEnumerable<View> Numbered(EditionPage page) =>
        Numbers(page, edition).OrderBy(each => each.Value).Select(each => One(edition.Sources[each.Key], each.Value));

    /// <summary>All sources that something in the edition rests on, by kind.</summary>
    public View All() => View(static _ => 0);

    /// <summary>The same with numbers, for a book in which each source has one.</summary>
    public View Numbered(IReadOnlyDictionary<string, int> numbers) => View(source => numbers[source.Id.Value]);

    /// <summary>Numbers of all sources, in the order in which <see cref="All"/> lists them.</summary>
    public IReadOnlyDictionary<string, int> Numbers() =>
        Groups().SelectMany(group => group.Sources).Select((source, at) => (source.Id.Value, at)).ToDictionary(each => each.Value, each => each.at + 1, StringComparer.Ordinal);

    private View View(Func<Source, int> number) => new("sources")
    {
        { "groups", Groups().Select(group => new View("group") { { "title", group.Title }, { "sources", group.Sources.Select(source => One(source, number(source))) } }) },
    };

    private IEnumerable<(string Title, IEnumerable<Source> Sources)> Groups() => edition.Sources.Values
        .Where(source => edition.SourcesInUse.Contains(source.Id.Value))
        .GroupBy(source => source.Kind ?? "")
        .Select(group => (
            edition.Locale.Find($"sources.kind.{group.Key}") ?? Capital(group.Key),
            (IEnumerable<Source>)group.OrderBy(source => source.Author ?? source.Title, StringComparer.Create(edition.Locale.Culture, ignoreCase: true))));

    private View One(Source source, int number) => new("source")
    {
        { "id", source.Id.Value },
        { "number", number },
        { "title", source.Title },
        { "author", source.Author },
        { "publisher", source.Publisher },
        { "year", source.Year },
        { "url", source.Url },
        { "supports", source.Supports },
        { "confidence", new View("confidence") { { "id", source.Confidence }, { "label", source.Confidence is { } id ? edition.Locale.Text($"confidence.{id}") : null } } },
        { "licence", source.Licence },
        { "note", source.MustBeVerified ? edition.Locale.Text("source.verify") : null },
    };

    private string Capital(string text) => text.Length == 0 ? edition.Locale.Text("page.sources") : char.ToUpper(text[0], edition.Locale.Culture) + text[1..];
}
