using Playbooks.Model;

namespace Playbooks.Tests.Compiling;

public sealed class CitationTests
{
    [Theory]
    [InlineData("A fact [@kotter-1996].", "A fact ⟦@kotter-1996⟧.")]
    [InlineData("[@a][@b]", "⟦@a⟧⟦@b⟧")]
    [InlineData("*[@a]*", "<em>⟦@a⟧</em>")]
    [InlineData("`[@a]`", "<code>[@a]</code>")]
    [InlineData(@"\[@a]", "[@a]")]
    [InlineData("[@a](https://example.org)", "<a class=\"external\" href=\"https://example.org\">@a</a>")]
    public void Citation_is_a_slot(string text, string expected) => Assert.Equal($"<p>{expected}</p>\n", CompiledText.HtmlOf(text));

    [Theory]
    [InlineData("a [@Kotter] b", "PB0445 1:3+9")]
    [InlineData("a [@a; @b]", "PB0445 1:3+8")]
    [InlineData("a [@a, p. 3]", "PB0445 1:3+10")]
    [InlineData("[@]", "PB0445 1:1+3")]
    public void Citation_that_names_no_source_is_reported(string text, string problem) =>
        Assert.Equal([problem], CompiledText.Of(text).Problems);

    [Fact]
    public void Citation_knows_the_place_of_its_source()
    {
        var source = Assert.Single(CompiledText.Of("a\n> b [@kotter-1996]\n").Slots.OfType<FragmentSlot.Citation>()).Source;
        Assert.Equal((2, 7, 11), (source.Span.Line, source.Span.Column, source.Span.Length));
    }
}
