using System.Buffers;

namespace Playbooks.Rendering;

/// <summary>Makes the print edition: one page with everything in the edition once, to be printed or read on paper.</summary>
/// <remarks>
/// In: the pages of the site. Each becomes a part through a layout of its own, <c>print-…</c>, and <c>layouts/print</c> binds
/// them. No search engine, sitemap or list is told of it: it says nothing that the pages do not say.
/// </remarks>
internal sealed class PrintRenderer
{
    /// <summary>Where it is published, below the site's root.</summary>
    public const string Folder = "print/";

    private const string Root = "../";

    private readonly Edition _edition;
    private readonly LayoutEngine _layouts;
    private readonly SiteMap _map;
    private readonly SiteViews _site;
    private readonly SiteResources _resources;
    private readonly PrintPlan _plan;
    private readonly PrintViews _views;
    private readonly SourceViews _sources;
    private readonly IReadOnlyDictionary<string, int> _citations;

    public PrintRenderer(Edition edition, Theme theme, LayoutEngine layouts, SiteMap map, SiteViews site, ImmutableArray<PagePlan> pages)
    {
        _edition = edition;
        _resources = new SiteResources(edition, theme, map);
        _layouts = layouts;
        _map = map;
        _site = site;
        _plan = new PrintPlan(edition, pages);
        _sources = new SourceViews(edition);
        _citations = _sources.Numbers();
        _views = new PrintViews(edition, map, _plan, _citations);
    }

    /// <summary>The finished page.</summary>
    public SiteFile Render()
    {
        var parts = new ReadOnlyMemory<byte>[_plan.Parts.Length];
        Parallel.For(0, parts.Length, at => parts[at] = Render(_plan.Parts[at]));
        var body = new ArrayBufferWriter<byte>(Math.Max(1, parts.Sum(part => part.Length)));
        foreach (var part in parts)
        {
            body.Write(part.Span);
        }

        var page = new PagePlan { Path = Folder, Kind = "print", Title = _edition.Locale.Text("print.title"), ViewName = "print" };
        using var layout = Utf8Buffer.Rent();
        _layouts.Render("layouts/print", _edition.Locale, [new("site", _site.Site(page)), new("words", _site.Words), new("print", _views.Book(page))], layout);
        return new SiteFile(new SitePath(Site.PrintPage), Writer(page).Write(layout.Written, body.WrittenMemory, []), []);
    }

    private ReadOnlyMemory<byte> Render(PrintPart part)
    {
        var page = part.Page;
        var view = page.Kind == "sources" ? _sources.Numbered(_citations) : (page.PrintView ?? page.View)?.Invoke();
        using var layout = Utf8Buffer.Rent();
        _layouts.Render(
            $"layouts/print-{page.Kind}",
            _edition.Locale,
            [new("words", _site.Words), new("part", _views.Part(part)), new(page.ViewName, view), new("scoring", page.Kind == "assessment" ? _views.Scoring() : null)],
            layout);
        return new PrintLinks(_plan, part, Root).Rewrite(Writer(page).Write(layout.Written, ReadOnlyMemory<byte>.Empty, page.Page?.Sections ?? []).Span);
    }

    private PageWriter Writer(PagePlan page) => new(_resources, Root, page.Path, page: null) { Citations = _citations, CitedOn = Root + _map.Sources };
}
