using Playbooks.Model;

namespace Playbooks.Tests.Compiling;

public sealed class LinkTests
{
    [Theory]
    [InlineData("[a](https://example.org/b?c=1&d=2)", "<a class=\"external\" href=\"https://example.org/b?c=1&amp;d=2\">a</a>")]
    [InlineData("[a](HTTP://example.org)", "<a class=\"external\" href=\"HTTP://example.org\">a</a>")]
    [InlineData("[a](http://localhost:8080/)", "<a class=\"external\" href=\"http://localhost:8080/\">a</a>")]
    [InlineData("[a](https://example.org/ä/日本)", "<a class=\"external\" href=\"https://example.org/ä/日本\">a</a>")]
    [InlineData("[a](https://example.org/%C3%A4?100%)", "<a class=\"external\" href=\"https://example.org/%C3%A4?100%25\">a</a>")]
    [InlineData("[a](<https://example.org/\"b\">)", "<a class=\"external\" href=\"https://example.org/%22b%22\">a</a>")]
    [InlineData("[a](https://example.org/x[1]|{y})", "<a class=\"external\" href=\"https://example.org/x%5B1%5D%7C%7By%7D\">a</a>")]
    [InlineData("[a](https://example.org \"T \\\"q\\\" <b>\")", "<a class=\"external\" href=\"https://example.org\" title=\"T &quot;q&quot; &lt;b&gt;\">a</a>")]
    [InlineData("<https://example.org/a_b_c>", "<a class=\"external\" href=\"https://example.org/a_b_c\">https://example.org/a_b_c</a>")]
    [InlineData("[a](mailto:a@example.org?subject=b)", "<a href=\"mailto:a@example.org?subject=b\">a</a>")]
    [InlineData("<a@example.org>", "<a href=\"mailto:a@example.org\">a@example.org</a>")]
    [InlineData("[a](tel:+44-20-7946-0000)", "<a href=\"tel:+44-20-7946-0000\">a</a>")]
    [InlineData("[a][b]\n\n[b]: https://example.org", "<a class=\"external\" href=\"https://example.org\">a</a>")]
    [InlineData("[a](xref:people/managers)", "⟦a people/managers⟧a⟦/a⟧")]
    [InlineData("[a](xref:people/managers#first-week)", "⟦a people/managers#first-week⟧a⟦/a⟧")]
    [InlineData("[a](xref:LDR-03)", "⟦a LDR-03⟧a⟦/a⟧")]
    [InlineData("[*a* {{ b.c }}](xref:checklist/essentials)", "⟦a checklist/essentials⟧<em>a</em> ⟦b.c⟧⟦/a⟧")]
    [InlineData("[a](signals.md)", "⟦a areas/people/signals.md⟧a⟦/a⟧")]
    [InlineData("[a](../leadership/./signals.md#x)", "⟦a areas/leadership/signals.md#x⟧a⟦/a⟧")]
    [InlineData("[a](../../sections/start/x.md)", "⟦a sections/start/x.md⟧a⟦/a⟧")]
    [InlineData("[a](#first-week)", "⟦a #first-week⟧a⟦/a⟧")]
    [InlineData("[a](#%E6%97%A5%E6%9C%AC)", "⟦a #日本⟧a⟦/a⟧")]
    [InlineData("[@handle](https://example.org)", "<a class=\"external\" href=\"https://example.org\">@handle</a>")]
    public void Link_on_the_list_is_published(string text, string expected) =>
        Assert.Equal($"<p>{expected}</p>\n", CompiledText.HtmlOf(text));

