namespace Playbooks.Rendering;

/// <summary>Views of written pages and of links to them.</summary>
internal sealed class PageViews(Edition edition, SiteMap map)
{
    private const int BytesPerKilobyte = 1000;

    // Made when the first play or template asks; looking through all pages for each of them would take time without end.
    private readonly Lazy<ILookup<string, EditionPage>> _byPlay = new(() => ByReference(edition, chapter => chapter.Plays));
    private readonly Lazy<ILookup<string, EditionPage>> _byTemplate = new(() => ByReference(edition, chapter => chapter.Templates));

    /// <summary>A link with a title; null when what it leads to is not in the edition.</summary>
    public View? Link(string reference)
    {
        return map.FindSection(reference) is not { } address ? null : new View("link")
        {
            { "title", TitleOf(reference) ?? address.Title },
            { "url", address.Url },
        };
    }

    /// <summary>Links to everything of a list that is in the edition.</summary>
    public IEnumerable<View> Links(IEnumerable<Located<string>> references, string prefix = "") =>
        references.Select(reference => Link(prefix + reference.Value)).OfType<View>();

    /// <summary>What a list of pages says of a page.</summary>
    public View Entry(EditionPage page) => new("entry")
    {
        { "title", page.Title },
        { "url", Marks.Url($"{page.Page.Id}/") },
        { "description", page.Description },
        { "minutes", page.Page.Generates is null ? page.Minutes : 0 },
        { "tier", page.Page.Tier },
        { "is_second_wave", page.Page.Tier is not null and not "core" },
        { "kind_label", LabelOf(page).One },
        { "origin", Origin(page.Origin) },
        { "time", page.Page.Play?.Time },
        { "formats", page.Page.Template is { } template ? FormatsOf(template) : [] },
    };

    /// <summary>Entries of all pages of a list of references that are in the edition.</summary>
    public IEnumerable<View> Entries(IEnumerable<Located<string>> references, string prefix = "") =>
        references.Select(reference => Find(prefix + reference.Value)).OfType<EditionPage>().Select(Entry);

    /// <summary>A page by its id; null when it is not in the edition.</summary>
    public EditionPage? Find(string id) => PageId.TryParse(id, out var parsed) ? edition.Pages.GetValueOrDefault(parsed) : null;

    /// <summary>The word for a page's type.</summary>
    public Words LabelOf(EditionPage page) => edition.WordFor(page.Page.Type.Value);

    /// <summary>A mark for what a layer changed or added; null for the common text.</summary>
    public View? Origin(Origin origin)
    {
        if (origin.Layer is not { } layer)
        {
            return null;
        }

        var isOwn = layer == edition.Id;
        var key = origin.IsAdded ? "origin.added" : isOwn ? "origin.organization" : "origin.layer";
        return new View("origin") { { "label", edition.Locale.Text(key, isOwn ? edition.ShortName : layer.Value) } };
    }

    /// <summary>What only a chapter's page shows.</summary>
    public View Chapter(EditionPage page, ItemViews items, SourceViews sources)
    {
        var reviewed = page.Page.Reviewed?.Value;
        return new View("chapter")
        {
            { "minutes", page.Minutes },
            { "words", page.WordCount },
            { "tier", page.Page.Tier },
            { "reviewed", Day(reviewed) },
            { "review_due", Day(reviewed is { } date && page.Page.ReviewEvery is { } every ? every.After(date) : null) },
            { "audience", page.Audience },
            { "questions", items.Questions(page.Page.Questions) },
            { "items", items.Short(page.Page.Checklist) },
            { "plays", Entries(page.Page.Plays, FolderOf(PageKind.Play)) },
            { "templates", Entries(page.Page.Templates, FolderOf(PageKind.Template)) },
            { "related", Entries(page.Page.Related) },
            { "sources", sources.Numbered(page) },
            { "edit", (string?)null },
        };
    }

