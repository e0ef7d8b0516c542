using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using Playbooks.Composing;
using Playbooks.Model;
using Playbooks.Tests.Compiling;

namespace Playbooks.Tests.Composing;

public sealed class ConditionEvaluatorTests
{
    private static readonly ImmutableDictionary<string, FactValue> Values = DerivedFactValues.With(
        new Dictionary<string, FactValue>
        {
            ["regulated"] = new FactValue.Boolean(false),
            ["listed"] = new FactValue.Boolean(true),
            ["size"] = new FactValue.Text("small"),
            ["volunteers"] = new FactValue.Number(2.5m),
            ["traits"] = new FactValue.List(["siloed"]),
            ["start"] = new FactValue.Date(new DateOnly(2027, 3, 1)),
        },
        ConditionSamples.Facts);

    [Theory]
    [InlineData("true", true)]
    [InlineData("listed and not regulated", true)]
    [InlineData("regulated or listed", true)]
    [InlineData("size == 'small'", true)]
    [InlineData("size == 'Small'", false)]
    [InlineData("size != 'micro'", true)]
    [InlineData("size in ['micro', 'small']", true)]
    [InlineData("volunteers > 2 and volunteers < 3 and volunteers >= 2.50 and volunteers <= 2.5", true)]
    [InlineData("volunteers in [1, 2.5]", true)]
    [InlineData("'siloed' in traits", true)]
    [InlineData("'consensus' in traits", false)]
    [InlineData("start >= '2027-03-01' and start < '2027-03-02'", true)]
    [InlineData("listed == true and listed != false", true)]
    [InlineData("small_team", true)]
    [InlineData("purpose == ''", false)]
    [InlineData("purpose != ''", false)]
    [InlineData("nothing or 'a' in nothing or nothing in ['a'] or nothing > 1", false)]
    [InlineData("size > 'a' or size == 1 or volunteers == 'x' or start > 'x' or 1 in traits or 'a' in size or size", false)]
    public void Conditions_are_answered_from_the_values(string text, bool answer) =>
        Assert.Equal(answer, ConditionEvaluator.Evaluate(ConditionSamples.Parse(text), Values));

    [Fact]
    public void Answers_agree_with_a_truth_table_computed_with_bits()
    {
        // A formula over four facts is a set of 16 assignments: bit n of the mask is the answer for assignment n.
        string[] names = ["a", "b", "c", "d"];
        ushort[] masks = [0xAAAA, 0xCCCC, 0xF0F0, 0xFF00];

        Formula(5).Sample(
            formula =>
            {
                var condition = ConditionSamples.Parse(formula.Text);
                for (var assignment = 0; assignment < 16; assignment++)
                {
                    var answer = ConditionEvaluator.Evaluate(condition, id => new FactValue.Boolean((assignment >> Array.IndexOf(names, id) & 1) == 1));
                    Assert.Equal((formula.Mask >> assignment & 1) == 1, answer);
                }
            },
            iter: 1_000);

        Gen<(string Text, ushort Mask)> Formula(int depth)
        {
            var leaf = Gen.Int[0, 3].Select(index => (names[index], masks[index]));
            if (depth == 0)
            {
                return leaf;
            }

            var inner = Formula(depth - 1);
            return Gen.OneOf(
                leaf,
                inner.Select(each => ($"not ({each.Text})", (ushort)~each.Mask)),
                Gen.Select(inner, inner, (left, right) => ($"({left.Text}) and ({right.Text})", (ushort)(left.Mask & right.Mask))),
                Gen.Select(inner, inner, (left, right) => ($"({left.Text}) or ({right.Text})", (ushort)(left.Mask | right.Mask)))).Where(each => each.Item1.Length <= 1_000);
        }
    }

    [Fact]
    public void Derived_facts_are_computed_after_those_they_need_and_replace_given_ones()
    {
        var facts = ConditionSamples.FactsOf(
            ConditionSamples.Derived("a", "b"),
            ConditionSamples.Derived("b", "c"),
            ConditionSamples.Derived("loop", "not loop"),
            ConditionSamples.Declared("c", FactType.Boolean, null));

        var values = DerivedFactValues.With(new Dictionary<string, FactValue> { ["c"] = new FactValue.Boolean(true), ["a"] = new FactValue.Text("given") }, facts);

        Assert.Equal(new FactValue.Boolean(true), values["a"]);
        Assert.Equal(4, values.Count);
    }

