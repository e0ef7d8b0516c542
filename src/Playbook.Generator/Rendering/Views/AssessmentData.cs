using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
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

    private const int RevisionLength = 12;

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
        Revision = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonWriting.Text(writer => ScoringSpecJson.Write(writer, _spec)))))[..RevisionLength];
    }

    /// <summary>Name under which a browser keeps the answers: no two playbooks or editions on one server share one.</summary>
    public string Store => $"playbook:assessment:{_edition.PlaybookId}:{_edition.Id}";

    /// <summary>Changes when anything does that scores depend on.</summary>
    public string Revision { get; }

    /// <summary>For the form.</summary>
    public string ForForm() => JsonWriting.Text(writer =>
    {
        writer.WriteStartObject();
        WriteCommon(writer, "answers.");
        writer.WriteEndObject();
    });

    /// <summary>For the results.</summary>
    public string ForResults() => JsonWriting.Text(writer =>
    {
        writer.WriteStartObject();
        WriteCommon(writer, "result.");
        WriteTexts(writer);
        writer.WriteEndObject();
    });

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
        ScoringSpecJson.Write(writer, _spec);
        writer.WriteMap("formerly", _edition.Questions.SelectMany(question => question.Item.Formerly.Select(old => (old.Value, question.Item.Id.Value))));
        WritePulse(writer);
        writer.WriteMap("words", _edition.Locale.Keys
            .Where(key => key.StartsWith(words, StringComparison.Ordinal) || key == "format.zero_is_singular")
            .Order(StringComparer.Ordinal).Select(key => (key, _edition.Locale.Text(key))));
    }

    private void WritePulse(Utf8JsonWriter writer) => writer.WriteOptional("pulse", _assessment.Pulse, pulse =>
    {
        writer.WriteString("title", pulse.Title);
        writer.WriteNumber("steps", PulseMeans.Steps);
        writer.WriteObjects("statements", pulse.Statements, statement =>
        {
            writer.WriteString("id", statement.Id.Value);
            writer.WriteString("factor", statement.Factor.Value);
        });
        writer.WriteObjects("factors", pulse.Factors, factor =>
        {
            writer.WriteString("id", factor.Id);
            writer.WriteString("label", factor.Label ?? factor.Id);
        });
    });

    /// <summary>The words of areas, statements and checklist items, with where they lead to from the site's root.</summary>
    private void WriteTexts(Utf8JsonWriter writer)
    {
        writer.WriteString("oneView", _edition.OneView);
        writer.WriteObjects("areas", _edition.AreasAndProgramme.Where(area => !area.Questions.IsEmpty), area =>
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
            writer.WriteMap("levels", question.Levels.Select(level => (level.Value.ToString(CultureInfo.InvariantCulture), level.Text)));
            WriteLinks(writer, "read", question.Item.Chapters.Select(chapter => chapter.Value));
            WriteLinks(writer, "run", question.Item.Plays.Select(play => _items.PlayReference(play.Value)));
            writer.WriteList("checklist", question.Item.Checklist.Select(item => item.Value).Where(item => _items.Find(item) is not null), writer.WriteStringValue);
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
        writer.WriteObjects(name, references.Select(_map.FindSection).OfType<Address>(), address =>
        {
            writer.WriteString("title", address.Title);
            writer.WriteString("url", address.Anchor is null ? address.Path : $"{address.Path}#{address.Anchor}");
        });
}
