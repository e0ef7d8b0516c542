using Playbooks.Model;

namespace Playbooks.Tests.Compiling;

public sealed class ConditionalBlockTests
{
    [Fact]
    public void Block_without_headings_is_a_range_in_its_section() => Assert.Equal(
        "<p>a</p>\n⟦when regulated⟧<p>b</p>\n⟦end⟧<p>c</p>\n",
        CompiledText.HtmlOf("a\n\n::: when \"regulated\"\nb\n:::\n\nc\n"));

    [Fact]
    public void Else_is_a_range_with_the_negated_condition() => Assert.Equal(
        "⟦when regulated⟧<p>a</p>\n⟦end⟧⟦when not regulated⟧<p>b</p>\n⟦end⟧",
        CompiledText.HtmlOf("::: when \"regulated\"\na\n::: else\nb\n:::\n"));

    [Fact]
    public void Blocks_nest_with_more_colons_outside_and_with_as_many()
    {
        const string Expected = "⟦when a⟧<p>1</p>\n⟦when b⟧<p>2</p>\n⟦end⟧<p>3</p>\n⟦end⟧";
        Assert.Equal(Expected, CompiledText.HtmlOf(":::: when \"a\"\n1\n\n::: when \"b\"\n2\n:::\n\n3\n::::\n"));
        Assert.Equal(Expected, CompiledText.HtmlOf("::: when \"a\"\n1\n\n::: when \"b\"\n2\n:::\n\n3\n:::\n"));
    }

    [Fact]
    public void Block_works_in_lists_quotes_and_callouts()
    {
        Assert.Equal(
            "<ul>\n<li>a\n⟦when x⟧<p>b</p>\n⟦end⟧</li>\n<li>c</li>\n</ul>\n",
            CompiledText.HtmlOf("- a\n  ::: when \"x\"\n  b\n  :::\n- c\n"));
        Assert.Equal(
            "<blockquote>\n⟦when x⟧<p>b</p>\n⟦end⟧</blockquote>\n",
            CompiledText.HtmlOf("> ::: when \"x\"\n> b\n> :::\n"));
        Assert.Contains("⟦when x⟧<p>b</p>", CompiledText.HtmlOf(":::: tip\n::: when \"x\"\nb\n:::\n::::\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_block_leaves_nothing() =>
        Assert.Equal("<p>a</p>\n", CompiledText.HtmlOf("::: when \"x\"\n:::\n\na\n\n::: when \"x\"\n<!-- note -->\n:::\n"));

    [Fact]
    public void Headings_in_a_block_become_sections_with_its_condition()
    {
        var compiled = CompiledText.Of("""
            ## One

            before

            ::: when "a"
            first

            ### Two

            two

            :::: when "b"
            #### Three

            three
            ::::

            goes on
            ::: else
            ### Two

            other
            :::

            after
            """);
        Assert.Empty(compiled.Problems);
        Assert.Equal(
            [
                "one 2 [] before",
                "- 2 [a] first",
                "two 3 [a] two",
                "three 4 [a & b] three",
                "- 3 [a] goes on",
                "two-2 3 [not a] other",
                "- 2 [] after",
            ],
            compiled.Sections.Select(Describe));
    }

    [Fact]
    public void Half_without_headings_stays_a_range()
    {
        var compiled = CompiledText.Of("## One\n\n::: when \"a\"\n### Two\n\ntwo\n::: else\nplain\n:::\n\nafter\n");
        Assert.Equal(["one 2 [] ", "two 3 [a] two", "- 2 [] ⟦when not a⟧plain ⟦end⟧after"], compiled.Sections.Select(Describe));
    }

    [Fact]
    public void Text_before_the_first_heading_has_level_zero() =>
        Assert.Equal(["- 0 [] a", "b 2 [] c"], CompiledText.Of("a\n\n## B\n\nc\n").Sections.Select(Describe));

    [Theory]
    [InlineData("::: else\na\n:::\n", "PB0414 1:1+8")]
    [InlineData("::: when \"x\"\na\n:::\n\nb\n\n::: else\nc\n:::\n", "PB0414 7:1+8")]
    [InlineData("::: when \"x\"\na\n::: else\nb\n::: else\nc\n:::\n", "PB0414 5:1+8")]
    [InlineData("::: when\na\n:::\n", "PB0412 1:1+8")]
    [InlineData("::: when regulated\na\n:::\n", "PB0412 1:1+18")]
    [InlineData("::: when \"x\"\na\n::: else \"y\"\nb\n:::\n", "PB0412 3:1+12")]
    public void Conditional_block_that_cannot_be_read_is_reported(string text, string problem) =>
        Assert.Equal([problem], CompiledText.Of(text).Problems);

    [Fact]
    public void Condition_that_cannot_be_read_is_reported_by_its_own_parser() =>
        Assert.StartsWith("PB03", Assert.Single(CompiledText.Of("::: when \"\"\na\n:::\n").Codes), StringComparison.Ordinal);

    [Fact]
    public void Condition_knows_its_place()
    {
        var compiled = CompiledText.Of("a\n\n> ::: when \"regulated\"\n> b\n> :::\n");
        var range = Assert.Single(compiled.Slots.OfType<FragmentSlot.Range>());
        var fact = Assert.IsType<Condition.Holds>(range.Condition).Fact;
        Assert.Equal((3, 13, 9), (fact.Span.Line, fact.Span.Column, fact.Span.Length));
    }

    private static string Describe(CompiledSection section)
    {
        var conditions = string.Join(" & ", section.Conditions.Select(CompiledText.Show));
        var text = CompiledText.Show(section.Body).Replace("<p>", "", StringComparison.Ordinal).Replace("</p>\n", " ", StringComparison.Ordinal);
        return $"{section.Id ?? "-"} {section.Level} [{conditions}] {text.TrimEnd()}".Replace("]  ", "] ", StringComparison.Ordinal);
    }
}
