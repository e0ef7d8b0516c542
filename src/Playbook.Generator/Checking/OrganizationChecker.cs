using Playbooks.Composing;

namespace Playbooks.Checking;

/// <summary>Checks what layers and organizations change.</summary>
internal static class OrganizationChecker
{
    // WCAG 2.2, success criterion 1.4.3.
    private const double LeastContrast = 4.5;

    public static void Check(Playbook playbook, DiagnosticBag diagnostics)
    {
        var pages = playbook.Pages.DistinctBy(page => page.Id).ToDictionary(page => page.Id);
        foreach (var layer in playbook.Layers)
        {
            Check(layer, playbook, pages, [], diagnostics);
        }

        foreach (var organization in playbook.Organizations)
        {
            var below = EditionComposer.LayersOf(playbook, organization).Where(layer => layer != organization.Own).ToArray();
            Check(organization.Own, playbook, pages, below, diagnostics);
            if (organization.Brand.Accent is { } accent && Contrast.OnWhite(accent.Value) is var contrast && contrast < LeastContrast)
            {
                diagnostics.Add(DiagnosticCatalog.LowContrast(accent.Span, accent.Value, contrast, LeastContrast));
            }
        }
    }

    private static void Check(Layer layer, Playbook playbook, Dictionary<PageId, ContentPage> pages, Layer[] below, DiagnosticBag diagnostics)
    {
        var items = playbook.AreasAndProgramme.SelectMany(area => area.Items).DistinctBy(item => item.Id).ToDictionary(item => item.Id.Value, StringComparer.Ordinal);
        foreach (var change in layer.Overrides)
        {
            var sections = pages[change.Page].Body.Sections
                .Concat(below.SelectMany(other => other.Overrides).Where(other => other.Page == change.Page).SelectMany(other => other.Parts).SelectMany(part => part.Sections))
                .ToArray();
            foreach (var part in change.Parts)
            {
                Check(part, change.Page, sections, diagnostics);
            }
        }

        foreach (var item in layer.AddedItems.Where(item => items.ContainsKey(item.Id.Value)))
        {
            diagnostics.Add(DiagnosticCatalog.AddedItemPrefix(item.Span, item.Id.Value));
        }

        foreach (var patch in layer.ItemPatches.Where(patch => patch.Waiver is null && items.TryGetValue(patch.Item.Value, out var item) && Weakens(patch.Change, item, playbook)))
        {
            diagnostics.Add(DiagnosticCatalog.GateWeakened(patch.Span, patch.Item.Value));
        }
    }

    private static void Check(OverridePart part, PageId page, CompiledSection[] sections, DiagnosticBag diagnostics)
    {
        if (part.Section is not { } target)
        {
            return;
        }

        var section = sections.FirstOrDefault(each => each.Id == target.Value);
        if (section is null)
        {
            diagnostics.Add(DiagnosticCatalog.OverrideOfUnknownSection(target.Span, page.Value, target.Value, NearestName.Find(target.Value, sections.Select(each => each.Id).OfType<string>())));
            return;
        }

        var current = SectionHash.Of(section);
        if (part.Base is null)
        {
            diagnostics.Add(DiagnosticCatalog.BaseMissing(target.Span, target.Value, current));
        }
        else if (part.Base is { } written && written.Value != current)
        {
            diagnostics.Add(DiagnosticCatalog.BaseChanged(written.Span, target.Value, current));
        }
    }

    /// <summary>A gate is weakened by another gate or none, by a lower priority, and by a later phase.</summary>
    private static bool Weakens(ItemChange change, ChecklistItem item, Playbook playbook)
    {
        if (item.Gate is not { } gate)
        {
            return false;
        }

        var priorities = playbook.Priorities.Select(step => step.Id).ToList();
        var phases = playbook.Phases.Select(phase => phase.Id.Value).ToList();
        var gates = playbook.Gates.Select(each => each.Id.Value).ToList();
        return (change.Gate is { } other && (other.Value == ItemComposer.NoGate || gates.IndexOf(other.Value) > gates.IndexOf(gate.Value)))
            || (change.Priority is { } priority && priorities.IndexOf(priority.Value) > priorities.IndexOf(item.Priority.Value))
            || (change.Phase is { } phase && phases.IndexOf(phase.Value) > phases.IndexOf(item.Phase.Value));
    }
}
