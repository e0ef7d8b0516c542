namespace Playbooks.Rendering;

/// <summary>A group of a checklist.</summary>
/// <param name="Id">Anchor of its heading.</param>
/// <param name="Title">Heading.</param>
/// <param name="Summary">One sentence; may be null.</param>
/// <param name="Gate">The gate all its items stand before; null for none.</param>
/// <param name="Items">At least one.</param>
internal sealed record ChecklistGroup(string Id, string Title, string? Summary, string? Gate, ImmutableArray<EditionItem> Items);

/// <summary>One checklist page: all items or those of one area, phase or holder.</summary>
internal sealed record ChecklistPage
{
    /// <summary>Below the site's root, with a closing slash.</summary>
    public required string Path { get; init; }

    /// <summary>Heading.</summary>
    public required string Title { get; init; }

    /// <summary>Key of the sentence that describes it.</summary>
    public required string DescriptionKey { get; init; }

    /// <summary>What the page is sorted by: <c>area</c>, <c>phase</c>, <c>role</c>, <c>date</c> or <c>gate</c>. One tab each.</summary>
    public required string SortedBy { get; init; }

    /// <summary>Id of the one area, phase or holder listed; null for a list of all.</summary>
    public string? Only { get; init; }

    /// <summary>The area whose colour the page has; null for none.</summary>
    public EditionArea? Area { get; init; }

    /// <summary>Whether each item is one line with a link to the rest. A list of everything would be too heavy otherwise.</summary>
    public bool IsShort { get; init; }

    /// <summary>The items, each once, in groups that are not empty.</summary>
    public required ImmutableArray<ChecklistGroup> Groups { get; init; }

    /// <summary>Items of others in which the holder takes part; empty on all other pages.</summary>
    public ImmutableArray<EditionItem> TakesPartIn { get; init; } = [];

    /// <summary>All items for which the page is made.</summary>
    public IEnumerable<EditionItem> Items => Groups.SelectMany(group => group.Items);
}

/// <summary>Everyone who is accountable for an item: a person or post with all roles it holds.</summary>
/// <param name="Id">Id of the first of the roles; part of the address.</param>
/// <param name="Title">Title, with the person's name where names are shown.</param>
/// <param name="Roles">The roles, in the order in which items name them.</param>
internal sealed record Holder(string Id, string Title, ImmutableArray<Slug> Roles)
{
    /// <summary>Holders in the order in which items name them. Who holds three roles has one list, not three.</summary>
    public static ImmutableArray<Holder> Of(Edition edition) =>
    [
        .. edition.Items.Select(item => item.OwnerRole).DistinctBy(role => role.Id)
            .GroupBy(role => role.Person is null ? role.Title : $"{role.Title} ({role.Person})", StringComparer.Ordinal)
            .Select(group => new Holder(group.First().Id.Value, group.Key, [.. group.Select(role => role.Id)])),
    ];
}

/// <summary>Which checklist pages an edition has.</summary>
internal static class ChecklistPages
{
    private const int DaysPerBlock = 28;
    private const int DaysPerWeek = 7;

    /// <summary>All of them: by area first, then by phase, holder, date and gate.</summary>
    public static IEnumerable<ChecklistPage> Of(Edition edition)
    {
        var all = edition.Items.ToArray();
        if (all.Length == 0)
        {
            return [];
        }

        var locale = edition.Locale;
        var holders = Holder.Of(edition);
        ImmutableArray<ChecklistGroup> byPhase = ByPhase(edition, all);
        ImmutableArray<ChecklistGroup> byHolder = [.. holders.Select(holder => Group($"role-{holder.Id}", holder.Title, null, Owned(holder, all))).OfType<ChecklistGroup>()];
        var byGate = ByGate(edition, all);
        return
        [
            Whole(SiteMap.Checklist, locale.Text("page.checklist"), "area", "page.checklist_text", ByArea(edition, all)),
            .. edition.AreasAndProgramme.Where(area => !area.Items.IsEmpty).Select(area => new ChecklistPage
            {
                Path = SiteMap.ChecklistOf(area.Area),
                Title = locale.Text("page.checklist_of", area.Area.Title),
                DescriptionKey = "page.checklist_of_text",
                SortedBy = "area",
                Only = area.Area.Id.Value,
                Area = area,
                Groups = ByPhase(edition, area.Items),
            }),
            Whole(SiteMap.ByPhase, locale.Text("page.checklist_by_phase"), "phase", "page.checklist_by_phase_text", byPhase),
            .. edition.Phases.Select(phase => (phase.Phase, Items: all.Where(item => item.Phase.Value == phase.Phase.Id.Value).ToArray())).Where(phase => phase.Items.Length > 0)
                .Select(phase => new ChecklistPage
                {
                    Path = $"{SiteMap.ByPhase}{phase.Phase.Id}/",
                    Title = locale.Text("page.checklist_of", phase.Phase.Title),
                    DescriptionKey = "page.checklist_phase_text",
                    SortedBy = "phase",
                    Only = phase.Phase.Id.Value,
                    Groups = ByArea(edition, phase.Items),
                }),
            Whole(SiteMap.ByRole, locale.Text("page.checklist_by_role"), "role", "page.checklist_by_role_text", byHolder),
            .. holders.Select(holder => new ChecklistPage
            {
                Path = $"{SiteMap.ByRole}{holder.Id}/",
                Title = locale.Text("page.checklist_of", holder.Title),
                DescriptionKey = "page.checklist_role_text",
                SortedBy = "role",
                Only = holder.Id,
                Groups = ByPhase(edition, Owned(holder, all)),
                TakesPartIn = [.. all.Where(item => !holder.Roles.Contains(item.OwnerRole.Id) && item.WithRoles.Any(role => holder.Roles.Contains(role.Id))).OrderBy(item => item.DueDay)],
            }),
            Whole(SiteMap.ByDate, locale.Text("page.checklist_by_date"), "date", "page.checklist_by_date_text", ByDate(edition, all)),
            .. byGate.IsEmpty ? [] : new[] { Whole(SiteMap.Essentials, locale.Text("page.essentials"), "gate", "page.essentials_text", byGate) with { IsShort = false } },
        ];
    }