    /// <summary>What only a play's page shows.</summary>
    public View Play(EditionPage page, ItemViews items) => new("play")
    {
        { "goal", page.Play?.Goal },
        { "when_to_use", page.Play?.WhenToUse },
        { "time", page.Page.Play?.Time },
        { "people", page.Play?.People },
        { "materials", (page.Play?.Materials ?? []).Select(Material) },
        { "outputs", page.Play?.Outputs ?? [] },
        { "leads_to", items.Short(page.Page.Play?.LeadsTo ?? []) },
        { "is_remote", page.Page.Play?.IsRemote ?? false },
        { "templates", Entries(page.Page.Templates, FolderOf(PageKind.Template)) },
        { "chapters", UsedBy(page, _byPlay.Value, []) },
    };

    /// <summary>What only a template's page shows.</summary>
    public View Template(EditionPage page) => new("template")
    {
        { "formats", (page.Page.Template?.Formats ?? []).Select(format => format.ToUpperInvariant()) },
        { "file_name", $"{page.Page.Name}.md" },
        { "fields", page.TemplateFields },
        { "used_in", UsedBy(page, _byTemplate.Value, page.Page.Template?.UsedIn ?? []) },
        { "example", page.TemplateExample },
        { "downloads", (page.Page.Template?.Files ?? []).Select(Download) },
    };

    /// <summary>A day for people and for machines; null for null.</summary>
    public View? Day(DateOnly? date) => date is not { } day ? null : new View("day")
    {
        { "iso", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) },
        { "text", edition.Locale.Date(day) },
    };

    /// <summary>Folder that plays or templates are referred to in, with a closing slash.</summary>
    public string FolderOf(PageKind kind) => $"{edition.Types.First(type => type.Kind == kind).Folder}/";

    private IEnumerable<View> UsedBy(EditionPage page, ILookup<string, EditionPage> users, ImmutableArray<Located<string>> given)
    {
        var named = given.Concat(page.Page.Related).Select(reference => Find(reference.Value)).OfType<EditionPage>();
        return named.Concat(users[page.Page.Name.Value]).DistinctBy(each => each.Page.Id).Select(Entry);
    }

    /// <summary>Pages by the names that one of their lists holds, in the order of their ids.</summary>
    private static ILookup<string, EditionPage> ByReference(Edition edition, Func<ContentPage, ImmutableArray<Located<string>>> list) =>
        edition.Pages.Values.SelectMany(page => list(page.Page).Select(name => (name.Value, page))).ToLookup(each => each.Value, each => each.page, StringComparer.Ordinal);

    private View Material(string material) => Find(FolderOf(PageKind.Template) + material) is { } template
        ? new View("material") { { "title", template.Title }, { "url", Marks.Url($"{template.Page.Id}/") } }
        : new View("material") { { "title", material }, { "url", (string?)null } };

    private static IEnumerable<string> FormatsOf(TemplateDetails template) =>
        template.Formats.Select(static format => format.ToUpperInvariant()).Concat(template.Files.Select(FormatOf)).Distinct(StringComparer.Ordinal);

    private static string FormatOf(TemplateFile file) => Path.GetExtension(file.File.Value.Value).TrimStart('.').ToUpperInvariant();

    private View Download(TemplateFile file)
    {
        var size = edition.Assets[file.File.Value.Value].Bytes.Length;
        return new View("download")
        {
            { "title", file.Title },
            { "url", Marks.Url(PageWriter.AssetPath(file.File.Value)) },
            { "format", FormatOf(file) },
            { "size", size < BytesPerKilobyte ? $"{size} B" : $"{(size + BytesPerKilobyte - 1) / BytesPerKilobyte} kB" },
        };
    }

    /// <summary>The title of a written page, with its section's; null for everything else.</summary>
    private string? TitleOf(string reference)
    {
        var parts = reference.Split('#', 2);
        if (Find(parts[0]) is not { } page)
        {
            return null;
        }

        var section = parts.Length == 2 ? page.Sections.FirstOrDefault(each => each.Id == parts[1]) : null;
        return section is null ? page.Title : $"{page.Title}: {section.Title}";
    }
}
