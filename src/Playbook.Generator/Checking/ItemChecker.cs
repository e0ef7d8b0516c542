namespace Playbooks.Checking;

/// <summary>Checks the rules of checklist items that hold whatever the organization.</summary>
internal static class ItemChecker
{
    private const int LongestTitle = 90;
    private const int MostSigns = 4;

    public static void Check(Playbook playbook, DiagnosticBag diagnostics)
    {
        var highest = playbook.Priorities[0].Id;
        foreach (var area in playbook.AreasAndProgramme)
        {
            foreach (var item in area.Items)
            {
                Check(item, highest, diagnostics);
                CheckPrefix(item.Id, item.Span, area, diagnostics);
            }

            foreach (var question in area.Questions)
            {
                CheckPrefix(question.Id, question.Span, area, diagnostics);
            }

            if (!area.Items.IsEmpty && area.Items.All(item => item.Priority.Value != highest && item.Variants.All(variant => variant.Change.Priority?.Value != highest)))
            {
                diagnostics.Add(DiagnosticCatalog.AreaWithoutMust(area.Span, area.Id.Value, highest));
            }
        }

        foreach (var item in playbook.Layers.Concat(playbook.Organizations.Select(organization => organization.Own)).SelectMany(layer => layer.AddedItems))
        {
            Check(item, highest, diagnostics);
        }

        CheckPhases(playbook, diagnostics);
        CheckCycles(
            playbook.AreasAndProgramme.SelectMany(area => area.Items).Select(item => (item.Id.Value, item.Span, item.DependsOn.Concat(DueFrom(item.Due)))),
            report: (span, cycle) => diagnostics.Add(DiagnosticCatalog.DependencyCycle(span, cycle)));
        CheckCycles(
            playbook.Roles.Select(role => (role.Id.Value, role.Span, role.FallsBackTo is { } next ? [next] : Enumerable.Empty<Located<string>>())),
            report: (span, cycle) => diagnostics.Add(DiagnosticCatalog.RoleCycle(span, cycle)));
    }

    /// <summary>Reports each circle once, at its member first in the list, with its members in order.</summary>
    public static void CheckCycles(
        IEnumerable<(string Id, SourceSpan Span, IEnumerable<Located<string>> Next)> nodes,
        Action<SourceSpan, IEnumerable<string>> report)
    {
        var graph = nodes.DistinctBy(node => node.Id).ToDictionary(node => node.Id, node => (node.Span, Next: node.Next.ToArray()), StringComparer.Ordinal);
        var finished = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in graph.Keys)
        {
            // A path and the place in each member's list: depth first without recursion, so that long chains do no harm.
            var path = new List<string>();
            var places = new List<int>();
            Enter(start);
            while (path.Count > 0)
            {
                var next = graph[path[^1]].Next;
                if (places[^1] == next.Length)
                {
                    finished.Add(path[^1]);
                    path.RemoveAt(path.Count - 1);
                    places.RemoveAt(places.Count - 1);
                    continue;
                }

                var reference = next[places[^1]++];
                var at = path.IndexOf(reference.Value);
                if (at >= 0)
                {
                    report(reference.Span, [.. path[at..], reference.Value]);
                }
                else
                {
                    Enter(reference.Value);
                }
            }

            void Enter(string id)
            {
                if (graph.ContainsKey(id) && !finished.Contains(id))
                {
                    path.Add(id);
                    places.Add(0);
                }
            }
        }
    }

    private static void Check(ChecklistItem item, string highest, DiagnosticBag diagnostics)
    {
        if (item.DoneWhen.Length is 0 or > MostSigns)
        {
            diagnostics.Add(DiagnosticCatalog.DoneWhenCount(item.Span, item.Id.Value, item.DoneWhen.Length));
        }

        foreach (var title in item.Variants.Select(variant => variant.Change.Title).Append(item.Title).OfType<SlottedText>().Where(title => title.IsPlain && title.Source.Length > LongestTitle))
        {
            diagnostics.Add(DiagnosticCatalog.ItemTitleTooLong(title.Span, title.Source.Length, LongestTitle));
        }

        if (item.Gate is { } gate && item.Priority.Value != highest)
        {
            diagnostics.Add(DiagnosticCatalog.GateNeedsHighestPriority(gate.Span, item.Id.Value, highest));
        }
    }

    private static void CheckPrefix(ItemId id, SourceSpan span, ChangeArea area, DiagnosticBag diagnostics)
    {
        if (id.Prefix != area.Prefix)
        {
            diagnostics.Add(DiagnosticCatalog.WrongPrefix(span, id.Value, area.Prefix));
        }
    }

    private static void CheckPhases(Playbook playbook, DiagnosticBag diagnostics)
    {
        foreach (var phase in playbook.Phases.Take(Math.Max(0, playbook.Phases.Length - 1)).Where(phase => phase.Length is null))
        {
            diagnostics.Add(DiagnosticCatalog.EndlessPhase(phase.Span, phase.Id.Value));
        }
    }

    /// <summary>The item that a due date is counted from; empty when it is counted from a phase.</summary>
    public static IEnumerable<Located<string>> DueFrom(Located<Due>? due) =>
        due is { Value.Item: { } other } ? [new(other, due.Value.Span)] : [];
}
