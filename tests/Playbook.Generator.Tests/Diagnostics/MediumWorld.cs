namespace Playbooks.Tests;

/// <summary>A world with one of nearly everything an author can write, small enough to be built hundreds of times.</summary>
internal static class MediumWorld
{
    /// <summary>For <see cref="TinySite.Of"/>.</summary>
    public const string Files = """
        -- playbook.yml --
        id: medium
        title: Medium playbook
        subtitle: One of everything
        description: What a playbook can hold.
        version: "1.2.0"
        locale: en-GB
        licence: {content: CC BY 4.0, templates: CC0}
        variables:
          change: {name: four-day week, gerund: introducing it}
        types:
          chapter:
            headings:
              - {id: first, title: First}
        areas:
          - {id: people, prefix: PEO, title: People, summary: "How {{ org.name }} asks.", icon: people, colour: "#1f6f5c"}
          - {id: rules, folder: policies, prefix: RUL, title: Rules}
        sections:
          - {id: start, title: Start here, before: areas, summary: Read first., chapters: [how-to]}
        programme: {prefix: PRG, title: The programme}
        phases:
          - {id: begin, title: Begin, length: 4w, summary: "Until {{ date.before-run }}."}
          - {id: run, title: Run}
        gates:
          - {id: before-run, title: Ready to run, at: "end-of:begin", summary: Are we ready?}
        roles:
          - {id: lead, title: Programme lead, summary: Leads.}
          - {id: sponsor, title: Sponsor, falls_back_to: lead, when: "size != 'micro'"}
        priorities:
          - {id: must, label: Must, meaning: Without it we stop.}
          - {id: could, label: Could}
        callouts:
          - {id: tip, label: Tip, icon: lightbulb}
          - {id: law, label: Law, requires: [jurisdiction, reviewed]}
        home: {lead: "Welcome to {{ change.name }}.", purpose: To ask., notices: [Take your time.]}
        site: {base_url: "https://example.org/{edition}/", footer: Made with care.}
        -- facts.yml --
        facts:
          - {id: size, type: choice, question: How large?, values: [{id: micro, label: tiny}, small, large], default: small}
          - {id: regulated, type: boolean, default: false}
          - {id: volunteers, type: number, default: 0}
          - {id: traits, type: list, values: [siloed, consensus], default: [siloed]}
          - {id: channels, type: records, fields: [{id: name}, {id: status, values: [active, closed]}], default: [{name: Radio, status: active}]}
          - {id: founded, type: date, default: 1999-12-31}
          - {id: careful, type: boolean, derived: "regulated or volunteers > 100"}
        -- terms.yml --
        terms:
          staff: {one: employee, many: employees, article: an}
          board: {one: board, many: boards, article: a, possessive_one: board's own}
        -- sources.yml --
        sources:
          - {id: kotter-1996, title: Leading Change, author: Kotter, year: "1996", url: "https://example.org/change", supports: That it takes time., confidence: primary}
        -- glossary.yml --
        terms:
          - {id: sponsor, term: Sponsor, definition: "Who answers for it at {{ org.short_name }}.", also: [patron], see: [gate], chapter: people/one}
          - {id: gate, term: Gate, definition: A place to stop.}
        -- routes.yml --
        routes:
          - {id: quick, title: In an hour, summary: The shortest way., audience: [lead], pages: [start/how-to, people/one, checklist/essentials, rules], when: "size != 'large'"}
        -- assessment.yml --
        id: check
        title: Where we stand
        version: 2
        scale:
          levels: [{value: 1, label: Low}, {value: 2, label: Middle}, {value: 3, label: High}]
          extra_answers: [{id: unknown, label: I do not know, counts_as: missing}]
        importance: {min: 1, max: 5, default: 3}
        targets: {default: 3}
        scoring: {method: weighted-mean, minimum_coverage: 0.6, round: 1, opportunity: importance-times-gap, gate_alert_at: 1}
        bands: [{from: 1, label: Begin}, {from: 2.5, label: Go on, meaning: Nearly there.}]
        combining: {groups: [leaders, teams], method: equal-groups, group_summary: median, minimum_group: 5, differ_at: 1}
        pulse:
          title: How it feels
          factors: [{id: trust, label: Trust}]
          statements: [{id: heard, text: I am heard., factor: trust}]
        notices: {how_to_read: [Talk about it.], not_a_test: It is no test., one_view: One view of many.}
        -- programme/checklist.yml --
        items:
          - id: PRG-01
            title: Choose a day
            why: It must begin.
            how: start/how-to
            done_when: [The day is known.]
            evidence: date
            owner: sponsor
            phase: begin
            due: {from: programme-start, offset: 1w}
            effort: S
            priority: must
        -- areas/people/area.yml --
        question: Who asks whom?
        purpose: That everybody is asked.
        intro: |
          First words.

          Second words of {{ org.name }}.
        chapters: [one, two]
        ask: [Who was asked last?]
        -- areas/people/checklist.yml --
        items:
          - id: PEO-01
            title: Ask every manager
            why: "They know {{ term.staff.many }}."
            how: people/one#first
            steps: [Call them., Listen.]
            done_when: [Every manager was asked.]
            evidence: note
            owner: lead
            with: [sponsor]
            phase: begin
            due: {offset: 2w}
            effort: M
            priority: must
            gate: before-run
            templates: [t-01]
            plays: [ask]
            questions: [PEO-A1]
            sources: [kotter-1996]
            tags: [asking]
          - id: PEO-02
            title: Ask again
            why: Things change.
            how: people/two
            done_when: [Asked again.]
            evidence: none
            owner: lead
            phase: run
            effort: S
            priority: could
            depends_on: [PEO-01]
            when: careful
            repeat: {every: 3m}
            variants:
              - {when: "size == 'large'", title: Ask again and again, due: {from: phase-start, offset: 3d}}
        retired:
          - {id: PEO-00, note: Too early., replaced_by: PEO-01}
        -- areas/people/assessment.yml --
        items:
          - id: PEO-A1
            statement: "Managers at {{ org.name }} are asked."
            ask: What did you hear?
            evidence_hint: Notes.
            levels: {1: Never., 2: Sometimes., 3: Always.}
            weight: 2
            gate: true
            groups: [leaders]
            chapters: [people/one]
            checklist: [PEO-01]
            plays: [ask]
        -- areas/people/one.md --
        ---
        id: people/one
        title: One
        description: "The first page of {{ org.name }}."
        audience: [lead]
        questions: [PEO-A1]
        checklist: [PEO-01]
        plays: [ask]
        templates: [t-01]
        related: [people/two]
        sources: [kotter-1996]
        keywords: [asking]
        reviewed: 2026-01-15
        review_every: 12m
        redirect_from: [people/first]
        ---
        Words before *everything*.

        ## First {#first}
        Ask {{ term.staff.a }} and {{ Term.staff.many }}, says **Kotter** [@kotter-1996].
        See [two](xref:people/two#second), [an item](xref:PEO-01), [a place](#deeper) and [the web](https://example.org/?a=b&c=d).

        ::: when "size in ['micro', 'small'] and not regulated"
        Small words until {{ date.begin.end }}.
        :::
        ::: else
        Large words.
        :::

        :::: tip "For {{ role.lead }}"
        - [ ] one
        - [x] two

        ::: when "'siloed' in traits"
        Inner words.
        :::
        ::::

        ### Deeper {#deeper}
        | A | B |
        |---|--:|
        | 1 | 2 |

        > A quotation with `code` and ~~struck~~ words.

        1. First
        2. Second

        ```text
        code {{ not.a }} slot
        ```

        <!-- a note -->

        ![Two people at a table](table.svg)

        ::: when "volunteers > 5"
        ### For volunteers {#volunteers}
        More words for {{ list.channels }}.
        :::
        -- areas/people/two.md --
        ---
        id: people/two
        title: Two
        when: "not regulated or size == 'large'"
        ---
        ## First {#first}
        Words.

        ## Second {#second}
        ::: law "Gifts" jurisdiction=fr reviewed=2026-11-20 sources=kotter-1996
        Words of the law.
        :::
        -- areas/people/table.svg --
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>
        -- areas/people/plays/ask.md --
        ---
        id: ask
        title: Ask
        goal: To hear.
        when_to_use: Often.
        time: 75 minutes
        people: Everybody
        materials: [paper]
        outputs: [notes]
        leads_to: [PEO-01]
        remote: true
        ---
        ## Run {#run}
        1. **10 min** Ask.
        -- areas/people/templates/t-01.md --
        ---
        id: t-01
        title: A list
        format: [md, csv]
        files: [{file: t-01-list.csv, title: The list}]
        fields: [who]
        used_in: [people/one]
        ---
        ☐ ______ of {{ org.name }}
        -- areas/people/templates/t-01-list.csv --
        who,when
        Alex,today
        -- areas/policies/one.md --
        ---
        title: Rules
        ---
        ## First {#first}
        See [the file](../people/two.md).
        -- sections/start/how-to.md --
        ---
        title: How to read
        ---
        ## First {#first}
        Words.
        -- locales/en.yml --
        page.home: Start
        -- layers/charity/layer.yml --
        terms:
          staff: {one: volunteer, many: volunteers, article: a}
        -- organizations/brightwater/organization.yml --
        id: brightwater
        name: Brightwater Housing
        short_name: Brightwater
        locale: en
        working_days: [mon, tue]
        people_visibility: names
        layers: [charity]
        facts: {size: large, volunteers: 12, traits: [consensus], channels: [{name: Letters}]}
        terms:
          board: {one: council, many: councils, article: a}
        roles:
          lead: {title: Housing manager, in_text: housing manager, person: Kim Tenfold}
        phases: {start: 2027-01-04, scale_factor: 1.5, avoid: ["2027-01-11/2027-01-15"], run: {start: 2027-03-01}}
        areas:
          order: [rules, people]
        brand: {accent: "#1f4f7a"}
        content:
          add: [local/visit]
        items:
          PEO-01: {title: Ask every warden, waive: {by: Kim, reason: Busy., until: 2027-06-30}}
        assessment: {targets: {PEO-A1: 2}, importance: {PEO-A1: 5}}
        home: {lead: "Hello from {{ org.name }}."}
        banned_words: [tenantry, {word: clients, instead: residents}]
        -- organizations/brightwater/checklist.yml --
        items:
          - id: X-01
            area: people
            title: Visit every house
            why: Houses differ.
            how: local/visit
            done_when: [Visited.]
            evidence: note
            owner: lead
            phase: run
            effort: S
            priority: must
        -- organizations/brightwater/local/visit.md --
        ---
        title: Visiting houses
        area: people
        ---
        ## First {#first}
        Knock at the door.
        -- organizations/brightwater/areas/people/one.md --
        ---
        override: {mode: sections}
        ---
        ::: replace deeper base=000000000000
        ### Deeper {#deeper}
        Words of the wardens.
        :::

        ::: after first base=000000000000
        More words of the wardens.
        :::
        """;
}
