namespace Playbooks.Tests.Composing;

public sealed class SectionOverridesTests
{
    private const string World = """
        -- areas/people/one.md --
        ---
        id: people/one
        title: One
        ---
        Lead text.

        ## First {#first}
        First text.

        ### Below {#below}
        Below text.

        #### Deep {#deep}
        Deep text.

        ### Beside {#beside}
        Beside text.

        ## Second {#second}
        Second text.
        -- organizations/alpha/organization.yml --
        name: Alpha
        layers: [trade]
        -- organizations/beta/organization.yml --
        name: Beta

        """;

    private const string Untouched = "- first below deep beside second";

    [Theory]
    [InlineData("{section: below, mode: replace}", "### New {#new}\nNew text.", "- first new beside second")]
    [InlineData("{section: below, mode: replace}", "Only words.", "- first - beside second")]
    [InlineData("{section: first, mode: replace}", "## New {#new}\nNew text.", "- new second")]
    [InlineData("{section: below, mode: before}", "### New {#new}\nNew text.", "- first new below deep beside second")]
    [InlineData("{section: below, mode: after}", "### New {#new}\nNew text.", "- first below deep new beside second")]
    [InlineData("{section: first, mode: before}", "## New {#new}\nNew text.", "- new first below deep beside second")]
    [InlineData("{section: first, mode: after}", "## New {#new}\nNew text.", "- first below deep beside new second")]
    [InlineData("{section: second, mode: after}", "## New {#new}\nNew text.", "- first below deep beside second new")]
    [InlineData("{section: below, mode: hide}", "", "- first beside second")]
    [InlineData("{section: first, mode: hide}", "", "- second")]
    [InlineData("{mode: sections}", "::: hide second reason=\"No.\"\n:::\n\n::: before first\n## New {#new}\n:::\n\n::: replace deep\n#### Deeper {#deeper}\n:::", "- new first below deeper beside")]
    public void Section_takes_those_below_it_along(string header, string text, string sections)
    {
        var world = $"""
            {World}-- layers/trade/layer.yml --
            -- organizations/alpha/areas/people/one.md --
            ---
            override: {header}
            reason: A reason.
            ---
            {text}
            """.Replace("layers: [trade]", "", StringComparison.Ordinal);

        Assert.Equal(sections, Shown(world, "alpha"));
        Assert.Equal(Untouched, Shown(world, "beta"));
        Assert.Equal(Untouched, Shown(world, null));
    }

    [Fact]
    public void Layer_changes_first_and_the_organization_changes_what_comes_out()
    {
        const string Layered = World + """
            -- layers/trade/areas/people/one.md --
            ---
            override: {section: below, mode: replace}
            ---
            ### Trade {#trade}
            Trade text.
            -- organizations/alpha/areas/people/one.md --
            ---
            override: {section: trade, mode: after}
            ---
            ### Alpha {#alpha}
            Alpha text.
            """;

        Assert.Equal("- first trade alpha beside second", Shown(Layered, "alpha"));
        Assert.Equal(Untouched, Shown(Layered, "beta"));
    }

    [Fact]
    public void Section_a_layer_hides_cannot_be_changed_by_an_organization_above_it_and_nothing_breaks()
    {
        const string Layered = World + """
            -- layers/trade/areas/people/one.md --
            ---
            override: {section: below, mode: hide}
            reason: Not in our trade.
            ---
            -- organizations/alpha/areas/people/one.md --
            ---
            override: {section: below, mode: after}
            ---
            ### Alpha {#alpha}
            Alpha text.
            """;

        Assert.Equal("- first beside second", Shown(Layered, "alpha"));
    }

    [Fact]
    public void Hidden_and_replaced_text_is_in_no_byte_of_the_edition()
    {
        using var site = TinySite.Of($$"""
            {{World}}-- layers/trade/layer.yml --
            -- organizations/alpha/areas/people/one.md --
            ---
            override: {mode: sections}
            ---
            ::: hide below reason="Hiddenreason"
            :::

            ::: replace second reason="Replacedreason"
            ## Ours {#ours}
            Ours.
            :::
            """).Built();

        foreach (var word in new[] { "Below text", "Deep text", "Second text", "Hiddenreason" })
        {
            Assert.Empty(site.With("alpha", word));
        }

        Assert.NotEmpty(site.With("beta", "Deep text"));
        Assert.Empty(site.With("beta", "Ours."));
    }

    private static string Shown(string world, string? organization) =>
        string.Join(' ', Editions.Of(world, organization).Page("people/one").Sections.Select(section => section.Id ?? "-"));
}
