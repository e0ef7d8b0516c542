namespace Playbooks.Checking;

/// <summary>Checks that every reference leads somewhere.</summary>
internal sealed class ReferenceChecker(Playbook playbook, PlaybookNames names, DiagnosticBag diagnostics)
{
    /// <summary>All references of the common text, the layers and the organizations.</summary>
    public void Check()
    {
        foreach (var area in playbook.AreasAndProgramme)
        {
            Check(area);
        }

        Parallel.ForEach(playbook.Pages, Check);
        CheckManifest();
        foreach (var layer in playbook.Layers.Concat(playbook.Organizations.Select(organization => organization.Own)))
        {
            Check(layer);
        }

        foreach (var organization in playbook.Organizations)
        {
            Check(organization);
        }
    }

    private void CheckManifest()
    {
        foreach (var gate in playbook.Gates)
        {
            Phase(gate.AtEndOf);
        }

        Each(playbook.Roles.Select(role => role.FallsBackTo).OfType<Located<string>>(), Role);
        foreach (var route in playbook.Routes)
        {
            Each(route.Audience, Role);
            Each(route.Pages.Select(step => step.Page), page => Target(page, "page", names.LinkTargets));
        }

        foreach (var entry in playbook.Glossary)
        {
            Each(entry.See, other => Target(other, "glossary entry", names.Glossary));
            Each(entry.Chapter is { } chapter ? [chapter] : [], page => Target(WithoutAnchor(page), "page", names.Pages));
        }
    }

    private void Check(ChangeArea area)
    {
        foreach (var item in area.Items)
        {
            Check(item);
        }

        Each(area.Retired.Select(retired => retired.ReplacedBy).OfType<Located<string>>(), item => Target(item, "checklist item", names.Items));
        foreach (var question in area.Questions)
        {
            Target(question.Area, "area", names.AreasAndProgramme);
            Each(question.Chapters, page => Target(WithoutAnchor(page), "page", names.Pages));
            Each(question.Checklist, item => Target(item, "checklist item", names.Items));
            Each(question.Plays, play => Target(play, "play", names.Plays));
            Each(question.Groups, group => Step(group, "group", playbook.Assessment?.Combining?.Groups ?? []));
        }
    }

    private void Check(ChecklistItem item)
    {
        if (!names.AreasAndProgramme.Contains(item.Area.Value))
        {
            diagnostics.Add(DiagnosticCatalog.UnknownArea(item.Area.Span, item.Area.Value, NearestName.Find(item.Area.Value, names.AreasAndProgramme)));
        }

        How(item.How);
        Step(item.Evidence, "kind of evidence", names.Evidence);
        Role(item.Owner);
        Each(item.With, Role);
        Phase(item.Phase);
        Step(item.Effort, "effort", names.Efforts);
        Step(item.Priority, "priority", names.Priorities);
        Each(item.Gate is { } gate ? [gate] : [], Gate);
        Due(item.Due);
        Each(item.DependsOn, other => Target(other, "checklist item", names.Items));
        Each(item.Templates, template => Target(template, "template", names.Templates));
        Each(item.Plays, play => Target(play, "play", names.Plays));
        Each(item.Questions, question => Target(question, "assessment item", names.Questions));
        Each(item.Sources, Source);
        foreach (var variant in item.Variants)
        {
            Check(variant.Change);
        }
    }

    private void Check(ItemChange change)
    {
        Each(Given(change.Owner), Role);
        Each(change.With.IsDefault ? [] : change.With, Role);
        Each(Given(change.Phase), Phase);
        Each(Given(change.Effort), effort => Step(effort, "effort", names.Efforts));
        Each(Given(change.Priority), priority => Step(priority, "priority", names.Priorities));
        Each(Given(change.Gate).Where(gate => gate.Value != Composing.ItemComposer.NoGate), Gate);
        Each(Given(change.How), How);
        Due(change.Due);
    }

    private void Check(ContentPage page)
    {
        Each(page.Audience, Role);
        Each(page.Questions, question => Target(question, "assessment item", names.Questions));
        Each(page.Checklist, item => Target(item, "checklist item", names.Items));
        Each(page.Plays, play => Target(play, "play", names.Plays));
        Each(page.Templates, template => Target(template, "template", names.Templates));
        Each(page.Related, other => Target(other, "page", names.Pages));
        Each(page.Sources, Source);
        Each(page.Play?.LeadsTo ?? [], item => Target(item, "checklist item", names.Items));
        Each(page.Template?.UsedIn ?? [], other => Target(WithoutAnchor(other), "page", names.Pages));
        Check(page.Body.Sections);
    }

    private void Check(ImmutableArray<CompiledSection> sections)
    {
        foreach (var slot in sections.SelectMany(section => section.Heading.Slots.Concat(section.Body.Slots)))
        {
            if (slot is FragmentSlot.LinkStart { Target: { Reference.Length: > 0 } target })
            {
                Target(new(target.Page, target.Span), "page", names.LinkTargets);
            }
            else if (slot is FragmentSlot.Citation citation)
            {
                Source(citation.Source);
            }
        }
    }

