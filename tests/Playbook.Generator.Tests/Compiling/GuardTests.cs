namespace Playbooks.Tests.Compiling;

/// <summary>Texts that stop an unguarded Markdig for seconds, hours, or for good. What counts is that they are refused; time is measured elsewhere.</summary>
public sealed class GuardTests
{
    [Fact]
    public void Three_kilobytes_of_nested_list_items_before_empty_lines_are_refused() => Assert.Equal(
        ["PB0403 1:41+1"], CompiledText.Of(Repeat("- ", 1000) + "x" + Repeat("\n", 1000)).Problems);

    [Fact]
    public void Six_kilobytes_in_a_quote_are_refused() => Assert.Equal(
        ["PB0403"], CompiledText.Of("> " + Repeat("- ", 2000) + "x\n" + Repeat("> \n", 700)).Codes);

    [Theory]
    [InlineData("> ", "PB0403")]
    [InlineData("1. ", "PB0403")]
    [InlineData("::: tip\n", "PB0403")]
    [InlineData("::: when \"a\"\n", "PB0403")]
    public void Containers_nested_without_end_are_refused(string opening, string code) =>
        Assert.Equal([code], CompiledText.Of(Repeat(opening, 200) + "x").Codes);

    [Theory]
    [InlineData("[a")]
    [InlineData("![a")]
    public void Brackets_nested_without_end_are_refused_with_their_line(string opening)
    {
        var problem = Assert.Single(CompiledText.Of("---\nid: a\n---\n\nfirst\n\n> - " + Repeat(opening, 400)).Diagnostics);
        Assert.Equal(("PB0403", 7), (problem.Code, problem.Span.Line));
    }

    [Theory]
    [InlineData("[a](b")]
    [InlineData("[](")]
    [InlineData("a <?")]
    [InlineData("{#a")]
    [InlineData("[a]: b '\n")]
    public void Paragraph_of_many_kilobytes_is_refused(string repeated) =>
        Assert.Contains("PB0404", CompiledText.Of("a\n\n" + Repeat(repeated, 60_000 / repeated.Length)).Codes);

    [Fact]
    public void Paragraphs_that_are_too_much_together_are_refused_at_the_last()
    {
        var compiled = CompiledText.Of(string.Concat(Enumerable.Repeat(Repeat("word ", 6_000) + "\n\n", 4)));
        Assert.Equal(["PB0404 5:1+30000"], compiled.Problems);
    }

    [Fact]
    public void Long_heading_counts_like_a_paragraph() => Assert.Equal(["PB0404"], CompiledText.Of("## " + Repeat("[", 60_000)).Codes);

    [Fact]
    public void Paragraph_of_a_thousand_lines_is_refused_and_a_table_is_not()
    {
        Assert.Equal(["PB0404"], CompiledText.Of(Repeat("a\n", 1_100)).Codes);
        Assert.Empty(CompiledText.Of("|a|b|\n|-|-|\n" + Repeat("|c|d|\n", 1_100)).Codes);
    }

    [Fact]
    public void Table_that_would_grow_to_millions_of_cells_is_refused()
    {
        Assert.Equal(["PB0405 1:1+802"], CompiledText.Of(Repeat("|a", 401) + "\n" + Repeat("|-", 401) + "\n|x\n").Problems);
        Assert.Equal(["PB0405"], CompiledText.Of(Repeat("|a", 150) + "\n" + Repeat("|-", 150) + "\n" + Repeat("|x\n", 2_000)).Codes);
    }

    [Fact]
    public void File_over_a_megabyte_is_refused()
    {
        Assert.Equal(["PB0401 1:1+1"], CompiledText.Of(Repeat("a b\n\n", 200_001)).Problems);
        Assert.Empty(CompiledText.Of(Repeat("a b\n\n", 199_000)).Problems);
    }

    [Fact]
    public void Link_definitions_without_end_are_refused() => Assert.Equal(["PB0404"], CompiledText.Of(Repeat("[a]: b\n\n", 1_100)).Codes);

    [Fact]
    public void Only_a_hundred_problems_of_a_file_are_reported()
    {
        var codes = CompiledText.Of(Repeat("[a](ftp://b)\n\n", 5_000)).Codes;
        Assert.Equal((101, 1), (codes.Length, codes.Count(code => code == "PB0449")));
    }

    [Theory]
    [InlineData("a\u0001b", "PB0402 1:2+1")]
    [InlineData("a\n\nb\0", "PB0402 3:2+1")]
    [InlineData("a\u001b[31m", "PB0402 1:2+1")]
    [InlineData("a\u007f", "PB0402 1:2+1")]
    [InlineData("a\u0085b", "PB0402 1:2+1")]
    [InlineData("a\u009fb", "PB0402 1:2+1")]
    [InlineData("a\u202eb", "PB0402 1:2+1")]
    [InlineData("a\u2066b", "PB0402 1:2+1")]
    [InlineData("a\ufeffb", "PB0402 1:2+1")]
    [InlineData("a\ue000b", "PB0402 1:2+1")]
    [InlineData("a\uf8ffb", "PB0402 1:2+1")]
    [InlineData("a\ufffe", "PB0402 1:2+1")]
    [InlineData("`a\u202e`", "PB0402 1:3+1")]
    [InlineData("a &#x202E; b", "PB0402 1:3+8")]
    [InlineData("a &#1; b", "PB0402 1:3+4")]
    [InlineData("a &#xE000; b", "PB0402 1:3+8")]
    [InlineData("[a](https://b.example \"c&#x202E;\")", "PB0402 1:1+34")]
    public void Characters_nobody_can_see_are_refused(string text, string problem) => Assert.Equal([problem], CompiledText.Of(text).Problems);

    [Theory]
    [InlineData("tab\there")]
    [InlineData("a\u200eb\u200fc")]
    [InlineData("e\u0301 \u00a0 \u2028 \u200d")]
    [InlineData("👩‍👩‍👧 🏳️‍🌈 العربية עברית")]
    public void Characters_of_real_texts_are_allowed(string text) => Assert.Empty(CompiledText.Of(text).Problems);

    [Fact]
    public void Half_a_surrogate_pair_breaks_nothing() => Assert.Equal("a", CompiledText.Of("## a \ud800\n").Sections[0].Id);

    [Fact]
    public void Text_after_a_refused_one_is_compiled_as_ever()
    {
        var before = CompiledText.HtmlOf("## A\n\n- b\n");
        for (var round = 0; round < 20; round++)
        {
            CompiledText.Of(Repeat("- ", 1000) + "x");
            CompiledText.Of(Repeat("[a", 1000));
            CompiledText.Of(Repeat("::: tip\n", 1000));
            Assert.Equal(before, CompiledText.HtmlOf("## A\n\n- b\n"));
        }
    }

    [Fact]
    public void Text_is_the_same_from_many_threads_at_once()
    {
        var texts = Enumerable.Range(0, 64).Select(number => $"## A {number}\n\n::: tip\n{{{{ a.b }}}} {Repeat("c ", number)}\n:::\n").ToArray();
        var expected = texts.Select(CompiledText.HtmlOf).ToArray();
        Assert.Equal(expected, texts.AsParallel().AsOrdered().Select(CompiledText.HtmlOf));
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
