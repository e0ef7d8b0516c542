namespace Playbooks.Rendering;

/// <summary>Views of pages that are made from data: home, areas, assessment, glossary, what does not apply.</summary>
internal sealed class ListViews(Edition edition, SiteMap map, PageViews pages, RouteViews routes, AssessmentData? data)
{
    /// <summary>What cards and headings say of an area.</summary>
    public View Card(EditionArea area) => AddCard(new View("area"), area);

    /// <summary>The home page.</summary>
    public View Home()
    {
        var essentials = edition.Items.Count(item => item.Gate is not null);
        return new View("home")
        {
            { "lead", edition.Home.Lead ?? edition.Description },
            { "purpose", edition.Home.Purpose },
            { "areas", edition.Areas.Select(Card) },
            { "sections", edition.Sections.Where(section => !section.Pages.IsEmpty)
                .Select(section => Section(section.Section.Title, $"{section.Section.Id}/", section.Summary))
                .Concat(edition.Absences.IsEmpty ? [] : [Section(edition.Locale.Text("page.does_not_apply"), SiteMap.DoesNotApply, edition.Locale.Text("page.does_not_apply_text"))]) },
            { "routes", edition.Routes.Select(routes.Route) },
            { "loop", Loop() },
            { "essentials", new View("essentials") { { "count", essentials }, { "url", Marks.Url(SiteMap.Essentials) } } },
            { "assessment", new View("assessment")
                {
                    { "count", edition.Assessment is null ? 0 : edition.Questions.Count() }, { "url", Marks.Url(SiteMap.Assessment) }, { "title", edition.Assessment?.Title },
                } },
            { "checklist", new View("checklist") { { "count", edition.Items.Count() }, { "url", Marks.Url(SiteMap.Checklist) } } },
        };
    }

    /// <summary>An area's page.</summary>
    public View Area(EditionArea area)
    {
        var written = area.Pages.Select(id => edition.Pages[id]).ToArray();
        var view = new View("area")
        {
            { "purpose", area.Purpose },
            { "intro", area.Introduction },
            { "ask", area.Ask },
            { "chapters", written.Where(IsMainChapter).Select(pages.Entry) },
            { "groups", Groups(written) },
            { "checklist", new View("checklist")
                {
                    { "url", Marks.Url(SiteMap.ChecklistOf(area.Area)) }, { "count", area.Items.Length }, { "must_count", CountMust(area.Items) },
                } },
            { "assessment", new View("assessment") { { "url", Marks.Url($"{SiteMap.Assessment}#{area.Area.Id}") }, { "count", edition.Assessment is null ? 0 : area.Questions.Length } } },
        };
        return AddCard(view, area);
    }

    /// <summary>A section's page.</summary>
    public View Section(EditionSection section)
    {
        var written = section.Pages.Select(id => edition.Pages[id]).ToArray();
        return new View("section")
        {
            { "title", section.Section.Title },
            { "summary", section.Summary },
            { "chapters", written.Where(page => page.Page.Kind == PageKind.Chapter).Select(pages.Entry) },
            { "groups", Groups([.. written.Where(page => page.Page.Kind != PageKind.Chapter)]) },
        };
    }

    private static View Section(string title, string path, string? summary) =>
        new("section") { { "title", title }, { "url", Marks.Url(path) }, { "summary", summary } };

    /// <summary>What is not in the edition, with reasons.</summary>
    public View Absent() => new("absent")
    {
        { "items", Absent(AbsenceKind.Item) },
        { "pages", Absent(AbsenceKind.Page) },
        { "questions", Absent(AbsenceKind.Question) },
        { "areas", Absent(AbsenceKind.Area) },
    };

    /// <summary>The glossary by first letter.</summary>
    public View Glossary() => new("glossary")
    {
        { "letters", edition.Glossary.GroupBy(entry => FirstLetter(entry.Entry.Term)).Select(letter => new View("letter")
            {
                { "letter", letter.Key },
                { "terms", letter.Select(entry => new View("term")
                    {
                        { "id", entry.Entry.Id.Value },
                        { "term", entry.Entry.Term },
                        { "definition", entry.Definition },
                        { "also", entry.Entry.Also },
                        { "see", entry.Entry.See.Select(other => edition.Glossary.FirstOrDefault(each => each.Entry.Id.Value == other.Value))
                            .OfType<EditionGlossaryEntry>().Select(other => new View("other") { { "title", other.Entry.Term }, { "url", $"#{other.Entry.Id}" } }) },
                        { "chapter", entry.Entry.Chapter is { } chapter ? pages.Link(chapter.Value) : null },
                    }) },
            }) },
    };

