namespace Playbooks.Rendering;

/// <summary>Views of reading routes, and of a page's place on them.</summary>
internal sealed class RouteViews(Edition edition, SiteMap map, PageViews pages)
{
    // A list is looked through, which takes about two minutes.
    private const int MinutesForAList = 2;

    private readonly Lazy<ILookup<string, (EditionRoute Route, int At)>> _byPath = new(() => edition.Routes
        .SelectMany(route => route.Pages.Select((reference, at) => (Path: map.Find(reference)?.Path, Route: route, At: at)))
        .Where(step => step.Path is not null)
        .ToLookup(step => step.Path!, step => (step.Route, step.At), StringComparer.Ordinal));

    /// <summary>A route with its steps. Links to steps carry the route's id, so that scripts can offer the way on.</summary>
    public View Route(EditionRoute route)
    {
        var steps = StepsOf(route);
        return new View("route")
        {
            { "id", route.Id.Value },
            { "title", route.Title },
            { "summary", route.Summary },
            { "url", Marks.Url(SiteMap.RouteOf(route)) },
            { "minutes", steps.Sum(step => Minutes(step.Reference)) },
            { "pages", steps.Select(step => new View("step")
                {
                    { "title", step.Address.Title },
                    { "url", Url(step.Address, route) },
                    { "path", step.Address.Path },
                    { "minutes", Minutes(step.Reference) },
                    { "description", pages.Find(step.Reference)?.Description },
                    { "kind_label", pages.Find(step.Reference) is { } page ? pages.LabelOf(page).One : null },
                }) },
        };
    }

    /// <summary>Every route that leads over a page, with the steps before and after it.</summary>
    public IEnumerable<View> Of(PagePlan page) => _byPath.Value[page.Path].Select(place =>
    {
        var steps = StepsOf(place.Route);
        return new View("route")
        {
            { "id", place.Route.Id.Value },
            { "title", place.Route.Title },
            { "url", Marks.Url(SiteMap.RouteOf(place.Route)) },
            { "position", place.At + 1 },
            { "count", steps.Length },
            { "previous", place.At > 0 ? Link(steps[place.At - 1].Address, place.Route) : null },
            { "next", place.At + 1 < steps.Length ? Link(steps[place.At + 1].Address, place.Route) : null },
        };
    });

    private (string Reference, Address Address)[] StepsOf(EditionRoute route) =>
        [.. route.Pages.Select(reference => (reference, Address: map.Find(reference))).Where(step => step.Address is not null).Select(step => (step.reference, step.Address!))];

    private static View Link(Address address, EditionRoute route) => new("step") { { "title", address.Title }, { "url", Url(address, route) }, { "kind_label", (string?)null } };

    private static string Url(Address address, EditionRoute route) => Marks.Url($"{address.Path}?route={route.Id}");

    /// <summary>Reading time of a page, or of all chapters of an area.</summary>
    private int Minutes(string reference)
    {
        var area = edition.Areas.FirstOrDefault(each => each.Area.Id.Value == reference);
        return pages.Find(reference)?.Minutes
            ?? (area is { Pages.IsEmpty: false } ? area.Pages.Select(id => edition.Pages[id]).Where(page => page.Page.Kind == PageKind.Chapter).Sum(page => page.Minutes) : MinutesForAList);
    }
}
