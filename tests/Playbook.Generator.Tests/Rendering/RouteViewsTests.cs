using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Playbooks.Tests.Rendering;

public sealed class RouteViewsTests
{
    private const string World = """
        -- areas/people/two.md --
        ---
        id: people/two
        title: Two
        description: The second page.
        ---
        -- areas/people/three.md --
        ---
        id: people/three
        title: Three
        ---
        -- routes.yml --
        routes:
          - {id: short, title: I am in a hurry, summary: Two pages., pages: [people/three, people/one]}
          - {id: long, title: I have time, pages: [people/one, people/two, people/three]}
        """;

    [Fact]
    public void Route_has_a_page_with_its_steps_in_order()
    {
        using var site = TinySite.Of(World).Built();
        var steps = Page(site, "routes/long/").QuerySelectorAll("main .page-entry");

        Assert.Equal(["One", "Two", "Three"], steps.Select(step => step.QuerySelector("a")!.TextContent));
        Assert.Equal("../../people/two/?route=long", steps[1].QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("The second page.", steps[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_offers_the_way_on_of_every_route_that_leads_over_it_hidden_until_a_script_knows_which()
    {
        using var site = TinySite.Of(World).Built();
        var routes = Page(site, "people/one/").QuerySelectorAll("nav[data-route]").ToDictionary(nav => nav.GetAttribute("data-route")!);

        Assert.All(routes.Values, nav => Assert.True(nav.HasAttribute("hidden")));
        Assert.Equal(["short", "long"], routes.Keys);
        Assert.Null(routes["short"].QuerySelector("a[rel=next]"));
        Assert.Equal("../../people/three/?route=short", routes["short"].QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal("../../people/two/?route=long", routes["long"].QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Contains("Step 2 of 2", routes["short"].TextContent, StringComparison.Ordinal);
    }

    private static IDocument Page(TinySite site, string page) => new HtmlParser().ParseDocument(site.Read($"common/{page}index.html"));
}
