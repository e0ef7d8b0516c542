namespace Playbooks.Tests.Compiling;

public sealed class TableTests
{
    [Fact]
    public void Table_has_a_named_frame_headers_with_scope_and_classes_for_alignment() => Assert.Equal(
        """
        <div class="table" role="group" tabindex="0" aria-label="Who, When, Cost">
        <table>
        <thead>
        <tr><th scope="col">Who</th><th scope="col" class="align-center">When</th><th scope="col" class="align-end">Cost</th></tr>
        </thead>
        <tbody>
        <tr><td>A</td><td class="align-center"><strong>B</strong></td><td class="align-end">⟦c.d⟧</td></tr>
        </tbody>
        </table>
        </div>

        """,
        CompiledText.HtmlOf("| Who | When | Cost |\n|:--|:-:|--:|\n| A | **B** | {{ c.d }} |\n"));

    [Fact]
    public void Header_cell_without_words_is_no_header() => Assert.Contains(
        "<thead>\n<tr><td></td><th scope=\"col\">A</th></tr>\n</thead>",
        CompiledText.HtmlOf("| | A |\n|---|---|\n| first | second |\n"),
        StringComparison.Ordinal);

    [Fact]
    public void Header_without_any_words_is_left_out()
    {
        var html = CompiledText.HtmlOf("| | |\n|---|---|\n| first | second |\n");
        Assert.Contains("aria-label=\"⟦table.label⟧\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<thead>", html, StringComparison.Ordinal);
        Assert.Contains("<tr><td>first</td><td>second</td></tr>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Short_rows_are_filled_with_empty_cells() => Assert.Contains(
        "<tr><td>first</td><td></td></tr>", CompiledText.HtmlOf("| A | B |\n|---|---|\n| first |\n"), StringComparison.Ordinal);

    [Fact]
    public void Pipe_in_code_and_after_a_backslash_divides_no_cells() => Assert.Contains(
        "<tr><td><code>a|b</code></td><td>c|d</td></tr>", CompiledText.HtmlOf("| A | B |\n|---|---|\n| `a|b` | c\\|d |\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("| # | A |\n|---|---|\n| 1 | words |\n| 12 | words |\n", "<td class=\"is-narrow\">12</td><td>words</td>")]
    [InlineData("| # | A |\n|---|--:|\n| 1 | 9 |\n", "<td class=\"is-narrow\">1</td><td class=\"align-end is-narrow\">9</td>")]
    [InlineData("| Number | A |\n|---|---|\n| 1 | words |\n", "<td>1</td><td>words</td>")]
    [InlineData("| | A |\n|---|---|\n| | words |\n", "<td></td><td>words</td>")]
    [InlineData("| # | A |\n|---|---|\n| {{ c.d }} | words |\n", "<td>⟦c.d⟧</td><td>words</td>")]
    public void Column_that_holds_only_marks_is_narrow(string text, string row) => Assert.Contains($"<tr>{row}</tr>", CompiledText.HtmlOf(text), StringComparison.Ordinal);

    [Fact]
    public void Text_is_escaped_in_cells_and_in_the_name() => Assert.Contains(
        "aria-label=\"a &quot;b&quot; &lt;i&gt;\"", CompiledText.HtmlOf("| a \"b\" &lt;i> |\n|---|\n| c |\n"), StringComparison.Ordinal);

    [Fact]
    public void Place_in_a_cell_is_exact() =>
        Assert.Equal(["PB0320 5:7+7"], CompiledText.Of("x\n\n| a | b |\n|---|---|\n| c | {{ d }} |\n").Problems);
}
