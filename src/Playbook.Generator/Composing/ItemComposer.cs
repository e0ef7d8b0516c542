namespace Playbooks.Composing;

/// <summary>Applies variants and patches to checklist items.</summary>
internal sealed class ItemComposer(EditionFacts facts, EditionValues values, Schedule schedule, IReadOnlyList<Layer> layers)
{
    /// <summary>The items of one area that apply, without due days, which depend on other items.</summary>
    public ImmutableArray<EditionItem> Compose(ChangeArea area, IEnumerable<ChecklistItem> items)
    {
        var own = items.Select(item => (Item: item, Origin: Origin.Common));
        var added = layers.SelectMany(layer => layer.AddedItems
            .Where(item => item.Area.Value == area.Id.Value)
            .Select(item => (Item: item, Origin: new Origin(layer.Id, true, null))));
        return [.. own.Concat(added).Where(each => facts.Holds(each.Item.When)).Select(each => Compose(each.Item, area.Id, each.Origin))];
    }

    /// <summary>The items with the day each is due.</summary>
    public ImmutableArray<EditionItem> WithDueDays(ImmutableArray<EditionItem> items, IReadOnlyDictionary<string, EditionItem> all) =>
    [
        .. items.Select(item =>
        {
            var day = DueDay(item, all, all.Count);
            return item with { DueDay = day, DueDate = schedule.Date(day) };
        }),
    ];

    /// <param name="item">The item.</param>
    /// <param name="all">All items of the edition.</param>
    /// <param name="steps">How many items may still be followed; a circle, which the checker reports, ends there.</param>
    private int DueDay(EditionItem item, IReadOnlyDictionary<string, EditionItem> all, int steps) =>
        schedule.DueDay(item.Phase.Value, item.Due?.Value, id => steps > 0 && all.TryGetValue(id, out var other) ? DueDay(other, all, steps - 1) : null);

    private EditionItem Compose(ChecklistItem item, Slug area, Origin origin)
    {
        var patches = layers.SelectMany(layer => layer.ItemPatches.Where(patch => patch.Item.Value == item.Id.Value).Select(patch => (layer, patch))).ToArray();
        // Later layers win over earlier ones, any layer over a variant, and of the variants the first that matches.
        ItemChange[] changes = [.. patches.Select(each => each.patch.Change).Reverse(), .. item.Variants.Where(variant => facts.Holds(variant.When)).Select(variant => variant.Change)];
        var owner = First(changes, change => change.Owner) ?? item.Owner;
        var with = changes.FirstOrDefault(change => !change.With.IsDefault)?.With ?? item.With;
        var gate = First(changes, change => change.Gate) ?? item.Gate;
        return new EditionItem
        {
            Item = item,
            Area = area,
            Title = values.Fill(changes.Select(change => change.Title).FirstOrDefault(title => title is not null) ?? item.Title),
            Why = values.Fill(changes.Select(change => change.Why).FirstOrDefault(why => why is not null) ?? item.Why),
            Steps = values.Fill(changes.FirstOrDefault(change => !change.Steps.IsDefault)?.Steps ?? item.Steps),
            DoneWhen = values.Fill(changes.FirstOrDefault(change => !change.DoneWhen.IsDefault)?.DoneWhen ?? item.DoneWhen),
            How = First(changes, change => change.How) ?? item.How,
            Owner = owner,
            With = with,
            OwnerRole = values.Role(owner.Value),
            WithRoles = [.. with.Select(role => values.Role(role.Value))],
            Phase = First(changes, change => change.Phase) ?? item.Phase,
            Due = First(changes, change => change.Due) ?? item.Due,
            DueDay = 0,
            DueDate = null,
            Effort = First(changes, change => change.Effort) ?? item.Effort,
            Priority = First(changes, change => change.Priority) ?? item.Priority,
            Gate = gate is { Value: NoGate } ? null : gate,
            Waiver = patches.Select(each => each.patch.Waiver).LastOrDefault(waiver => waiver is not null),
            Origin = patches.Length > 0 && origin == Origin.Common ? new Origin(patches[^1].layer.Id, false, null) : origin,
        };
    }

    /// <summary>What a change writes to take an item's gate away.</summary>
    public const string NoGate = "none";

    private static T? First<T>(ItemChange[] changes, Func<ItemChange, T?> field)
        where T : struct => changes.Select(field).FirstOrDefault(value => value is not null);
}
