using System.Globalization;
using CsCheck;
using Playbooks.Compiling;
using Playbooks.Diagnostics;
using Playbooks.Model;

namespace Playbooks.Tests.Compiling;

public sealed class ConditionParserTests
{
    [Theory]
    [InlineData("true", "(true)")]
    [InlineData("regulated", "(regulated)")]
    [InlineData("not a and b or c", "(or (and (not (a)) (b)) (c))")]
    [InlineData("a or b and not c", "(or (a) (and (b) (not (c))))")]
    [InlineData("a and b and c", "(and (and (a) (b)) (c))")]
    [InlineData("not (a or b)", "(not (or (a) (b)))")]
    [InlineData("not size == 'micro'", "(not (size == 'micro'))")]
    [InlineData("size in ['micro',\"small\"]", "(size in ['micro', 'small'])")]
    [InlineData("'volunteer-led' in culture_traits", "('volunteer-led' in culture_traits)")]
    [InlineData("a-b.c_1 >= -1.50", "(a-b.c_1 >= -1.50)")]
    [InlineData("name == \"it's\"", "(name == \"it's\")")]
    [InlineData("listed == false", "(listed == false)")]
    [InlineData("  ( \t a\n)  ", "(a)")]
    public void Conditions_are_read_as_the_table_of_precedence_says(string text, string tree) =>
        Assert.Equal(tree, ConditionSamples.Tree(ConditionSamples.Parse(text)));

    [Theory]
    [InlineData("", "PB0301", "\"", "write `true` for what always applies")]
    [InlineData("   ", "PB0301", "   ", "write `true` for what always applies")]
    [InlineData("a $ b", "PB0304", "$", null)]
    [InlineData("a and 😀", "PB0304", "😀", null)]
    [InlineData("size == ‘micro’", "PB0304", "‘", "use straight quotes: `'` or `\"`")]
    [InlineData("Regulated", "PB0304", "Regulated", "write `regulated`")]
    [InlineData("größe == 'a'", "PB0304", "größe", null)]
    [InlineData("n > 1.2.3", "PB0304", "1.2.3", "a number has digits, at most one point, and at most 18 characters")]
    [InlineData("n > 1234567890123456789", "PB0304", "1234567890123456789", "a number has digits, at most one point, and at most 18 characters")]
    [InlineData("n > 5people", "PB0304", "5people", "a number has digits, at most one point, and at most 18 characters")]
    [InlineData("a and", "PB0305", "\"", null)]
    [InlineData("and a", "PB0305", "and", null)]
    [InlineData("a b", "PB0305", "b", "put `and` or `or` between two conditions")]
    [InlineData("(a b)", "PB0305", "b", "put `and` or `or` between two conditions")]
    [InlineData("a AND b", "PB0305", "AND", "write `and`")]
    [InlineData("a)", "PB0305", ")", null)]
    [InlineData("size is 'micro'", "PB0305", "is", "write `==`")]
    [InlineData("traits contains 'siloed'", "PB0305", "contains", "write `'a' in traits`")]
    [InlineData("size not in ['micro']", "PB0305", "not", "write `not` before the fact: `not size in ['a', 'b']`")]
    [InlineData("size in 'micro'", "PB0305", "'micro'", "write `size in ['a', 'b']`")]
    [InlineData("size in []", "PB0305", "]", null)]
    [InlineData("'micro'", "PB0305", "\"", "write `fact == 'micro'`")]
    [InlineData("'a' in ['a']", "PB0305", "[", null)]
    [InlineData("size == 'micro", "PB0306", "'micro", null)]
    [InlineData("(a or (b and c)", "PB0307", "(", "add `)`")]
    [InlineData("size in ['micro'", "PB0307", "[", "add `]`")]
    [InlineData("size = 'micro'", "PB0308", "=", "write `==`")]
    [InlineData("a && b", "PB0308", "&&", "write `and`")]
    [InlineData("a || b", "PB0308", "||", "write `or`")]
    [InlineData("!a", "PB0308", "!", "write `not`")]
    [InlineData("size === 'micro'", "PB0308", "===", "write `==`")]
    [InlineData("n => 3", "PB0308", "=>", "write `>=`")]
    [InlineData("NOT a", "PB0308", "NOT", "write `not`")]
    [InlineData("'micro' == size", "PB0309", "'micro' == size", "write `size == 'micro'`")]
    [InlineData("3 < n", "PB0309", "3 < n", "write `n > 3`")]
    [InlineData("size == micro", "PB0310", "micro", "write `'micro'`")]
    [InlineData("size in ['micro', Small]", "PB0310", "Small", "write `'Small'`")]
    [InlineData("1 < n < 5", "PB0311", "<", "put `and` between two comparisons")]
    [InlineData("size == 'a' == 'b'", "PB0311", "==", "put `and` between two comparisons")]
    [InlineData("'a' in traits in ['b']", "PB0311", "in", "put `and` between two comparisons")]
    public void Mistakes_are_one_error_at_the_place_with_sure_advice(string text, string code, string marked, string? hint)
    {
        var (condition, problems) = ConditionSamples.TryParse(text);

        Assert.Null(condition);
        var problem = Assert.Single(problems);
        Assert.Equal(code, problem.Code);
        Assert.Equal(marked, Marked(problem.Span));
        Assert.Equal(hint, problem.Hint);
        Assert.Equal(3, problem.Span.Line);
    }

