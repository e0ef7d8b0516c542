namespace Playbooks.Checking;

/// <summary>Checks that ids are used once, and that no two pages have one address.</summary>
internal static class IdChecker
{
    // Addresses of pages that are made from data.
    private static readonly string[] OwnAddresses = ["checklist", "plan", "assessment", "results", "does-not-apply", "routes", "assets", "media", "search", "print", "exports", "schemas"];

    // Beside the checklists of areas.
    private static readonly string[] ChecklistFolders = ["essentials", "phase", "role", "date"];

    public static void Check(Playbook playbook, DiagnosticBag diagnostics)
    {
        Unique(playbook.AreasAndProgramme.Select(area => (area.Id.Value, area.Span)), diagnostics);
        Unique(playbook.Sections.Select(section => (section.Id.Value, section.Span)), diagnostics);
        Unique(playbook.Facts.Select(fact => (fact.Id.Value, fact.Span)), diagnostics);
        Unique(playbook.Phases.Select(phase => (phase.Id.Value, phase.Span)).Concat(playbook.Gates.Select(gate => (gate.Id.Value, gate.Span))), diagnostics);
        Unique(playbook.Roles.Select(role => (role.Id.Value, role.Span)), diagnostics);
        Unique(playbook.Sources.Select(source => (source.Id.Value, source.Span)), diagnostics);
        Unique(playbook.Glossary.Select(entry => (entry.Id.Value, entry.Span)), diagnostics);
        Unique(playbook.Routes.Select(route => (route.Id.Value, route.Span)), diagnostics);
        Unique(playbook.Pages.Select(page => (page.Id.Value, page.Span)), diagnostics);
        var items = playbook.AreasAndProgramme.SelectMany(area => area.Items).Select(item => (item.Id.Value, item.Span))
            .Concat(playbook.AreasAndProgramme.SelectMany(area => area.Questions).Select(question => (question.Id.Value, question.Span))).ToArray();
        Unique(items, diagnostics);
        foreach (var layers in playbook.Organizations.Select(organization => Composing.EditionComposer.LayersOf(playbook, organization).Distinct()))
        {
            Unique(layers.SelectMany(layer => layer.AddedItems).Select(item => (item.Id.Value, item.Span)), diagnostics);
        }

        CheckAddresses(playbook, diagnostics);
        var retired = playbook.AreasAndProgramme.SelectMany(area => area.Retired).DistinctBy(each => each.Id.Value).ToDictionary(each => each.Id.Value.Value, each => each.Id.Span);
        foreach (var (id, span) in items.Where(item => retired.ContainsKey(item.Value)))
        {
            diagnostics.Add(DiagnosticCatalog.RetiredIdUsed(span, id, retired[id]));
        }

        CheckFormer(playbook, retired, diagnostics);
    }

    /// <summary>
    /// Readers' ticks follow a former id to one item of their edition: it may be nothing else there, neither today nor
    /// formerly. What two organizations add for themselves never meets.
    /// </summary>
    private static void CheckFormer(Playbook playbook, Dictionary<string, SourceSpan> retired, DiagnosticBag diagnostics)
    {
        (ItemId Id, SourceSpan Span, ImmutableArray<ItemId> Formerly)[] common =
        [
            .. playbook.AreasAndProgramme.SelectMany(area => area.Items).Select(item => (item.Id, item.Span, item.Formerly)),
            .. playbook.AreasAndProgramme.SelectMany(area => area.Questions).Select(question => (question.Id, question.Span, question.Formerly)),
        ];
        var added = playbook.Organizations.Select(organization => Composing.EditionComposer.LayersOf(playbook, organization).SelectMany(layer => layer.AddedItems));
        var reported = new HashSet<(SourceSpan Span, ItemId Former)>();
        foreach (var own in added.Prepend([]))
        {
            CheckFormer([.. common, .. own.Select(item => (item.Id, item.Span, item.Formerly))], retired, (item, span, former, other) =>
            {
                if (reported.Add((span, former)))
                {
                    diagnostics.Add(DiagnosticCatalog.FormerIdClash(span, item.Value, former.Value, other));
                }
            });
        }
    }

    private static void CheckFormer(
        (ItemId Id, SourceSpan Span, ImmutableArray<ItemId> Formerly)[] all, Dictionary<string, SourceSpan> retired, Action<ItemId, SourceSpan, ItemId, string> report)
    {
        var present = all.Select(each => each.Id).ToHashSet();
        var claimed = new Dictionary<ItemId, ItemId>();
        foreach (var (id, span, former) in all.SelectMany(each => each.Formerly.Select(former => (each.Id, each.Span, former))))
        {
            var other = present.Contains(former) ? "the id of an item today"
                : retired.TryGetValue(former.Value, out var retiredAt) ? $"retired in {retiredAt}"
                : !claimed.TryAdd(former, id) ? $"a former id of `{claimed[former]}`" : null;
            if (other is not null)
            {
                report(id, span, former, other);
            }
        }
    }

    private static void CheckAddresses(Playbook playbook, DiagnosticBag diagnostics)
    {
        var taken = OwnAddresses.ToDictionary(address => address, _ => "a page of the playbook's own", StringComparer.Ordinal);
        foreach (var type in playbook.Types.Where(type => type.Kind != PageKind.Chapter))
        {
            if (!taken.TryAdd(type.Folder, $"the list of {type.Id}"))
            {
                diagnostics.Add(DiagnosticCatalog.AddressClash(playbook.Span, type.Folder, taken[type.Folder]));
            }
        }

        var places = playbook.Areas.Select(area => (area.Folder.Value, area.Span, What: $"the area `{area.Id}`"))
            .Concat(playbook.Sections.Select(section => (section.Id.Value, section.Span, What: $"the section `{section.Id}`")));
        foreach (var (address, span, what) in places)
        {
            if (!taken.TryAdd(address, what))
            {
                diagnostics.Add(DiagnosticCatalog.AddressClash(span, address, taken[address]));
            }
        }

        foreach (var area in playbook.Areas.Where(area => ChecklistFolders.Contains(area.Folder.Value)))
        {
            diagnostics.Add(DiagnosticCatalog.AddressClash(area.Span, $"checklist/{area.Folder}", "a checklist of the playbook's own"));
        }

        var pages = playbook.Pages.Select(page => page.Id.Value).ToHashSet(StringComparer.Ordinal);
        var old = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
        foreach (var redirect in playbook.Pages.SelectMany(page => page.RedirectFrom))
        {
            if (pages.Contains(redirect.Value))
            {
                diagnostics.Add(DiagnosticCatalog.AddressClash(redirect.Span, redirect.Value, $"the page `{redirect.Value}`"));
            }
            else if (!old.TryAdd(redirect.Value, redirect.Span))
            {
                diagnostics.Add(DiagnosticCatalog.AddressClash(redirect.Span, redirect.Value, $"the redirect in {old[redirect.Value]}"));
            }
        }
    }

    private static void Unique(IEnumerable<(string Value, SourceSpan Span)> ids, DiagnosticBag diagnostics)
    {
        var first = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
        foreach (var (id, span) in ids)
        {
            if (!first.TryAdd(id, span))
            {
                diagnostics.Add(DiagnosticCatalog.DuplicateId(span, id, first[id]));
            }
        }
    }
}