    private static ChecklistPage Whole(string path, string title, string sortedBy, string descriptionKey, ImmutableArray<ChecklistGroup> groups) =>
        new() { Path = path, Title = title, DescriptionKey = descriptionKey, SortedBy = sortedBy, Groups = groups, IsShort = true };

    private static EditionItem[] Owned(Holder holder, EditionItem[] all) => [.. all.Where(item => holder.Roles.Contains(item.OwnerRole.Id))];

    private static ImmutableArray<ChecklistGroup> ByPhase(Edition edition, IReadOnlyList<EditionItem> listed) =>
    [
        .. edition.Phases.Select(phase => Group($"phase-{phase.Phase.Id}", phase.Phase.Title, phase.Summary, listed.Where(item => item.Phase.Value == phase.Phase.Id.Value)))
            .OfType<ChecklistGroup>(),
    ];

    private static ImmutableArray<ChecklistGroup> ByArea(Edition edition, EditionItem[] listed) =>
    [
        .. edition.AreasAndProgramme.Select(area => Group($"area-{area.Area.Id}", area.Area.Title, area.Summary, listed.Where(item => item.Area == area.Area.Id)))
            .OfType<ChecklistGroup>(),
    ];

    private static ImmutableArray<ChecklistGroup> ByGate(Edition edition, EditionItem[] listed) =>
    [
        .. edition.Gates.Select(gate => Group($"gate-{gate.Gate.Id}", gate.Gate.Title, gate.Summary, listed.Where(item => item.Gate?.Value == gate.Gate.Id.Value)))
            .OfType<ChecklistGroup>().Select(group => group with { Gate = group.Id["gate-".Length..] }),
    ];

    /// <summary>By month; without dates by four weeks of the programme.</summary>
    private static ImmutableArray<ChecklistGroup> ByDate(Edition edition, EditionItem[] listed) =>
    [
        .. listed.OrderBy(item => item.DueDay)
            .GroupBy(item => item.DueDate is { } date
                ? (Id: date.ToString("'month-'yyyy-MM", CultureInfo.InvariantCulture), Title: edition.Locale.Date(date, "format.month"))
                : Block(edition.Locale, (int)Math.Floor(item.DueDay / (double)DaysPerBlock)))
            .Select(group => Group(group.Key.Id, group.Key.Title, null, group)!),
    ];

    private static (string Id, string Title) Block(Locale locale, int block)
    {
        const int WeeksPerBlock = DaysPerBlock / DaysPerWeek;
        if (block < 0)
        {
            return ("weeks-before", locale.Text("checklist.before_start"));
        }

        var first = (block * WeeksPerBlock) + 1;
        return ($"weeks-{first}", locale.Text("checklist.weeks", first.ToString(CultureInfo.InvariantCulture), (first + WeeksPerBlock - 1).ToString(CultureInfo.InvariantCulture)));
    }

    private static ChecklistGroup? Group(string id, string title, string? summary, IEnumerable<EditionItem> items) =>
        items.OrderBy(item => item.DueDay).ToImmutableArray() is { IsEmpty: false } listed ? new ChecklistGroup(id, title, summary, null, listed) : null;
}
