namespace Playbooks.Loading;

/// <summary>Reads <c>progress/ORGANIZATION.yml</c>: what an organization has committed about its items.</summary>
internal static class ProgressReader
{
    /// <summary>Folder of the progress files below the input folder.</summary>
    public const string Folder = "progress";

    /// <summary>The file of an organization.</summary>
    public static InputPath FileOf(Slug organization) => new($"{Folder}/{organization}.yml");

    /// <summary>The entries, by id; an entry without a known status is left out and reported.</summary>
    public static ImmutableArray<SharedEntry> Read(MappingReader map) => [.. map.Map("items", ReadEntry).Values];

    private static SharedEntry? ReadEntry(YamlScalar key, YamlNode node, ReadingContext context)
    {
        var item = Values.ItemId(key, context);
        // `LDR-01: done` is enough where there is no more to say.
        if (node is YamlScalar)
        {
            return Status(node, context) is { } only && item != default ? Complete(new SharedEntry { Item = new(item, key.Span), Status = only }, key, context) : null;
        }

        return MappingReader.Read(node, $"the progress of `{key.Value}`", context, map => map.Required("status", Status, null!) is not { } status || item == default ? null : Complete(
            new SharedEntry
            {
                Item = new(item, key.Span),
                Status = status,
                Reason = map.Optional("reason", Values.Words),
                By = map.Optional("by", Values.Words),
                Until = map.OptionalValue("until", Values.Date),
                Evidence = map.Optional("evidence", Values.Words),
                Note = map.Optional("note", Values.Words),
                Date = map.OptionalValue("date", Values.Date),
                Earlier = [.. map.List("earlier", static (day, inner) => (object?)Values.Date(day, inner)).OfType<DateOnly>().Order()],
            },
            key,
            context));
    }

    private static string? Status(YamlNode node, ReadingContext context) => Values.OneOf([.. ProgressStatus.All])(node, context);

    /// <summary>Somebody who leaves an item out says why, and who allowed it.</summary>
    private static SharedEntry Complete(SharedEntry entry, YamlScalar key, ReadingContext context)
    {
        (string Field, bool IsMissing)[] fields = entry.Status switch
        {
            ProgressStatus.NotApplicable => [("reason", entry.Reason is null)],
            ProgressStatus.Waived => [("by", entry.By is null), ("reason", entry.Reason is null)],
            _ => [],
        };
        foreach (var (field, _) in fields.Where(each => each.IsMissing))
        {
            context.Diagnostics.Add(DiagnosticCatalog.ProgressIncomplete(key.Span, key.Value, entry.Status, field));
        }

        return entry;
    }
}
