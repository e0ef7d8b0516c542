using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Playbooks.Tests.Compiling;

/// <summary>Where a word of the glossary leads to its explanation, and where it stays text.</summary>
public sealed class GlossaryWordsTests
{
    private const string World = """
        -- glossary.yml --
        terms:
          - {id: gate, term: Gate, definition: "A point passed by {{ org.name }}.", also: [gates]}
          - {id: stop-rule, term: Stop rule, definition: A sign that stops the work.}
          - {id: rule, term: Rule, definition: What holds.}
          - {id: record, term: Record, definition: Something kept., mark: false}
          - {id: cafe, term: Café, definition: A place.}
        -- organizations/alpha/organization.yml --
        name: <Alpha>

        """;

    [Theory]
    [InlineData("The gate opens. The gate closes.", "gate")]
    [InlineData("GATES and a Gate.", "GATES")]
    [InlineData("A stop rule and a rule.", "stop rule|rule")]
    [InlineData("A rule, then a stop rule.", "rule|stop rule")]
    [InlineData("Tailgate, gateway, stop-gate, gate-keeper, gate_1 and rules.", "")]
    [InlineData("(gate)", "gate")]
    [InlineData("A record of the café.", "café")]
    [InlineData("**A gate** in *emphasis*.", "gate")]
    [InlineData("- one gate\n- two", "gate")]
    [InlineData("> A quoted gate.", "gate")]
    [InlineData("`gate` in code, [a gate](https://example.org/), [gate](xref:people/one#first)", "")]
    [InlineData("| Gate |\n| --- |\n| gate |", "")]
    [InlineData("### The gate {#the-gate}\n\nText.", "")]
    public void Word_is_marked_where_it_first_stands_alone_in_running_text(string text, string words) =>
        Assert.Equal(words, string.Join('|', Words(Page(text)).Select(word => word.TextContent)));

    [Fact]
    public void Mark_leads_to_the_entry_and_to_a_note_with_the_editions_own_definition()
    {
        var page = Page("A gate.");
        var word = Assert.Single(Words(page));

        Assert.Equal("../../glossary/#gate", word.GetAttribute("href"));
        var note = page.GetElementById($"_word-{word.GetAttribute("data-word")}")!;
        Assert.True(note.HasAttribute("popover"));
        Assert.Contains("A point passed by <Alpha>.", note.TextContent, StringComparison.Ordinal);
        Assert.Equal("../../glossary/#gate", note.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public void Link_that_an_author_writes_to_an_entry_is_explained_like_a_word()
    {
        var page = Page("See [what a record is](xref:glossary#record), then [again](xref:glossary#record).");

        Assert.Equal(["what a record is", "again"], Words(page).Select(word => word.TextContent));
        Assert.Single(page.QuerySelectorAll("[popover].word-note"));
    }

    [Fact]
    public void Condition_takes_a_word_out_with_its_mark_and_the_next_use_is_the_first() =>
        Assert.Equal(["gates"], Words(Page("::: when \"rich\"\nA gate.\n:::\n\nMany gates.")).Select(word => word.TextContent));

    [Fact]
    public void Sheet_that_is_copied_has_no_marks()
    {
        using var site = TinySite.Of(World + """
            -- areas/people/templates/t-01.md --
            ---
            id: t-01
            title: Form
            ---
            A gate.
            """).Built("alpha");

        Assert.Empty(Words(new HtmlParser().ParseDocument(site.Read("alpha/templates/t-01/index.html"))));
    }

    private static IDocument Page(string text)
    {
        using var site = TinySite.Of($"""
            {World}-- facts.yml --
            facts:
              - id: rich
                type: boolean
                default: false
            -- areas/people/one.md --
            ---
            id: people/one
            title: One
            ---
            ## First
            {text}
            """).Built("alpha");
        return new HtmlParser().ParseDocument(site.Read("alpha/people/one/index.html"));
    }

    private static IEnumerable<IElement> Words(IDocument page) => page.QuerySelectorAll("article a.word");
}
