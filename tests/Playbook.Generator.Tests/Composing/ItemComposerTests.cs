using Playbooks.Model;

namespace Playbooks.Tests.Composing;

public sealed class ItemComposerTests
{
    private const string World = """
        -- playbook.yml --
        id: tiny
        title: Tiny playbook
        version: "1"
        locale: en
        areas:
          - {id: people, prefix: PEO, title: People}
        phases:
          - {id: start, title: Start, length: 4w}
          - {id: run, title: Run}
        gates:
          - {id: before-run, title: Ready, at: "end-of:start"}
        roles:
          - {id: lead, title: Lead}
          - {id: boss, title: Boss}
        -- facts.yml --
        facts:
          - {id: small, type: boolean, default: false}
          - {id: rich, type: boolean, default: false}
        -- areas/people/two.md --
        ---
        id: people/two
        title: Two
        ---
        -- areas/people/checklist.yml --
        items:
          - id: PEO-01
            title: Do it for {{ org.name }}
            why: Because.
            how: people/one
            steps: [Step one, Step two]
            done_when: [Sign one, Sign two]
            evidence: note
            owner: lead
            with: [boss]
            phase: start
            due: {from: phase-start, offset: 2w}
            effort: M
            priority: must
            gate: before-run
            variants:
              - {when: "small", title: Small title, effort: S, done_when: [Small sign]}
              - {when: "rich", title: Rich title, effort: L, owner: boss}
          - {id: PEO-02, title: Only for the rich, why: So., how: people/one, done_when: [Done], evidence: note, owner: lead, phase: run, effort: S, priority: should, when: "rich"}

        """;

    [Theory]
    [InlineData("", "Do it for Alpha", "M", "lead", "Sign one, Sign two")]
    [InlineData("small: true", "Small title", "S", "lead", "Small sign")]
    [InlineData("rich: true", "Rich title", "L", "boss", "Sign one, Sign two")]
    [InlineData("small: true, rich: true", "Small title", "S", "boss", "Small sign")]
    public void First_variant_that_applies_wins_field_by_field(string facts, string title, string effort, string owner, string signs)
    {
        var item = Editions.Of($$"""
            {{World}}-- organizations/alpha/organization.yml --
            name: Alpha
            facts: { {{facts}} }
            """, "alpha").Item("PEO-01");

        Assert.Equal((title, effort, owner, signs), (item.Title, item.Effort.Value, item.Owner.Value, string.Join(", ", item.DoneWhen)));
        Assert.Equal(("Because.", "Step one, Step two", "before-run"), (item.Why, string.Join(", ", item.Steps), item.Gate?.Value));
        Assert.Equal(Origin.Common, item.Origin);
    }

    [Fact]
    public void Patch_of_an_organization_wins_over_variants_and_leaves_the_rest()
    {
        var item = Editions.Of($$"""
            {{World}}-- organizations/alpha/organization.yml --
            name: Alpha
            facts: {small: true}
            items:
              PEO-01:
                title: Alpha title
                why: Alpha why
                steps: [Alpha step]
                owner: boss
                with: []
                how: people/two
                due: {from: phase-end, offset: -1w}
                effort: XL
            """, "alpha").Item("PEO-01");

        Assert.Equal(("Alpha title", "Alpha why", "Alpha step", "Small sign"), (item.Title, item.Why, item.Steps.Single(), item.DoneWhen.Single()));
        Assert.Equal(("boss", "people/two", "XL", "must"), (item.Owner.Value, item.How.Value, item.Effort.Value, item.Priority.Value));
        Assert.Empty(item.WithRoles);
        Assert.Equal((27 - 7, "start"), (item.DueDay, item.Phase.Value));
        Assert.Equal(new Origin(Slug.Of("alpha"), IsAdded: false, Reason: null), item.Origin);
    }

