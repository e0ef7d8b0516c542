using System.Text;
using Playbooks.Exporting;

namespace Playbooks.Rendering;

/// <summary>What every page of an edition shows: names, tools, the playbook's own words, addresses of style sheets and scripts.</summary>
internal sealed class SiteViews
{
    private static readonly string[] Things = ["area", "chapter", "play", "template", "checklist", "gate", "phase", "assessment", "opportunity"];

    private readonly Edition _edition;
    private readonly Theme _theme;
    private readonly SiteMap _map;
    private readonly SiteIcons _icons;
    private readonly View _assets;
    private readonly View _organization;
    private readonly Tool[] _tools;
    private readonly View[] _downloads;

    public SiteViews(Edition edition, Theme theme, SiteMap map, SiteIcons icons)
    {
        _edition = edition;
        _theme = theme;
        _map = map;
        _icons = icons;
        OrganizationCss = CreateCss(edition);
        Items = ProgressScript.Create(edition);
        _assets = CreateAssets(theme);
        _organization = new View("organization")
        {
            { "id", edition.Id.Value }, { "name", edition.Name }, { "short_name", edition.ShortName }, { "is_common", edition.Id.Value == Edition.CommonId },
        };
        _tools = [.. FindTools()];
        _downloads = [.. SiteExports.Offered(edition).Select(file => new View("download")
        {
            { "url", Marks.Url(file.Path) }, { "name", file.Name }, { "title", edition.Locale.Text($"export.{file.Text}") }, { "text", edition.Locale.Text($"export.{file.Text}_text") },
        })];
        Words = new View("words");
        foreach (var thing in Things)
        {
            var word = edition.WordFor(thing);
            Words.Add(thing, new View(thing) { { "one", word.One }, { "many", word.Many } });
        }
    }

    /// <summary>The style sheet with the organization's and the areas' colours and the language's paper; null when there are none.</summary>
    public ThemeAsset? OrganizationCss { get; }

    /// <summary>What the scripts must know of the items; null without items.</summary>
    public ThemeAsset? Items { get; }

    /// <summary>The playbook's own words for things.</summary>
    public View Words { get; }

    /// <summary>The view <c>site</c> for one page.</summary>
    public View Site(PagePlan page) => new("site")
    {
        { "title", _edition.Title },
        { "subtitle", _edition.Subtitle },
        { "playbook", _edition.PlaybookId.Value },
        { "version", _edition.Version },
        { "language", _edition.Locale.Tag },
        { "locale", _edition.Locale.Tag.Replace('-', '_') },
        { "direction", _edition.Locale.Direction },
        { "feed_url", ChangeFeed.IsOffered(_edition) ? Marks.Url(ChangeFeed.Path) : null },
        { "home_url", Marks.Url("") },
        { "print_url", Marks.Url(PrintRenderer.Folder) },
        { "search_url", Marks.Url(SearchViews.Folder) },
        { "organization", _organization },
        { "logo_url", _edition.Logo is { } logo ? Marks.Url(PageWriter.AssetPath(logo)) : null },
        { "accent", _edition.Accent },
        { "footer", _edition.Footer },
        { "disclaimer", _edition.Disclaimer },
        { "notices", page.Path.Length == 0 ? _edition.Home.Notices : [] },
        { "indexable", _edition.IsIndexable && page.Kind is not PagePlan.NotFound and not SearchViews.Kind && page.Path != PrintRenderer.Folder },
        { "tools", _tools.Select(tool => ViewOf(tool, page)) },
        { "downloads", _downloads },
        { "updated", (View?)null },
        { "assets", _assets },
        { "bundles", page.Bundles.Select(BundleOf) },
        { "shows_progress", page.Path.Length == 0 || page.Kind == "area" || !page.Bundles.IsEmpty },
    };

