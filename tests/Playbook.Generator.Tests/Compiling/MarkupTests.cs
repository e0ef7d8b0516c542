namespace Playbooks.Tests.Compiling;

public sealed class MarkupTests
{
    [Theory]
    [InlineData("a *b* **c** ***d*** ~~e~~ `f`", "<p>a <em>b</em> <strong>c</strong> <em><strong>d</strong></em> <s>e</s> <code>f</code></p>\n")]
    [InlineData("a\nb  \nc\\\nd", "<p>a b<br>\nc<br>\nd</p>\n")]
    [InlineData("a & b < c > d \"e\" 'f' &copy; &amp;", "<p>a &amp; b &lt; c &gt; d \"e\" 'f' © &amp;</p>\n")]
    [InlineData("> a\n> b", "<blockquote>\n<p>a b</p>\n</blockquote>\n")]
    [InlineData("a\n\n---\n\nb", "<p>a</p>\n<hr>\n<p>b</p>\n")]
    [InlineData("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n")]
    [InlineData("- a\n\n- b", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n")]
    [InlineData("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n")]
    [InlineData("7. a\n8. b", "<ol start=\"7\">\n<li>a</li>\n<li>b</li>\n</ol>\n")]
    [InlineData("007. a", "<ol start=\"7\">\n<li>a</li>\n</ol>\n")]
    [InlineData("```c#\na < b\n```", "<pre tabindex=\"0\"><code class=\"language-c#\">a &lt; b\n</code></pre>\n")]
    [InlineData("~~~\n\n  a\n~~~", "<pre tabindex=\"0\"><code>\n  a\n</code></pre>\n")]
    [InlineData("a <!-- note --> b", "<p>a  b</p>\n")]
    [InlineData("<!-- one\ntwo -->\n\na", "<p>a</p>\n")]
    [InlineData("https://example.org stays text", "<p>https://example.org stays text</p>\n")]
    [InlineData("x^2^ ==y== \"z\" -- (c) :smile: $a$ {b} [^1]", "<p>x^2^ ==y== \"z\" -- (c) :smile: $a$ {b} [^1]</p>\n")]
    public void Markdown_becomes_plain_html(string text, string expected) => Assert.Equal(expected, CompiledText.HtmlOf(text));

    [Fact]
    public void Tasks_are_boxes_to_look_at() => Assert.Equal(
        """
        <ul class="task-list">
        <li class="task-item"><span class="task" role="img" aria-label="⟦task.open⟧">☐</span> a</li>
        <li class="task-item"><span class="task" role="img" aria-label="⟦task.done⟧">☑</span> b</li>
        <li>c</li>
        </ul>

        """,
        CompiledText.HtmlOf("- [ ] a\n- [x] b\n- c\n"));

    [Fact]
    public void Box_that_an_author_draws_stands_in_the_place_of_the_bullet() =>
        Assert.Equal("<ul class=\"task-list\">\n<li class=\"task-item\">☐ a</li>\n</ul>\n", CompiledText.HtmlOf("- ☐ a\n"));

    [Fact]
    public void Id_of_an_item_is_one_word_in_a_link() =>
        Assert.Contains("<span class=\"ref\">PEO-01</span>", CompiledText.HtmlOf("[PEO-01](xref:PEO-01), [do it](xref:PEO-01)"), StringComparison.Ordinal);

    [Theory]
    [InlineData("a <b>c</b>", "PB0406 1:3+3", "PB0406 1:7+4")]
    [InlineData("<div>\na\n</div>", "PB0406 1:1+5")]
    [InlineData("<script>\nalert(1)\n</script>", "PB0406 1:1+8")]
    [InlineData("a <?php x ?> b", "PB0406 1:3+10")]
    [InlineData("<![CDATA[x]]>", "PB0406 1:1+13")]
    [InlineData("<!DOCTYPE html>", "PB0406 1:1+15")]
    [InlineData("a\n\n<!-- open\n\nb", "PB0407 3:1+9")]
    [InlineData("<!-- a --> <script>alert(1)</script>", "PB0407 1:1+36")]
    [InlineData("```JavaScript\na\n```", "PB0446 1:1+13")]
    [InlineData("```js onclick=x\na\n```", "PB0446 1:1+15")]
    [InlineData("```\"><script>\na\n```", "PB0446 1:1+13")]
    public void Html_and_odd_code_blocks_are_refused(string text, params string[] problems) =>
        Assert.Equal(problems, CompiledText.Of(text).Problems);

    [Theory]
    [InlineData("one two  three\nfour", 4)]
    [InlineData("## Two words\n\n- one\n- two", 4)]
    [InlineData("w*or*d {{ a.b }}s, [link text](xref:a/b) `code`", 5)]
    [InlineData("| a | b c |\n|---|---|\n| d | e |", 5)]
    [InlineData("::: tip \"Two words\"\none\n:::", 3)]
    [InlineData("::: when \"x\"\none\n::: else\ntwo\n:::", 2)]
    [InlineData("", 0)]
    public void Words_are_what_a_reader_reads(string text, int words) =>
        Assert.Equal(words, CompiledText.Of(text).Sections.Sum(section => section.WordCount));

    [Fact]
    public void Blocks_know_where_they_start()
    {
        var section = Assert.Single(CompiledText.Of("---\na: b\n---\n## A\n\none\n\n- two\n\n::: tip\nthree\n:::\n").Sections);
        Assert.Equal(["0 6:1+3", "11 8:1+5", "35 10:1+7"], section.Blocks.Select(block => $"{block.Position} {block.Span.Line}:{block.Span.Column}+{block.Span.Length}"));
    }

    [Fact]
    public void Empty_text_has_no_sections()
    {
        Assert.Empty(CompiledText.Of("").Sections);
        Assert.Empty(CompiledText.Of("\n\n<!-- later -->\n").Sections);
        Assert.Empty(CompiledText.Of("---\nid: a\n---\n").Sections);
    }
}
