namespace Playbooks.Rendering;

/// <summary>
/// The search page. Without JavaScript it is a plain index of every page and heading; where that would be longer than a
/// reader can use, each area has a page of its own.
/// </summary>
internal sealed class SearchViews(Edition edition, ImmutableArray<PagePlan> pages)
{
    /// <summary>Kind of the search page and its parts.</summary>
    public const string Kind = "search";

    /// <summary>Folder of the search page.</summary>
    public const string Folder = "search/";

    // Long enough for a playbook of a hundred pages.
    private const int MostLines = 2_000;

    private readonly Group[] _groups = Groups(edition, pages);

    /// <summary>The search page, and the parts of its index where it has any.</summary>
    public static IEnumerable<PagePlan> PlansOf(Edition edition, ImmutableArray<PagePlan> pages)
    {
        var views = new SearchViews(edition, pages);
        var title = edition.Locale.Text("search.title");
        var isLong = views._groups.Sum(group => group.Lines) > MostLines;
        yield return Plan(Folder, title, edition.Locale.Text("search.text"), () => new View("search")
        {
            { "is_part", false },
            { "parts", isLong ? views._groups.Select(group => Link(group.Title, group.Path)) : [] },
            { "groups", isLong ? [] : views._groups.Select(GroupView) },
        });
        foreach (var group in isLong ? views._groups : [])
        {
            yield return Plan(group.Path, group.Title, null, () => new View("search")
            {
                { "is_part", true }, { "parts", Array.Empty<View>() }, { "groups", [GroupView(group)] },
            }) with
            {
                Above = [new Address(Folder, null, title)],
            };
        }
    }

    private static PagePlan Plan(string path, string title, string? description, Func<View?> view) => new()
    {
        Path = path,
        Kind = Kind,
        Title = title,
        Description = description,
        ViewName = Kind,
        View = view,
    };

    private static Group[] Groups(Edition edition, ImmutableArray<PagePlan> pages)
    {
        var places = edition.Sections.Where(section => section.Section.IsBeforeAreas).Select(section => (section.Section.Id.Value, section.Section.Title))
            .Concat(edition.Areas.Select(area => (area.Area.Id.Value, area.Area.Title)))
            .Concat(edition.Sections.Where(section => !section.Section.IsBeforeAreas).Select(section => (section.Section.Id.Value, section.Section.Title)));
        var others = pages.Where(page => page.Group is null && page.Path.Length > 0).ToArray();
        return
        [
            .. places.Select(place => new Group(place.Value, place.Title, [.. pages.Where(page => page.Group == place.Value).Select(page => EntryOf(page, edition))]))
                .Append(new Group("lists", edition.Title, [.. others.Select(page => EntryOf(page, edition))]))
                .Where(group => group.Entries.Length > 0),
        ];
    }

    private static Entry EntryOf(PagePlan page, Edition edition) => new(page.Title, page.Path, page switch
    {
        { Page: { } written } => [.. written.Sections.Where(section => section.Id is not null).Select(section => (section.Title, section.Id!))],
        { Kind: "checklist", Area: { } area } => [.. area.Items.Select(item => (item.Title, item.Item.Id.Value))],
        { Path: SiteMap.Assessment } => [.. edition.Questions.Select(question => (question.Statement, question.Item.Id.Value))],
        _ => [],
    });

    private static View GroupView(Group group) => new("group")
    {
        { "title", group.Title },
        { "pages", group.Entries.Select(entry => new View("entry")
            {
                { "title", entry.Title },
                { "url", Marks.Url(entry.Path) },
                { "headings", entry.Headings.Select(heading => Link(heading.Title, $"{entry.Path}#{heading.Anchor}")) },
            }) },
    };

    private static View Link(string title, string path) => new("link") { { "title", title }, { "url", Marks.Url(path) } };

    private sealed record Group(string Id, string Title, ImmutableArray<Entry> Entries)
    {
        public string Path => $"{Folder}in-{Id}/";

        public int Lines => Entries.Length + Entries.Sum(entry => entry.Headings.Length);
    }

    private sealed record Entry(string Title, string Path, ImmutableArray<(string Title, string Anchor)> Headings);
}
