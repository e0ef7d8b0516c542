using System.Text;
using System.Text.Json;
using Playbooks.Loading;

namespace Playbooks.Scoring;

/// <summary>Reads one person's answers, as the page of the assessment saves them.</summary>
/// <remarks>
/// In: the text of a file and the edition it must have been answered for. Out: a <see cref="Respondent"/>, or diagnostics
/// with the place of every mistake. JSON is also YAML, so the positioned nodes of the YAML reader serve here too.
/// </remarks>
internal sealed class AnswerFileReader(Edition edition, Assessment assessment, DiagnosticBag diagnostics)
{
    private const string Format = "playbook-answers";
    private const int Schema = 1;

    private readonly ScoringSpec _spec = ScoringSpec.Of(edition, assessment);
    private readonly Dictionary<string, string> _formerly = edition.Questions
        .SelectMany(question => question.Item.Formerly.Select(old => (Old: old.Value, question.Item.Id.Value)))
        .DistinctBy(each => each.Old).ToDictionary(each => each.Old, each => each.Value, StringComparer.Ordinal);

    /// <summary>The answers; null after an error.</summary>
    public Respondent? Read(SourceText source)
    {
        if (FindJsonError(source) is { } place)
        {
            diagnostics.Add(DiagnosticCatalog.NotJson(place));
            return null;
        }

        var found = new DiagnosticBag();
        var read = YamlReader.ReadFile(source, found) is { } root ? Read(root, source, found) : null;
        foreach (var diagnostic in found.Sorted())
        {
            diagnostics.Add(diagnostic);
        }

        return found.HasErrors ? null : read;
    }

    private Respondent? Read(YamlMapping root, SourceText source, DiagnosticBag found)
    {
        if (root["format"] is not YamlScalar { Value: Format })
        {
            found.Add(DiagnosticCatalog.NotAnswers(root["format"]?.Span ?? source.Span(0, 1)));
            return null;
        }

        if (root["schema"] is YamlScalar schema && (!int.TryParse(schema.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number != Schema))
        {
            // Another form may have other keys; complaining about them would help nobody.
            found.Add(DiagnosticCatalog.UnknownAnswerSchema(schema.Span, schema.Value, Schema));
            return null;
        }

        return MappingReader.Read(root, "an answer file", new ReadingContext(found), map =>
        {
            map.Ignore("format");
            _ = map.RequiredValue("schema", Values.Integer, Schema);
            CheckSame(map, "playbook", edition.PlaybookId.Value);
            CheckSame(map, "assessment", assessment.Id.Value);
            CheckSame(map, "version", assessment.Version.ToString(CultureInfo.InvariantCulture));
            CheckSame(map, "edition", edition.Id.Value);
            return new Respondent(ReadGroup(map, root), ReadAnswers(map, root)) { Pulse = ReadPulse(map, root) };
        });
    }

    private static void CheckSame(MappingReader map, string key, string expected)
    {
        var given = map.Required(key, Values.Words, expected);
        if (given != expected)
        {
            map.Context.Diagnostics.Add(DiagnosticCatalog.OtherAssessment(map.SpanOf(key), key, given, expected));
        }
    }

    private string? ReadGroup(MappingReader map, YamlMapping root)
    {
        if (root["group"] is null or YamlScalar { IsNothing: true })
        {
            map.Ignore("group");
            return null;
        }

        var group = map.Optional("group", Values.Words);
        var known = assessment.Combining?.Groups ?? [];
        if (group is not null && !known.Contains(group))
        {
            map.Context.Diagnostics.Add(DiagnosticCatalog.UnknownStep(map.SpanOf("group"), "group", group, known, NearestName.Find(group, known)));
        }

        return group;
    }

    private ImmutableSortedDictionary<string, string> ReadAnswers(MappingReader map, YamlMapping root)
    {
        map.Ignore("answers");
        var answers = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (id, value, span) in Entries(root, "answers", "an answer file", map.Context.Diagnostics))
        {
            var item = _formerly.GetValueOrDefault(id.Value, id.Value);
            if (_spec.Items.All(each => each.Id != item))
            {
                map.Context.Diagnostics.Add(DiagnosticCatalog.UnknownTarget(id.Span, "assessment item", id.Value, NearestName.Find(id.Value, _spec.Items.Select(each => each.Id))));
            }
            else if (_spec.Read(value).Kind == AnswerKind.None)
            {
                var known = _spec.Levels.Select(level => level.ToString(CultureInfo.InvariantCulture)).Concat(_spec.ExtraAnswers.Keys);
                map.Context.Diagnostics.Add(DiagnosticCatalog.UnknownAnswer(span, id.Value, value, known));
            }
            else
            {
                answers[item] = value;
            }
        }

        return answers.ToImmutable();
    }

    /// <summary>Agreement with the statements of the pulse; what is not on its scale is left out, as a browser does.</summary>
    private static ImmutableSortedDictionary<string, int> ReadPulse(MappingReader map, YamlMapping root)
    {
        map.Ignore("pulse");
        var pulse = ImmutableSortedDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        foreach (var (id, value, _) in root["pulse"] is null ? [] : Entries(root, "pulse", "an answer file", map.Context.Diagnostics))
        {
            if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var step))
            {
                pulse[id.Value] = step;
            }
        }

        return pulse.ToImmutable();
    }

    private static IEnumerable<(YamlScalar Id, string Value, SourceSpan Span)> Entries(YamlMapping root, string key, string what, DiagnosticBag found)
    {
        if (root[key] is not YamlMapping entries)
        {
            found.Add(root[key] is { } other
                ? DiagnosticCatalog.WrongType(other.Span, $"`{key}`", "keys with values", other.Kind)
                : DiagnosticCatalog.MissingKey(root.Span, key, what));
            yield break;
        }

        foreach (var entry in entries.Entries)
        {
            if (entry.Value is YamlScalar scalar)
            {
                yield return (entry.Key, scalar.Value, scalar.Span);
            }
            else
            {
                found.Add(DiagnosticCatalog.WrongType(entry.Value.Span, $"`{entry.Key.Value}`", "a single value", entry.Value.Kind));
            }
        }
    }

    /// <summary>Where a text stops being JSON; null when it is.</summary>
    private static SourceSpan? FindJsonError(SourceText source)
    {
        const int DeepestNesting = 8;
        try
        {
            using var document = JsonDocument.Parse(source.Text, new JsonDocumentOptions { MaxDepth = DeepestNesting });
            return document.RootElement.ValueKind == JsonValueKind.Object ? null : source.Span(0, 1);
        }
        catch (JsonException exception)
        {
            // The parser counts bytes from 0; a place counts UTF-16 units from 1.
            var line = (int)(exception.LineNumber ?? 0) + 1;
            var bytes = Encoding.UTF8.GetBytes(source.Line(line).ToString());
            var column = Encoding.UTF8.GetCharCount(bytes, 0, (int)Math.Clamp(exception.BytePositionInLine ?? 0, 0, bytes.Length)) + 1;
            return new SourceSpan(source, line, column, 1);
        }
    }
}
