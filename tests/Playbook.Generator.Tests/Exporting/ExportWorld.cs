using System.Text;
using Playbooks.Exporting;
using Playbooks.Tests.Composing;

namespace Playbooks.Tests.Exporting;

/// <summary>A small world with everything that is hard to write into a file of another program.</summary>
internal static class ExportWorld
{
    public const string Text = """
        -- playbook.yml --
        id: tiny
        title: Tiny playbook
        version: "1"
        locale: en
        areas:
          - {id: people, prefix: PEO, title: "People, teams; friends"}
        phases:
          - {id: start, title: Start, length: 4w}
          - {id: run, title: Run}
        gates:
          - {id: before-run, title: Ready to run, at: "end-of:start", summary: Without it nothing runs.}
        roles:
          - {id: lead, title: Lead}
        site: {base_url: "https://example.org/{edition}/"}
        -- areas/people/checklist.yml --
        items:
          - id: PEO-01
            title: "=HYPERLINK(\"https://example.org\"; \"Click\")"
            why: "It says \"no\", and then: nothing, not; even \\ that."
            how: people/one
            done_when: ["- a sign that starts like a list", "+1 from a *lead* of #3 and <b>@all</b>", Done.]
            steps: [Begin.]
            evidence: note
            owner: lead
            phase: start
            effort: M
            priority: must
            gate: before-run
            formerly: [PEO-91]
          - id: PEO-02
            title: Überprüft Zugänge, Rollen und die Vertretung für alle geöffneten Räume – 検査 🙂🙂🙂🙂🙂🙂
            why: 長い説明は折り返される。長い説明は折り返される。長い説明は折り返される。長い説明は折り返される。
            how: people/one
            done_when: [Fertig.]
            evidence: link
            owner: lead
            phase: run
            due: {offset: 58d}
            effort: S
            priority: should
            depends_on: [PEO-01]
            repeat: {every: 3m}
          - id: PEO-03
            title: Not here
            why: Somebody decided.
            how: people/one
            done_when: [Done.]
            evidence: none
            owner: lead
            phase: run
            effort: S
            priority: must
            gate: before-run
        -- organizations/alpha/organization.yml --
        name: Alpha
        phases: {start: 2027-01-04}
        people_visibility: names
        roles: {lead: {title: "@Head of things", person: Kim Doe}}
        items: {PEO-03: {waive: {by: Board, reason: Not us}}}
        """;

    /// <summary>A file of the edition with dates; of the one without for no organization.</summary>
    public static string Export(ExportFormat format, string? organization = "alpha", string? world = null) =>
        Encoding.UTF8.GetString(Exporter.Export(Editions.Of(world ?? Text, organization), format)!.Value.Span);
}
