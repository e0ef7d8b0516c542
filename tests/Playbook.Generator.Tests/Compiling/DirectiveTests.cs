namespace Playbooks.Tests.Compiling;

public sealed class DirectiveTests
{
    [Theory]
    [InlineData("::: tipp\na\n:::\n", "PB0410 1:5+4")]
    [InlineData(":::: unknown\n::: tip\na\n:::\n::::\n", "PB0410 1:6+7")]
    [InlineData("a\n\n::: tip\nb\n", "PB0411 3:1+7")]
    [InlineData("- ::: tip\n  b\n\nc\n", "PB0411 1:3+7")]
    [InlineData(":::: tip\na\n:::\n", "PB0411 1:1+8", "PB0413 3:1+3")]
    [InlineData("a\n\n:::\n", "PB0413 3:1+3")]
    [InlineData("::: \"Title\"\na\n:::\n", "PB0412 1:5+1")]
    [InlineData("::: tip Title\na\n:::\n", "PB0412 1:9+5")]
    [InlineData("::: tip \"Title\na\n:::\n", "PB0412 1:9+6")]
    [InlineData("::: tip \"A\" \"B\"\na\n:::\n", "PB0412 1:13+3")]
    [InlineData("::: tip “Title”\na\n:::\n", "PB0412 1:9+7")]
    [InlineData("::: tip colour=red\na\n:::\n", "PB0416 1:9+6")]
    [InlineData("::: tip colour=\"dark red\"\na\n:::\n", "PB0416 1:9+6")]
    [InlineData("::: replace a\nb\n:::\n", "PB0417 1:5+7")]
    [InlineData("::: foo\n::: when \"x\"\n## A\n:::\n:::\n", "PB0410 1:5+3")]
    [InlineData("::: when \"x\na\n:::\n", "PB0412 1:10+2")]
    public void Directive_that_cannot_be_read_is_reported(string text, params string[] problems) =>
        Assert.Equal(problems, CompiledText.Of(text).Problems);

    [Fact]
    public void Unknown_directive_suggests_the_nearest_name() =>
        Assert.Equal("did you mean `example`?", Assert.Single(CompiledText.Of("::: exmaple\na\n:::\n").Diagnostics).Hint);

    [Fact]
    public void Text_in_an_unknown_directive_is_still_checked() =>
        Assert.Equal(["PB0410", "PB0430"], CompiledText.Of("::: foo\n[a](javascript:b)\n:::\n").Codes);

    [Fact]
    public void Colons_in_code_and_comments_close_nothing()
    {
        Assert.Contains("<code>:::\n</code>", CompiledText.HtmlOf("::: tip\n```\n:::\n```\n:::\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("unseen", CompiledText.HtmlOf("::: tip\na\n\n<!--\n::: unseen\n:::\n-->\n\nb\n:::\n"), StringComparison.Ordinal);
        Assert.Contains("<code>::: tip\n</code>", CompiledText.HtmlOf("a\n\n    ::: tip\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Directive_keeps_the_indentation_of_what_is_inside() => Assert.Contains(
        "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n<pre tabindex=\"0\"><code>code\n</code></pre>",
        CompiledText.HtmlOf("::: tip\n- a\n  - b\n\n<!-- -->\n\n    code\n:::\n"),
        StringComparison.Ordinal);

    [Fact]
    public void Directive_ends_a_paragraph_before_it() =>
        Assert.StartsWith("<p>a</p>\n<aside", CompiledText.HtmlOf("a\n::: tip\nb\n:::\n"), StringComparison.Ordinal);

    [Fact]
    public void Windows_line_ends_change_nothing() => Assert.Equal(
        CompiledText.HtmlOf("## A {#b}\n\n::: when \"x\"\nb {{ c.d }}\n::: else\nc\n:::\n\n```js\nd\n```\n"),
        CompiledText.HtmlOf("## A {#b}\r\n\r\n::: when \"x\"\r\nb {{ c.d }}\r\n::: else\r\nc\r\n:::\r\n\r\n```js\r\nd\r\n```\r\n"));
}
