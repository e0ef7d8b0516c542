using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;

namespace Playbooks.Tests.Rendering;

public sealed class StructuredDataTests
{
    private const string World = """
        -- areas/people/plays/meet.md --
        ---
        id: meet
        title: Meet </script><b>
        description: Talk & decide.
        ---
        ## Run {#run}
        1. **5 min** Sit down.
        2. **10 min** Talk:
           - aloud
        -- areas/people/checklist.yml --
        items:
          - {id: PEO-01, title: Do it, why: So., how: people/one, done_when: [Done], evidence: note, owner: lead, phase: start, effort: S, priority: must}
        -- organizations/alpha/organization.yml --
        name: Alpha
        site: {base_url: "https://example.org/book/"}
        -- organizations/beta/organization.yml --
        name: Beta
        """;

    [Theory]
    [InlineData("", "WebSite")]
    [InlineData("people/", "BreadcrumbList")]
    [InlineData("people/one/", "Article BreadcrumbList")]
    [InlineData("plays/meet/", "HowTo BreadcrumbList")]
    [InlineData("checklist/", "HowTo BreadcrumbList")]
    public void Page_says_what_it_is(string page, string types) =>
        Assert.Equal(types, string.Join(' ', Things("alpha", page).Select(thing => (string?)thing!["@type"])));

    [Fact]
    public void Steps_are_those_of_the_play_and_no_text_can_end_the_element_it_stands_in()
    {
        var play = Things("alpha", "plays/meet/")[0]!;

        Assert.Equal("Meet </script><b>", (string?)play["name"]);
        Assert.Equal("Talk & decide.", (string?)play["description"]);
        Assert.Equal(["5 min Sit down.", "10 min Talk: aloud"], play["step"]!.AsArray().Select(step => (string?)step!["text"]));
    }

    [Fact]
    public void Crumbs_lead_from_the_first_page_by_addresses_in_full()
    {
        var crumbs = Things("alpha", "people/one/")[1]!["itemListElement"]!.AsArray();

        Assert.Equal(["https://example.org/book/", "https://example.org/book/people/", "https://example.org/book/people/one/"], crumbs.Select(crumb => (string?)crumb!["item"]));
        Assert.Equal("Article", string.Join(' ', Things("beta", "people/one/").Select(thing => (string?)thing!["@type"])));
    }

    private static JsonArray Things(string edition, string page)
    {
        using var site = TinySite.Of(World).Built();
        var script = new HtmlParser().ParseDocument(site.Read($"{edition}/{page}index.html")).QuerySelector("script[type='application/ld+json']")!;
        return JsonNode.Parse(script.TextContent)!["@graph"]!.AsArray();
    }
}