    [Fact]
    public void Patch_of_a_layer_lies_below_the_organizations()
    {
        const string Layered = World + """
            -- layers/trade/layer.yml --
            items:
              PEO-01: {title: Trade title, effort: XL}
            -- organizations/alpha/organization.yml --
            name: Alpha
            layers: [trade]
            items:
              PEO-01: {title: Alpha title}
            -- organizations/beta/organization.yml --
            name: Beta
            layers: [trade]
            """;
        var (alpha, beta) = (Editions.Of(Layered, "alpha").Item("PEO-01"), Editions.Of(Layered, "beta").Item("PEO-01"));

        Assert.Equal(("Alpha title", "XL", "alpha"), (alpha.Title, alpha.Effort.Value, alpha.Origin.Layer?.Value));
        Assert.Equal(("Trade title", "XL", "trade"), (beta.Title, beta.Effort.Value, beta.Origin.Layer?.Value));
        Assert.Equal("M", Editions.Of(Layered).Item("PEO-01").Effort.Value);
    }

    [Fact]
    public void Waiver_stands_beside_the_item_and_takes_nothing_away()
    {
        var edition = Editions.Of($$"""
            {{World}}-- organizations/alpha/organization.yml --
            name: Alpha
            items:
              PEO-01:
                gate: none
                waive: {by: The board, reason: No room., until: 2027-06-30}
            """, "alpha");
        var item = edition.Item("PEO-01");

        Assert.Null(item.Gate);
        Assert.Equal(("The board", "No room.", new DateOnly(2027, 6, 30)), (item.Waiver!.By, item.Waiver.Reason, item.Waiver.Until));
    }

    [Fact]
    public void Gate_taken_away_without_a_decision_is_an_error()
    {
        using var site = TinySite.Of($$"""
            {{World}}-- organizations/alpha/organization.yml --
            name: Alpha
            items:
              PEO-01: {gate: none}
            """);

        Assert.Equal(["PB0605"], site.Check().Diagnostics.Select(each => each.Code));
    }

    [Fact]
    public void Item_and_question_may_stand_in_the_list_of_one_area_and_belong_to_another()
    {
        var edition = Editions.Of("""
            -- playbook.yml --
            id: tiny
            title: Tiny playbook
            version: "1"
            locale: en
            areas:
              - {id: people, prefix: PEO, title: People}
              - {id: money, prefix: MON, title: Money}
            phases: [{id: start, title: Start, length: 4w}, {id: run, title: Run}]
            roles: [{id: lead, title: Lead}]
            -- areas/people/checklist.yml --
            items:
              - {id: PEO-01, title: Pay, area: money, why: So., how: people/one, done_when: [Done], evidence: note, owner: lead, phase: start, effort: S, priority: must}
              - {id: PEO-02, title: Talk, why: So., how: people/one, done_when: [Done], evidence: note, owner: lead, phase: start, effort: S, priority: must}
            -- assessment.yml --
            id: check
            title: Check
            version: 1
            scale: {levels: [{value: 1, label: No}, {value: 2, label: Yes}]}
            -- areas/people/assessment.yml --
            items:
              - {id: PEO-A1, statement: We pay., area: money, levels: {1: a, 2: b}}
            """);

        Assert.Equal(
            ["people: PEO-02 ", "money: PEO-01 PEO-A1"],
            edition.Areas.Select(area => $"{area.Area.Id}: {string.Join(' ', area.Items.Select(item => item.Item.Id))} {string.Join(' ', area.Questions.Select(question => question.Item.Id))}"));
        Assert.Equal("money", edition.Item("PEO-01").Area.Value);
    }

    [Fact]
    public void Item_that_does_not_apply_is_gone_and_an_added_one_is_there()
    {
        const string Added = World + """
            -- organizations/alpha/organization.yml --
            name: Alpha
            facts: {rich: true}
            -- organizations/alpha/checklist.yml --
            items:
              - {id: X-01, area: people, title: Ours, why: So., how: people/one, done_when: [Done], evidence: note, owner: boss, phase: run, effort: S, priority: could, depends_on: [PEO-02]}
            """;

        Assert.Equal(["PEO-01"], Editions.Of(Added).Items.Select(item => item.Item.Id.Value));
        Assert.Equal([AbsenceKind.Item], Editions.Of(Added).Absences.Select(absence => absence.Kind));
        Assert.Equal(["PEO-01", "PEO-02", "X-01"], Editions.Of(Added, "alpha").Items.Select(item => item.Item.Id.Value));
        Assert.True(Editions.Of(Added, "alpha").Item("X-01").Origin.IsAdded);
    }
}
