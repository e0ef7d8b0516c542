using System.Globalization;
using AngleSharp.Html.Parser;

namespace Playbooks.Tests.Rendering;

public sealed class SiteRendererTests
{
    [Fact]
    public void Title_of_the_document_names_page_and_playbook_once()
    {
        using var site = TinySite.Of("""
            -- organizations/alpha/organization.yml --
            name: Alpha & Sons
            short_name: Alpha
            """).Built();

        Assert.Equal("Tiny playbook", Title(site, "common/index.html"));
        Assert.Equal("Tiny playbook · Alpha", Title(site, "alpha/index.html"));
        Assert.Equal("One · Tiny playbook", Title(site, "alpha/people/one/index.html"));
    }

    [Fact]
    public void List_of_all_pages_of_a_type_opens_with_what_they_are_for_or_with_nothing()
    {
        using var site = TinySite.Of("""
            -- playbook.yml --
            id: tiny
            title: Tiny playbook
            description: What the whole playbook is for.
            version: "1"
            locale: en
            areas:
              - {id: people, prefix: PEO, title: People}
            types:
              play: {label: {one: Dance, many: Dances}, folder: dances, summary: Something to move to.}
            -- areas/people/dances/waltz.md --
            ---
            id: waltz
            title: Waltz
            ---
            -- areas/people/templates/score.md --
            ---
            id: score
            title: Score
            ---
            """).Built();

        Assert.Equal("Something to move to.", Lead(site, "common/dances/index.html"));
        Assert.Null(Lead(site, "common/templates/index.html"));

        static string? Lead(TinySite site, string page) => new HtmlParser().ParseDocument(site.Read(page)).QuerySelector(".lead")?.TextContent;
    }

    [Fact]
    public void Values_of_an_organization_cannot_write_markup()
    {
        using var site = TinySite.Of("""
            -- facts.yml --
            facts:
              - {id: purpose, type: text, default: none}
            -- terms.yml --
            terms:
              staff: {one: employee, many: employees, article: an}
            -- areas/people/one.md --
            ---
            id: people/one
            title: "For {{ org.name }}"
            description: "About {{ org.purpose }}"
            ---
            ## {{ Term.staff.many }}
            {{ org.purpose }} {{ term.staff.a }} [{{ org.name }}](https://example.org/)
            -- areas/people/checklist.yml --
            items:
              - {id: PEO-01, title: "Do it, {{ term.staff }}", why: So., how: people/one, done_when: [Done], evidence: note, owner: lead, phase: start, effort: S, priority: must}
            -- organizations/alpha/organization.yml --
            name: "HOSTILE"
            short_name: "HOSTILE"
            facts: {purpose: "HOSTILE"}
            terms:
              staff: {one: "HOSTILE", many: "HOSTILE", article: "<i>a</i>"}
            roles:
              lead: {title: "HOSTILE"}
            items:
              PEO-01: {waive: {by: "HOSTILE", reason: "HOSTILE"}}
            home: {notices: ["HOSTILE"]}
            """.Replace("HOSTILE", "\\\"'><i><script>alert(1)</script></i>&amp;", StringComparison.Ordinal)).Built();

        foreach (var page in site.Published("alpha").Keys.Where(path => path.EndsWith(".html", StringComparison.Ordinal)))
        {
            var document = new HtmlParser().ParseDocument(site.Read($"alpha/{page}"));
            Assert.DoesNotContain(document.Scripts, script => script.Source is null && script.Type is not "application/ld+json" and not "application/json");
            Assert.Empty(document.QuerySelectorAll("i"));
        }
    }

    [Fact]
    public void Heading_within_a_page_and_its_entry_in_the_contents_say_the_same()
    {
        using var site = TinySite.Of("""
            -- areas/people/one.md --
            ---
            id: people/one
            title: One
            ---
            ## The {{ role.lead }} & you {#lead}
            Text.

            ### Below {#below}
            Text.

            ## Second {#second}
            Text.
            """).Built();
        var page = new HtmlParser().ParseDocument(site.Read("common/people/one/index.html"));

        Assert.Equal("The lead & you", page.QuerySelector("a[href='#lead']:not(.heading-link)")!.TextContent.Trim());
        Assert.NotNull(page.QuerySelector("a[href='#below']"));
        Assert.StartsWith("The lead & you", page.GetElementById("lead")!.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void Menu_of_a_large_area_stays_small_and_still_leads_everywhere()
    {
        using var site = TinySite.Of("");
        for (var number = 0; number < 150; number++)
        {
            site.Write($"areas/people/page-{number:000}.md", string.Create(CultureInfo.InvariantCulture, $"---\nid: people/page-{number:000}\ntitle: Page {number}\n---\nText.\n"));
        }

        site.Built();

        var menu = new HtmlParser().ParseDocument(site.Read("common/people/page-075/index.html")).QuerySelector("nav.menu")!;
        Assert.InRange(menu.QuerySelectorAll("a").Length, 50, 70);
        Assert.Equal("Page 75", Assert.Single(menu.QuerySelectorAll("[aria-current=page]")).TextContent.Trim());
        Assert.Contains(menu.QuerySelectorAll("a"), link => link.TextContent.Contains("Page 119", StringComparison.Ordinal));
        Assert.Contains(menu.QuerySelectorAll("a"), link => link.GetAttribute("href") == "../../people/one/");
    }

    [Fact]
    public void Plain_files_name_what_is_published_and_nothing_else()
    {
        using var site = TinySite.Of("""
            -- playbook.yml --
            id: tiny
            title: Tiny [playbook]
            description: In a sentence.
            version: "1"
            locale: en
            areas: [{id: people, prefix: PEO, title: People}]
            site: {base_url: "https://example.org/{edition}"}
            -- areas/people/one.md --
            ---
            id: people/one
            title: One [of two]
            description: The first.
            redirect_from: [people/old, people/older]
            ---
            -- organizations/alpha/organization.yml --
            name: Alpha
            site: {indexable: false}
            """).Built();

        Assert.Equal("# Tiny [playbook]\n\n> In a sentence.\n\n## People\n\n- [People](https://example.org/common/people/index.md)\n- [One (of two)](https://example.org/common/people/one/index.md): The first.\n", site.Read("common/llms.txt"));
        Assert.Equal("/people/old/ /people/one/ 301\n/people/older/ /people/one/ 301\n", site.Read("common/_redirects"));
        Assert.Equal("User-agent: *\nAllow: /\n\nSitemap: https://example.org/common/sitemap.xml\n", site.Read("common/robots.txt"));
        Assert.Equal("User-agent: *\nDisallow: /\n", site.Read("alpha/robots.txt"));
        Assert.False(site.Has("alpha/sitemap.xml"));
        Assert.Equal(
            ["https://example.org/common/", "https://example.org/common/people/", "https://example.org/common/people/one/"],
            new HtmlParser().ParseDocument(site.Read("common/sitemap.xml")).QuerySelectorAll("loc").Select(address => address.TextContent));
    }

    private static string Title(TinySite site, string path) => new HtmlParser().ParseDocument(site.Read(path)).Title!;
}
