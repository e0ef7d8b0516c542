using System.Text;
using Playbooks.Model;

namespace Playbooks.Tests.Composing;

/// <summary>What a condition leaves out is not hidden: no byte of it is in any published file.</summary>
public sealed class FragmentComposerTests
{
    private const string Facts = """
        -- facts.yml --
        facts:
          - {id: rich, type: boolean, default: false}
          - {id: old, type: boolean, default: false}
        -- organizations/midas/organization.yml --
        name: Midas
        facts: {rich: true, old: true}

        """;

    [Theory]
    [InlineData("::: when \"rich\"\nYesword\n:::", "", "Yesword")]
    [InlineData("::: when \"not rich\"\nNoword\n:::", "Noword", "")]
    [InlineData("::: when \"rich\"\nYesword\n::: else\nNoword\n:::", "Noword", "Yesword")]
    [InlineData("::: when \"rich\"\n## Goldheading {#goldid}\nYesword\n::: else\nNoword\n:::", "Noword", "Goldheading goldid Yesword")]
    [InlineData("::: when \"rich\"\n- itemword\n\n| cellword |\n| --- |\n| x |\n\n> quoteword\n:::", "", "itemword cellword quoteword")]
    [InlineData("- outerword\n\n  ::: when \"rich\"\n  innerword\n  :::", "outerword", "outerword innerword")]
    [InlineData(":::: when \"rich\"\nOuterword\n\n::: when \"not old\"\nYoungword\n::: else\nOldword\n:::\n::::", "", "Outerword Oldword")]
    [InlineData(":::: when \"rich\"\nOuterword\n::: when \"not old\"\nYoungword\n:::\n:::: else\nPoorword\n::::", "Poorword", "Outerword")]
    [InlineData(":::: when \"rich\"\n::: tip \"Calloutword\"\nTipword\n:::\n::::", "", "Calloutword Tipword")]
    [InlineData(":::: tip \"Calloutword\"\nTipword\n\n::: when \"rich\"\nGoldword\n:::\n::::", "Calloutword Tipword", "Calloutword Tipword Goldword")]
    [InlineData("::: when \"rich\"\n[linkword](https://targetword.example/)\n\n`codeword`\n:::", "", "linkword targetword codeword")]
    public void Block_is_in_the_bytes_exactly_where_its_condition_holds(string text, string common, string midas)
    {
        using var site = TinySite.Of($"""
            {Facts}-- playbook.yml --
            id: tiny
            title: Tiny playbook
            version: "1"
            locale: en
            areas: [{"{id: people, prefix: PEO, title: People}"}]
            callouts: [{"{id: tip, label: Advice}"}]
            -- areas/people/one.md --
            ---
            id: people/one
            title: One
            ---
            {text}
            """).Built();
        foreach (var word in $"{common} {midas}".Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct())
        {
            Assert.Equal(common.Split(' ').Contains(word), site.With("common", word).Length > 0);
            Assert.Equal(midas.Split(' ').Contains(word), site.With("midas", word).Length > 0);
        }
    }

    [Theory]
    [InlineData("common", false)]
    [InlineData("midas", true)]
    public void Page_item_variant_and_assessment_item_follow_their_conditions_to_the_byte(string organization, bool isRich)
    {
        using var site = TinySite.Of(Facts + """
            -- areas/people/gold.md --
            ---
            id: people/gold
            title: Gold
            description: Golddescription
            keywords: [goldkeyword]
            when: "rich"
            redirect_from: [people/goldold]
            ---
            ## Goldheading
            Goldbody
            -- areas/people/checklist.yml --
            items:
              - {id: PEO-01, title: Itemtitle, why: Why, how: people/one, done_when: [Sign], evidence: note, owner: lead, phase: start, effort: S, priority: must,
                 variants: [{when: "rich", title: Varianttitle, done_when: [Variantsign]}]}
              - {id: PEO-02, title: Itemgold, why: Goldwhy, how: people/one, steps: [Goldstep], done_when: [Goldsign], evidence: note, owner: lead, phase: start, effort: S, priority: must, tags: [goldtag], when: "rich"}
            -- assessment.yml --
            id: check
            title: Check
            version: 1
            scale: {levels: [{value: 1, label: No}, {value: 2, label: Yes}]}
            -- areas/people/assessment.yml --
            items:
              - {id: PEO-A1, statement: Statement, levels: {1: a, 2: b}}
              - {id: PEO-A2, statement: Goldstatement, ask: Goldask, levels: {1: Goldone, 2: Goldtwo}, when: "rich"}
            """).Built();

        foreach (var word in new[]
        {
            "Golddescription", "goldkeyword", "goldold", "Goldheading", "Goldbody", "Varianttitle", "Variantsign", "Goldwhy", "Goldstep", "Goldsign", "goldtag", "Goldask", "Goldone", "Goldtwo", "PEO-A2", "PEO-02",
        })
        {
            Assert.Equal(isRich, site.With(organization, word).Length > 0);
        }

        Assert.Equal(!isRich, site.With(organization, "Itemtitle").Length > 0);
        Assert.Equal(isRich, site.Has($"{organization}/people/gold/index.html"));
        // The title stays, on the page that says what does not apply (and on that page in the print edition) and nowhere else.
        foreach (var title in new[] { "Itemgold", "Goldstatement" })
        {
            Assert.Equal(!isRich, site.With(organization, title) is ["does-not-apply/index.html", "does-not-apply/index.md", "print/index.html"]);
        }
    }

    [Fact]
    public void Text_without_slots_is_the_same_object_in_every_edition()
    {
        using var site = TinySite.Of(Facts);
        var playbook = Editions.Load(site);
        var (common, midas) = (Editions.Of(playbook, null, site.InputFolder), Editions.Of(playbook, "midas", site.InputFolder));

        Assert.Same(common.Page("people/one").Sections[0].Body, midas.Page("people/one").Sections[0].Body);
    }

    [Fact]
    public void Links_behind_a_range_that_was_taken_out_stay_at_their_place()
    {
        var edition = Editions.Of($"""
            {Facts}-- areas/people/one.md --
            ---
            id: people/one
            title: One
            ---
            ## First
            Before {"{{ org.name }}"}.

            ::: when "rich"
            Gone, with a [link](#first) and {"{{ org.name }}"}.
            :::

            After, with a [link](xref:people/one).
            """);
        var body = edition.Page("people/one").Sections.Single(section => section.Id == "first").Body;
        var html = Encoding.UTF8.GetString(body.Utf8.Span);

        var start = Assert.IsType<FragmentSlot.LinkStart>(body.Slots[0]);
        var end = Assert.IsType<FragmentSlot.LinkEnd>(body.Slots[1]);
        Assert.Equal(2, body.Slots.Length);
        Assert.Equal("link", html[start.Position..end.Position]);
        Assert.DoesNotContain("Gone", html, StringComparison.Ordinal);
    }
}
