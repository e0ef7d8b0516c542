using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Playbooks.Scoring;

namespace Playbooks.Rendering;

/// <summary>
/// What the scripts of the form and of the results read: JSON in the page itself, so that both work from a disk. Read by
/// <c>theme/scripts/assessment/page-data.ts</c>.
/// </summary>
internal sealed class AssessmentData
{
    /// <summary>Form of what browsers keep and of answer files.</summary>
    public const int AnswerSchema = 1;

    private const int PulseSteps = 5;
    private const int RevisionLength = 12;

    // Everything that could end a script element or start a comment in it is escaped.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly Edition _edition;
    private readonly Assessment _assessment;
    private readonly SiteMap _map;
    private readonly ItemViews _items;
    private readonly ScoringSpec _spec;

    public AssessmentData(Edition edition, Assessment assessment, SiteMap map, ItemViews items)
    {
        _edition = edition;
        _assessment = assessment;
        _map = map;
        _items = items;
        _spec = ScoringSpec.Of(edition, assessment);
        Revision = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Json(WriteSpec))))[..RevisionLength];
    }

    /// <summary>Name under which a browser keeps the answers: no two playbooks or editions on one server share one.</summary>
    public string Store => $"playbook:assessment:{_edition.PlaybookId}:{_edition.Id}";

    /// <summary>Changes when anything does that scores depend on.</summary>
    public string Revision { get; }

    /// <summary>For the form.</summary>
    public string ForForm() => Json(writer =>
    {
        writer.WriteStartObject();
        WriteCommon(writer, "answers.");
        writer.WriteEndObject();
    });

    /// <summary>For the results.</summary>
    public string ForResults() => Json(writer =>
    {
        writer.WriteStartObject();
        WriteCommon(writer, "result.");
        WriteTexts(writer);
        writer.WriteEndObject();
    });

    private static string Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private void WriteCommon(Utf8JsonWriter writer, string words)
    {
        writer.WriteNumber("schema", AnswerSchema);
        writer.WriteString("store", Store);
        writer.WriteString("playbook", _edition.PlaybookId.Value);
        writer.WriteString("edition", _edition.Id.Value);
        writer.WriteString("assessment", _assessment.Id.Value);
        writer.WriteNumber("version", _assessment.Version);
        writer.WriteString("revision", Revision);
        writer.WritePropertyName("spec");
        WriteSpec(writer);
        WriteMap(writer, "formerly", _edition.Questions.SelectMany(question => question.Item.Formerly.Select(old => (old.Value, question.Item.Id.Value))));
        WritePulse(writer);
        WriteMap(writer, "words", _edition.Locale.Keys
            .Where(key => key.StartsWith(words, StringComparison.Ordinal) || key == "format.zero_is_singular")
            .Order(StringComparer.Ordinal).Select(key => (key, _edition.Locale.Text(key))));
    }

    private void WriteSpec(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        WriteList(writer, "levels", _spec.Levels, writer.WriteNumberValue);
        WriteMap(writer, "extraAnswers", _spec.ExtraAnswers.Select(answer => (answer.Key, answer.Value)));
        WriteOptional(writer, "importance", _spec.Importance, scale =>
        {
            writer.WriteNumber("minimum", scale.Minimum);
            writer.WriteNumber("maximum", scale.Maximum);
            writer.WriteNumber("default", scale.Default);
        });
        WriteOptional(writer, "scoring", _spec.Scoring, rules =>
        {
            writer.WriteNumber("minimumCoverage", rules.MinimumCoverage);
            writer.WriteNumber("round", rules.Round);
            writer.WriteString("opportunity", rules.Opportunity);
            writer.WriteNumber("gateAlertAt", rules.GateAlertAt);
        });
        WriteObjects(writer, "bands", _spec.Bands, band =>
        {
            writer.WriteNumber("from", band.From);
            writer.WriteString("label", band.Label);
            writer.WriteString("meaning", band.Meaning);
        });
        WriteOptional(writer, "combining", _spec.Combining, rules =>
        {
            WriteList(writer, "groups", rules.Groups, writer.WriteStringValue);
            writer.WriteString("method", rules.Method);
            writer.WriteString("groupSummary", rules.GroupSummary);
            writer.WriteNumber("minimumGroup", rules.MinimumGroup);
            writer.WriteNumber("differAt", rules.DifferAt);
            writer.WriteNumber("agreeAtOrBelow", rules.AgreeAtOrBelow);
        });
        WriteList(writer, "areas", _spec.Areas, writer.WriteStringValue);
        WriteObjects(writer, "items", _spec.Items, item =>
        {
            writer.WriteString("id", item.Id);
            writer.WriteString("area", item.Area);
            writer.WriteNumber("weight", item.Weight);
            if (item.Importance is { } importance)
            {
                writer.WriteNumber("importance", importance);
            }
            else
            {
                writer.WriteNull("importance");
            }

            writer.WriteNumber("target", item.Target);
            writer.WriteBoolean("isGate", item.IsGate);
            WriteList(writer, "groups", item.Groups, writer.WriteStringValue);
        });
        writer.WriteEndObject();
    }

    private void WritePulse(Utf8JsonWriter writer) => WriteOptional(writer, "pulse", _assessment.Pulse, pulse =>
    {
        writer.WriteString("title", pulse.Title);
        writer.WriteNumber("steps", PulseSteps);
        WriteObjects(writer, "statements", pulse.Statements, statement =>
        {
            writer.WriteString("id", statement.Id.Value);
            writer.WriteString("factor", statement.Factor.Value);
        });
        WriteObjects(writer, "factors", pulse.Factors, factor =>
        {
            writer.WriteString("id", factor.Id);
            writer.WriteString("label", factor.Label ?? factor.Id);
        });
    });

    /// <summary>The words of areas, statements and checklist items, with where they lead to from the site's root.</summary>
    private void WriteTexts(Utf8JsonWriter writer)
    {
        writer.WriteString("oneView", _edition.OneView);
        WriteObjects(writer, "areas", _edition.AreasAndProgramme.Where(area => !area.Questions.IsEmpty), area =>
        {
            writer.WriteString("id", area.Area.Id.Value);
            writer.WriteString("title", area.Area.Title);
            // The programme has no page of its own.
            writer.WriteString("url", _map.Find(area.Area.Id.Value)?.Path);
        });
        writer.WriteStartObject("items");
        foreach (var question in _edition.Questions)
        {
            writer.WriteStartObject(question.Item.Id.Value);
            writer.WriteString("statement", question.Statement);
            WriteMap(writer, "levels", question.Levels.Select(level => (level.Value.ToString(CultureInfo.InvariantCulture), level.Text)));
            WriteLinks(writer, "read", question.Item.Chapters.Select(chapter => chapter.Value));
            WriteLinks(writer, "run", question.Item.Plays.Select(play => _items.PlayReference(play.Value)));
            WriteList(writer, "checklist", question.Item.Checklist.Select(item => item.Value).Where(item => _items.Find(item) is not null), writer.WriteStringValue);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteStartObject("checklist");
        foreach (var id in _edition.Questions.SelectMany(question => question.Item.Checklist).Select(item => item.Value).Distinct().Order(StringComparer.Ordinal))
        {
            if (_items.Find(id) is { } item)
            {
                WriteItem(writer, item);
            }
        }

        writer.WriteEndObject();
    }

    private void WriteItem(Utf8JsonWriter writer, EditionItem item)
    {
        var address = _map.Find(item.Item.Id.Value)!;
        writer.WriteStartObject(item.Item.Id.Value);
        writer.WriteString("title", item.Title);
        writer.WriteString("url", $"{address.Path}#{address.Anchor}");
        writer.WriteString("owner", item.OwnerRole.Title);
        writer.WriteString("due", _items.DueText(item) ?? _items.PhaseTitle(item));
        writer.WriteString("date", item.DueDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        writer.WriteNumber("day", item.DueDay);
        writer.WriteEndObject();
    }

    private void WriteLinks(Utf8JsonWriter writer, string name, IEnumerable<string> references) =>
        WriteObjects(writer, name, references.Select(_map.FindSection).OfType<Address>(), address =>
        {
            writer.WriteString("title", address.Title);
            writer.WriteString("url", address.Anchor is null ? address.Path : $"{address.Path}#{address.Anchor}");
        });

    private static void WriteList<T>(Utf8JsonWriter writer, string name, IEnumerable<T> values, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            write(value);
        }

        writer.WriteEndArray();
    }

    private static void WriteObjects<T>(Utf8JsonWriter writer, string name, IEnumerable<T> values, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStartObject();
            write(value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteOptional<T>(Utf8JsonWriter writer, string name, T? value, Action<T> write)
        where T : class
    {
        if (value is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        write(value);
        writer.WriteEndObject();
    }

    private static void WriteMap(Utf8JsonWriter writer, string name, IEnumerable<(string Key, string Value)> entries)
    {
        writer.WriteStartObject(name);
        foreach (var (key, value) in entries)
        {
            writer.WriteString(key, value);
        }

        writer.WriteEndObject();
    }
}
