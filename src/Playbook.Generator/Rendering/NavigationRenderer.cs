using System.Collections.Concurrent;

namespace Playbooks.Rendering;

/// <summary>
/// Renders the menu once for each area and window of entries; a page copies the bytes and marks itself. The menu of a page
/// never holds more than <see cref="WindowSize"/> entries of its own area, and those of the others only while all of them
/// together are as few, so the cost of a page does not grow with the number of pages.
/// </summary>
internal sealed class NavigationRenderer(Edition edition, SiteMap map, LayoutEngine layouts)
{
    private const int WindowSize = 60;

    private readonly ConcurrentDictionary<(string? Group, int Window), ReadOnlyMemory<byte>> _menus = new();
    private readonly Dictionary<string, EditionPage[]> _entries = edition.Areas.Select(area => (area.Area.Id.Value, area.Pages))
        .Concat(edition.Sections.Select(section => (section.Section.Id.Value, section.Pages)))
        .ToDictionary(group => group.Value, group => group.Pages.Select(id => edition.Pages[id]).ToArray(), StringComparer.Ordinal);

    private readonly Dictionary<PageId, int> _windows = WindowsOf(edition);
    private readonly bool _isSmall = edition.Pages.Values.Count(page => page.Page.Kind == PageKind.Chapter) <= WindowSize;

    /// <summary>The menu for a page.</summary>
    public ReadOnlyMemory<byte> Render(PagePlan page)
    {
        var window = page.Page is { } written ? _windows.GetValueOrDefault(written.Page.Id) : 0;
        return _menus.GetOrAdd((page.Group, window), key =>
        {
            using var menu = Utf8Buffer.Rent();
            layouts.Render("partials/navigation", edition.Locale, [new("menu", Menu(key.Group, key.Window))], menu);
            return menu.Written.ToArray();
        });
    }

    private View Menu(string? open, int window)
    {
        var entries = open is not null && _entries.TryGetValue(open, out var all) ? all : [];
        var groups = edition.Sections.Where(section => section.Section.IsBeforeAreas && !section.Pages.IsEmpty).Select(section => Group(section, open, window))
            .Concat(edition.Areas.Select(area => Group(area, open, window)))
            .Concat(edition.Sections.Where(section => !section.Section.IsBeforeAreas && !section.Pages.IsEmpty).Select(section => Group(section, open, window)));
        return new View("menu")
        {
            { "groups", groups },
            { "earlier", window > 0 ? Link(entries[((window - 1) * WindowSize)]) : null },
            { "later", entries.Length > (window + 1) * WindowSize ? Link(entries[(window + 1) * WindowSize]) : null },
        };
    }

    private View Group(EditionArea area, string? open, int window)
    {
        var isOpen = area.Area.Id.Value == open;
        var group = Group(area.Area.Id.Value, area.Area.Title, $"{area.Area.Folder}/", area.Area.Icon?.Value, area.Area.Colour, isOpen);
        group.Add("entries", !isOpen ? Folded(area.Area.Id.Value) : Window(area.Area.Id.Value, window).Concat(area.Items.IsEmpty ? [] : [ChecklistEntry(area)]));
        return group;
    }

    private View Group(EditionSection section, string? open, int window)
    {
        var isOpen = section.Section.Id.Value == open;
        var group = Group(section.Section.Id.Value, section.Section.Title, $"{section.Section.Id}/", null, null, isOpen);
        group.Add("entries", isOpen ? Window(section.Section.Id.Value, window) : Folded(section.Section.Id.Value));
        return group;
    }

    private static View Group(string id, string title, string path, string? icon, string? colour, bool isOpen)
    {
        var group = new View("group")
        {
            { "id", id },
            { "title", title },
            { "url", Marks.Url(path) },
            { "is_open", isOpen },
            { "icon", icon },
            { "colour", colour },
        };
        group.AddHtml("is_current_marker", Marks.Current(path));
        return group;
    }

    private IEnumerable<View> Window(string group, int window) => _entries[group].Skip(window * WindowSize).Take(WindowSize)
        .Select(page => Entry(page.Title, $"{page.Page.Id}/", page.Page.Kind.ToString().ToLowerInvariant(), page.Minutes));

    /// <summary>What a closed group opens to: its chapters.</summary>
    private IEnumerable<View> Folded(string group) => !_isSmall ? [] : _entries[group].Where(page => page.Page.Kind == PageKind.Chapter)
        .Select(page => Entry(page.Title, $"{page.Page.Id}/", "chapter", page.Minutes));

    private View ChecklistEntry(EditionArea area) =>
        Entry(map.Find("checklist")!.Title, SiteMap.ChecklistOf(area.Area), "checklist", 0);

    private static View Entry(string title, string path, string kind, int minutes)
    {
        var entry = new View("entry") { { "title", title }, { "url", Marks.Url(path) }, { "kind", kind }, { "minutes", minutes } };
        entry.AddHtml("current", Marks.Current(path));
        return entry;
    }

    private static View Link(EditionPage page) => new("link") { { "title", page.Title }, { "url", Marks.Url($"{page.Page.Id}/") } };

    private static Dictionary<PageId, int> WindowsOf(Edition edition) =>
        edition.Areas.Select(area => area.Pages).Concat(edition.Sections.Select(section => section.Pages))
            .SelectMany(pages => pages.Select((id, at) => (id, Window: at / WindowSize)))
            .ToDictionary(each => each.id, each => each.Window);
}
