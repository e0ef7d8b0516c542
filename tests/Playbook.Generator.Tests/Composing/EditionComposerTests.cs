using Playbooks.Model;

namespace Playbooks.Tests.Composing;

public sealed class EditionComposerTests
{
    private const string ThreeAreas = """
        -- playbook.yml --
        id: tiny
        title: Tiny playbook
        version: "1"
        locale: en
        areas:
          - {id: people, prefix: PEO, title: People}
          - {id: money, prefix: MON, title: Quillmoney, folder: cash, summary: Summaryword}
          - {id: tools, prefix: TOO, title: Tools}
        sections:
          - {id: begin, title: Begin, before: areas, chapters: [hello]}
        phases:
          - {id: start, title: Start, length: 4w}
          - {id: run, title: Run}
        gates:
          - {id: before-run, title: Ready, at: "end-of:start"}
        roles:
          - {id: lead, title: Lead}
        -- facts.yml --
        facts:
          - {id: rich, type: boolean, default: false}
          - {id: size, type: choice, values: [{id: small, label: Fewer than ten}, {id: big, label: Many}], default: small}
        -- sections/begin/hello.md --
        ---
        id: begin/hello
        title: Hello
        ---
        See [money](xref:cash/save) and [the area](xref:money) and [the item](xref:MON-01).
        -- areas/cash/area.yml --
        question: Questionword?
        purpose: Purposeword
        ask: [Askword]
        chapters: [save]
        -- areas/cash/save.md --
        ---
        id: cash/save
        title: Savetitle
        description: Descriptionword
        ---
        ## Save {#save}
        Bodyword.
        -- areas/cash/checklist.yml --
        items:
          - {id: MON-01, title: Itemword, why: Whyword, how: cash/save, done_when: [Doneword], evidence: note, owner: lead, phase: start, effort: S, priority: must}
        -- organizations/alpha/organization.yml --
        name: Alpha
        areas:
          order: [tools, people]
        -- organizations/beta/organization.yml --
        name: Beta
        areas:
          exclude:
            - {area: money, reason: Somebody else counts it.}

        """;

    [Theory]
    [InlineData(null, "people", "money", "tools")]
    [InlineData("alpha", "tools", "people", "money")]
    [InlineData("beta", "people", "tools")]
    public void Areas_stand_in_the_organizations_order_and_the_rest_follows_in_the_playbooks(string? organization, params string[] areas) =>
        Assert.Equal(areas, Editions.Of(ThreeAreas, organization).Areas.Select(area => area.Area.Id.Value));

