namespace Playbooks.Composing;

/// <summary>Composes the playbook for one organization.</summary>
/// <remarks>
/// In: a checked <see cref="Playbook"/> and an organization (none for the common edition). Out: an <see cref="Edition"/>,
/// in which everything left out is gone. Gives no diagnostics: whatever could be wrong was refused by the checker.
/// </remarks>
public sealed class EditionComposer
{
    private readonly Playbook _playbook;
    private readonly Organization? _organization;
    private readonly Locale _locale;
    private readonly ImmutableArray<Layer> _layers;
    private readonly EditionFacts _facts;
    private readonly EditionValues _values;
    private readonly Schedule _schedule;
    private readonly List<Absence> _absences = [];

    // What the texts of the edition use, collected once: looking through all slots is a good part of composing.
    private readonly HashSet<string> _cited = new(StringComparer.Ordinal);
    private readonly HashSet<string> _files = new(StringComparer.Ordinal);

    private EditionComposer(Playbook playbook, Organization? organization, Locale locale)
    {
        _playbook = playbook;
        _organization = organization;
        _locale = locale;
        _layers = LayersOf(playbook, organization);
        _facts = EditionFacts.Of(playbook, organization);
        EditionValues? values = null;
        _schedule = Schedule.Of(playbook, organization, text => values?.FillOptional(text));
        values = new EditionValues(playbook, organization, _facts, _schedule, locale, _layers);
        _values = values;
        // Summaries of phases may name dates, and dates need phases: the second pass has both.
        _schedule = Schedule.Of(playbook, organization, _values.FillOptional);
    }

    /// <summary>Composes the edition of an organization; of nobody in particular when it is null.</summary>
    public static Edition Compose(Playbook playbook, Organization? organization, Locale locale)
    {
        ArgumentNullException.ThrowIfNull(playbook);
        ArgumentNullException.ThrowIfNull(locale);
        return new EditionComposer(playbook, organization, locale).Compose();
    }

    /// <summary>The layers above the common text, later wins; the organization's own is the last.</summary>
    public static ImmutableArray<Layer> LayersOf(Playbook playbook, Organization? organization)
    {
        ArgumentNullException.ThrowIfNull(playbook);
        return organization is null ? [] :
            [.. organization.LayerIds.DistinctBy(id => id.Value).SelectMany(id => playbook.Layers.Where(layer => layer.Id.Value == id.Value)), organization.Own];
    }

    private Edition Compose()
    {
        var areas = SelectAreas();
        var pages = ComposePages([.. areas.Select(area => area.Id)]);
        var items = ComposeItems(areas);
        var editionAreas = areas.Select(area => ComposeArea(area, pages, items)).ToImmutableArray();
        var programme = _playbook.Programme is { } declared ? ComposeArea(declared, pages, items) : null;
        AddPageAbsences(pages);
        var sources = ComposeSources();
        var site = _organization?.Site ?? _playbook.Site;
        var baseUrl = site.BaseUrl ?? _playbook.Site.BaseUrl;
        var home = _organization?.Home;
        return new Edition
        {
            Id = _organization?.Id ?? Slug.Of(Edition.CommonId),
            PlaybookId = _playbook.Id,
            Title = _playbook.Title,
            Subtitle = _playbook.Subtitle,
            Description = _playbook.Description,
            Version = _playbook.Version,
            Locale = _locale,
            Name = _organization?.Name ?? _playbook.Title,
            ShortName = _organization?.ShortName ?? _playbook.Title,
            Labels = _playbook.Labels,
            Types = _playbook.Types,
            Areas = editionAreas,
            Programme = programme is { Items.IsEmpty: true, Questions.IsEmpty: true } ? null : programme,
            Sections = [.. _playbook.Sections.Select(section => new EditionSection(
                section, _values.FillOptional(section.Summary), InOrder(section.Id, section.ChapterOrder, pages)))],
            Pages = pages,
            Priorities = _playbook.Priorities,
            Efforts = _playbook.Efforts,
            EvidenceKinds = _playbook.EvidenceKinds,
            Start = _schedule.Start,
            Calendar = _schedule.Calendar,
            Phases = _schedule.Phases,
            Gates = [.. _playbook.Gates.Select(gate => new EditionGate(gate, _schedule.Find(gate.AtEndOf.Value)?.End, _values.FillOptional(gate.Summary)))],
            Assessment = editionAreas.Any(area => !area.Questions.IsEmpty) ? _playbook.Assessment : null,
            HowToRead = _values.Fill(_playbook.Assessment?.HowToRead ?? []),
            NotATest = _values.FillOptional(_playbook.Assessment?.NotATest),
            OneView = _values.FillOptional(_playbook.Assessment?.OneView),
            Results = _organization?.Results ?? [],
            PulseStatements = [.. (_playbook.Assessment?.Pulse?.Statements ?? []).Select(statement => (statement.Id, _values.Fill(statement.Text)))],
            Sources = sources,
            SourcesInUse = SourcesInUse(sources, pages.Values, items.Values),
            Glossary = [.. _playbook.Glossary
                .Select(entry => new EditionGlossaryEntry(entry, _values.Fill(entry.Definition)))
                .OrderBy(entry => entry.Entry.Term, StringComparer.Create(_locale.Culture, ignoreCase: true))
                .ThenBy(entry => entry.Entry.Id)],
            Vocabulary = ComposeVocabulary(),
            Routes = ComposeRoutes(pages, editionAreas),
            Progress = ComposeProgress(items),
            Absences = [.. _absences],
            Home = new EditionHome(
                _values.FillOptional(home?.Lead ?? _playbook.Home.Lead),
                _values.FillOptional(home?.Purpose ?? _playbook.Home.Purpose),
                _values.Fill(home?.Notices is { IsEmpty: false } notices ? notices : _playbook.Home.Notices)),
            Footer = _values.FillOptional(site.Footer ?? _playbook.Site.Footer),
            Disclaimer = _values.FillOptional(site.Disclaimer ?? _playbook.Site.Disclaimer),
            BaseUrl = baseUrl is null ? null : SiteAddress.For(baseUrl, _organization?.Id ?? Slug.Of(Edition.CommonId)),
            IsIndexable = site.IsIndexable,
            Accent = _organization?.Brand.Accent?.Value,
            Logo = _organization?.Brand.Logo?.Value,
            Assets = AssetsOf(),
        };
    }

