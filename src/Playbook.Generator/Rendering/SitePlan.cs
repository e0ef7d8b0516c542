using Playbooks.Planning;

namespace Playbooks.Rendering;

/// <summary>Lists every page of an edition.</summary>
internal sealed class SitePlan
{
    private readonly Edition _edition;
    private readonly SiteMap _map;
    private readonly PageViews _pages;
    private readonly ItemViews _items;
    private readonly SourceViews _sources;
    private readonly RouteViews _routes;
    private readonly ListViews _lists;
    private readonly AssessmentViews? _assessment;
    private readonly ResultViews? _results;
    private readonly ChecklistViews _checklists;

    private readonly PlanViews _schedule;

    // Pages that show statements, scores or results.
    private readonly ImmutableArray<string> _scored;

    private SitePlan(Edition edition, SiteMap map, Plan plan)
    {
        _edition = edition;
        _map = map;
        _pages = new PageViews(edition, map);
        _items = new ItemViews(edition, map, _pages);
        _sources = new SourceViews(edition);
        _routes = new RouteViews(edition, map, _pages);
        _schedule = new PlanViews(edition, plan, map);
        _scored = edition.Assessment is null ? [] : ["assessment"];
        var data = edition.Assessment is { } scored ? new AssessmentData(edition, scored, map, _items) : null;
        _lists = new ListViews(edition, map, _pages, _routes, data);
        if (data is not null)
        {
            _assessment = new AssessmentViews(edition, _lists, _pages, _items, data);
            _results = new ResultViews(edition, map, _pages, _items, data);
        }
        _checklists = new ChecklistViews(edition, _items);
    }

    /// <summary>All pages, in reading order where there is one.</summary>
    public static ImmutableArray<PagePlan> Of(Edition edition, SiteMap map, Plan schedule)
    {
        var plan = new SitePlan(edition, map, schedule);
        ImmutableArray<PagePlan> pages =
        [
            plan.Home(),
            .. edition.Sections.Where(section => section.Section.IsBeforeAreas).SelectMany(plan.Section),
            .. edition.Areas.SelectMany(plan.Area),
            .. edition.Sections.Where(section => !section.Section.IsBeforeAreas).SelectMany(plan.Section),
            .. plan.Lists(),
            .. edition.Routes.Select(plan.Route),
        ];
        return [.. pages, .. SearchViews.PlansOf(edition, pages), plan.NotFound()];
    }

    private PagePlan Home() => new()
    {
        Path = "",
        Kind = "home",
        Bundles = _scored,
        Title = _edition.Title,
        Description = _edition.Description,
        ViewName = "home",
        View = _lists.Home,
    };

    private IEnumerable<PagePlan> Section(EditionSection section)
    {
        if (section.Pages.IsEmpty)
        {
            yield break;
        }

        var id = section.Section.Id.Value;
        yield return new PagePlan
        {
            Path = $"{id}/",
            Kind = "section",
            Title = section.Section.Title,
            Description = section.Summary,
            Group = id,
            ViewName = "section",
            View = () => _lists.Section(section),
        };
        foreach (var page in section.Pages)
        {
            yield return Written(_edition.Pages[page], id, null, new Address($"{id}/", null, section.Section.Title));
        }
    }

    private IEnumerable<PagePlan> Area(EditionArea area)
    {
        var address = new Address($"{area.Area.Folder}/", null, area.Area.Title);
        yield return new PagePlan
        {
            Path = address.Path,
            Kind = "area",
            Bundles = _scored,
            Title = area.Area.Title,
            Description = area.Summary ?? area.Purpose,
            Group = area.Area.Id.Value,
            Area = area,
            ViewName = "area",
            View = () => _lists.Area(area),
        };
        foreach (var page in area.Pages)
        {
            yield return Written(_edition.Pages[page], area.Area.Id.Value, area, address);
        }
    }

    private PagePlan Written(EditionPage page, string group, EditionArea? area, Address above)
    {
        var kind = page.Page.Generates switch
        {
            null => page.Page.Kind.ToString().ToLowerInvariant(),
            "glossary" or "sources" => page.Page.Generates,
            _ => "index",
        };
        return new PagePlan
        {
            Path = $"{page.Page.Id}/",
            Kind = kind,
            Title = page.Title,
            Description = page.Description,
            Group = group,
            Area = area,
            Above = [above],
            Contents = ContentsOf(page),
            Page = page,
            ViewName = kind,
            View = () => kind switch
            {
                "glossary" => _lists.Glossary(),
                "sources" => _sources.All(),
                "index" => _lists.Index(_edition.Types.First(type => type.Folder == page.Page.Generates)),
                "play" => _pages.Play(page, _items),
                "template" => _pages.Template(page),
                _ => _pages.Chapter(page, _items, _sources),
            },
        };
    }