    [Theory]
    [InlineData("[a](javascript:alert(1))", "PB0430")]
    [InlineData("[a](JaVaScRiPt:alert(1))", "PB0430")]
    [InlineData("[a](javascript&#58;alert(1))", "PB0430")]
    [InlineData("[a](javascript&colon;alert(1))", "PB0430")]
    [InlineData("[a](&#106;avascript:alert(1))", "PB0430")]
    [InlineData("[a](&#x6A;&#x61;vascript:alert(1))", "PB0430")]
    [InlineData("[a](java&#9;script:alert(1))", "PB0431")]
    [InlineData("[a](java&Tab;script:alert(1))", "PB0431")]
    [InlineData("[a](java&NewLine;script:alert(1))", "PB0431")]
    [InlineData("[a](java&#10;script:alert(1))", "PB0431")]
    [InlineData("[a](java&#13;script:alert(1))", "PB0431")]
    [InlineData("[a](&#1;javascript:alert(1))", "PB0431")]
    [InlineData("[a](java&#0;script:alert(1))", "PB0430")]
    [InlineData("[a](&nbsp;javascript:alert(1))", "PB0431")]
    [InlineData("[a](java&#x202E;script:x)", "PB0431")]
    [InlineData("[a](javascript\\:alert(1))", "PB0430")]
    [InlineData("[a](\\javascript:alert(1))", "PB0431")]
    [InlineData("[a](< javascript:alert(1)>)", "PB0431")]
    [InlineData("[a](<javascript:alert(1) >)", "PB0431")]
    [InlineData("[a](vbscript:msgbox(1))", "PB0430")]
    [InlineData("[a](data:text/html;base64,PHNjcmlwdD4=)", "PB0430")]
    [InlineData("[a](data:image/svg+xml,<svg>)", "PB0430")]
    [InlineData("[a](file:///etc/passwd)", "PB0430")]
    [InlineData("[a](blob:https://example.org/1)", "PB0430")]
    [InlineData("[a](filesystem:https://example.org/1)", "PB0430")]
    [InlineData("[a](view-source:javascript:1)", "PB0430")]
    [InlineData("[a](ws://example.org)", "PB0430")]
    [InlineData("[a](ftp://example.org)", "PB0430")]
    [InlineData("[a](feed:javascript:alert(1))", "PB0430")]
    [InlineData("[a](about:blank)", "PB0430")]
    [InlineData("[a](x-man-page://a)", "PB0430")]
    [InlineData("[a](C:/Users/a)", "PB0430")]
    [InlineData("[a](//evil.example)", "PB0432")]
    [InlineData("[a](///evil.example)", "PB0432")]
    [InlineData("[a](/\\\\evil.example)", "PB0431")]
    [InlineData("[a](\\\\\\\\evil.example)", "PB0431")]
    [InlineData("[a](https:evil.example)", "PB0431")]
    [InlineData("[a](https:/evil.example)", "PB0431")]
    [InlineData("[a](https:///evil.example)", "PB0431")]
    [InlineData("[a](https:\\\\\\\\evil.example)", "PB0431")]
    [InlineData("[a](https://)", "PB0431")]
    [InlineData("[a](https://bank.example@evil.example)", "PB0431")]
    [InlineData("[a](https://bank.example:x@evil.example)", "PB0431")]
    [InlineData("[a](https://-evil.example)", "PB0431")]
    [InlineData("[a](https://[::1]/)", "PB0431")]
    [InlineData("[a](https://exa%6dple.org)", "PB0431")]
    [InlineData("[a](mailto:)", "PB0431")]
    [InlineData("[a](tel:1;x=javascript)", "PB0431")]
    [InlineData("[a](xref:)", "PB0431")]
    [InlineData("[a](xref:/a)", "PB0431")]
    [InlineData("[a](xref:a//b)", "PB0431")]
    [InlineData("[a](xref:a?b)", "PB0431")]
    [InlineData("[a](xref:javascript:alert(1))", "PB0431")]
    [InlineData("[a](xref:a#)", "PB0431")]
    [InlineData("[a](xref:a#\"x)", "PB0431")]
    [InlineData("[a](#)", "PB0431")]
    [InlineData("[a](#%0Ax)", "PB0431")]
    [InlineData("[a]()", "PB0431")]
    [InlineData("[a](<>)", "PB0431")]
    [InlineData("[a](https://example.org/{{a.b}})", "PB0431")]
    [InlineData("[a](/absolute.md)", "PB0432")]
    [InlineData("[a](page.html)", "PB0432")]
    [InlineData("[a](people/managers)", "PB0432")]
    [InlineData("[a](?x.md)", "PB0432")]
    [InlineData("[a](%2e%2e/x.md)", "PB0432")]
    [InlineData("[a](../../../x.md)", "PB0433")]
    [InlineData("[a](../../../../etc/passwd.md)", "PB0433")]
    [InlineData("<javascript:alert(1)>", "PB0430")]
    [InlineData("<data:text/html,x>", "PB0430")]
    [InlineData("[a][b]\n\n[b]: javascript:alert(1)", "PB0430")]
    [InlineData("[a]\n\n[a]: <data:text/html,x> 'y'", "PB0430")]
    [InlineData("[](https://example.org)", "PB0434")]
    [InlineData("[ ](xref:a/b)", "PB0434")]
    [InlineData("[a [@b]](xref:c/d)", "PB0435")]
    [InlineData("[a](xref:b/c \"title\")", "PB0436")]
    public void Link_not_on_the_list_is_reported_and_never_published(string text, string code)
    {
        var compiled = CompiledText.Of(text);
        Assert.Equal([code], compiled.Codes);
        Assert.DoesNotContain("href=\"", code is "PB0434" ? "" : compiled.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("see [a](xref:people/the managers)", "PB0437 1:8+2")]
    [InlineData("see [a] (xref:people/managers)", "PB0437 1:9+2")]
    [InlineData("see [a](https://example.org/a b)", "PB0437 1:7+2")]
    [InlineData("see [*a*](#a b)", "PB0437 1:9+2")]
    [InlineData("see [a](<https://example.org)", "PB0437 1:7+2")]
    public void Link_that_Markdown_does_not_read_as_one_is_reported(string text, string problem) =>
        Assert.Equal([problem], CompiledText.Of(text).Problems);

    [Theory]
    [InlineData("a[0](1, 2) and [x] (y) and [z]")]
    [InlineData("`[a](xref:b c)`")]
    [InlineData("[a\\](https://example.org/a b)")]
    public void Brackets_that_are_no_link_stay_text(string text) =>
        Assert.Empty(CompiledText.Of(text).Problems);

    [Fact]
    public void Scheme_is_named_in_the_message() =>
        Assert.Equal("links cannot use `javascript:`", Assert.Single(CompiledText.Of("[a](JAVA&#115;cript:x)").Diagnostics).Message);

    [Theory]
    [InlineData("text [a](ftp://x) text", "PB0430 1:10+7")]
    [InlineData("- one\n- two [a\n  b](<ftp://x>) c", "PB0430 3:6+9")]
    [InlineData("| a |\n|---|\n| b [c](ftp://x) |", "PB0430 3:9+7")]
    [InlineData("[a][b]\n\n[b]: ftp://x", "PB0430 3:6+7")]
    [InlineData("a <ftp://x> b", "PB0430 1:4+7")]
    [InlineData("> ![a](ftp://x/y.png)", "PB0440 1:8+13")]
    public void Bad_address_is_shown_where_it_is_written(string text, string problem) =>
        Assert.Equal([problem], CompiledText.Of(text).Problems);

    [Fact]
    public void Link_to_a_page_knows_its_place()
    {
        var target = Assert.Single(CompiledText.Of("---\na: b\n---\ntext [a](xref:b/c#d)\n").Slots.OfType<FragmentSlot.LinkStart>()).Target;
        Assert.Equal((4, 10, 10), (target.Span.Line, target.Span.Column, target.Span.Length));
    }
}
