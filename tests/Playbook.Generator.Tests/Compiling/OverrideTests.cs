using Playbooks.Model;

namespace Playbooks.Tests.Compiling;

public sealed class OverrideTests
{
    [Fact]
    public void Blocks_at_the_top_become_parts()
    {
        var compiled = Compile("""
            ::: replace choosing base=a1b2c3d4e5f6 reason="they have no board"
            ### Choosing {#choosing}

            Ours.

            #### More

            Even more.
            :::

            ::: before the-agreement
            Read this first.
            :::

            :::: after the-agreement
            ::: tip
            And this.
            :::
            ::::

            ::: hide when-the-sponsor-leaves reason="does not happen here"
            :::
            """);
        Assert.Empty(compiled.Problems);
        Assert.Empty(compiled.Sections);
        Assert.Equal(
            ["Replace choosing a1b2c3d4e5f6 2", "Before the-agreement - 1", "After the-agreement - 1", "Hide when-the-sponsor-leaves - 0"],
            compiled.Document.Parts.Select(part => $"{part.Mode} {part.Section} {part.Base?.Value ?? "-"} {part.Sections.Length}"));
        Assert.Equal(["they have no board", null, null, "does not happen here"], compiled.Document.Parts.Select(part => part.Reason));
        Assert.Equal("### Choosing {#choosing}\n\nOurs.\n\n#### More\n\nEven more.", compiled.Document.Parts[0].Sections[0].SourceText);
        Assert.Equal(["- 0", "- 0"], compiled.Document.Parts[1..3].Select(part => $"{part.Sections[0].Id ?? "-"} {part.Sections[0].Level}"));
    }

    [Fact]
    public void Part_knows_where_its_pieces_are_written()
    {
        var part = Assert.Single(Compile("\n::: replace choosing base=a1b2\nx\n:::\n").Document.Parts);
        Assert.Equal("2:1+30 2:13+8 2:27+4", $"{Place(part.Span)} {Place(part.Section!.Value.Span)} {Place(part.Base!.Value.Span)}");
    }

    [Fact]
    public void Conditions_inside_a_part_work_as_on_a_page()
    {
        var part = Assert.Single(Compile(":::: replace a\n## A {#a}\n\n::: when \"x\"\n### B\n\nb\n:::\n\nc\n::::\n").Document.Parts);
        Assert.Equal(["a", "b", null], part.Sections.Select(section => section.Id));
        Assert.Equal([0, 1, 0], part.Sections.Select(section => section.Conditions.Length));
    }

    [Fact]
    public void File_that_changes_one_section_needs_no_blocks()
    {
        var compiled = Compile("### Choosing {#choosing}\n\nOurs.\n");
        Assert.Empty(compiled.Problems);
        Assert.Equal("choosing", Assert.Single(compiled.Sections).Id);
    }

    [Theory]
    [InlineData("::: replace\na\n:::\n", "PB0418 1:1+11")]
    [InlineData("::: replace a\n:::\n", "PB0418 1:1+13")]
    [InlineData("::: before a\n<!-- later -->\n:::\n", "PB0418 1:1+12")]
    [InlineData("::: hide a reason=\"x\"\nb\n:::\n", "PB0418 2:1+1")]
    [InlineData("::: replace a \"Title\"\nb\n:::\n", "PB0418 1:16+5")]
    [InlineData("::: replace a bass=1\nb\n:::\n", "PB0416 1:15+4")]
    [InlineData(":::: tip\n::: replace a\nb\n:::\n::::\n", "PB0417 2:1+13")]
    [InlineData("::: replace a\nb\n:::\n\nc\n", "PB0419 5:1+1")]
    [InlineData("## C {#c}\n\n::: replace a\nb\n:::\n", "PB0419 1:1+9")]
    [InlineData("::: replace a\n## B {#b}\n:::\n\n::: replace c\n## B {#b}\n:::\n", "PB0425 6:6+4")]
    public void Block_that_cannot_be_applied_is_reported(string text, string problem) => Assert.Equal([problem], Compile(text).Problems);

    private static CompiledText Compile(string text) =>
        CompiledText.Of(text, allowsOverrides: true, "organizations/harbour/areas/leadership/secure-a-sponsor.md");

    private static string Place(Diagnostics.SourceSpan span) => $"{span.Line}:{span.Column}+{span.Length}";
}
