using System.Collections.Immutable;
using CsCheck;
using Playbooks.Model;
using Playbooks.Scoring;

namespace Playbooks.Tests.Scoring;

/// <summary>Random assessments and random people who answer them.</summary>
internal static class AnswerGenerators
{
    private static readonly string[] Groups = ["leaders", "managers", "staff", "helpers"];
    private static readonly string[] Areas = ["a", "b", "c"];

    private static readonly Gen<decimal> Weight = Gen.OneOf(Gen.Int[1, 3].Select(weight => (decimal)weight), Gen.Int[1, 40].Select(tenths => tenths / 10m));

    /// <summary>Assessments of three to seven levels, with and without importance, bands, gates and groups.</summary>
    public static readonly Gen<ScoringSpec> Spec =
        from levels in Gen.Int[3, 7]
        from hasImportance in Gen.Bool
        from method in Of("importance-times-gap", "importance-plus-gap", "gap-only")
        from coverage in Gen.Int[0, 10]
        from round in Gen.Int[0, 2]
        from alert in Gen.Int[1, levels]
        from items in Gen.Select(Of(Areas), Weight, Gen.Int[1, 5], Gen.Int[1, levels], Gen.Bool, Of(Groups).Array[0, 2]).Array[1, 14]
        from combining in Combining
        select new ScoringSpec
        {
            Levels = [.. Enumerable.Range(1, levels)],
            ExtraAnswers = ImmutableSortedDictionary<string, string>.Empty.Add("dont-know", "missing").Add("not-applicable", "excluded"),
            Importance = hasImportance ? new ImportanceScale(1, 5, 3) : null,
            Scoring = new ScoringRules("weighted-mean", coverage / 10m, round, method, alert),
            Bands = [new Band(1.5m, "low", null), new Band(2.5m, "middle", "So so."), new Band(levels - 0.5m, "high", null)],
            Combining = combining,
            Areas = [.. Areas],
            Items =
            [
                .. items.Select((item, at) => new ScoredItem
                {
                    Id = $"I-{at}",
                    Area = item.Item1,
                    Weight = item.Item2,
                    Importance = hasImportance ? item.Item3 : null,
                    Target = item.Item4,
                    IsGate = item.Item5,
                    Groups = [.. item.Item6.Distinct()],
                }),
            ],
        };

    /// <summary>Up to thirty people who answer an assessment, some of them without a group.</summary>
    public static Gen<Respondent[]> People(ScoringSpec spec) => Person(spec).Array[0, 30];

    /// <summary>One person.</summary>
    public static Gen<Respondent> Person(ScoringSpec spec) =>
        from isNamed in Gen.Int[0, 9]
        from @group in Of(Groups)
        from answers in Gen.Int[0, spec.Levels.Length + 2].Array[spec.Items.Length]
        select new Respondent(
            isNamed == 0 ? null : @group,
            spec.Items.Zip(answers).Where(each => each.Second > 0).ToImmutableSortedDictionary(
                each => each.First.Id,
                each => each.Second > spec.Levels.Length + 1 ? "dont-know"
                    : each.Second > spec.Levels.Length ? "not-applicable"
                    : each.Second.ToString(System.Globalization.CultureInfo.InvariantCulture),
                StringComparer.Ordinal));

    private static Gen<string> Of(params string[] words) => Gen.Int[0, words.Length - 1].Select(at => words[at]);

    private static Gen<CombiningRules> Combining =>
        from minimum in Gen.Int[1, 6]
        from method in Of("equal-groups", "equal-people")
        from summary in Of("median", "mean")
        select new CombiningRules([.. Groups], method, summary, minimum, 1m, 0.8m);
}
