namespace Playbooks.Tests.Compiling;

public sealed class SectionSourceTests
{
    [Fact]
    public void Section_has_its_source_with_the_sections_below_it()
    {
        var compiled = CompiledText.Of("---\nid: a\n---\n\nintro\n\n## A {#a}\n\none\n\n### B\n\ntwo\n\n#### C\n\nthree\n\n### D\n\nfour\n\n## E\n");
        Assert.Equal(
            [
                "intro",
                "## A {#a}\n\none\n\n### B\n\ntwo\n\n#### C\n\nthree\n\n### D\n\nfour",
                "### B\n\ntwo\n\n#### C\n\nthree",
                "#### C\n\nthree",
                "### D\n\nfour",
                "## E",
            ],
            compiled.Sections.Select(section => section.SourceText));
    }

    [Fact]
    public void Source_is_the_same_with_windows_line_ends_and_empty_lines_at_the_end() => Assert.Equal(
        CompiledText.Of("## A\n\none\ntwo\n\n## B\n").Sections.Select(section => section.SourceText),
        CompiledText.Of("## A\r\n\r\none\r\ntwo\r\n\r\n\r\n  \r\n## B\r\n\r\n").Sections.Select(section => section.SourceText));

    [Fact]
    public void Section_in_a_conditional_block_ends_with_the_block()
    {
        var compiled = CompiledText.Of("## A\n\n::: when \"x\"\nfirst\n\n### B\n\ntwo\n::: else\n### C\n\nthree\n:::\n\nafter\n\n## D\n");
        Assert.Empty(compiled.Problems);
        Assert.Equal(
            [
                "## A\n\n::: when \"x\"\nfirst\n\n### B\n\ntwo\n::: else\n### C\n\nthree\n:::\n\nafter",
                "first",
                "### B\n\ntwo",
                "### C\n\nthree",
                "after",
                "## D",
            ],
            compiled.Sections.Select(section => section.SourceText));
    }

    [Fact]
    public void Section_before_a_conditional_section_of_its_level_ends_before_the_block() => Assert.Equal(
        ["## A\n\none", "## B\n\ntwo", "## C"],
        CompiledText.Of("## A\n\none\n\n::: when \"x\"\n\n## B\n\ntwo\n\n:::\n\n## C\n").Sections.Select(section => section.SourceText));

    [Fact]
    public void Source_keeps_what_is_not_published() => Assert.Equal(
        "## A\n\n<!-- note -->\n{{ a.b }} `c`", Assert.Single(CompiledText.Of("## A\n\n<!-- note -->\n{{ a.b }} `c`\n").Sections).SourceText);
}