    [Fact]
    public void Area_left_out_by_an_organization_is_on_no_page_but_the_one_that_says_why()
    {
        using var site = TinySite.Of(ThreeAreas).Built();

        foreach (var word in new[] { "Summaryword", "Questionword", "Purposeword", "Askword", "Savetitle", "Descriptionword", "Bodyword", "Itemword", "Whyword", "Doneword", "MON-01" })
        {
            Assert.NotEmpty(site.With("common", word));
            Assert.Empty(site.With("beta", word));
        }

        Assert.Equal(["does-not-apply/index.html", "does-not-apply/index.md", "print/index.html"], site.With("beta", "Quillmoney"));
        Assert.Equal(["does-not-apply/index.html", "does-not-apply/index.md", "print/index.html"], site.With("beta", "Somebody else counts it."));
        Assert.Equal([], site.Published("beta").Keys.Where(path => path.Contains("cash", StringComparison.Ordinal)));
        Assert.Contains("<span class=\"absent-link\">money <small>(not in this edition)</small></span>", site.Read("beta/begin/hello/index.html"), StringComparison.Ordinal);
        Assert.Contains("<span class=\"absent-link\">the area <small>", site.Read("beta/begin/hello/index.html"), StringComparison.Ordinal);
        Assert.Contains("<span class=\"absent-link\">the item <small>", site.Read("beta/begin/hello/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Page_that_does_not_apply_leaves_its_title_and_the_reason()
    {
        var edition = Editions.Of("""
            -- facts.yml --
            facts:
              - {id: rich, type: boolean, default: false}
            -- areas/people/gold.md --
            ---
            id: people/gold
            title: Gold
            when: "rich"
            ---
            Goldbody.
            -- organizations/midas/organization.yml --
            name: Midas
            facts: {rich: true}
            """);

        Assert.DoesNotContain(edition.Pages.Keys, page => page.Value == "people/gold");
        Assert.Equal(
            [new Absence(AbsenceKind.Page, "people/gold", "Gold", "Does not apply because “rich” is no")],
            edition.Absences);
    }

    [Fact]
    public void Reason_says_facts_and_values_by_their_labels()
    {
        var edition = Editions.Of("""
            -- facts.yml --
            facts:
              - id: model
                type: choice
                label: Operating model
                values: [{id: hub, label: Hub and spoke}, {id: multi, label: Several hubs}, {id: none, label: Not decided}]
                default: none
            -- areas/people/gold.md --
            ---
            id: people/gold
            title: Gold
            when: "model in ['hub', 'multi']"
            ---
            """);

        Assert.Equal(
            "Does not apply because “Operating model” is “Not decided”, and this is for “Hub and spoke” or “Several hubs”",
            Assert.Single(edition.Absences).Reason);
    }

    [Fact]
    public void Page_an_organization_excludes_is_gone_for_it_alone_with_its_own_reason()
    {
        const string World = """
            -- areas/people/two.md --
            ---
            id: people/two
            title: Two
            ---
            Read [one](xref:people/one#first).
            -- organizations/alpha/organization.yml --
            name: Alpha
            content:
              exclude:
                - {page: people/one, reason: We have none.}
            """;

        Assert.Equal(["people/two"], Editions.Of(World, "alpha").Pages.Keys.Select(page => page.Value));
        Assert.Equal(["people/one", "people/two"], Editions.Of(World).Pages.Keys.Select(page => page.Value));
        Assert.Equal([new Absence(AbsenceKind.Page, "people/one", "One", "We have none.")], Editions.Of(World, "alpha").Absences);
    }

    [Fact]
    public void Page_an_organization_adds_stands_behind_the_listed_ones_and_is_marked()
    {
        var edition = Editions.Of(
            """
            -- areas/people/area.yml --
            chapters: [one]
            -- organizations/alpha/organization.yml --
            name: Alpha
            -- organizations/alpha/local/ours.md --
            ---
            id: local/ours
            title: Ours
            area: people
            ---
            Our text.
            """, "alpha");

        Assert.Equal(["people/one", "local/ours"], edition.Areas.Single().Pages.Select(page => page.Value));
        Assert.Equal(new Origin(Slug.Of("alpha"), IsAdded: true, Reason: null), edition.Page("local/ours").Origin);
        Assert.Equal(Origin.Common, edition.Page("people/one").Origin);
    }

    [Fact]
    public void Order_of_pages_is_the_areas_list_then_other_types_by_name()
    {
        var edition = Editions.Of("""
            -- areas/people/area.yml --
            chapters: [two, one]
            -- areas/people/two.md --
            ---
            id: people/two
            title: Two
            ---
            -- areas/people/plays/zebra.md --
            ---
            id: zebra
            title: Zebra
            ---
            -- areas/people/plays/ant.md --
            ---
            id: ant
            title: Ant
            ---
            -- areas/people/templates/t-01.md --
            ---
            id: t-01
            title: Form
            ---
            """);

        Assert.Equal(
            ["people/two", "people/one", "plays/ant", "plays/zebra", "templates/t-01"],
            edition.Areas.Single().Pages.Select(page => page.Value));
    }

    [Fact]
    public void Route_loses_what_is_not_there_and_is_gone_when_nothing_is_left()
    {
        var edition = Editions.Of("""
            -- facts.yml --
            facts:
              - {id: rich, type: boolean, default: false}
            -- areas/people/gold.md --
            ---
            id: people/gold
            title: Gold
            when: "rich"
            ---
            -- routes.yml --
            routes:
              - {id: both, title: Both, pages: [people/gold, people/one]}
              - {id: gone, title: Gone, pages: [people/gold]}
              - {id: no, title: No, pages: [people/one], when: "rich"}
            """);

        Assert.Equal(["both: people/one"], edition.Routes.Select(route => $"{route.Id}: {string.Join(' ', route.Pages)}"));
    }

    [Theory]
    [InlineData("alpha", "people/one, checklist")]
    [InlineData("beta", "people/gold, people/one, checklist")]
    public void Route_leads_to_a_page_only_where_its_condition_holds(string organization, string pages)
    {
        var edition = Editions.Of("""
            -- facts.yml --
            facts:
              - {id: rich, type: boolean, default: false}
            -- areas/people/gold.md --
            ---
            id: people/gold
            title: Gold
            ---
            -- areas/people/checklist.yml --
            items:
              - {id: PEO-01, title: Do it, why: So., how: people/one, done_when: [Done], evidence: note, owner: lead, phase: start, effort: S, priority: must}
            -- routes.yml --
            routes:
              - {id: way, title: Way, pages: [{page: people/gold, when: "rich"}, people/one, {page: checklist}]}
            -- organizations/alpha/organization.yml --
            name: Alpha
            -- organizations/beta/organization.yml --
            name: Beta
            facts: {rich: true}
            """, organization);

        Assert.Equal(pages, string.Join(", ", edition.Routes.Single().Pages));
    }

    [Fact]
    public void Assessment_item_that_does_not_apply_is_gone_and_targets_are_the_organizations()
    {
        const string World = """
            -- facts.yml --
            facts:
              - {id: rich, type: boolean, default: false}
            -- assessment.yml --
            id: check
            title: Check
            version: 1
            scale:
              levels: [{value: 1, label: No}, {value: 2, label: A little}, {value: 3, label: Yes}]
            importance: {min: 1, max: 4, default: 2}
            targets: {default: 2}
            -- areas/people/assessment.yml --
            items:
              - {id: PEO-A1, statement: We talk., levels: {1: a, 2: b, 3: c}}
              - {id: PEO-A2, statement: We pay., levels: {1: a, 2: b, 3: c}, target: 3, importance: 4}
              - {id: PEO-A3, statement: We have gold., levels: {1: a, 2: b, 3: c}, when: "rich"}
            -- organizations/alpha/organization.yml --
            name: Alpha
            facts: {rich: true}
            assessment:
              targets: {PEO-A1: 3, PEO-A3: 1}
              importance: {PEO-A1: 1}
            """;

        Assert.Equal(["PEO-A1 2 2", "PEO-A2 3 4"], Editions.Of(World).Questions.Select(Shown));
        Assert.Equal(["PEO-A1 3 1", "PEO-A2 3 4", "PEO-A3 1 2"], Editions.Of(World, "alpha").Questions.Select(Shown));
        Assert.Equal(
            [new Absence(AbsenceKind.Question, "PEO-A3", "We have gold.", "Does not apply because “rich” is no")],
            Editions.Of(World).Absences);

        static string Shown(EditionQuestion question) => $"{question.Item.Id} {question.Target} {question.Importance}";
    }

    [Fact]
    public void Shared_layers_lie_between_the_common_text_and_the_organization_and_the_later_wins()
    {
        const string World = """
            -- terms.yml --
            terms:
              staff: {one: employee, many: employees, article: an}
              boss: {one: boss, many: bosses}
              guest: {one: guest, many: guests}
              place: {one: place, many: places}
            -- areas/people/one.md --
            ---
            id: people/one
            title: One
            ---
            {{ term.staff }} {{ term.boss }} {{ term.guest }} {{ term.place }}
            -- layers/country/layer.yml --
            terms:
              staff: {one: country-staff, many: x, article: a}
              boss: {one: country-boss, many: x}
              guest: {one: country-guest, many: x}
            -- layers/trade/layer.yml --
            terms:
              staff: {one: trade-staff, many: x, article: a}
              boss: {one: trade-boss, many: x}
            -- organizations/alpha/organization.yml --
            name: Alpha
            layers: [country, trade]
            terms:
              staff: {one: alpha-staff, many: x, article: an}
            -- organizations/beta/organization.yml --
            name: Beta
            layers: [trade, country]
            -- organizations/gamma/organization.yml --
            name: Gamma
            """;

        Assert.Equal("alpha-staff trade-boss country-guest place", Editions.Of(World, "alpha").Page("people/one").Text());
        Assert.Equal("country-staff country-boss country-guest place", Editions.Of(World, "beta").Page("people/one").Text());
        Assert.Equal("employee boss guest place", Editions.Of(World, "gamma").Page("people/one").Text());
        Assert.Equal("employee boss guest place", Editions.Of(World).Page("people/one").Text());
    }

    [Fact]
    public void Layer_adds_pages_items_and_exclusions_for_those_who_take_it()
    {
        const string World = """
            -- areas/people/two.md --
            ---
            id: people/two
            title: Two
            ---
            -- layers/trade/layer.yml --
            content:
              exclude:
                - {page: people/two, reason: Not in our trade.}
            -- layers/trade/local/rule.md --
            ---
            id: local/rule
            title: A rule of the trade
            area: people
            ---
            -- layers/trade/checklist.yml --
            items:
              - {id: X-01, area: people, title: Keep the rule, why: It is one., how: local/rule, done_when: [Kept], evidence: note, owner: lead, phase: start, effort: S, priority: must}
            -- organizations/alpha/organization.yml --
            name: Alpha
            layers: [trade]
            -- organizations/beta/organization.yml --
            name: Beta
            """;
        var alpha = Editions.Of(World, "alpha");
        var trade = new Origin(Slug.Of("trade"), IsAdded: true, Reason: null);

        Assert.Equal(["local/rule", "people/one"], alpha.Pages.Keys.Select(page => page.Value));
        Assert.Equal(trade, alpha.Page("local/rule").Origin);
        Assert.Equal(trade, alpha.Item("X-01").Origin);
        Assert.Equal("Not in our trade.", alpha.Absences.Single().Reason);
        Assert.Equal(["people/one", "people/two"], Editions.Of(World, "beta").Pages.Keys.Select(page => page.Value));
        Assert.Empty(Editions.Of(World, "beta").Items);
    }

    [Fact]
    public void Layer_named_twice_is_taken_once()
    {
        var edition = Editions.Of(
            """
            -- layers/trade/checklist.yml --
            items:
              - {id: X-01, area: people, title: Keep the rule, why: It is one., how: people/one, done_when: [Kept], evidence: note, owner: lead, phase: start, effort: S, priority: must}
            -- organizations/alpha/organization.yml --
            name: Alpha
            layers: [trade, trade]
            """, "alpha");

        Assert.Equal(["X-01"], edition.Items.Select(item => item.Item.Id.Value));
    }

    [Fact]
    public void Site_settings_of_the_organization_win_and_fall_back_to_the_playbooks()
    {
        const string World = """
            -- playbook.yml --
            id: tiny
            title: Tiny playbook
            version: "1"
            locale: en
            areas: [{id: people, prefix: PEO, title: People}]
            home: {lead: Common lead, purpose: Common purpose, notices: [Common notice]}
            site: {base_url: "https://tiny.example/{edition}/", footer: "For {{ org.name }}", disclaimer: Common disclaimer}
            -- organizations/alpha/organization.yml --
            name: Alpha
            home: {lead: Alpha lead}
            site: {base_url: https://alpha.example, indexable: false, footer: Alpha footer}
            -- organizations/beta/organization.yml --
            name: Beta
            """;
        var (common, alpha, beta) = (Editions.Of(World), Editions.Of(World, "alpha"), Editions.Of(World, "beta"));

        Assert.Equal(
            ["https://tiny.example/common/", "https://alpha.example/", "https://tiny.example/beta/"],
            new[] { common, alpha, beta }.Select(edition => edition.BaseUrl));
        Assert.Equal([true, false, true], new[] { common, alpha, beta }.Select(edition => edition.IsIndexable));
        Assert.Equal(["For your organization", "Alpha footer", "For Beta"], new[] { common, alpha, beta }.Select(edition => edition.Footer));
        Assert.All(new[] { common, alpha, beta }, edition => Assert.Equal("Common disclaimer", edition.Disclaimer));
        Assert.Equal(("Alpha lead", "Common purpose", "Common notice"), (alpha.Home.Lead, alpha.Home.Purpose, alpha.Home.Notices.Single()));
    }

    [Fact]
    public void Only_files_and_sources_the_edition_refers_to_are_in_it()
    {
        const string World = """
            -- facts.yml --
            facts:
              - {id: rich, type: boolean, default: false}
            -- sources.yml --
            sources:
              - {id: book, title: A book}
              - {id: paper, title: A paper}
              - {id: shelf, title: Never cited}
            -- areas/people/one.md --
            ---
            id: people/one
            title: One
            sources: [book]
            ---
            ![A plan](plan.svg)

            ::: when "rich"
            ![A vault](vault.svg)

            Cited here [@paper].
            :::
            -- areas/people/plan.svg --
            <svg xmlns="http://www.w3.org/2000/svg"/>
            -- areas/people/vault.svg --
            <svg xmlns="http://www.w3.org/2000/svg"/>
            -- areas/people/unused.svg --
            <svg xmlns="http://www.w3.org/2000/svg"/>
            -- organizations/midas/organization.yml --
            name: Midas
            facts: {rich: true}
            """;

        Assert.Equal(["areas/people/plan.svg"], Editions.Of(World).Assets.Keys);
        Assert.Equal(["areas/people/plan.svg", "areas/people/vault.svg"], Editions.Of(World, "midas").Assets.Keys);
        Assert.Equal(["book"], Editions.Of(World).SourcesInUse);
        Assert.Equal(["book", "paper"], Editions.Of(World, "midas").SourcesInUse.Order(StringComparer.Ordinal));
    }
}
