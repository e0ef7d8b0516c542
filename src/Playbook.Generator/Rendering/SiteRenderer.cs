using System.Text;
using Playbooks.Exporting;
using Playbooks.Planning;

namespace Playbooks.Rendering;

/// <summary>Makes the files of a site from an edition.</summary>
/// <remarks>
/// In: an <see cref="Edition"/> and a theme. Out: every byte that will be published. Takes nothing but the edition, so text
/// that was left out or belongs to somebody else cannot reach a page. Gives diagnostics only for mistakes of the theme.
/// </remarks>
public sealed class SiteRenderer
{
    private readonly Edition _edition;
    private readonly Theme _theme;
    private readonly LayoutEngine _layouts;
    private readonly SiteMap _map;
    private readonly Plan _schedule;
    private readonly NavigationRenderer _navigation;
    private readonly ImmutableArray<PagePlan> _plan;
    private readonly Dictionary<string, (PagePlan? Previous, PagePlan? Next)> _neighbours;
    private readonly SiteViews _views;
    private readonly RouteViews _routes;
    private readonly StructuredData _structured;
    private readonly SiteResources _resources;
    private readonly SiteIcons _icons;
    private readonly SiteCards _cards;

    private SiteRenderer(Edition edition, Theme theme, LayoutEngine layouts)
    {
        _edition = edition;
        _theme = theme;
        _layouts = layouts;
        _map = new SiteMap(edition);
        _schedule = Planner.Plan(edition);
        _plan = SitePlan.Of(edition, _map, _schedule);
        _navigation = new NavigationRenderer(edition, _map, layouts);
        _neighbours = NeighboursOf(_plan);
        _icons = new SiteIcons(edition, theme);
        _cards = new SiteCards(edition, theme, _map, _icons);
        _views = new SiteViews(edition, theme, _map, _icons);
        _routes = new RouteViews(edition, _map, new PageViews(edition, _map));
        _structured = new StructuredData(edition);
        _resources = new SiteResources(edition, theme, _map);
    }

    /// <summary>Renders everything; null after a mistake of the theme, which is reported.</summary>
    internal static Site? Render(Edition edition, Theme theme, LayoutEngine layouts, DiagnosticBag diagnostics) =>
        ThemeMistakes.Report(diagnostics, () => new SiteRenderer(edition, theme, layouts).Render());

    /// <summary>Plans a site whose pages are rendered one by one, when somebody asks for them.</summary>
    /// <exception cref="ThemeException">The theme has a mistake.</exception>
    internal static SiteRenderer Plan(Edition edition, Theme theme, LayoutEngine layouts) => new(edition, theme, layouts);

    /// <summary>Id of the edition.</summary>
    internal Slug Edition => _edition.Id;

    /// <summary>All pages, in reading order where there is one.</summary>
    internal ImmutableArray<PagePlan> Pages => _plan;

    /// <summary>Path of the site's root on its server, with a slash at either end.</summary>
    internal string RootPath => _edition.BaseUrl is { } address ? new Uri(address).AbsolutePath : "/";

    private Site Render()
    {
        var pages = new SiteFile[_plan.Length];
        Parallel.For(0, pages.Length, at => pages[at] = Render(_plan[at]));
        var copies = new SiteFile[pages.Length];
        Parallel.For(0, pages.Length, at => copies[at] = CopyOf(pages[at], _plan[at]));
        var copied = copies.Where((_, at) => _plan[at].Kind != PagePlan.NotFound);
        return new Site(_edition.Id, RootPath, [.. pages.Concat(copied).Concat(Cards).Append(Print()).Concat(Assets()).Concat(OtherFiles()).OrderBy(file => file.Path)]);
    }

    /// <summary>The pictures for link previews of the pages that were rendered.</summary>
    internal IEnumerable<SiteFile> Cards => _cards.Drawn;

    /// <summary>The picture for link previews of a page that was rendered, by its path; null for any other path.</summary>
    internal SiteFile? Card(string path) => _cards.Find(path);

    /// <summary>The whole edition on one page.</summary>
    /// <exception cref="ThemeException">The theme has a mistake.</exception>
    internal SiteFile Print() => new PrintRenderer(_edition, _theme, _layouts, _map, _views, _plan).Render();

    /// <summary>The files that pages load, and those that describe others; nothing has to be made for them.</summary>
    internal IEnumerable<SiteFile> Assets() =>
    [
        .. _theme.Assets.Select(asset => new SiteFile(new SitePath(asset.Path), asset.Bytes, [])),
        .. _edition.Assets.Values.Select(asset => new SiteFile(new SitePath(PageWriter.AssetPath(asset.File)), asset.Bytes, [asset.File])),
        .. new[] { _views.OrganizationCss, _views.Items }.OfType<ThemeAsset>().Select(asset => new SiteFile(new SitePath(asset.Path), asset.Bytes, [])),
        .. _theme.Schemas.Select(schema => new SiteFile(new SitePath($"schemas/{schema.Path.Name}"), Encoding.UTF8.GetBytes(schema.Text), [])),
    ];

    /// <summary>The files that are made of the edition and are no pages.</summary>
    internal IEnumerable<SiteFile> OtherFiles() =>
    [
        .. _icons.Files(),
        .. PlainFiles.Of(_edition, _plan),
        .. SiteExports.Of(new ExportSource(_edition, _schedule)),
    ];

