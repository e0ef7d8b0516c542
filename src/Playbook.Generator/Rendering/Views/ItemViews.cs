namespace Playbooks.Rendering;

/// <summary>Views of checklist items.</summary>
internal sealed class ItemViews(Edition edition, SiteMap map, PageViews pages)
{
    private readonly Dictionary<string, EditionItem> _items = edition.Items.ToDictionary(item => item.Item.Id.Value, StringComparer.Ordinal);
    private readonly Dictionary<string, EditionQuestion> _questions = edition.Questions.ToDictionary(question => question.Item.Id.Value, StringComparer.Ordinal);

    /// <summary>What a page says of items it leads to.</summary>
    public IEnumerable<View> Short(IEnumerable<Located<string>> references) =>
        references.Select(reference => _items.GetValueOrDefault(reference.Value)).OfType<EditionItem>().Select(item => new View("item")
        {
            { "id", item.Item.Id.Value },
            { "title", item.Title },
            { "url", map.Find(item.Item.Id.Value)!.Url },
            { "priority", Step("priority", edition.Priority(item.Priority.Value)) },
            { "phase", PhaseTitle(item) },
            { "owner", item.OwnerRole.Title },
        });

    /// <summary>Assessment items as links.</summary>
    public IEnumerable<View> Questions(IEnumerable<Located<string>> references) =>
        references.Select(reference => _questions.GetValueOrDefault(reference.Value)).OfType<EditionQuestion>().Select(question => new View("question")
        {
            { "id", question.Item.Id.Value },
            { "statement", question.Statement },
            { "url", map.Find(question.Item.Id.Value)!.Url },
        });

    /// <summary>What fits on a line or two; the link leads to the rest.</summary>
    public View Short(EditionItem item) => AddFacts(new View("item"), item);

    /// <summary>Everything about an item.</summary>
    public View Full(EditionItem item) => AddFacts(
    new View("item")
    {
        { "why", item.Why },
        { "how", pages.Link(item.How.Value) },
        { "steps", item.Steps },
        { "done_when", item.DoneWhen },
        { "evidence", Step("evidence", edition.EvidenceKind(item.Item.Evidence.Value)) },
        { "with", item.WithRoles.Select(role => role.Title).Where(title => title != item.OwnerRole.Title).Distinct() },
        { "depends_on", item.Item.DependsOn.Select(other => _items.GetValueOrDefault(other.Value)).OfType<EditionItem>().Select(other => new View("other")
            {
                { "id", other.Item.Id.Value }, { "title", other.Title }, { "url", map.Find(other.Item.Id.Value)!.Url },
            }) },
        { "templates", pages.Entries(item.Item.Templates, pages.FolderOf(PageKind.Template)) },
        { "plays", pages.Entries(item.Item.Plays, pages.FolderOf(PageKind.Play)) },
        { "questions", Questions(item.Item.Questions) },
        { "sources", item.Item.Sources.Select(source => edition.Sources.GetValueOrDefault(source.Value)).OfType<Source>().Select(source => new View("source")
            {
                { "title", source.Title }, { "url", source.Url },
            }) },
        { "tags", item.Item.Tags },
        { "is_added", item.Origin.IsAdded },
    },
    item);

    private View AddFacts(View view, EditionItem item)
    {
        view.Add("id", item.Item.Id.Value);
        view.Add("title", item.Title);
        view.Add("anchor", item.Item.Id.Value);
        view.Add("url", map.Find(item.Item.Id.Value)!.Url);
        view.Add("owner", new View("owner") { { "title", item.OwnerRole.Title }, { "role", item.OwnerRole.RoleTitle }, { "person", item.OwnerRole.Person } });
        view.Add("phase", new View("phase") { { "id", item.Phase.Value }, { "title", PhaseTitle(item) } });
        view.Add("due", Due(item));
        view.Add("effort", Step("effort", edition.Effort(item.Effort.Value)));
        view.Add("priority", Step("priority", edition.Priority(item.Priority.Value)));
        view.Add("gate", Gate(item));
        view.Add("repeat", item.Item.RepeatEvery is { } every ? new View("repeat") { { "text", Counted("repeat", every) } } : null);
        view.Add("origin", pages.Origin(item.Origin));
        view.Add("waiver", item.Waiver is { } waiver ? new View("waiver")
        {
            { "by", waiver.By }, { "reason", waiver.Reason }, { "until", waiver.Until is { } until ? edition.Locale.Date(until) : null },
        } : null);
        view.Add("shared", edition.Progress.GetValueOrDefault(item.Item.Id.Value) is { } entry ? Shared(entry) : null);
        return view;
    }

