using System.Text.Json.Nodes;
using CsCheck;
using Playbooks.Scoring;

namespace Playbooks.Tests.Scoring;

/// <summary>C# and the theme's TypeScript say the same of whatever people answer.</summary>
public sealed class SameInBothLanguagesTests
{
    private const int Count = 1000;

    [Fact]
    public async Task One_thousand_random_answer_sets_come_out_equal()
    {
        var cases = Sample(AnswerGenerators.Spec.SelectMany(spec => AnswerGenerators.Person(spec).Select(person => Case(spec, person))));

        await AssertSameAsync(cases);
    }

    [Fact]
    public async Task One_thousand_random_crowds_come_out_equal()
    {
        var cases = Sample(AnswerGenerators.Spec.SelectMany(spec => AnswerGenerators.People(spec).Select(people => new JsonObject
        {
            ["spec"] = ScoringCases.ToJson(spec),
            ["people"] = ScoringCases.ToJson(people),
        })));

        await AssertSameAsync(cases);
    }

    private static JsonObject Case(ScoringSpec spec, Respondent person)
    {
        var written = ScoringCases.ToJson([person])[0]!.AsObject();
        return new JsonObject { ["spec"] = ScoringCases.ToJson(spec), ["group"] = person.Group, ["answers"] = written["answers"]!.DeepClone() };
    }

    private static JsonObject[] Sample(Gen<JsonObject> generator)
    {
        var cases = new List<JsonObject>();
        // One thread, because the list is shared; the seed is printed by nobody, because a difference shows its whole case.
        generator.Sample(cases.Add, iter: Count, threads: 1);
        return [.. cases];
    }

    private static async Task AssertSameAsync(JsonObject[] cases)
    {
        var fromBrowser = await BundledScoring.RunAsync([.. cases.Select(each => each.DeepClone())]);

        Assert.Equal(Count, fromBrowser.Count);
        // A sample in which nothing happens would prove nothing.
        Assert.InRange(cases.Count(each => ScoringCases.Run(each)["report"]!["opportunities"]!.AsArray().Count > 0), Count / 3, Count);
        Assert.All(cases.Zip(fromBrowser), each => ScoringCases.AssertEqual(ScoringCases.Run(each.First), each.Second!.AsObject(), each.First.ToJsonString()));
    }
}