    private void Check(Layer layer)
    {
        foreach (var page in layer.AddedPages)
        {
            Check(page);
            if (!names.Areas.Contains(page.Place.Value) && !names.Sections.Contains(page.Place.Value))
            {
                diagnostics.Add(DiagnosticCatalog.UnknownArea(page.Span, page.Place.Value, NearestName.Find(page.Place.Value, names.Areas)));
            }
        }

        foreach (var change in layer.Overrides)
        {
            foreach (var part in change.Parts)
            {
                Check(part.Sections);
            }

            if (change.Replacement is { } replacement)
            {
                Check(replacement with { Body = CompiledDocument.Empty });
            }
        }

        Each(layer.ExcludedPages.Select(exclusion => exclusion.What), page => Target(page, "page", names.Pages));
        foreach (var patch in layer.ItemPatches)
        {
            Target(patch.Item, "checklist item", names.Items);
            Check(patch.Change);
        }

        foreach (var item in layer.AddedItems)
        {
            Check(item);
        }

        foreach (var (id, term) in layer.Terms.Where(each => !names.Terms.Contains(each.Key)))
        {
            diagnostics.Add(DiagnosticCatalog.UnknownTerm(term.Span, id, NearestName.Find(id, names.Terms)));
        }
    }

    private void Check(Organization organization)
    {
        foreach (var (id, holder) in organization.Roles.Where(each => !names.Roles.Contains(each.Key)))
        {
            diagnostics.Add(DiagnosticCatalog.UnknownRole(holder.Span, id, NearestName.Find(id, names.Roles)));
        }

        foreach (var (id, phase) in organization.Phases.Explicit.Where(each => !names.Phases.Contains(each.Key)))
        {
            string[] known = ["start", "scale_factor", "avoid", .. names.Phases];
            diagnostics.Add(DiagnosticCatalog.UnknownPhase(phase.Span, "phase", id, NearestName.Find(id, known)));
        }

        Each(organization.AreaOrder, Area);
        Each(organization.ExcludedAreas.Select(exclusion => exclusion.What), Area);
        Each(organization.Targets.Concat(organization.Importance).Select(each => each.Item), item => Target(item, "assessment item", names.Questions));
        var layers = playbook.Layers.Select(layer => layer.Id.Value).ToArray();
        foreach (var layer in organization.LayerIds.Where(layer => !layers.Contains(layer.Value)))
        {
            diagnostics.Add(DiagnosticCatalog.UnknownLayer(layer.Span, layer.Value, NearestName.Find(layer.Value, layers)));
        }
    }

    private void How(Located<string> how)
    {
        // An area whose chapters are still to be written explains its items itself.
        Target(WithoutAnchor(how), "page", names.PagesAndAreas);
    }

    private void Due(Located<Due>? due)
    {
        if (due is { Value.Item: { } item } located)
        {
            Target(new(item, located.Span), "checklist item", names.Items);
        }
    }

    private void Area(Located<string> area)
    {
        if (!names.Areas.Contains(area.Value))
        {
            diagnostics.Add(DiagnosticCatalog.UnknownArea(area.Span, area.Value, NearestName.Find(area.Value, names.Areas)));
        }
    }

    private void Role(Located<string> role)
    {
        if (!names.Roles.Contains(role.Value))
        {
            diagnostics.Add(DiagnosticCatalog.UnknownRole(role.Span, role.Value, NearestName.Find(role.Value, names.Roles)));
        }
    }

    private void Phase(Located<string> phase)
    {
        if (!names.Phases.Contains(phase.Value))
        {
            diagnostics.Add(DiagnosticCatalog.UnknownPhase(phase.Span, "phase", phase.Value, NearestName.Find(phase.Value, names.Phases)));
        }
    }

    private void Gate(Located<string> gate)
    {
        if (!names.Gates.Contains(gate.Value))
        {
            diagnostics.Add(DiagnosticCatalog.UnknownPhase(gate.Span, "gate", gate.Value, NearestName.Find(gate.Value, names.Gates)));
        }
    }

    private void Source(Located<string> source)
    {
        if (!names.Sources.Contains(source.Value))
        {
            diagnostics.Add(DiagnosticCatalog.UnknownSource(source.Span, source.Value, NearestName.Find(source.Value, names.Sources)));
        }
    }

    private void Step(Located<string> step, string kind, IReadOnlyCollection<string> known)
    {
        if (!known.Contains(step.Value))
        {
            diagnostics.Add(DiagnosticCatalog.UnknownStep(step.Span, kind, step.Value, known, NearestName.Find(step.Value, known)));
        }
    }

    private void Target(Located<string> target, string kind, ImmutableSortedSet<string> known)
    {
        if (!known.Contains(target.Value))
        {
            diagnostics.Add(DiagnosticCatalog.UnknownTarget(target.Span, kind, target.Value, NearestName.Find(target.Value, known)));
        }
    }

    private static Located<string> WithoutAnchor(Located<string> page) =>
        page.Value.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? new(page.Value[..at], page.Span.Take(at)) : page;

    private static IEnumerable<Located<string>> Given(Located<string>? value) => value is { } given ? [given] : [];

    private static void Each(IEnumerable<Located<string>> references, Action<Located<string>> check)
    {
        foreach (var reference in references)
        {
            check(reference);
        }
    }
}
