using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Playbooks.Scoring;

namespace Playbooks.Tests.Scoring;

/// <summary>Cases as JSON, the form that both languages read: <c>{spec, group, answers}</c> or <c>{spec, people}</c>.</summary>
internal static class ScoringCases
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly string[] Results = ["combined", "report"];

    /// <summary>The shared vectors: file, name and case with what is expected.</summary>
    public static IEnumerable<(string Name, JsonObject Case)> Vectors()
    {
        foreach (var file in Directory.EnumerateFiles(RepositoryFolder.PathOf("tests", "vectors", "assessment"), "*.json").Order(StringComparer.Ordinal))
        {
            var vector = JsonNode.Parse(File.ReadAllText(file))!;
            foreach (var each in vector["cases"]!.AsArray())
            {
                var found = each!.DeepClone().AsObject();
                found["spec"] = vector["spec"]!.DeepClone();
                yield return ($"{Path.GetFileNameWithoutExtension(file)}: {found["name"]}", found);
            }
        }
    }

    /// <summary>What C# makes of a case: <c>{report}</c> or <c>{combined, report}</c>.</summary>
    public static JsonObject Run(JsonObject scoringCase)
    {
        var spec = scoringCase["spec"].Deserialize<ScoringSpec>(Json)!;
        if (scoringCase["people"] is not JsonArray people)
        {
            return new JsonObject { ["report"] = ToJson(AssessmentScorer.Score(spec, spec.AnswersOf(Person(scoringCase)))) };
        }

        var combined = AnswerCombiner.Combine(spec, [.. people.Select(person => Person(person!.AsObject()))]);
        return new JsonObject
        {
            ["combined"] = ToJson(combined),
            ["report"] = ToJson(AssessmentScorer.Score(spec, combined.ToAnswers(spec))),
        };
    }

    /// <summary>The spec of a case as it is written into it.</summary>
    public static JsonNode ToJson(ScoringSpec spec) => JsonSerializer.SerializeToNode(spec, Json)!;

    /// <summary>People as they are written into a case.</summary>
    public static JsonArray ToJson(IEnumerable<Respondent> people) => [.. people.Select(person => (JsonNode)new JsonObject
    {
        ["group"] = person.Group,
        ["answers"] = new JsonObject(person.Answers.Select(answer => KeyValuePair.Create(
            answer.Key, (JsonNode?)(int.TryParse(answer.Value, out var level) ? JsonValue.Create(level) : JsonValue.Create(answer.Value))))),
    })];

    private static Respondent Person(JsonObject person) => new(
        (string?)person["group"],
        person["answers"]!.AsObject().ToImmutableSortedDictionary(answer => answer.Key, answer => answer.Value!.ToString(), StringComparer.Ordinal));

    private static JsonNode ToJson(AssessmentReport report) => JsonSerializer.SerializeToNode(
        new
        {
            areas = report.Areas.Select(area => new { area.Id, area.Score, Band = area.Band?.Label, area.Coverage, area.Target, area.Opportunity }),
            report.FixFirst,
            report.Opportunities,
            report.Unknown,
            report.Strengths,
            report.DependsOnImportance,
        },
        Json)!;

    private static JsonNode ToJson(CombinedAnswers combined) => JsonSerializer.SerializeToNode(
        new
        {
            combined.Respondents,
            items = combined.Items.Select(item => new { item.Id, item.Groups, item.Score, item.Answers, item.Low, item.High, item.Spread, item.Unknown }),
        },
        Json)!;

    /// <summary>Numbers are compared as numbers: 3 is 3.0.</summary>
    public static void AssertEqual(JsonObject expected, JsonObject actual, string name) => Assert.All(
        Results.Where(part => expected.ContainsKey(part) || actual.ContainsKey(part)),
        part => Assert.True(
            JsonNode.DeepEquals(Plain(expected[part]), Plain(actual[part])),
            $"{name}: {part}\nexpected {expected[part]?.ToJsonString()}\nactual   {actual[part]?.ToJsonString()}"));

    /// <summary>The same JSON with every number in its shortest form.</summary>
    private static JsonNode? Plain(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.Select(each => KeyValuePair.Create(each.Key, Plain(each.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Plain)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number =>
            JsonValue.Create(decimal.Parse(value.ToJsonString(), CultureInfo.InvariantCulture) / 1.000000000000000000000000000000m),
        _ => node?.DeepClone(),
    };
}
