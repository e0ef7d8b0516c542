using System.Collections.Immutable;
using CsCheck;
using Playbooks.Checking;
using Playbooks.Compiling;
using Playbooks.Composing;
using Playbooks.Diagnostics;
using Playbooks.Model;
using Playbooks.Tests.Compiling;

namespace Playbooks.Tests.Checking;

public sealed class ConditionCheckerTests
{
    [Theory]
    [InlineData("true")]
    [InlineData("regulated")]
    [InlineData("regulated == true")]
    [InlineData("size in ['micro', 'small'] and not size == 'micro'")]
    [InlineData("'siloed' in traits and not 'consensus' in traits")]
    [InlineData("volunteers > 1 and volunteers < 2")]
    [InlineData("start > '2027-01-01' and start < '2027-01-03'")]
    [InlineData("purpose != '' and purpose != 'help'")]
    [InlineData("small_team and volunteers >= 2")]
    public void Condition_that_fits_the_facts_has_no_diagnostics(string text) => Assert.Empty(Check(text));

    [Theory]
    [InlineData("regulatd", "PB0312", "regulatd", "did you mean `regulated`?")]
    [InlineData("zzz", "PB0312", "zzz", null)]
    [InlineData("size", "PB0313", "size", "compare it: `size == 'micro'`")]
    [InlineData("volunteers", "PB0313", "volunteers", "compare it: `volunteers > 0`")]
    [InlineData("not traits", "PB0313", "traits", "look for a value: `'consensus' in traits`")]
    [InlineData("size < 'small'", "PB0313", "size", "name the values: `size in ['micro', …]`")]
    [InlineData("traits in ['siloed', 'consensus']", "PB0313", "traits", "write `'siloed' in traits`")]
    [InlineData("traits == 'siloed'", "PB0313", "traits", "write `'siloed' in traits`")]
    [InlineData("'micro' in size", "PB0313", "size", "write `size == 'micro'`")]
    [InlineData("channels", "PB0313", "channels", null)]
    [InlineData("volunteers > '5'", "PB0314", "'5'", "write `5` without quotes")]
    [InlineData("volunteers > 'many'", "PB0314", "'many'", null)]
    [InlineData("regulated == 'yes'", "PB0314", "'yes'", "write `regulated` or `not regulated`")]
    [InlineData("start < '1 May'", "PB0314", "'1 May'", "write a day as `'2027-01-31'`")]
    [InlineData("size == 3", "PB0314", "3", "write `'3'`")]
    [InlineData("size == 'Micro'", "PB0315", "'Micro'", "did you mean `micro`?")]
    [InlineData("size in ['micro', 'huge']", "PB0315", "'huge'", "its values are `micro`, `small`, `large`")]
    [InlineData("'silod' in traits", "PB0315", "'silod'", "did you mean `siloed`?")]
    [InlineData("size == 'micro' and size == 'small'", "PB0316", "size == 'micro' and size == 'small'", null)]
    [InlineData("volunteers < 1 and volunteers > 1", "PB0316", "volunteers < 1 and volunteers > 1", null)]
    [InlineData("small_team and size == 'large'", "PB0316", "small_team and size == 'large'", null)]
    [InlineData("start > '2027-01-01' and start < '2027-01-02'", "PB0316", "start > '2027-01-01' and start < '2027-01-02'", null)]
    [InlineData("regulated or not regulated", "PB0317", "regulated or not regulated", null)]
    [InlineData("size in ['micro', 'small', 'large']", "PB0317", "size in ['micro', 'small', 'large'", null)]
    [InlineData("volunteers < 2 or volunteers >= 2", "PB0317", "volunteers < 2 or volunteers >= 2", null)]
    public void Condition_that_does_not_fit_the_facts_is_told_where_and_how(string text, string code, string marked, string? hint)
    {
        var problem = Assert.Single(Check(text));

        Assert.Equal(code, problem.Code);
        Assert.Equal(marked, problem.Span.Source.Line(problem.Span.Line).Slice(problem.Span.Column - 1, problem.Span.Length));
        Assert.Equal(hint, problem.Hint);
        Assert.Equal(code is "PB0316" or "PB0317" ? Severity.Warning : Severity.Error, problem.Severity);
    }