    private View Shared(SharedEntry entry)
    {
        var locale = edition.Locale;
        string[] parts =
        [
            locale.Text($"progress.status.{entry.Status}"),
            .. entry.Date is { } date ? [locale.Date(date)] : Array.Empty<string>(),
            .. entry.By is { } by ? [by] : Array.Empty<string>(),
            .. entry.Reason is { } reason ? [reason] : Array.Empty<string>(),
            .. entry.Until is { } until ? [locale.Text("progress.until", locale.Date(until))] : Array.Empty<string>(),
        ];
        return new View("shared")
        {
            { "status", entry.Status },
            { "text", string.Join(" · ", parts) },
            { "evidence", entry.Evidence },
            { "evidence_url", IsWebAddress(entry.Evidence) ? entry.Evidence : null },
            { "note", entry.Note },
        };
    }

    private static bool IsWebAddress(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    /// <summary>The words for a step of a scale.</summary>
    public string LabelOf(string scale, ScaleEntry entry) => entry.Label ?? edition.Locale.Text($"{scale}.{entry.Id}");

    /// <summary>An item of the edition; null when it is not in it.</summary>
    public EditionItem? Find(string id) => _items.GetValueOrDefault(id);

    /// <summary>What a play is called where pages are referred to.</summary>
    public string PlayReference(string play) => pages.FolderOf(PageKind.Play) + play;

    /// <summary>When an item is due, in words; null when nothing but its phase says so.</summary>
    public string? DueText(EditionItem item) =>
        item.DueDate is { } date ? edition.Locale.Date(date) : item.Due is { } due ? DueWords(item, due.Value) : null;

    /// <summary>The phase of an item.</summary>
    public string PhaseTitle(EditionItem item) => edition.Phases.First(phase => phase.Phase.Id.Value == item.Phase.Value).Phase.Title;

    private View? Gate(EditionItem item) =>
        item.Gate is { } gate && edition.Gates.FirstOrDefault(each => each.Gate.Id.Value == gate.Value) is { } found
            ? new View("gate") { { "id", found.Gate.Id.Value }, { "title", found.Gate.Title } }
            : null;

    private View? Due(EditionItem item) => DueText(item) is not { } text ? null : new View("due")
    {
        { "text", text },
        { "iso", item.DueDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) },
    };

    private string DueWords(EditionItem item, Due due)
    {
        var locale = edition.Locale;
        var length = Length(due.Offset with { Count = Math.Abs(due.Offset.Count) });
        var isBefore = due.Offset.Count < 0;
        if (due.Item is { } other)
        {
            var title = locale.Text("format.quote", _items.GetValueOrDefault(other)?.Title ?? other);
            return due.Offset.Count == 0 ? locale.Text("due.with_item", title) : locale.Text(isBefore ? "due.before_item" : "due.after_item", length, title);
        }

        if (due.From == Model.Due.ProgrammeStart)
        {
            return due.Offset.Count == 0 ? locale.Text("date.programme_start")
                : locale.Text(isBefore ? "due.before_programme_start" : "due.after_programme_start", length);
        }

        var isEnd = due.From == Model.Due.PhaseEnd;
        var key = (isEnd, isBefore) switch
        {
            (true, true) => "due.before_phase_end",
            (true, false) => "due.after_phase_end",
            (false, true) => "due.before_phase_start",
            _ => "due.after_phase_start",
        };
        return due.Offset.Count == 0
            ? locale.Text(isEnd ? "date.end_of" : "date.start_of", PhaseTitle(item))
            : locale.Text(key, length, PhaseTitle(item));
    }

    private string Length(Duration duration) => Counted("duration", duration);

    private string Counted(string key, Duration duration) => edition.Locale.Plural(
        $"{key}.{duration.Unit switch { DurationUnit.Days => "days", DurationUnit.Weeks => "weeks", _ => "months" }}", duration.Count);

    private View Step(string scale, ScaleEntry entry)
    {
        var label = LabelOf(scale, entry);
        return new View(scale) { { "id", entry.Id }, { "label", label }, { "meaning", entry.Meaning ?? label } };
    }
}
