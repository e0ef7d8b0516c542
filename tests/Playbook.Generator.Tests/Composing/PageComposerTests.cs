using Playbooks.Model;

namespace Playbooks.Tests.Composing;

/// <summary>Pages that a layer or an organization replaces, and where each part of a page comes from.</summary>
public sealed class PageComposerTests
{
    private const string World = """
        -- facts.yml --
        facts:
          - {id: rich, type: boolean, default: false}
        -- areas/people/one.md --
        ---
        id: people/one
        title: Common title of {{ org.name }}
        description: Common description
        audience: [lead]
        reviewed: 2026-11-20
        review_every: 12m
        ---
        Before any heading.

        ## First {#first}
        First text.

        ### Below {#below}
        Below text.

        ## Second {#second}
        Second text.
        -- organizations/alpha/organization.yml --
        name: Alpha

        """;

    [Fact]
    public void Replaced_page_has_the_new_text_and_inherits_the_metadata_it_does_not_give()
    {
        const string Replaced = World + """
            -- organizations/alpha/areas/people/one.md --
            ---
            override: {mode: page}
            title: Alpha title
            ---
            ## Alone {#alone}
            Alone text.
            """;
        var (alpha, common) = (Editions.Of(Replaced, "alpha").Page("people/one"), Editions.Of(Replaced).Page("people/one"));

        Assert.Equal(("Alpha title", "Common description", "Lead"), (alpha.Title, alpha.Description, alpha.Audience.Single()));
        Assert.Equal(new DateOnly(2026, 11, 20), alpha.Page.Reviewed?.Value);
        Assert.Equal("Alone Alone text.", alpha.Text().Replace("# ", "", StringComparison.Ordinal));
        Assert.Equal(new Origin(Slug.Of("alpha"), IsAdded: false, Reason: null), alpha.Origin);
        Assert.All(alpha.Sections, section => Assert.Equal("alpha", section.Origin.Layer?.Value));
        Assert.Equal("Common title of your organization", common.Title);
        Assert.DoesNotContain("Alone", common.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Page_replaced_above_a_replaced_page_inherits_from_that_one()
    {
        var page = Editions.Of("""
            -- areas/people/one.md --
            ---
            id: people/one
            title: Common title
            description: Common description
            keywords: [common]
            ---
            Common text.
            -- layers/trade/areas/people/one.md --
            ---
            override: {mode: page}
            description: Description of the trade
            keywords: [trade]
            ---
            Text of the trade.
            -- organizations/alpha/organization.yml --
            name: Alpha
            layers: [trade]
            -- organizations/alpha/areas/people/one.md --
            ---
            override: {mode: page}
            keywords: [alpha]
            ---
            Alpha text.
            """, "alpha").Page("people/one");

        Assert.Equal(("Common title", "Description of the trade", "alpha"), (page.Title, page.Description, page.Page.Keywords.Single()));
    }

    [Theory]
    [InlineData(null, "one, first, other, deep")]
    [InlineData("alpha", "one, first, below, second, other, deep")]
    public void Heading_below_which_conditions_left_nothing_is_left_out(string? organization, string headings)
    {
        var page = Editions.Of("""
            -- facts.yml --
            facts:
              - {id: rich, type: boolean, default: false}
            -- areas/people/one.md --
            ---
            id: people/one
            title: One
            ---
            ## One {#one}

            ## First {#first}
            Text.

            ### Below {#below}
            ::: when "rich"
            Rich text.
            :::

            ## Second {#second}
            ::: when "rich"
            Rich text.
            :::

            ## Other {#other}
            ::: when "rich"
            Rich text.
            :::

            ### Deep {#deep}
            Deep text.
            -- organizations/alpha/organization.yml --
            name: Alpha
            facts: {rich: true}
            """, organization).Page("people/one");

        Assert.Equal(headings, string.Join(", ", page.Sections.Select(section => section.Id)));
    }

    [Theory]
    [InlineData("when: \"rich\"", false)]
    [InlineData("", true)]
    public void Replaced_page_may_have_a_condition_of_its_own(string when, bool isThere)
    {
        var edition = Editions.Of($$"""
            {{World}}-- organizations/alpha/areas/people/one.md --
            ---
            override: {mode: page}
            {{when}}
            ---
            Text.
            """, "alpha");

        Assert.Equal(isThere, edition.Pages.Count == 1);
    }

    [Fact]
    public void Section_overrides_of_an_organization_apply_to_the_page_its_layer_replaced()
    {
        var page = Editions.Of($$"""
            {{World}}-- layers/trade/areas/people/one.md --
            ---
            override: {mode: page}
            title: Trade title
            ---
            ## Trade {#trade}
            Trade text.

            ## More {#more}
            More text.
            -- organizations/beta/organization.yml --
            name: Beta
            layers: [trade]
            -- organizations/beta/areas/people/one.md --
            ---
            override: {section: trade, mode: replace}
            ---
            ## Beta {#beta}
            Beta text.
            """, "beta").Page("people/one");

        Assert.Equal("Trade title", page.Title);
        Assert.Equal(["beta beta", "more trade"], page.Sections.Select(section => $"{section.Id} {section.Origin.Layer}"));
        Assert.Equal("trade", page.Origin.Layer?.Value);
    }

    [Fact]
    public void Page_replaced_by_a_layer_and_by_the_organization_is_the_organizations_over_the_layers()
    {
        var page = Editions.Of($$"""
            {{World}}-- layers/trade/areas/people/one.md --
            ---
            override: {mode: page}
            description: Trade description
            ---
            Trade text.
            -- organizations/beta/organization.yml --
            name: Beta
            layers: [trade]
            -- organizations/beta/areas/people/one.md --
            ---
            override: {mode: page}
            title: Beta title
            ---
            Beta text.
            """, "beta").Page("people/one");

        Assert.Equal(("Beta title", "Beta text."), (page.Title, page.Text()));
        Assert.Equal("beta", page.Origin.Layer?.Value);
    }

    [Fact]
    public void Every_section_says_which_layer_it_comes_from_and_every_block_its_line()
    {
        var page = Editions.Of($$"""
            {{World}}-- organizations/alpha/areas/people/one.md --
            ---
            override: {mode: sections}
            reason: They asked.
            ---
            ::: replace below
            ### Below {#below}
            Ours.

            - A list
            :::

            ::: after second reason="It ends too early."
            ## Third {#third}
            Third.
            :::
            """, "alpha").Page("people/one");

        Assert.Equal(
            [
                "- <> areas/people/one.md:9",
                "first <> areas/people/one.md:11",
                "below <alpha changed> organizations/alpha/areas/people/one.md:6",
                "second <> areas/people/one.md:17",
                "third <alpha added It ends too early.> organizations/alpha/areas/people/one.md:13",
            ],
            page.Sections.Select(section => $"{section.Id ?? "-"} <{Shown(section.Origin)}> {section.Compiled.Span.Path}:{section.Compiled.Span.Line}"));
        Assert.Equal([7, 9], page.Sections[2].Compiled.Blocks.Select(block => block.Span.Line));
        Assert.Equal(["areas/people/one.md", "organizations/alpha/areas/people/one.md"], page.Files.Select(file => file.Value));
        Assert.Equal(Origin.Common, page.Origin);

        static string Shown(Origin origin) => origin.Layer is null ? "" : $"{origin.Layer} {(origin.IsAdded ? "added" : "changed")} {origin.Reason}".TrimEnd();
    }

    [Fact]
    public void Published_manifest_names_the_files_a_page_was_made_from()
    {
        using var site = TinySite.Of($$"""
            {{World}}-- organizations/alpha/areas/people/one.md --
            ---
            override: {section: second, mode: hide}
            reason: Not here.
            ---
            """).Built();

        Assert.Contains("\"sources\":[\"areas/people/one.md\",\"organizations/alpha/areas/people/one.md\"]", site.Read("alpha/manifest.json"), StringComparison.Ordinal);
        Assert.DoesNotContain("organizations", site.Read("common/manifest.json"), StringComparison.Ordinal);
    }
}