    [Fact]
    public void All_errors_of_a_condition_are_told_and_no_warning_with_them() =>
        Assert.Equal(["PB0312", "PB0315", "PB0314"], Check("not nothing and size == 'huge' and volunteers == '5' and false").Select(each => each.Code));

    [Fact]
    public void Bare_false_is_warned_of_where_its_scalar_is_known()
    {
        var scalar = ConditionSamples.Facts["size"].Span;
        var diagnostics = new DiagnosticBag();

        Assert.Empty(Check("false"));
        Assert.True(ConditionChecker.Check(new Condition.Constant(false), ConditionSamples.Facts, diagnostics, scalar));
        Assert.Equal(("PB0316", scalar), diagnostics.Sorted().Select(each => (each.Code, each.Span)).Single());
    }

    [Fact]
    public void Fact_without_a_default_may_have_no_value() => Assert.Empty(Check("purpose == 'help' or purpose != 'help'"));

    [Theory]
    [InlineData("regulated", "not regulated", true)]
    [InlineData("size != 'micro'", "listed and size == 'micro'", true)]
    [InlineData("regulated", "listed", false)]
    [InlineData("regulated", "size == 'micro' and size == 'small'", false)]
    [InlineData("regulated and not regulated", "regulated", false)]
    public void Inner_condition_that_contradicts_its_outer_one_is_a_warning(string outer, string inner, bool isWarned)
    {
        var diagnostics = new DiagnosticBag();
        var condition = ConditionSamples.Parse(inner);

        ConditionChecker.CheckReachable(
            [Condition.Always, ConditionSamples.Parse(outer), condition],
            ConditionSpans.Of(condition)!.Value,
            ConditionSamples.Facts,
            diagnostics);

        string[] warning = ["PB0318: the condition is never true here, because it stands inside the condition at checklist.yml:3:12"];
        Assert.Equal(isWarned ? warning : [], diagnostics.Sorted().Select(each => $"{each.Code}: {each.Message}"));
    }

    [Fact]
    public void Contradiction_with_several_outer_conditions_together_is_a_warning()
    {
        var diagnostics = new DiagnosticBag();
        Condition[] nested = [.. new[] { "size != 'micro'", "size != 'small'", "size != 'large'" }.Select(ConditionSamples.Parse)];

        ConditionChecker.CheckReachable(nested, ConditionSpans.Of(nested[2])!.Value, ConditionSamples.Facts, diagnostics);

        Assert.Equal("the condition is never true here, because of the conditions around it", Assert.Single(diagnostics.Sorted()).Message);
    }

    [Fact]
    public void Derived_facts_in_a_circle_are_one_error_that_names_the_circle()
    {
        var facts = ConditionSamples.FactsOf(
            ConditionSamples.Derived("b", "c"),
            ConditionSamples.Derived("c", "not a"),
            ConditionSamples.Derived("a", "b or a-other"),
            ConditionSamples.Derived("outside", "a"),
            ConditionSamples.Derived("self", "self"),
            ConditionSamples.Declared("a-other", FactType.Boolean, null));
        var diagnostics = new DiagnosticBag();

        ConditionChecker.CheckDerived(facts, diagnostics);

        Assert.Equal(
            [
                "derived facts ask for each other in a circle: `a` → `b` → `c` → `a`",
                "derived facts ask for each other in a circle: `self` → `self`",
            ],
            diagnostics.Sorted().Select(each => each.Message));
    }

    [Fact]
    public void Unknown_fact_in_a_derived_fact_is_told_there_and_not_where_it_is_used()
    {
        var facts = ConditionSamples.FactsOf(ConditionSamples.Derived("a", "nothing"));
        var (derived, use) = (new DiagnosticBag(), new DiagnosticBag());

        ConditionChecker.CheckDerived(facts, derived);
        ConditionChecker.Check(ConditionSamples.Parse("a and not a"), facts, use);

        Assert.Equal("PB0312", Assert.Single(derived.Sorted()).Code);
        Assert.Empty(use.Sorted());
    }