    /// <summary>What is committed about items that are here. Who did a thing is told where the edition tells names at all; a waiver is worth nothing without.</summary>
    private ImmutableSortedDictionary<string, SharedEntry> ComposeProgress(ImmutableSortedDictionary<string, EditionItem> items)
    {
        var current = FormerIds.Of(items.Values.Select(item => item.Item));
        return (_organization?.Progress ?? [])
            .Select(entry => (Id: current.GetValueOrDefault(entry.Item.Value, entry.Item.Value).Value, Entry: entry))
            .Where(each => items.ContainsKey(each.Id))
            .ToImmutableSortedDictionary(
                each => each.Id,
                each => _organization!.ShowsPeople || each.Entry.Status == ProgressStatus.Waived ? each.Entry : each.Entry with { By = null },
                StringComparer.Ordinal);
    }

    private ImmutableArray<ChangeArea> SelectAreas()
    {
        var excluded = _organization?.ExcludedAreas ?? [];
        foreach (var exclusion in excluded)
        {
            var area = _playbook.Areas.First(each => each.Id.Value == exclusion.What.Value);
            _absences.Add(new Absence(AbsenceKind.Area, area.Id.Value, area.Title, exclusion.Reason));
        }

        var order = (_organization?.AreaOrder ?? []).Select(each => each.Value).ToList();
        return
        [
            .. _playbook.Areas
                .Where(area => excluded.All(exclusion => exclusion.What.Value != area.Id.Value))
                .Select((area, at) => (area, Rank: order.IndexOf(area.Id.Value) is >= 0 and var rank ? rank : order.Count + at))
                .OrderBy(each => each.Rank)
                .Select(each => each.area),
        ];
    }

    private ImmutableSortedDictionary<PageId, EditionPage> ComposePages(ImmutableHashSet<Slug> areas)
    {
        var composer = new PageComposer(_facts, _values, _layers);
        (ContentPage Page, Origin Origin)[] all =
        [
            .. _playbook.Pages.Select(page => (page, Origin.Common)),
            .. _layers.SelectMany(layer => layer.AddedPages.Select(page => (page, new Origin(layer.Id, true, null)))),
        ];
        var composed = new EditionPage?[all.Length];
        Parallel.For(0, all.Length, at =>
        {
            var (page, origin) = all[at];
            var isPlaced = areas.Contains(page.Place) || _playbook.Sections.Any(section => section.Id == page.Place);
            composed[at] = isPlaced && WhyNot(page) is null ? composer.Compose(page, origin) : null;
        });

        // Of two pages with one id the checker has told; the later one wins.
        var pages = ImmutableSortedDictionary.CreateBuilder<PageId, EditionPage>();
        for (var at = 0; at < all.Length; at++)
        {
            if (composed[at] is { } page)
            {
                pages[all[at].Page.Id] = page;
                CollectUses(page);
            }
        }

        return pages.ToImmutable();
    }