    /// <summary>All pages of a type, by area.</summary>
    public View Index(ContentType type)
    {
        var places = edition.Areas.Select(area => (area.Area.Title, Url: Marks.Url($"{area.Area.Folder}/"), area.Pages))
            .Concat(edition.Sections.Select(section => (section.Section.Title, Url: Marks.Url($"{section.Section.Id}/"), section.Pages)));
        return new View("index")
        {
            { "title", edition.WordFor(type.Id.Value).Many },
            { "groups", places
                .Select(place => (place.Title, place.Url, Pages: place.Pages.Select(id => edition.Pages[id]).Where(page => page.Page.Type == type.Id).ToArray()))
                .Where(place => place.Pages.Length > 0)
                .Select(place => new View("group") { { "title", place.Title }, { "url", place.Url }, { "pages", place.Pages.Select(pages.Entry) } }) },
        };
    }

    private View AddCard(View view, EditionArea area)
    {
        var written = area.Pages.Select(id => edition.Pages[id]).ToArray();
        var chapters = written.Where(page => page.Page.Kind == PageKind.Chapter).ToArray();
        view.Add("id", area.Area.Id.Value);
        view.Add("title", area.Area.Title);
        view.Add("url", Marks.Url($"{area.Area.Folder}/"));
        view.Add("icon", area.Area.Icon?.Value);
        view.Add("colour", area.Area.Colour);
        view.Add("summary", area.Summary);
        view.Add("question", area.Question);
        view.Add("chapter_count", chapters.Length);
        view.Add("play_count", written.Count(page => page.Page.Kind == PageKind.Play));
        view.Add("item_count", area.Items.Length);
        view.Add("question_count", edition.Assessment is null ? 0 : area.Questions.Length);
        view.Add("minutes", chapters.Sum(page => page.Minutes));
        view.Add("score", ScorePlace(area));
        return view;
    }

    /// <summary>Where a browser may show the area's score; null when there is nothing to score.</summary>
    private View? ScorePlace(EditionArea area) => data is not { } scores || edition.Assessment is not { } assessment || area.Questions.IsEmpty ? null : new View("score")
    {
        { "url", Marks.Url(SiteMap.Results) },
        { "store", scores.Store },
        { "area", area.Area.Id.Value },
        { "version", assessment.Version },
        { "revision", scores.Revision },
        { "decimals", assessment.Scoring.Round },
    };

    private bool IsMainChapter(EditionPage page) => page.Page.Kind == PageKind.Chapter;

    private IEnumerable<View> Groups(EditionPage[] written) => edition.Types
        .Where(type => type.Kind != PageKind.Chapter)
        .Select(type => (type, Pages: written.Where(page => page.Page.Type == type.Id).ToArray()))
        .Where(group => group.Pages.Length > 0)
        .Select(group => new View("group") { { "title", edition.WordFor(group.type.Id.Value).Many }, { "pages", group.Pages.Select(pages.Entry) } });

    private IEnumerable<View> Loop()
    {
        (string Step, string? Url, string Icon, bool IsOffered)[] steps =
        [
            ("assess", Marks.Url(SiteMap.Assessment), "gauge", edition.Assessment is not null),
            ("read", edition.Areas.FirstOrDefault() is { } first ? Marks.Url($"{first.Area.Folder}/") : null, "book", true),
            ("run", map.Find(pages.FolderOf(PageKind.Play).TrimEnd('/'))?.Url, "play", edition.Pages.Values.Any(page => page.Page.Kind == PageKind.Play)),
            ("tick", Marks.Url(SiteMap.Checklist), "list-checks", edition.Items.Any()),
        ];
        return steps.Where(step => step.IsOffered).Select(step => new View("step")
        {
            { "title", edition.Locale.Text($"loop.{step.Step}") },
            { "text", edition.Locale.Text($"loop.{step.Step}_text") },
            { "url", step.Url },
            { "icon", step.Icon },
        });
    }

    private int CountMust(IEnumerable<EditionItem> listed) => listed.Count(item => item.Priority.Value == edition.Priorities[0].Id);

    private IEnumerable<View> Absent(AbsenceKind kind) => edition.Absences.Where(absence => absence.Kind == kind).Select(absence => new View("entry")
    {
        { "id", absence.Id },
        { "title", absence.Title },
        { "reason", absence.Reason },
    });

    private string FirstLetter(string term)
    {
        var letter = StringInfo.GetNextTextElement(term).Normalize(System.Text.NormalizationForm.FormD);
        return char.IsLetter(letter[0]) ? letter[..1].ToUpper(edition.Locale.Culture) : "#";
    }
}
