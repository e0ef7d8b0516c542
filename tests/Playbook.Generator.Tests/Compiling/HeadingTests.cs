namespace Playbooks.Tests.Compiling;

public sealed class HeadingTests
{
    [Fact]
    public void Heading_links_to_itself() => Assert.Equal(
        "<h2 id=\"first-week\">The <em>first</em> week <a class=\"anchor\" href=\"#first-week\" aria-label=\"⟦link.anchor⟧\">#</a></h2>\n",
        CompiledText.HtmlOf("## The *first* week {#first-week}"));

    [Fact]
    public void Title_is_the_words_without_markup()
    {
        var section = Assert.Single(CompiledText.Of("## The **first** [week](xref:a/b) of `x` &amp; {{ term.staff.many }} {#a}\n").Sections);
        Assert.Equal("The first week of x & |{term.staff.many}", string.Join('|', section.Title.Parts.Select(part => part.Literal ?? $"{{{part.Slot}}}")));
        Assert.Equal("The first week of x & {{ term.staff.many }}", section.Title.Source);
    }

    [Theory]
    [InlineData("## How to do it", "how-to-do-it")]
    [InlineData("## If your organization is…", "if-your-organization-is")]
    [InlineData("## The sponsor's role & *aims*", "the-sponsors-role-aims")]
    [InlineData("## Ça va, Zoë? 2 × ½", "ca-va-zoe-2-1-2")]
    [InlineData("## ﬁne Ⅳ", "fine-iv")]
    [InlineData("## 日本語 の 見出し", "日本語-の-見出し")]
    [InlineData("## हिन्दी में", "हिन्दी-में")]
    [InlineData("## 한국어", "한국어")]
    [InlineData("## Ask {{ role.sponsor }} now", "ask-now")]
    [InlineData("## {{ role.sponsor }}", "section")]
    [InlineData("## !?", "section")]
    [InlineData("## 1. Start", "1-start")]
    public void Heading_without_an_id_gets_one_from_its_words(string text, string id) =>
        Assert.Equal(id, Assert.Single(CompiledText.Of(text).Sections).Id);

    [Fact]
    public void Equal_headings_get_numbers_and_never_take_an_authors_id()
    {
        var compiled = CompiledText.Of("## A\n\n## A\n\n## B {#a-2}\n\n## C {#a}\n\n## A\n");
        Assert.Equal(["a-3", "a-4", "a-2", "a", "a-5"], compiled.Sections.Select(section => section.Id));
    }

    [Fact]
    public void Long_heading_gets_a_short_id() =>
        Assert.InRange(CompiledText.Of("## " + string.Concat(Enumerable.Repeat("word ", 100))).Sections[0].Id!.Length, 60, 80);

    [Theory]
    [InlineData("## A {#a}\n\n## B {#a}\n", "PB0425 3:6+4")]
    [InlineData("## A {#Not_a Slug}\n", "PB0424 1:6+13")]
    [InlineData("## A {#}\n", "PB0424 1:6+3")]
    [InlineData("## A {#a} b\n", "PB0426 1:6+4")]
    [InlineData("a {#a}\n", "PB0426 1:3+4")]
    [InlineData("# A\n", "PB0420 1:1+3")]
    [InlineData("##### A\n", "PB0421 1:1+7")]
    [InlineData("## A\n\n#### B\n", "PB0422 3:1+6")]
    [InlineData("> ## A\n", "PB0423 1:3+4")]
    [InlineData("- ## A\n", "PB0423 1:3+4")]
    [InlineData("::: tip\n## A\n:::\n", "PB0423 2:1+4")]
    [InlineData("::: when \"x\"\n> ::: tip\n> ## A\n> :::\n:::\n", "PB0423 3:3+4")]
    [InlineData("##\n", "PB0427 1:1+2")]
    [InlineData("## {#a}\n", "PB0427 1:1+7")]
    [InlineData("a\n---\n", "PB0428 1:1+1")]
    public void Heading_that_cannot_stand_is_reported(string text, string problem) =>
        Assert.Equal([problem], CompiledText.Of(text).Problems);

    [Fact]
    public void File_that_changes_a_section_may_begin_with_a_deeper_heading() =>
        Assert.Empty(CompiledText.Of("### A\n\n#### B\n").Problems);

    [Fact]
    public void Closing_number_signs_are_not_part_of_the_heading() =>
        Assert.Equal("a", Assert.Single(CompiledText.Of("## A {#a} ##\n").Sections).Id);
}
