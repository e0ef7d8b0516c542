namespace Playbooks.Rendering;

/// <summary>Views of checklist pages.</summary>
internal sealed class ChecklistViews(Edition edition, ItemViews items)
{
    private readonly ImmutableArray<ChecklistPage> _all = [.. ChecklistPages.Of(edition)];

    /// <summary>One page.</summary>
    public View Of(ChecklistPage page) => new("checklist")
    {
        { "title", page.Title },
        { "sorted_by", page.SortedBy },
        { "tabs", _all.Where(other => other.Only is null).Select(tab => new View("tab")
            {
                { "title", edition.Locale.Text($"checklist.by_{tab.SortedBy}") }, { "url", Marks.Url(tab.Path) },
                { "is_open", tab.SortedBy == page.SortedBy }, { "is_current", tab.Path == page.Path },
            }) },
        { "parts", Parts(page) },
        { "groups", page.Groups.Select(group => Group(page, group))
            .Concat(page.TakesPartIn.IsEmpty ? [] : [Group(page with { IsShort = true }, new ChecklistGroup("_takes-part", edition.Locale.Text("checklist.takes_part"), null, null, page.TakesPartIn))]) },
        { "count", page.Items.Count() },
        { "must_count", page.Items.Count(item => item.Priority.Value == edition.Priorities[0].Id) },
        { "is_short", page.IsShort },
        { "filters", page.Only is null ? Filters(page) : [] },
        { "shared", !edition.Progress.IsEmpty },
        { "not_applicable_url", Marks.Url(SiteMap.DoesNotApply) },
        { "not_applicable_count", edition.Absences.Count(absence => absence.Kind == AbsenceKind.Item
            && (page.Only is null || page.Area?.Area.Items.Any(item => item.Id.Value == absence.Id) == true)) },
        { "statuses", ProgressStatus.All.Select(status => new View("status") { { "id", status }, { "label", edition.Locale.Text($"progress.status.{status}") } }) },
    };

    private View Group(ChecklistPage page, ChecklistGroup group) => new("group")
    {
        { "id", group.Id },
        { "title", group.Title },
        { "summary", group.Summary },
        { "gate", group.Gate },
        { "is_short", page.IsShort },
        { "items", group.Items.Select(item => page.IsShort ? items.Short(item) : items.Full(item)) },
    };

    /// <summary>The lists below the open tab: pages of their own, or the gates of this one. Months are in the page's contents already.</summary>
    private IEnumerable<View> Parts(ChecklistPage page)
    {
        var below = _all.Where(other => other.SortedBy == page.SortedBy && other.Only is not null).ToArray();
        return below.Length > 0
            ? below.Select(part => Part(page.SortedBy, part.Only!, Name(part), Marks.Url(part.Path), part.Items.Count(), part.Path == page.Path))
            : page.Groups.Where(group => group.Gate is not null).Select(group => Part(page.SortedBy, group.Gate!, group.Title, $"#{group.Id}", group.Items.Length, isCurrent: false));
    }

    private string Name(ChecklistPage part) => part.SortedBy switch
    {
        "area" => part.Area!.Area.Title,
        "phase" => edition.Phases.First(phase => phase.Phase.Id.Value == part.Only).Phase.Title,
        _ => Holder.Of(edition).First(holder => holder.Id == part.Only).Title,
    };

    private static View Part(string kind, string id, string title, string url, int count, bool isCurrent) => new("part")
    {
        { "kind", kind }, { "id", id }, { "title", title }, { "url", url }, { "count", count }, { "is_current", isCurrent },
    };

    /// <summary>What a list of all can be narrowed by; nothing that the page is sorted by into lists of their own.</summary>
    private IEnumerable<View> Filters(ChecklistPage page)
    {
        var locale = edition.Locale;
        (string Id, string Label, IEnumerable<(string Id, string Title)> Choices)[] filters =
        [
            ("phase", edition.WordFor("phase").One, edition.Phases.Select(phase => (phase.Phase.Id.Value, phase.Phase.Title))),
            ("role", locale.Text("item.owner"), Holder.Of(edition).Select(holder => (holder.Id, holder.Title))),
            ("priority", locale.Text("checklist.priority"), edition.Priorities.Select(step => (step.Id, items.LabelOf("priority", step)))),
            ("gate", edition.WordFor("gate").One, edition.Gates.Select(gate => (gate.Gate.Id.Value, gate.Gate.Title))),
            ("status", locale.Text("progress.status"), ProgressStatus.All.Select(status => (status, locale.Text($"progress.status.{status}"))).Append(("open", locale.Text("progress.open")))),
        ];
        return filters.Select(filter => (filter, Choices: filter.Choices.ToArray())).Where(each => each.Choices.Length > 1).Select(each => new View("filter")
        {
            { "id", each.filter.Id },
            { "label", each.filter.Label },
            { "choices", each.Choices.Select(choice => new View("choice") { { "id", choice.Id }, { "title", choice.Title } }) },
        });
    }
}
