using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Playbooks.Planning;

namespace Playbooks.Exporting;

/// <summary>The checklists and the plan for programs. <c>checklist.schema.json</c> beside this file describes every member.</summary>
internal sealed class ChecklistJson
{
    /// <summary>Published beside the data.</summary>
    public const string SchemaName = "checklist.schema.json";

    /// <summary>Grows when a member changes its meaning or goes; new members may come at any time.</summary>
    private const int FormatVersion = 1;

    private readonly ExportSource _source;
    private readonly Utf8JsonWriter _json;

    private ChecklistJson(ExportSource source, Utf8JsonWriter json)
    {
        _source = source;
        _json = json;
    }

    public static ReadOnlyMemory<byte> Write(ExportSource source)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) }))
        {
            new ChecklistJson(source, json).Write();
        }

        bytes.Write("\n"u8);
        return bytes.WrittenMemory.ToArray();
    }

    /// <summary>The JSON Schema of the format.</summary>
    public static ReadOnlyMemory<byte> Schema()
    {
        using var stream = typeof(ChecklistJson).Assembly.GetManifestResourceStream(SchemaName)
            ?? throw new InvalidOperationException($"{SchemaName} is not embedded");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private void Write()
    {
        var (edition, plan) = (_source.Edition, _source.Plan);
        _json.WriteStartObject();
        _json.WriteString("$schema", SchemaName);
        _json.WriteString("format", "playbook-checklist");
        _json.WriteNumber("formatVersion", FormatVersion);
        Named("playbook", edition.PlaybookId.Value, edition.Title, () => _json.WriteString("version", edition.Version));
        Named("edition", edition.Id.Value, edition.Name);
        _json.WriteString("language", edition.Locale.Tag);
        Day("start", plan.HasDates ? plan.Start : null);
        List("phases", edition.Phases, phase => Named(null, phase.Phase.Id.Value, phase.Phase.Title, () =>
        {
            Day("start", phase.Start);
            Day("end", phase.End);
        }));
        List("gates", edition.Gates, gate => Named(null, gate.Gate.Id.Value, gate.Gate.Title, () => Day("date", gate.Date)));
        List("areas", edition.AreasAndProgramme.Where(area => !area.Items.IsEmpty), area => Named(null, area.Area.Id.Value, area.Area.Title));
        List("items", plan.Items, Item);
        List("longestChains", plan.Chains, chain =>
        {
            _json.WriteStartObject();
            Text("gate", chain.Gate?.Gate.Id.Value);
            _json.WriteNumber("days", chain.Days);
            Texts("items", chain.Items.Select(item => item.Item.Id.Value));
            _json.WriteEndObject();
        });
        _json.WriteEndObject();
    }

    private void Item(PlannedItem planned)
    {
        var item = planned.Item;
        _json.WriteStartObject();
        _json.WriteString("id", item.Item.Id.Value);
        _json.WriteString("title", item.Title);
        _json.WriteString("status", ExportSource.StatusOf(item));
        _json.WriteString("area", item.Area.Value);
        _json.WriteString("phase", item.Phase.Value);
        Text("gate", item.Gate?.Value);
        _json.WriteString("priority", item.Priority.Value);
        _json.WriteString("effort", item.Effort.Value);
        _json.WriteNumber("days", planned.Days);
        Role("owner", item.OwnerRole);
        List("with", item.WithRoles, role => Role(null, role));
        Texts("dependsOn", ExportSource.IdsBefore(planned));
        // Without dates, days are counted from the programme's start.
        Day("due", planned.Due, "dueDay");
        Day("earliestStart", planned.EarliestStart, "earliestStartDay");
        Day("earliestFinish", planned.EarliestFinish, "earliestFinishDay");
        Day("latestStart", planned.LatestStart, "latestStartDay");
        Day("latestFinish", planned.LatestFinish, "latestFinishDay");
        _json.WriteNumber("slack", planned.Slack);
        _json.WriteBoolean("isOnLongestChain", planned.IsCritical);
        Text("repeat", ExportSource.Interval(item.Item.RepeatEvery));
        Texts("next", _source.Plan.HasDates ? planned.Next.Select(ExportSource.Iso) : []);
        _json.WriteString("why", item.Why);
        Texts("steps", item.Steps);
        Texts("doneWhen", item.DoneWhen);
        _json.WriteString("evidence", item.Item.Evidence.Value);
        Texts("formerly", item.Item.Formerly.Select(id => id.Value));
        Text("address", _source.AddressOf(item));
        _json.WriteEndObject();
    }

    /// <summary>An object with an id and a title, and what else there is to say.</summary>
    private void Named(string? member, string id, string title, Action? more = null)
    {
        Start(member);
        _json.WriteString("id", id);
        _json.WriteString("title", title);
        more?.Invoke();
        _json.WriteEndObject();
    }

    private void Role(string? member, EditionRole role)
    {
        Start(member);
        _json.WriteString("id", role.Id.Value);
        _json.WriteString("title", role.Title);
        Text("person", role.Person);
        _json.WriteEndObject();
    }

    private void Start(string? member)
    {
        if (member is null)
        {
            _json.WriteStartObject();
        }
        else
        {
            _json.WriteStartObject(member);
        }
    }

    private void List<T>(string member, IEnumerable<T> values, Action<T> write)
    {
        _json.WriteStartArray(member);
        foreach (var value in values)
        {
            write(value);
        }

        _json.WriteEndArray();
    }

    private void Texts(string member, IEnumerable<string> values) => List(member, values, _json.WriteStringValue);

    private void Text(string member, string? value)
    {
        if (value is not null)
        {
            _json.WriteString(member, value);
        }
    }

    private void Day(string member, DateOnly? day) => Text(member, day is { } date ? ExportSource.Iso(date) : null);

    private void Day(string member, DateOnly day, string memberWithoutDates)
    {
        if (_source.Plan.HasDates)
        {
            Day(member, day);
        }
        else
        {
            _json.WriteNumber(memberWithoutDates, day.DayNumber - _source.Plan.Start.DayNumber);
        }
    }
}
