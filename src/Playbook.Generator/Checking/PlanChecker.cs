using Playbooks.Planning;

namespace Playbooks.Checking;

/// <summary>Checks that the dates of an edition can be kept.</summary>
/// <remarks>
/// In: an <see cref="Edition"/> whose items do not wait for each other in circles. Out: warnings, one for each cause: an
/// item that can only not be done because something before it cannot is not named.
/// </remarks>
internal static class PlanChecker
{
    public static IEnumerable<Diagnostic> Check(Edition edition)
    {
        var plan = Planner.Plan(edition);
        var planned = plan.Items.ToDictionary(item => item.Item.Item.Id);
        var impossible = plan.Items
            .Select(item => (Item: item, Dependency: item.DependsOn.Select(other => planned[other.Item.Id]).Where(other => item.Due < other.EarliestFinish)
                .MaxBy(other => other.EarliestFinish)))
            .Where(each => each.Dependency is not null)
            .ToDictionary(each => each.Item.Item.Item.Id, each => each);
        foreach (var (item, dependency) in impossible.Values)
        {
            // Due before its dependency is due: that has a message of its own.
            if (item.Due >= dependency!.Due && !impossible.ContainsKey(dependency.Item.Item.Id))
            {
                yield return DiagnosticCatalog.DueBeforeDependencyFinished(
                    Place(item), item.Item.Item.Id.Value, Say(plan, item.Due), dependency.Item.Item.Id.Value, Say(plan, dependency.EarliestFinish));
            }
        }

        foreach (var item in plan.Items.Where(item => item.Item.Waiver is null))
        {
            if (GateBefore(edition, item) is { } gate && item.Due > plan.Day(gate.Day))
            {
                yield return DiagnosticCatalog.DueAfterGate(Place(item), item.Item.Item.Id.Value, Say(plan, item.Due), gate.Id, Say(plan, plan.Day(gate.Day)));
            }
        }
    }

    /// <summary>
    /// The gate an item must not be due after. An item of a later phase than the one the gate ends cannot be meant to be done
    /// before it: its author wants it finished in the first days after the gate.
    /// </summary>
    private static (string Id, int Day)? GateBefore(Edition edition, PlannedItem item)
    {
        var gate = edition.Gates.FirstOrDefault(each => each.Gate.Id.Value == item.Item.Gate?.Value)?.Gate;
        var phases = edition.Phases.Select(phase => phase.Phase.Id.Value).ToList();
        return gate is not null && phases.IndexOf(gate.AtEndOf.Value) is >= 0 and var end && edition.Phases[end].EndDay is { } day
            && phases.IndexOf(item.Item.Phase.Value) <= end ? (gate.Id.Value, day) : null;
    }

    private static SourceSpan Place(PlannedItem item) => item.Item.Due?.Span ?? item.Item.Item.Span;

    private static string Say(Plan plan, DateOnly day) => plan.HasDates
        ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"day {day.DayNumber - plan.Start.DayNumber}");
}