    [Theory]
    [InlineData("listed", null)]
    [InlineData("regulated", "regulated is no")]
    [InlineData("not listed", "listed is yes")]
    [InlineData("listed and regulated", "regulated is no")]
    [InlineData("regulated or size == 'micro'", "regulated is no and size is Small one, not Micro one")]
    [InlineData("not (listed or regulated)", "listed is yes")]
    [InlineData("size in ['micro']", "size is Small one, not Micro one")]
    [InlineData("size in ['micro', 'large']", "size is Small one, not one of Micro one or Large one")]
    [InlineData("size != 'small'", "size is Small one")]
    [InlineData("not size in ['micro', 'small']", "size is Small one, one of Micro one or Small one")]
    [InlineData("volunteers > 5", "volunteers is 2.5, at most 5")]
    [InlineData("volunteers >= 5", "volunteers is 2.5, less than 5")]
    [InlineData("not volunteers >= 2", "volunteers is 2.5, at least 2")]
    [InlineData("volunteers < 1", "volunteers is 2.5, at least 1")]
    [InlineData("volunteers <= 1", "volunteers is 2.5, more than 1")]
    [InlineData("'consensus' in traits", "traits is Siloed one without Consensus one")]
    [InlineData("not 'siloed' in traits", "traits includes Siloed one")]
    [InlineData("start < '2027-02-01'", "start is 2027-03-01, at least 2027-02-01")]
    [InlineData("listed == false", "listed is yes")]
    [InlineData("purpose == 'x'", "purpose is none, not x")]
    [InlineData("not small_team", "size is Small one, one of Micro one or Small one and volunteers is 2.5, less than 3")]
    [InlineData("regulated and regulated", "regulated is no")]
    [InlineData("false", "when is false")]
    [InlineData("false and regulated", "regulated is no")]
    public void Reason_names_the_facts_that_decide(string text, string? reason) =>
        Assert.Equal(reason, ConditionWords.Describe(ConditionSamples.Parse(text), Values, ConditionSamples.Facts, InEnglish));

    [Fact]
    public void There_is_a_reason_exactly_when_a_condition_does_not_hold() =>
        Gen.Select(ConditionSamples.Conditions, Gen.OneOf(ConditionSamples.AllValues.ToArray())).Sample(
            (condition, values) =>
            {
                var reason = ConditionWords.Describe(condition, values, ConditionSamples.Facts, InEnglish);
                Assert.Equal(ConditionEvaluator.Evaluate(condition, values), reason is null);
                Assert.DoesNotContain("condition.", reason ?? "", StringComparison.Ordinal);
            },
            iter: 2_000);

    /// <summary>As a locale might say it; fails for a key that locales need not have.</summary>
    private static string InEnglish(string key, string?[] arguments)
    {
        Assert.Contains(key, ConditionWords.Keys);
        var text = key switch
        {
            "condition.yes" => "{0} is yes",
            "condition.no" => "{0} is no",
            "condition.is" => "{0} is {1}",
            "condition.is_not" => "{0} is {2}, not {1}",
            "condition.any_of" => "{0} is {2}, one of {1}",
            "condition.none_of" => "{0} is {2}, not one of {1}",
            "condition.has" => "{0} includes {1}",
            "condition.has_not" => "{0} is {2} without {1}",
            "condition.less" => "{0} is {2}, less than {1}",
            "condition.at_most" => "{0} is {2}, at most {1}",
            "condition.greater" => "{0} is {2}, more than {1}",
            "condition.at_least" => "{0} is {2}, at least {1}",
            "condition.and" => "{0} and {1}",
            "condition.or" => "{0} or {1}",
            "condition.value" => "{0}",
            _ => key.Split('.')[1],
        };
        return string.Format(CultureInfo.InvariantCulture, text, arguments);
    }
}