    /// <summary>The tools of the edition, found once: looking through all pages for each page would take time without end.</summary>
    private IEnumerable<Tool> FindTools()
    {
        (string Reference, string Icon, string? Key, bool IsOffered)[] tools =
        [
            ("assessment", "gauge", "a", _edition.Assessment is not null),
            ("checklist", "list-checks", "c", _edition.Items.Any()),
            ("checklist/essentials", "star", "e", _edition.Items.Any(item => item.Gate is not null)),
            ("plan", "route", "r", _edition.Items.Any()),
            .. _edition.Types.Where(type => type.Kind != PageKind.Chapter && _edition.Pages.Values.Any(written => written.Page.Type == type.Id))
                .Select(type => (type.Folder, type.Kind == PageKind.Play ? "play" : "file-text", (string?)null, true)),
            ("glossary", "book", "g", !_edition.Glossary.IsEmpty),
        ];
        return tools.Where(tool => tool.IsOffered).Select(tool => (tool.Icon, tool.Key, Address: _map.Find(tool.Reference)!))
            .Select(tool => new Tool(tool.Icon, tool.Key, tool.Address, tool.Address.Path == SiteMap.Assessment ? _edition.WordFor("assessment").One : tool.Address.Title));
    }

    /// <summary>A page that every page leads to.</summary>
    /// <param name="Icon">Name of its icon.</param>
    /// <param name="Key">The single key that follows it when the reader wants such keys; null for none.</param>
    /// <param name="Address">Where it is.</param>
    /// <param name="Title">As shown.</param>
    private sealed record Tool(string Icon, string? Key, Address Address, string Title);

    private static View ViewOf(Tool tool, PagePlan page) => new("tool")
    {
        { "key", tool.Key },
        { "title", tool.Title },
        { "url", tool.Address.Url },
        { "icon", tool.Icon },
        { "is_current", tool.Address.Path == page.Path },
    };

    private View BundleOf(string name)
    {
        var (css, script) = (_theme.Asset($"{name}.css")!, _theme.Asset($"{name}.js")!);
        return new View("bundle")
        {
            { "css", Marks.Url(css.Path) }, { "css_integrity", css.Integrity }, { "js", Marks.Url(script.Path) }, { "js_integrity", script.Integrity },
        };
    }

    private View CreateAssets(Theme theme)
    {
        var css = theme.Asset("site.css")!;
        var script = theme.Asset("site.js")!;
        return new View("assets")
        {
            { "css", Marks.Url(css.Path) },
            { "css_integrity", css.Integrity },
            { "print_css", Marks.Url(theme.Asset("book.css")!.Path) },
            { "js", Marks.Url(script.Path) },
            { "js_integrity", script.Integrity },
            { "items_js", Items is { } items ? Marks.Url(items.Path) : null },
            { "items_js_integrity", Items?.Integrity },
            { "search_js", Marks.Url(theme.Asset("search.js")!.Path) },
            { "offline_js", Marks.Url(theme.Asset("offline.js")!.Path) },
            { "scheme_js", Marks.Url(theme.Asset("scheme.js")!.Path) },
            { "fonts", theme.Assets.Where(asset => asset.Name.EndsWith(".woff2", StringComparison.Ordinal) && !asset.Name.Contains('-', StringComparison.Ordinal))
                .Select(asset => new View("font") { { "url", Marks.Url(asset.Path) } }) },
            { "organization_css", OrganizationCss is { } own ? Marks.Url(own.Path) : null },
            { "icon", _icons.Scalable is { } icon ? Marks.Url(icon) : null },
            { "pixel_icon", _icons.AreDrawn ? Marks.Url(SiteIcons.IconPath) : null },
            { "touch_icon", _icons.AreDrawn ? Marks.Url(SiteIcons.TouchPath) : null },
        };
    }

    private static ThemeAsset? CreateCss(Edition edition)
    {
        var css = new StringBuilder();
        if (edition.Accent is { } accent)
        {
            css.Append(CultureInfo.InvariantCulture, $":root{{--accent:{accent}}}");
        }

        foreach (var area in edition.Areas.Where(area => area.Area.Colour is not null))
        {
            css.Append(CultureInfo.InvariantCulture, $".area-{area.Area.Id}{{--area:{area.Area.Colour}}}");
        }

        // Browsers print on letter unless told otherwise. Margins and the rest of a sheet are the theme's.
        var paper = edition.Locale.Find("format.paper") is { } size and not "letter" ? $"@page{{size:{size}}}@page wide{{size:{size} landscape}}" : "";
        if (css.Length + paper.Length == 0)
        {
            return null;
        }

        var bytes = Encoding.UTF8.GetBytes($"@layer organization{{{css}}}{paper}\n");
        return new ThemeAsset("organization.css", Theme.HashedPath("assets", "organization.css", bytes), bytes);
    }
}
