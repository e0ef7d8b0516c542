namespace Playbooks.Rendering;

/// <summary>What the print edition holds, in reading order, and where in it every address of the site leads.</summary>
/// <remarks>
/// In: the pages of a site. Left out: pages that only repeat what others hold (a checklist of one area, a list of all pages
/// of a type) and the page for missing addresses.
/// </remarks>
internal sealed class PrintPlan
{
    private readonly Dictionary<string, PrintPart> _byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _checklists;

    public PrintPlan(Edition edition, ImmutableArray<PagePlan> pages)
    {
        var parts = ImmutableArray.CreateBuilder<PrintPart>();
        var (first, second) = (0, 0);
        foreach (var page in pages.Where(IsPrinted))
        {
            (first, second) = page.Kind == Home ? (0, 0) : page.Page is null ? (first + 1, 0) : (first, second + 1);
            var number = page.Kind == Home ? null
                : page.Page is null ? first.ToString(CultureInfo.InvariantCulture)
                : string.Create(CultureInfo.InvariantCulture, $"{first}.{second}");
            var part = new PrintPart(page, page.Page is null ? 1 : 2, number);
            parts.Add(part);
            _byPath.Add(page.Path, part);
        }

        Parts = parts.ToImmutable();
        _checklists = edition.AreasAndProgramme.ToDictionary(area => SiteMap.ChecklistOf(area.Area), area => $"area-{area.Area.Id}", StringComparer.Ordinal);
    }

    private const string Home = "home";

    /// <summary>The parts in reading order.</summary>
    public ImmutableArray<PrintPart> Parts { get; }

    /// <summary>Where an address of the site leads in the print edition; null when what it leads to is not in it.</summary>
    /// <param name="path">Folder below the site's root with a closing slash.</param>
    /// <param name="anchor">Without <c>#</c>; null for the page itself.</param>
    public (PrintPart Part, string Id)? Find(string path, string? anchor)
    {
        if (_checklists.TryGetValue(path, out var group))
        {
            (path, anchor) = (SiteMap.Checklist, anchor ?? group);
        }

        return !_byPath.TryGetValue(path, out var part) ? null : (part, anchor is null ? part.Anchor : $"{part.Anchor}:{anchor}");
    }

    /// <summary>What a book holds. Pages that choose, count or find something are for the screen.</summary>
    private static bool IsPrinted(PagePlan page) => page.Kind switch
    {
        "checklist" => page.Path == SiteMap.Checklist,
        "index" => page.Page is not null,
        Home or "section" or "area" or "chapter" or "play" or "template" or "essentials" or "assessment" or "glossary" or "sources" or "does-not-apply" => true,
        _ => false,
    };
}
