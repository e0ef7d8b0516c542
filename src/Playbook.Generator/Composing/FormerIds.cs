namespace Playbooks.Composing;

/// <summary>Which item a former id means today.</summary>
internal static class FormerIds
{
    /// <summary>Present ids by former ones.</summary>
    public static Dictionary<ItemId, ItemId> Of(IEnumerable<ChecklistItem> items) =>
        items.SelectMany(item => item.Formerly.Select(old => (Old: old, item.Id))).DistinctBy(each => each.Old).ToDictionary(each => each.Old, each => each.Id);
}
