namespace Playbooks.Rendering;

/// <summary>An address in a site.</summary>
/// <param name="Path">Folder below the site's root with a closing slash; empty for the home page.</param>
/// <param name="Anchor">Without <c>#</c>; null for the page itself.</param>
/// <param name="Title">What a link to it says when nobody says otherwise.</param>
internal sealed record Address(string Path, string? Anchor, string Title)
{
    /// <summary>The address as layouts print it.</summary>
    public string Url => Marks.Url(Anchor is null ? Path : $"{Path}#{Anchor}");
}

/// <summary>Where everything in an edition is published.</summary>
internal sealed class SiteMap
{
    /// <summary>Folder of the checklists.</summary>
    public const string Checklist = "checklist/";

    /// <summary>The items that carry a gate.</summary>
    public const string Essentials = "checklist/essentials/";

    /// <summary>All items by phase; the list of one phase lies below.</summary>
    public const string ByPhase = "checklist/phase/";

    /// <summary>All items by who is accountable; the list of one holder lies below.</summary>
    public const string ByRole = "checklist/role/";

    /// <summary>All items by due date.</summary>
    public const string ByDate = "checklist/date/";

    /// <summary>The assessment form.</summary>
    public const string Assessment = "assessment/";

    /// <summary>What the answers come to.</summary>
    public const string Results = "results/";

    /// <summary>Everything there is to do in time.</summary>
    public const string Plan = "plan/";

    /// <summary>What does not apply.</summary>
    public const string DoesNotApply = "does-not-apply/";

    private const string Routes = "routes/";

    private readonly Dictionary<string, Address> _addresses = new(StringComparer.Ordinal);

    public SiteMap(Edition edition)
    {
        var locale = edition.Locale;
        Glossary = Generated(edition, "glossary") ?? "glossary/";
        Sources = Generated(edition, "sources") ?? "sources/";
        // A list with nothing on it has no page, and links to it become text.
        AddList(edition.Items.Any(), "checklist", Checklist, locale.Text("page.checklist"));
        AddList(edition.Items.Any(item => item.Gate is not null), "checklist/essentials", Essentials, locale.Text("page.essentials"));
        AddList(edition.Items.Any(), "plan", Plan, locale.Text("page.plan"));
        AddList(!edition.Glossary.IsEmpty || Generated(edition, "glossary") is not null, "glossary", Glossary, locale.Text("page.glossary"));
        AddList(!edition.SourcesInUse.IsEmpty || Generated(edition, "sources") is not null, "sources", Sources, locale.Text("page.sources"));
        AddList(edition.Assessment is not null, "assessment", Assessment, edition.Assessment?.Title ?? "");
        AddList(edition.Assessment is not null, "results", Results, locale.Text("page.results"));
        foreach (var type in edition.Types.Where(type => type.Kind != PageKind.Chapter))
        {
            var generated = Generated(edition, type.Folder);
            AddList(generated is not null || edition.Pages.Values.Any(page => page.Page.Type == type.Id), type.Folder, generated ?? $"{type.Folder}/", edition.WordFor(type.Id.Value).Many);
        }

        foreach (var section in edition.Sections)
        {
            AddList(!section.Pages.IsEmpty, section.Section.Id.Value, $"{section.Section.Id}/", section.Section.Title);
        }

        foreach (var area in edition.Areas)
        {
            Add(area.Area.Id.Value, $"{area.Area.Folder}/", null, area.Area.Title);
        }

        foreach (var page in edition.Pages.Values)
        {
            Add(page.Page.Id.Value, $"{page.Page.Id}/", null, page.Title);
            foreach (var file in page.Files)
            {
                Add(file.Value, $"{page.Page.Id}/", null, page.Title);
            }
        }

        foreach (var area in edition.AreasAndProgramme)
        {
            foreach (var item in area.Items)
            {
                Add(item.Item.Id.Value, ChecklistOf(area.Area), item.Item.Id.Value, item.Title);
            }

            foreach (var question in area.Questions)
            {
                Add(question.Item.Id.Value, Assessment, question.Item.Id.Value, question.Statement);
            }
        }
    }

    /// <summary>Path of the glossary.</summary>
    public string Glossary { get; }

    /// <summary>Path of the list of sources.</summary>
    public string Sources { get; }

    /// <summary>Path of an area's checklist.</summary>
    public static string ChecklistOf(ChangeArea area) => $"{Checklist}{area.Folder}/";

    /// <summary>Path of a reading route.</summary>
    public static string RouteOf(EditionRoute route) => $"{Routes}{route.Id}/";

    /// <summary>Where a page id, item id, area, section or list is published; null when it is not in the edition.</summary>
    public Address? Find(string reference) => _addresses.GetValueOrDefault(reference);

    /// <summary>The address of a reference with an optional <c>#section</c>.</summary>
    public Address? FindSection(string reference)
    {
        var parts = reference.Split('#', 2);
        return Find(parts[0]) is not { } address ? null : parts.Length == 1 ? address : address with { Anchor = parts[1] };
    }

    /// <summary>Path of the page that a chapter generates a list on; null when none does.</summary>
    private static string? Generated(Edition edition, string list) =>
        edition.Pages.Values.FirstOrDefault(page => page.Page.Generates == list) is { } page ? $"{page.Page.Id}/" : null;

    private void AddList(bool hasEntries, string reference, string path, string title)
    {
        if (hasEntries)
        {
            Add(reference, path, null, title);
        }
    }

    // An area's or a page's own name wins over a list of the same name; the checker reports the clash.
    private void Add(string reference, string path, string? anchor, string title) => _addresses[reference] = new Address(path, anchor, title);
}