    private void CollectUses(EditionPage page)
    {
        foreach (var section in page.Sections)
        {
            foreach (var slot in section.Body.Slots)
            {
                if (slot is FragmentSlot.Citation citation)
                {
                    _cited.Add(citation.Source.Value);
                }
                else if (slot is FragmentSlot.Asset asset)
                {
                    _files.Add(asset.File.Value);
                }
            }
        }

        _files.UnionWith((page.Page.Template?.Files ?? []).Select(file => file.File.Value.Value));
    }

    /// <summary>Why a page is not in the edition, in a sentence; null when it is.</summary>
    private string? WhyNot(ContentPage page)
    {
        var exclusion = _layers.SelectMany(layer => layer.ExcludedPages).FirstOrDefault(each => each.What.Value == page.Id.Value);
        var when = _layers.SelectMany(layer => layer.Overrides).LastOrDefault(change => change.Page == page.Id && change.Replacement is not null)?.Replacement?.When ?? page.When;
        return exclusion?.Reason ?? Because(when);
    }

    private string? Because(Condition when) =>
        _facts.WhyNot(when, _locale) is { } reason ? _locale.Text("absence.condition", reason) : null;

    private void AddPageAbsences(ImmutableSortedDictionary<PageId, EditionPage> pages)
    {
        foreach (var page in _playbook.Pages.Where(page => !pages.ContainsKey(page.Id)))
        {
            if (WhyNot(page) is { } reason)
            {
                _absences.Add(new Absence(AbsenceKind.Page, page.Id.Value, _values.Fill(page.Title), reason));
            }
        }
    }

    private ImmutableSortedDictionary<string, EditionItem> ComposeItems(ImmutableArray<ChangeArea> areas)
    {
        ChangeArea[] all = [.. areas, .. _playbook.Programme is { } programme ? [programme] : Array.Empty<ChangeArea>()];
        var composer = new ItemComposer(_facts, _values, _schedule, _layers);
        var items = all.SelectMany(area => composer.Compose(area, ItemsOf(area))).ToImmutableArray();
        foreach (var item in all.SelectMany(ItemsOf).Where(item => Because(item.When) is not null))
        {
            _absences.Add(new Absence(AbsenceKind.Item, item.Id.Value, _values.Fill(item.Title), Because(item.When)!));
        }

        var byId = items.ToDictionary(item => item.Item.Id.Value, StringComparer.Ordinal);
        return composer.WithDueDays(items, byId).ToImmutableSortedDictionary(item => item.Item.Id.Value, item => item, StringComparer.Ordinal);
    }

    /// <summary>The items of an area, which may be written in another area's list.</summary>
    private IEnumerable<ChecklistItem> ItemsOf(ChangeArea area) =>
        _playbook.AreasAndProgramme.SelectMany(each => each.Items).Where(item => item.Area.Value == area.Id.Value);

    private EditionArea ComposeArea(ChangeArea area, ImmutableSortedDictionary<PageId, EditionPage> pages, ImmutableSortedDictionary<string, EditionItem> items)
    {
        var added = _layers.SelectMany(layer => layer.AddedItems);
        return new EditionArea
        {
            Area = area,
            Summary = _values.FillOptional(area.Summary),
            Question = _values.FillOptional(area.Question),
            Purpose = _values.FillOptional(area.Purpose),
            Introduction = _values.Fill(area.Introduction),
            Ask = _values.Fill(area.Ask),
            Pages = InOrder(area.Id, area.ChapterOrder, pages),
            Items = [.. ItemsOf(area).Concat(added.Where(item => item.Area.Value == area.Id.Value)).Select(item => items.GetValueOrDefault(item.Id.Value)).OfType<EditionItem>()],
            Questions = [.. _playbook.AreasAndProgramme.SelectMany(each => each.Questions).Where(question => question.Area.Value == area.Id.Value)
                .Select(ComposeQuestion).OfType<EditionQuestion>()],
        };
    }

    private EditionQuestion? ComposeQuestion(AssessmentItem item)
    {
        if (Because(item.When) is { } reason)
        {
            _absences.Add(new Absence(AbsenceKind.Question, item.Id.Value, _values.Fill(item.Statement), reason));
            return null;
        }

        var target = (_organization?.Targets ?? []).Where(each => each.Item.Value == item.Id.Value).Select(each => (int?)each.Value).LastOrDefault();
        var importance = (_organization?.Importance ?? []).Where(each => each.Item.Value == item.Id.Value).Select(each => (int?)each.Value).LastOrDefault();
        return new EditionQuestion
        {
            Item = item,
            Statement = _values.Fill(item.Statement),
            Ask = _values.FillOptional(item.Ask),
            EvidenceHint = _values.FillOptional(item.EvidenceHint),
            Levels = [.. item.Levels.Select(level => (level.Key, _values.Fill(level.Value)))],
            Target = target ?? TargetOf(item),
            Importance = _playbook.Assessment?.Importance is { } scale ? importance ?? item.Importance ?? scale.Default : null,
        };
    }

