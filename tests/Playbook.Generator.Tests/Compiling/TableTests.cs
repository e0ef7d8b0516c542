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
        CompiledText.HtmlOf("| | A |\n|---|---|\n| x | y |\n"),
        StringComparison.Ordinal);

    [Fact]
    public void Header_without_any_words_is_left_out()
    {
        var html = CompiledText.HtmlOf("| | |\n|---|---|\n| x | y |\n");
        Assert.Contains("aria-label=\"⟦table.label⟧\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<thead>", html, StringComparison.Ordinal);
        Assert.Contains("<tr><td>x</td><td>y</td></tr>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Short_rows_are_filled_with_empty_cells() => Assert.Contains(
        "<tr><td>x</td><td></td></tr>", CompiledText.HtmlOf("| A | B |\n|---|---|\n| x |\n"), StringComparison.Ordinal);

    [Fact]
    public void Pipe_in_code_and_after_a_backslash_divides_no_cells() => Assert.Contains(
        "<tr><td><code>a|b</code></td><td>c|d</td></tr>", CompiledText.HtmlOf("| A | B |\n|---|---|\n| `a|b` | c\\|d |\n"), StringComparison.Ordinal);

    [Fact]
    public void Text_is_escaped_in_cells_and_in_the_name() => Assert.Contains(
        "aria-label=\"a &quot;b&quot; &lt;i&gt;\"", CompiledText.HtmlOf("| a \"b\" &lt;i> |\n|---|\n| c |\n"), StringComparison.Ordinal);

    [Fact]
    public void Place_in_a_cell_is_exact() =>
        Assert.Equal(["PB0320 5:7+7"], CompiledText.Of("x\n\n| a | b |\n|---|---|\n| c | {{ d }} |\n").Problems);
}
