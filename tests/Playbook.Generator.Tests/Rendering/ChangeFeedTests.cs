using System.Xml.Linq;

namespace Playbooks.Tests.Rendering;

public sealed class ChangeFeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public void Feed_tells_the_reviews_last_first_and_knows_no_other_day()
    {
        using var site = World("""site: {base_url: "https://example.org/"}""").Built("alpha");
        var feed = XDocument.Parse(site.Read("alpha/feed.xml")).Root!;

        Assert.Equal(["people/late", "people/early"], feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value["https://example.org/".Length..].TrimEnd('/')));
        Assert.Equal("2026-03-02T00:00:00Z", feed.Element(Atom + "updated")!.Value);
        Assert.Contains("type=\"application/atom+xml\"", site.Read("alpha/index.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{base_url: "https://example.org/", indexable: false}""")]
    public void Edition_without_an_address_or_not_to_be_found_has_no_feed(string settings)
    {
        using var site = World($"site: {settings}").Built("alpha");

        Assert.False(site.Has("alpha/feed.xml"));
        Assert.DoesNotContain("atom+xml", site.Read("alpha/index.html"), StringComparison.Ordinal);
    }

    private static TinySite World(string organization) => TinySite.Of($"""
        -- areas/people/early.md --
        ---
        id: people/early
        title: Early
        reviewed: 2026-01-05
        ---
        -- areas/people/late.md --
        ---
        id: people/late
        title: Late
        reviewed: 2026-03-02
        ---
        -- organizations/alpha/organization.yml --
        name: Alpha
        {organization}
        """);
}