    /// <summary>The level an item needs before the organization's own word: its own, or what a fact of the organization asks for.</summary>
    private int TargetOf(AssessmentItem item)
    {
        var own = item.Target ?? _playbook.Assessment?.DefaultTarget ?? 1;
        if (_playbook.Assessment?.TargetsByFact is not { } rules)
        {
            return own;
        }

        return item.IsGate ? Math.Max(own, rules.GatesAtLeast ?? own)
            : _facts[rules.Fact.Value] is FactValue.Text value && rules.Levels.TryGetValue(value.Value, out var level) ? level.Level : own;
    }

    /// <summary>Pages of an area or section: chapters as its list says, then by their own order; then the other types, by name.</summary>
    private ImmutableArray<PageId> InOrder(Slug place, ImmutableArray<Located<string>> order, ImmutableSortedDictionary<PageId, EditionPage> pages)
    {
        var listed = order.Select(each => each.Value).ToList();
        var types = _playbook.Types.Select(type => type.Id).ToList();
        return
        [
            .. pages.Values.Where(page => page.Place == place)
                .OrderBy(page => page.Page.Kind)
                .ThenBy(page => page.Page.Kind == PageKind.Chapter ? 0 : types.IndexOf(page.Page.Type))
                .ThenBy(page => listed.IndexOf(page.Page.Name.Value) is >= 0 and var rank ? rank : int.MaxValue)
                .ThenBy(page => page.Page.Order ?? int.MaxValue)
                .ThenBy(page => page.Page.Id)
                .Select(page => page.Page.Id),
        ];
    }

    /// <summary>The common word and those that the layers of this edition put in its place; nothing for words that stay.</summary>
    private ImmutableArray<ImmutableArray<string>> ComposeVocabulary() =>
    [
        .. _playbook.Terms
            .Select(term => _layers.Select(layer => layer.Terms.GetValueOrDefault(term.Key)).OfType<Term>().Prepend(term.Value).ToArray())
            .Where(words => words.DistinctBy(word => word.One).Count() > 1)
            .Select(words => words.SelectMany(word => new[] { word.One, word.Many }).Distinct().ToImmutableArray()),
    ];

    private ImmutableArray<EditionRoute> ComposeRoutes(ImmutableSortedDictionary<PageId, EditionPage> pages, ImmutableArray<EditionArea> areas) =>
    [
        .. _playbook.Routes.Where(route => _facts.Holds(route.When)).Select(route => new EditionRoute(
            route.Id,
            _values.Fill(route.Title),
            _values.FillOptional(route.Summary),
            [.. route.Pages.Where(step => _facts.Holds(step.When)).Select(step => step.Page.Value).Where(page => Exists(page, pages, areas))])).Where(route => !route.Pages.IsEmpty),
    ];

    private bool Exists(string reference, ImmutableSortedDictionary<PageId, EditionPage> pages, ImmutableArray<EditionArea> areas)
    {
        var isWritten = _playbook.Pages.Any(page => page.Id.Value == reference);
        var isArea = _playbook.Areas.Any(area => area.Id.Value == reference);
        return isWritten ? PageId.TryParse(reference, out var id) && pages.ContainsKey(id)
            : !isArea || areas.Any(area => area.Area.Id.Value == reference);
    }

    /// <summary>Sources that concern the organization, and those that its texts cite.</summary>
    private ImmutableSortedDictionary<string, Source> ComposeSources() =>
        _playbook.Sources.Where(source => _cited.Contains(source.Id.Value) || _facts.Holds(source.When))
            .ToImmutableSortedDictionary(source => source.Id.Value, source => source, StringComparer.Ordinal);

    private ImmutableHashSet<string> SourcesInUse(ImmutableSortedDictionary<string, Source> sources, IEnumerable<EditionPage> pages, IEnumerable<EditionItem> items) =>
    [
        .. pages.SelectMany(page => page.Page.Sources).Select(source => source.Value)
            .Concat(_cited)
            .Concat(items.SelectMany(item => item.Item.Sources).Select(source => source.Value))
            .Where(sources.ContainsKey),
    ];

    private ImmutableSortedDictionary<string, Asset> AssetsOf() =>
        _playbook.Assets.Where(asset => _files.Contains(asset.Key) || asset.Key == _organization?.Brand.Logo?.Value.Value).ToImmutableSortedDictionary(StringComparer.Ordinal);
}