    [Fact]
    public void Condition_flagged_as_never_true_is_false_for_200_random_sets_of_facts() =>
        Contradictory().Sample(
            condition =>
            {
                if (Codes(condition).Contains("PB0316"))
                {
                    var organizations = Gen.OneOf(ConditionSamples.AllValues.ToArray()).Array[200].Single();
                    Assert.All(organizations, values => Assert.False(ConditionEvaluator.Evaluate(condition, values)));
                }
            },
            iter: 500);

    [Fact]
    public void Warnings_are_exactly_those_of_trying_every_organization() =>
        Gen.OneOf(ConditionSamples.Conditions, Contradictory()).Sample(
            condition =>
            {
                var answers = ConditionSamples.AllValues.Select(values => ConditionEvaluator.Evaluate(condition, values)).ToHashSet();
                string[] warnings = [answers.Contains(true) ? "" : "PB0316", answers.Contains(false) ? "" : "PB0317"];
                var asksFacts = ConditionLeaves.Facts(condition).Any();
                Assert.Equal(warnings.Where(code => code.Length > 0 && asksFacts), Codes(condition));
            },
            iter: 300);

    [Fact]
    public void Condition_flagged_at_a_glance_as_varying_has_both_answers() =>
        ConditionSamples.Conditions.Where(condition => ConditionShortcut.CanBeEither([condition], ConditionSamples.Facts)).Sample(
            condition =>
            {
                var answers = ConditionSamples.AllValues.Select(values => ConditionEvaluator.Evaluate(condition, values));
                Assert.Equal(2, answers.Distinct().Count());
            },
            iter: 200);

    [Fact]
    public void Hard_and_long_conditions_are_answered_or_left_within_a_small_stack()
    {
        var facts = Enumerable.Range(0, 20_000)
            .Select(n => ConditionSamples.Derived($"d{n}", n == 0 ? "true" : $"d{n - 1}"))
            .Append(ConditionSamples.Declared("b", FactType.Boolean, new FactValue.Boolean(true)))
            .ToImmutableDictionary(fact => fact.Id.Value);
        var chain = string.Join(" or ", Enumerable.Repeat("b", 199));
        var nested = string.Concat(Enumerable.Repeat("not (", 16)) + "b" + new string(')', 16);
        Exception? failure = null;
        var thread = new Thread(
            () => failure = Record.Exception(() =>
            {
                var diagnostics = new DiagnosticBag();
                ConditionChecker.Check(ConditionSamples.Parse("d19999"), facts, diagnostics);
                ConditionChecker.Check(ConditionSamples.Parse(chain), facts, diagnostics);
                ConditionChecker.Check(ConditionSamples.Parse(nested), facts, diagnostics);
                var values = DerivedFactValues.With(ImmutableDictionary<string, FactValue>.Empty, facts);
                Assert.True(ConditionEvaluator.Evaluate(ConditionSamples.Parse("d19999"), values));
                Assert.NotNull(ConditionWords.Describe(ConditionSamples.Parse("not d19999"), values, facts, (key, _) => key));
                Assert.Empty(diagnostics.Sorted());
            }),
            maxStackSize: 256 * 1024);

        thread.Start();
        thread.Join();

        Assert.Null(failure);
    }

    /// <summary>Conjunctions of several conditions, which are often never true.</summary>
    private static Gen<Condition> Contradictory() =>
        ConditionSamples.Conditions.Array[2, 4].Select(all => all.Aggregate((left, right) => new Condition.And(left, right)));

    private static string[] Codes(Condition condition)
    {
        var diagnostics = new DiagnosticBag();
        ConditionChecker.Check(condition, ConditionSamples.Facts, diagnostics);
        return [.. diagnostics.Sorted().Select(each => each.Code)];
    }

    private static ImmutableArray<Diagnostic> Check(string text)
    {
        var diagnostics = new DiagnosticBag();
        var isRight = ConditionChecker.Check(ConditionSamples.Parse(text), ConditionSamples.Facts, diagnostics);
        Assert.Equal(!diagnostics.HasErrors, isRight);
        return diagnostics.Sorted();
    }
}
