using Playbooks.Planning;
using Playbooks.Rendering;

namespace Playbooks.Indexing;

/// <summary>Turns an edition into what the index is made of: its pages in reading order, cut at everything that has an anchor.</summary>
/// <remarks>Takes the composed edition alone: what was left out, or belongs to somebody else, is not in it.</remarks>
internal sealed class EditionReader
{
    // A reader who types a word wants to read about it or do something; a definition, a statement to rate and a source that
    // only happen to hold it come behind. In tenths, measured on the golden queries.
    private const int WeightOfQuestion = 7;
    private const int WeightOfTerm = 6;
    private const int WeightOfSource = 4;

    private readonly Edition _edition;
    private readonly HtmlWords _html;
    private readonly SiteMap _map;
    private readonly WordReader _reader = new();
    private readonly WordCounts _words;
    private readonly string _things;
    private readonly Dictionary<string, string> _phases;

    private EditionReader(Edition edition, HtmlWords html, SiteMap map)
    {
        _edition = edition;
        _html = html;
        _map = map;
        _words = new WordCounts(html.Table);
        _things = edition.WordFor("checklist").Many;
        _phases = edition.Phases.ToDictionary(phase => phase.Phase.Id.Value, phase => phase.Phase.Title, StringComparer.Ordinal);
    }

    /// <summary>All pages with their sections, each read when it is asked for.</summary>
    public static IEnumerable<IndexedPage> Read(Edition edition, HtmlWords html)
    {
        var map = new SiteMap(edition);
        var reader = new EditionReader(edition, html, map);
        return SitePlan.Of(edition, map, Planner.Plan(edition)).Select(reader.Page).OfType<IndexedPage>();
    }

    private IndexedPage? Page(PagePlan plan) => plan switch
    {
        { Page: { Page.IsSearchable: false } } or { Kind: PagePlan.NotFound or SearchViews.Kind } or { Path: SiteMap.Checklist or SiteMap.Essentials } => null,
        { Page: { } written } => Written(plan, written),
        { Kind: "checklist", Area: { } area } => new IndexedPage(plan.Path, plan.Title, [Made(plan, _things), .. area.Items.Select(item => Item(item, area))]),
        { Path: SiteMap.Assessment } => new IndexedPage(plan.Path, plan.Title, [Made(plan, plan.Title, _edition.HowToRead), .. Questions(plan.Title)]),
        { Kind: "area", Area: { } area } => new IndexedPage(plan.Path, plan.Title, [Made(
            plan, _edition.WordFor("area").Many, [area.Question, area.Purpose, .. area.Introduction, .. area.Ask])]),
        { Kind: "home" } => new IndexedPage(plan.Path, plan.Title, [Made(plan, null, [_edition.Home.Lead, _edition.Home.Purpose, .. _edition.Routes.Select(route => route.Title)])]),
        { Kind: "glossary" } => new IndexedPage(plan.Path, plan.Title, [Made(plan, null), .. Glossary()]),
        { Kind: "sources" } => new IndexedPage(plan.Path, plan.Title, [Made(plan, null), .. Sources()]),
        _ => new IndexedPage(plan.Path, plan.Title, [Made(plan, null)]),
    };

    private IndexedPage Written(PagePlan plan, EditionPage page)
    {
        var kind = page.Page.Generates is null ? _edition.WordFor(page.Page.Type.Value).Many : null;
        var facets = Facets(PlaceOf(page.Place.Value), kind, page.Audience, null);
        var words = Counts([page.Description, page.Play?.Goal, page.Play?.WhenToUse, page.Play?.People, .. page.Play?.Outputs ?? [], .. page.TemplateFields, page.TemplateExample]);
        var sections = new List<IndexedSection>
        {
            new() { Heading = "", Anchor = null, Body = TextWords.None, Aliases = [.. page.Page.Keywords, page.Page.Name.Value, _edition.WordFor(page.Page.Type.Value).One], Facets = facets, Span = page.Page.Span },
        };
        foreach (var text in page.Sections)
        {
            if (text.Id is not null)
            {
                sections[^1] = sections[^1] with { Body = words.Take() };
                sections.Add(new IndexedSection { Heading = text.Title, Anchor = text.Id, Body = TextWords.None, Facets = facets, Span = text.Compiled.Span });
            }

            // Text that goes on behind a conditional block belongs to the heading before it.
            _html.Count(text.Body, words, _reader);
        }

        sections[^1] = sections[^1] with { Body = words.Take() };

        return new IndexedPage(plan.Path, page.Title,
        [
            .. sections,
            .. page.Page.Generates switch { "glossary" => Glossary(), "sources" => Sources(), _ => [] },
        ]);
    }