    /// <summary>Renders one page.</summary>
    /// <exception cref="ThemeException">The theme has a mistake.</exception>
    internal SiteFile Render(PagePlan page)
    {
        using var layout = Utf8Buffer.Rent();
        _layouts.Render(
            $"layouts/{page.Layout ?? page.Kind}",
            _edition.Locale,
            [new("site", _views.Site(page)), new("words", _views.Words), new("page", PageView(page)), new(page.ViewName, page.View?.Invoke())],
            layout);
        var writer = new PageWriter(_resources, RootOf(page), page.Path, page.Page);
        return new SiteFile(page.File, writer.Write(layout.Written, _navigation.Render(page), page.Page?.Sections ?? []), page.Page?.Files ?? []);
    }

    /// <summary>A page as Markdown.</summary>
    internal static SiteFile CopyOf(SiteFile page, PagePlan plan) =>
        new(new SitePath(plan.Copy), Encoding.UTF8.GetBytes(MarkdownCopy.Of(page.Utf8.Span)), page.Sources);

    private View PageView(PagePlan page)
    {
        var (previous, next) = _neighbours.GetValueOrDefault(page.Path);
        var view = new View("page")
        {
            { "kind", page.Kind },
            { "title", page.Title },
            { "document_title", DocumentTitle(page) },
            { "lead", page.Description },
            { "description", page.Description ?? _edition.Description },
            { "canonical", _edition.BaseUrl is { } root && page.Kind != PagePlan.NotFound ? root + page.Path : null },
            { "url", Marks.Url(page.Path) },
            { "card", _cards.Of(page) is { } card ? _edition.BaseUrl + card.Path : null },
            { "area", page.Area is { } area ? new View("area")
                {
                    { "id", area.Area.Id.Value }, { "title", area.Area.Title }, { "url", Marks.Url($"{area.Area.Folder}/") },
                    { "icon", area.Area.Icon?.Value }, { "colour", area.Area.Colour },
                } : null },
            { "breadcrumbs", Breadcrumbs(page) },
            { "contents", page.Contents.Select(Contents) },
            { "previous", Neighbour(previous) },
            { "next", Neighbour(next) },
            { "routes", page.Kind == PagePlan.NotFound ? [] : _routes.Of(page) },
            { "origin", page.Page is { } written ? new PageViews(_edition, _map).Origin(OriginOf(written)) : null },
            { "copy_url", page.Kind == PagePlan.NotFound ? null : Marks.Url(page.Copy) },
        };
        view.AddHtml("json_ld", _structured.Of(page));
        view.AddHtml("explanations", $"{Marks.Explanations}");
        view.AddHtml("shapes", $"{Marks.Shapes}");
        view.AddHtml("navigation", $"{Marks.Navigation}");
        view.AddHtml("content", page.Page is { Sections.IsEmpty: false } ? $"{Marks.Content}" : null);
        return view;
    }

    private string DocumentTitle(PagePlan page) => page.Path.Length > 0 ? $"{page.Title} · {_edition.Title}"
        : _edition.ShortName == _edition.Title ? _edition.Title : $"{_edition.Title} · {_edition.ShortName}";

    /// <summary>A page counts as changed when a layer replaced it or any of its sections.</summary>
    private static Origin OriginOf(EditionPage page) => page.Origin.Layer is not null
        ? page.Origin
        : page.Sections.Select(section => section.Origin).FirstOrDefault(origin => origin.Layer is not null) is { } changed ? changed with { IsAdded = false } : page.Origin;

    private IEnumerable<View> Breadcrumbs(PagePlan page) => page.Path.Length == 0 ? [] :
    [
        Crumb(_edition.Locale.Text("page.home"), Marks.Url("")),
        .. page.Above.Select(above => Crumb(above.Title, above.Url)),
        Crumb(page.Title, null),
    ];

    private static View Crumb(string title, string? url) => new("crumb") { { "title", title }, { "url", url } };

    private static View Contents(ContentsEntry entry) => new("heading")
    {
        { "title", entry.Title },
        { "anchor", entry.Anchor },
        { "level", entry.Level },
        { "children", entry.Children.Select(Contents) },
    };

    private View? Neighbour(PagePlan? page) => page is null ? null : new View("neighbour")
    {
        { "title", page.Title },
        { "url", Marks.Url(page.Path) },
        { "kind_label", page.Page is { } written ? new PageViews(_edition, _map).LabelOf(written).One : page.Area is not null ? _edition.WordFor("area").One : null },
    };

    /// <summary>
    /// The way to the site's root. Relative, so that a site works below any folder of a server and from a disk; only the
    /// page for missing addresses is served at any depth and needs the root's own path.
    /// </summary>
    private string RootOf(PagePlan page)
    {
        if (page.Kind == PagePlan.NotFound)
        {
            return RootPath;
        }

        return page.File.Depth == 0 ? "./" : string.Concat(Enumerable.Repeat("../", page.File.Depth));
    }

    /// <summary>What comes before and after each page when one reads areas and chapters in order; plays and templates stand beside that road.</summary>
    private static Dictionary<string, (PagePlan? Previous, PagePlan? Next)> NeighboursOf(ImmutableArray<PagePlan> plan)
    {
        var road = plan.Where(page => page.Group is not null && page.Page?.Page.Kind is null or PageKind.Chapter && page.Kind is "area" or "section" or "chapter" or "glossary" or "sources" or "index")
            .Where(page => page.Group is not null).ToArray();
        return road.Select((page, at) => (page.Path, Previous: at > 0 ? road[at - 1] : null, Next: at + 1 < road.Length ? road[at + 1] : null))
            .ToDictionary(each => each.Path, each => (each.Previous, each.Next), StringComparer.Ordinal);
    }
}