    [Fact]
    public void Of_two_mistakes_the_first_is_reported()
    {
        var (_, problems) = ConditionSamples.TryParse("a b && c $");

        Assert.Equal("b", Marked(Assert.Single(problems).Span));
    }

    [Fact]
    public void Facts_and_values_know_where_they_are_written()
    {
        var condition = Assert.IsType<Condition.Compares>(ConditionSamples.Parse(" size  ==  'micro'"));

        Assert.Equal(("size", "'micro'"), (Marked(condition.Fact.Span), Marked(condition.Value.Span)));
        Assert.Equal("checklist.yml:3:13", condition.Fact.Span.ToString());
        Assert.Equal("size  ==  'micro'", Marked(ConditionSpans.Of(condition)!.Value));
    }

    [Fact]
    public void Condition_that_is_not_in_the_file_character_for_character_points_at_its_scalar()
    {
        var scalar = new SourceText(new InputPath("a.yml"), "when: \"a \\u0026\\u0026 b\"").Span(6, 17);
        var diagnostics = new DiagnosticBag();

        Assert.Null(ConditionParser.Parse("a && b", scalar, diagnostics));
        Assert.Equal(scalar, Assert.Single(diagnostics.Sorted()).Span);
        var readable = ConditionParser.Parse("a and b", scalar, diagnostics)!;
        Assert.Equal(scalar, ConditionSpans.Of(readable));
        Assert.Equal(scalar, ConditionSpans.Of(Condition.Always, scalar));
        Assert.Null(ConditionSpans.Of(Condition.Always));
    }

    [Fact]
    public void Nesting_of_32_is_read_and_33_is_an_error()
    {
        Assert.NotNull(ConditionSamples.TryParse(Nested(32)).Condition);
        Assert.Equal("PB0303", Assert.Single(ConditionSamples.TryParse(Nested(33)).Problems).Code);

        static string Nested(int depth)
        {
            var pairs = depth / 2;
            return string.Concat(Enumerable.Repeat("not (", pairs)) + (depth % 2 == 1 ? "not a" : "a") + new string(')', pairs);
        }
    }

    [Fact]
    public void Condition_of_1000_characters_is_read_and_1001_is_an_error()
    {
        Assert.NotNull(ConditionSamples.TryParse("a".PadRight(1_000)).Condition);
        Assert.Equal("PB0302", Assert.Single(ConditionSamples.TryParse("a".PadRight(1_001)).Problems).Code);
    }

    [Fact]
    public void Numbers_are_read_alike_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(1.5m, Assert.IsType<Condition.Compares>(ConditionSamples.Parse("n > 1.5")).Value.Value.Number);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Printing_a_condition_and_parsing_it_gives_it_back() =>
        ConditionSamples.Conditions
            .Where(condition => ConditionSamples.Print(condition).Length <= 1_000)
            .Sample(
                condition =>
                {
                    var printed = ConditionSamples.Print(condition);
                    Assert.Equal(ConditionSamples.Tree(condition), ConditionSamples.Tree(ConditionSamples.Parse(printed)));
                },
                iter: 2_000);

    [Fact]
    public void Any_text_gives_a_condition_or_one_error()
    {
        var piece = Gen.OneOf(
            Gen.OneOf("a", "size", "and", "or", "not", "in", "true", "'", "\"", "'x'", "1", "-2.5", "==", "=", "<", "!"),
            Gen.OneOf("(", ")", "[", "]", ",", " ", "\n", "\0", "\ud83d", "é", "{{", "Not"),
            Gen.Char.Select(character => character.ToString()));

        Gen.Select(piece.Array[0, 30], Gen.OneOf("", " ")).Select((pieces, separator) => string.Join(separator, pieces)).Sample(
            text =>
            {
                var (condition, problems) = ConditionSamples.TryParse(text);
                Assert.Equal(condition is null ? 1 : 0, problems.Length);
                Assert.All(problems, problem => Assert.NotEmpty(DiagnosticText.Format(problem)));
            },
            iter: 5_000);
    }

    private static string Marked(SourceSpan span) =>
        span.Source.Text.Substring(span.Source.Offset(span.Line, span.Column), span.Length);
}
