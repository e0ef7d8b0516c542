namespace Playbooks.Tests.Compiling;

public sealed class ImageTests
{
    [Theory]
    [InlineData("![A chart](chart.png)", "⟦areas/people/chart.png⟧\" alt=\"A chart")]
    [InlineData("![A *chart* of {{ term.staff }}](../img/chart.svg)", "⟦areas/img/chart.svg⟧\" alt=\"A chart of ⟦term.staff⟧")]
    [InlineData("![A \"x\" <b>](a.webp \"T\")", "⟦areas/people/a.webp⟧\" alt=\"A &quot;x&quot; &lt;b&gt;\" title=\"T")]
    public void Image_beside_the_page_is_shown(string text, string expected) => Assert.Equal(
        $"<p><img src=\"{expected}\" loading=\"lazy\" decoding=\"async\"></p>\n", CompiledText.HtmlOf(text.Replace("<b>", "&lt;b&gt;", StringComparison.Ordinal)));

    [Theory]
    [InlineData("![](a.png)", "PB0441")]
    [InlineData("![ ](a.png)", "PB0441")]
    [InlineData("![a](https://example.org/a.png)", "PB0440")]
    [InlineData("![a](//example.org/a.png)", "PB0440")]
    [InlineData("![a](/a.png)", "PB0440")]
    [InlineData("![a](data:image/png;base64,AAAA)", "PB0440")]
    [InlineData("![a](javascript:alert(1))", "PB0440")]
    [InlineData("![a](a.png?x)", "PB0440")]
    [InlineData("![a](a%2epng)", "PB0440")]
    [InlineData("![a](../../../a.png)", "PB0433")]
    [InlineData("![a](a.html)", "PB0442")]
    [InlineData("![a](a.PNG)", "PB0442")]
    [InlineData("![a]()", "PB0431")]
    [InlineData("![a](java&#10;script:x.png)", "PB0431")]
    [InlineData("![a][b]\n\n[b]: https://example.org/a.png", "PB0440")]
    public void Other_image_is_reported_and_never_published(string text, string code)
    {
        var compiled = CompiledText.Of(text);
        Assert.Equal([code], compiled.Codes);
        Assert.DoesNotContain("<img src=\"h", compiled.Html, StringComparison.Ordinal);
    }
}
