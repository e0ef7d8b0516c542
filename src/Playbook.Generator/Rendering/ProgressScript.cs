using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Playbooks.Rendering;

/// <summary>
/// What the scripts must know of an edition's items to keep a reader's progress: ids with their former ones, what comes
/// first, what repeats, and the texts of the interface. One file for all pages, loaded once; a script and not JSON, because
/// a page opened from a disk may run the one but not fetch the other.
/// </summary>
internal static class ProgressScript
{
    private const string TextPrefix = "progress.";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The script; null for an edition without items.</summary>
    public static ThemeAsset? Create(Edition edition)
    {
        if (!edition.Items.Any())
        {
            return null;
        }

        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, Options))
        {
            Write(writer, edition);
        }

        var bytes = Encoding.UTF8.GetBytes(
            $"globalThis.playbookItems={Encoding.UTF8.GetString(json.WrittenSpan)};playbookItems.root=new URL(\"..\",document.currentScript.src).href;\n");
        return new ThemeAsset("items.js", Theme.HashedPath("assets", "items.js", bytes), bytes);
    }

    private static void Write(Utf8JsonWriter writer, Edition edition)
    {
        writer.WriteStartObject();
        writer.WriteString("playbook", edition.PlaybookId.Value);
        writer.WriteString("edition", edition.Id.Value);
        writer.WriteString("title", edition.Title);
        writer.WriteStartArray("items");
        var holders = Holder.Of(edition).SelectMany(holder => holder.Roles.Select(role => (Role: role, Holder: holder.Id))).ToDictionary(each => each.Role, each => each.Holder);
        foreach (var area in edition.AreasAndProgramme)
        {
            foreach (var item in area.Items)
            {
                WriteItem(writer, item, SiteMap.ChecklistOf(area.Area), holders[item.OwnerRole.Id], edition);
            }
        }

        writer.WriteEndArray();
        writer.WriteStartObject("retired");
        foreach (var gone in edition.AreasAndProgramme.SelectMany(area => area.Area.Retired).OrderBy(gone => gone.Id.Value))
        {
            writer.WriteString(gone.Id.Value.Value, gone.ReplacedBy?.Value ?? "");
        }

        writer.WriteEndObject();
        writer.WriteStartObject("shared");
        foreach (var (id, entry) in edition.Progress)
        {
            writer.WritePropertyName(id);
            WriteShared(writer, entry);
        }

        writer.WriteEndObject();
        writer.WriteStartObject("texts");
        foreach (var key in edition.Locale.Keys.Where(key => key.StartsWith(TextPrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            writer.WriteString(key[TextPrefix.Length..], edition.Locale.Text(key));
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteItem(Utf8JsonWriter writer, EditionItem item, string page, string holder, Edition edition)
    {
        writer.WriteStartObject();
        writer.WriteString("id", item.Item.Id.Value);
        writer.WriteString("title", item.Title);
        writer.WriteString("page", page);
        writer.WriteString("area", item.Area.Value);
        writer.WriteString("phase", item.Phase.Value);
        writer.WriteString("role", holder);
        writer.WriteString("priority", item.Priority.Value);
        writer.WriteString("evidence", item.Item.Evidence.Value);
        if (item.Gate is { } gate)
        {
            writer.WriteString("gate", gate.Value);
        }

        WriteDate(writer, "due", item.DueDate);
        if (item.Item.RepeatEvery is { } every)
        {
            writer.WriteString("every", $"{every.Count}{every.Unit switch { DurationUnit.Days => "d", DurationUnit.Weeks => "w", _ => "m" }}");
        }

        if (item.Waiver is not null)
        {
            writer.WriteBoolean("waived", true);
            WriteDate(writer, "waivedUntil", item.Waiver.Until);
        }

        // What does not apply to the organization counts as done.
        WriteList(writer, "after", item.Item.DependsOn.Select(other => other.Value).Where(other => edition.Items.Any(each => each.Item.Id.Value == other)));
        WriteList(writer, "formerly", item.Item.Formerly.Select(former => former.Value));
        writer.WriteEndObject();
    }

    private static void WriteShared(Utf8JsonWriter writer, SharedEntry entry)
    {
        writer.WriteStartObject();
        writer.WriteString("status", entry.Status);
        (string Name, string? Value)[] texts = [("reason", entry.Reason), ("by", entry.By), ("evidence", entry.Evidence), ("note", entry.Note)];
        foreach (var (name, value) in texts.Where(each => each.Value is not null))
        {
            writer.WriteString(name, value);
        }

        WriteDate(writer, "until", entry.Until);
        WriteDate(writer, "date", entry.Date);
        WriteList(writer, "earlier", entry.Earlier.Select(Iso));
        writer.WriteEndObject();
    }

    private static void WriteDate(Utf8JsonWriter writer, string name, DateOnly? date)
    {
        if (date is { } day)
        {
            writer.WriteString(name, Iso(day));
        }
    }

    private static void WriteList(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        string[] all = [.. values];
        if (all.Length == 0)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (var value in all)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
