using Playbooks.Composing;

namespace Playbooks.Checking;

/// <summary>Checks the progress that organizations have committed against the items they have.</summary>
internal static class ProgressChecker
{
    public static void Check(Playbook playbook, DiagnosticBag diagnostics)
    {
        var retired = playbook.AreasAndProgramme.SelectMany(area => area.Retired).DistinctBy(each => each.Id.Value).ToDictionary(each => each.Id.Value);
        foreach (var organization in playbook.Organizations)
        {
            var items = playbook.AreasAndProgramme.SelectMany(area => area.Items)
                .Concat(EditionComposer.LayersOf(playbook, organization).SelectMany(layer => layer.AddedItems)).ToArray();
            var current = FormerIds.Of(items);
            var known = items.Select(item => item.Id).ToHashSet();
            var first = new Dictionary<ItemId, SourceSpan>();
            foreach (var entry in organization.Progress)
            {
                var id = current.GetValueOrDefault(entry.Item.Value, entry.Item.Value);
                if (!known.Contains(id))
                {
                    diagnostics.Add(retired.TryGetValue(id, out var gone)
                        ? DiagnosticCatalog.ProgressOfRetiredItem(entry.Item.Span, id.Value, gone.Id.Span, gone.ReplacedBy?.Value)
                        : DiagnosticCatalog.UnknownTarget(entry.Item.Span, "checklist item", id.Value, NearestName.Find(id.Value, known.Select(each => each.Value).Order(StringComparer.Ordinal))));
                }
                else if (!first.TryAdd(id, entry.Item.Span))
                {
                    diagnostics.Add(DiagnosticCatalog.ProgressTwice(entry.Item.Span, entry.Item.Value.Value, id.Value, first[id]));
                }
            }
        }
    }

    /// <summary>What was committed about items that this edition leaves out is shown nowhere.</summary>
    public static IEnumerable<Diagnostic> Unused(Edition edition, Organization? organization)
    {
        var absent = edition.Absences.Where(absence => absence.Kind == AbsenceKind.Item).ToDictionary(absence => absence.Id, StringComparer.Ordinal);
        foreach (var entry in organization?.Progress ?? [])
        {
            if (absent.TryGetValue(entry.Item.Value.Value, out var absence))
            {
                yield return DiagnosticCatalog.ProgressOfAbsentItem(entry.Item.Span, absence.Id, absence.Reason);
            }
        }
    }
}
