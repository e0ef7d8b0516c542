namespace Playbooks.Checking;

/// <summary>Checks what only shows when the playbook is composed for an organization.</summary>
/// <remarks>In: an <see cref="Edition"/>. Out: diagnostics that name the edition.</remarks>
public sealed class EditionChecker
{
    private readonly Edition _edition;
    private readonly Organization? _organization;
    private readonly DiagnosticBag _diagnostics;
    private volatile bool _hasErrors;

    private EditionChecker(Edition edition, Organization? organization, DiagnosticBag diagnostics)
    {
        _edition = edition;
        _organization = organization;
        _diagnostics = diagnostics;
    }

    /// <summary>Checks links, anchors, due dates, priorities and banned words.</summary>
    /// <returns>True when there was no error.</returns>
    public static bool Check(Edition edition, Organization? organization, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var checker = new EditionChecker(edition, organization, diagnostics);
        checker.CheckAnchors();
        checker.CheckItems();
        checker.CheckBannedWords();
        foreach (var diagnostic in ProgressChecker.Unused(edition, organization))
        {
            checker.Add(diagnostic);
        }

        return !checker._hasErrors;
    }

    private void CheckAnchors()
    {
        Parallel.ForEach(_edition.Pages.Values, CheckAnchors);
        foreach (var how in _edition.Items.Select(item => item.How).Where(how => how.Value.Contains('#', StringComparison.Ordinal)))
        {
            var parts = how.Value.Split('#', 2);
            if (_edition.FindPage(parts[0]) is { } page)
            {
                CheckAnchor(page, parts[1], how.Span);
            }
        }
    }

    private void CheckAnchors(EditionPage page)
    {
        foreach (var target in page.Sections.SelectMany(section => section.Body.Slots.Concat(section.Heading.Slots)).OfType<FragmentSlot.LinkStart>().Select(slot => slot.Target))
        {
            var linked = target.Anchor is null ? null : target.Reference.Length == 0 ? page : _edition.FindPage(target.Page);
            if (linked is not null)
            {
                CheckAnchor(linked, target.Anchor!, target.Span);
            }
        }
    }

    private void CheckAnchor(EditionPage page, string anchor, SourceSpan span)
    {
        var known = page.Sections.Select(section => section.Id).OfType<string>()
            .Concat(page.Page.Generates == "glossary" ? _edition.Glossary.Select(entry => entry.Entry.Id.Value) : [])
            .Concat(page.Page.Generates == "sources" ? _edition.SourcesInUse.Select(source => $"source-{source}") : []);
        if (!known.Contains(anchor))
        {
            Add(DiagnosticCatalog.UnknownAnchor(span, page.Page.Id.Value, anchor, NearestName.Find(anchor, known)));
        }
    }

    private void CheckItems()
    {
        // Circles of the common items were refused before; what is left comes from patches and added items.
        ItemChecker.CheckCycles(
            _edition.Items.Select(item => (item.Item.Id.Value, item.Item.Span, item.Item.DependsOn.Concat(ItemChecker.DueFrom(item.Due)))),
            report: (span, cycle) => Add(DiagnosticCatalog.DependencyCycle(span, cycle)));
        if (!_hasErrors)
        {
            foreach (var problem in PlanChecker.Check(_edition))
            {
                Add(problem);
            }
        }

        var items = _edition.Items.ToDictionary(item => item.Item.Id.Value, StringComparer.Ordinal);
        var priorities = _edition.Priorities.Select(step => step.Id).ToList();
        foreach (var item in items.Values)
        {
            foreach (var reference in item.Item.DependsOn)
            {
                // A dependency that does not apply to this organization counts as done.
                if (!items.TryGetValue(reference.Value, out var dependency))
                {
                    continue;
                }

                if (priorities.IndexOf(item.Priority.Value) == 0 && priorities.IndexOf(dependency.Priority.Value) > 0)
                {
                    Add(DiagnosticCatalog.DependsOnLowerPriority(reference.Span, item.Item.Id.Value, item.Priority.Value, reference.Value, dependency.Priority.Value));
                }

                if (item.DueDay < dependency.DueDay)
                {
                    Add(DiagnosticCatalog.DueBeforeDependency(item.Due?.Span ?? item.Item.Span, item.Item.Id.Value, item.DueDay, reference.Value, dependency.DueDay));
                }
            }
        }
    }

    private void CheckBannedWords()
    {
        if (_organization is not { BannedWords.IsEmpty: false } organization)
        {
            return;
        }

        foreach (var page in _edition.Pages.Values)
        {
            foreach (var section in page.Sections)
            {
                foreach (var banned in organization.BannedWords)
                {
                    if (BannedWords.Find(section, banned.Word.Value) is { } span)
                    {
                        Add(DiagnosticCatalog.BannedWordUsed(span, banned.Word.Value, banned.Instead));
                    }
                }
            }
        }
    }

    private void Add(Diagnostic diagnostic)
    {
        _hasErrors |= diagnostic.Severity == Severity.Error;
        _diagnostics.Add(diagnostic with { Edition = _edition.Id.Value });
    }
}