    private IEnumerable<PagePlan> Lists()
    {
        var locale = _edition.Locale;
        foreach (var checklist in ChecklistPages.Of(_edition))
        {
            yield return Checklist(checklist);
        }

        if (_edition.Items.Any())
        {
            yield return new PagePlan
            {
                Path = SiteMap.Plan,
                Kind = "plan",
                Bundles = ["plan"],
                Title = locale.Text("page.plan"),
                Description = locale.Text("page.plan_text"),
                ViewName = "plan",
                View = _schedule.Page,
            };
        }

        if (_edition.Assessment is { } assessment)
        {
            yield return new PagePlan
            {
                Path = SiteMap.Assessment,
                Kind = "assessment",
                Bundles = _scored,
                Title = assessment.Title,
                Description = locale.Text("page.assessment_text"),
                Contents = [.. _edition.Areas.Where(area => !area.Questions.IsEmpty).Select(area => new ContentsEntry(area.Area.Title, area.Area.Id.Value, 2, []))],
                ViewName = "assessment",
                View = () => _assessment!.Form(assessment),
            };
            yield return Generated(SiteMap.Results, "results", locale.Text("page.results"), () => _results!.Page(assessment)) with
            {
                Bundles = _scored,
                Description = locale.Text("page.results_text"),
                Above = [new Address(SiteMap.Assessment, null, assessment.Title)],
            };
        }

        foreach (var type in _edition.Types.Where(type => type.Kind != PageKind.Chapter && _edition.Pages.Values.Any(page => page.Page.Type == type.Id)))
        {
            if (_map.Find(type.Folder)?.Path == $"{type.Folder}/")
            {
                yield return Generated($"{type.Folder}/", "index", _edition.WordFor(type.Id.Value).Many, () => _lists.Index(type)) with { Description = type.Summary };
            }
        }

        if (!_edition.Glossary.IsEmpty && _map.Glossary == "glossary/")
        {
            yield return Generated(_map.Glossary, "glossary", locale.Text("page.glossary"), _lists.Glossary) with { Description = locale.Text("page.glossary_text") };
        }

        if (!_edition.SourcesInUse.IsEmpty && _map.Sources == "sources/")
        {
            yield return Generated(_map.Sources, "sources", locale.Text("page.sources"), _sources.All) with { Description = locale.Text("page.sources_text") };
        }

        if (!_edition.Absences.IsEmpty)
        {
            yield return Generated(SiteMap.DoesNotApply, "does-not-apply", locale.Text("page.does_not_apply"), _lists.Absent) with
            {
                ViewName = "absent",
                Description = locale.Text("page.does_not_apply_text"),
            };
        }
    }

    private PagePlan Route(EditionRoute route) =>
        Generated(SiteMap.RouteOf(route), "route", route.Title, () => _routes.Route(route)) with { Description = route.Summary };

    private PagePlan Checklist(ChecklistPage page) => new()
    {
        Path = page.Path,
        Kind = page.SortedBy == "gate" ? "essentials" : "checklist",
        Layout = "checklist",
        Title = page.Title,
        Description = _edition.Locale.Text(page.DescriptionKey),
        Group = page.Area?.Area.Id.Value,
        Area = page.Area,
        Above = AboveOf(page),
        Items = [.. page.Items],
        Bundles = ["checklist"],
        ViewName = "checklist",
        View = () => _checklists.Of(page),
        PrintView = () => _checklists.Of(page with { IsShort = false }),
    };

    private ImmutableArray<Address> AboveOf(ChecklistPage page)
    {
        var all = new Address(SiteMap.Checklist, null, _edition.Locale.Text("page.checklist"));
        return page switch
        {
            { Path: SiteMap.Checklist } => [],
            { SortedBy: "phase", Only: not null } => [all, new Address(SiteMap.ByPhase, null, _edition.Locale.Text("checklist.by_phase"))],
            { SortedBy: "role", Only: not null } => [all, new Address(SiteMap.ByRole, null, _edition.Locale.Text("checklist.by_role"))],
            _ => [all],
        };
    }

    private static PagePlan Generated(string path, string kind, string title, Func<View?> view) => new()
    {
        Path = path,
        Kind = kind,
        Title = title,
        ViewName = kind,
        View = view,
    };

    private PagePlan NotFound() => new()
    {
        Path = "404.html",
        Kind = PagePlan.NotFound,
        Title = _edition.Locale.Text("page.not_found"),
        ViewName = "not_found",
    };

    /// <summary>Second-level headings with the third-level ones below them.</summary>
    private static ImmutableArray<ContentsEntry> ContentsOf(EditionPage page)
    {
        var contents = ImmutableArray.CreateBuilder<ContentsEntry>();
        foreach (var section in page.Sections.Where(section => section.Id is not null && section.Level is 2 or 3))
        {
            var entry = new ContentsEntry(section.Title, section.Id!, section.Level, []);
            if (section.Level == 3 && contents.Count > 0 && contents[^1].Level == 2)
            {
                contents[^1] = contents[^1] with { Children = contents[^1].Children.Add(entry) };
            }
            else
            {
                contents.Add(entry);
            }
        }

        return contents.ToImmutable();
    }
}