    private IndexedSection Made(PagePlan plan, string? kind, IEnumerable<string?>? texts = null) => new()
    {
        Heading = "",
        Anchor = null,
        Body = Texts([plan.Description, .. texts ?? []]),
        Facets = Facets(plan.Area?.Area.Title ?? (plan.Group is { } group ? PlaceOf(group) : null), kind, [], null),
    };

    private IndexedSection Item(EditionItem item, EditionArea area) => new()
    {
        Heading = item.Title,
        Anchor = item.Item.Id.Value,
        Aliases = [item.Item.Id.Value, .. item.Item.Tags],
        Body = Texts([item.Why, .. item.Steps, .. item.DoneWhen, item.Waiver?.Reason]),
        IsAlone = true,
        Facets = Facets(area.Area.Title, _things, [item.OwnerRole.Title, .. item.WithRoles.Select(role => role.Title)], _phases.GetValueOrDefault(item.Phase.Value)),
        Span = item.Item.Span,
    };

    private IEnumerable<IndexedSection> Questions(string kind) =>
        from area in _edition.AreasAndProgramme
        from question in area.Questions
        select new IndexedSection
        {
            Heading = question.Statement,
            Anchor = question.Item.Id.Value,
            Aliases = [question.Item.Id.Value],
            Body = Texts([question.Ask, question.EvidenceHint, .. question.Levels.Select(level => level.Text)]),
            IsAlone = true,
            Weight = WeightOfQuestion,
            Facets = Facets(area.Area.Title, kind, [], null),
            Span = question.Item.Span,
        };

    private IEnumerable<IndexedSection> Glossary() => _edition.Glossary.Select(entry => new IndexedSection
    {
        Heading = entry.Entry.Term,
        Anchor = entry.Entry.Id.Value,
        Aliases = entry.Entry.Also,
        Body = Texts([entry.Definition]),
        IsAlone = true,
        Weight = WeightOfTerm,
        Facets = Facets(null, _edition.Locale.Text("page.glossary"), [], null),
        Span = entry.Entry.Span,
    });

    private IEnumerable<IndexedSection> Sources() =>
        from source in _edition.Sources.Values
        where _edition.SourcesInUse.Contains(source.Id.Value)
        select new IndexedSection
        {
            Heading = source.Title,
            Anchor = $"source-{source.Id}",
            Body = Texts([source.Author, source.Publisher, source.Year, source.Supports]),
            IsAlone = true,
            Weight = WeightOfSource,
            Facets = Facets(null, _edition.Locale.Text("page.sources"), [], null),
            Span = source.Span,
        };

    private TextWords Texts(IEnumerable<string?> texts) => Counts(texts).Take();

    private WordCounts Counts(IEnumerable<string?> texts)
    {
        foreach (var text in texts.OfType<string>())
        {
            _words.Add(text, _reader);
        }

        return _words;
    }

    private string? PlaceOf(string id) => _map.Find(id)?.Title;

    private static List<(Facet, string)> Facets(string? area, string? kind, IEnumerable<string> roles, string? phase)
    {
        var facets = new List<(Facet, string)>();
        Add(Facet.Area, area);
        Add(Facet.Kind, kind);
        foreach (var role in roles.Distinct(StringComparer.Ordinal))
        {
            Add(Facet.Role, role);
        }

        Add(Facet.Phase, phase);
        return facets;

        void Add(Facet facet, string? value)
        {
            if (value is not null)
            {
                facets.Add((facet, value));
            }
        }
    }
}
