namespace Playbooks.Tests.Sites;

/// <summary>
/// A playbook with three organizations. Every field and every file of the first, <c>zwqalpha</c>, holds a word of its own
/// that stands nowhere else: a canary. Wherever one is found outside that organization's edition, it has flown.
/// </summary>
internal sealed class CanaryWorld : IDisposable
{
    /// <summary>The organization with the canaries.</summary>
    public const string Owner = "zwqalpha";

    /// <summary>The editions in which no canary may be.</summary>
    public static readonly string[] Others = ["common", "beta", "gamma"];

    private readonly List<Canary> _canaries = [];

    public CanaryWorld()
    {
        Site = TinySite.Of(Common);
        foreach (var (path, text) in OwnerFiles())
        {
            Site.Write($"organizations/{Owner}/{path}", text);
        }
    }

    /// <summary>The world.</summary>
    public TinySite Site { get; }

    /// <summary>All canaries.</summary>
    public IReadOnlyList<Canary> Canaries => _canaries;

    /// <summary>The canary of a field.</summary>
    public string this[string field] => _canaries.Single(canary => canary.Field == field).Word;

    public void Dispose() => Site.Dispose();

    // Uses every fact, word, role and date, so that each canary has a page it could fly to.
    private const string Common = """
        -- playbook.yml --
        id: tiny
        title: Tiny playbook
        subtitle: A small one
        description: Made for looking at.
        version: "1"
        locale: en
        areas:
          - {id: people, prefix: PEO, title: People, colour: "#205020"}
          - {id: money, prefix: MON, title: Money}
        phases:
          - {id: start, title: Start, length: 4w}
          - {id: run, title: Run}
        gates:
          - {id: before-run, title: Ready, at: "end-of:start"}
        roles:
          - {id: lead, title: Lead}
          - {id: second, title: Second, falls_back_to: lead}
        callouts:
          - {id: tip, label: Advice}
        home: {lead: "Hello {{ org.name }}.", purpose: "{{ org.purpose }}", notices: [Be kind.]}
        site: {base_url: "https://tiny.example/{edition}/", footer: "For {{ org.legal_name }}.", disclaimer: Not advice.}
        -- facts.yml --
        facts:
          - {id: purpose, type: text, default: Learn.}
          - {id: heads, type: number, default: 3}
          - {id: founded, type: date, default: 2001-01-01}
          - {id: towns, type: list, default: [here]}
          - {id: rooms, type: records, fields: [{id: id, type: text}, {id: name, type: text}, {id: note, type: text}], default: [{id: a, name: Hall, note: big}]}
          - {id: rich, type: boolean, default: false}
        -- terms.yml --
        terms:
          staff: {one: employee, many: employees, article: an, possessive_one: of the employee, possessive_many: of the employees}
        -- areas/people/one.md --
        ---
        id: people/one
        title: One
        redirect_from: [people/first]
        ---
        Text of {{ org.name }}, {{ org.short_name }}, {{ org.legal_name }}, {{ org.purpose }}, {{ org.heads }}, {{ org.founded }}, {{ list.towns }}, {{ list.rooms }}.

        ## Words {#words}
        {{ term.staff }} {{ term.staff.many }} {{ term.staff.a }} {{ term.staff.own }} {{ term.staff.many.own }} {{ role.lead }} {{ Role.second }} {{ date.before-run }}

        ## Rest {#rest}
        The rest.
        -- areas/people/two.md --
        ---
        id: people/two
        title: Two
        ---
        See [one](xref:people/one).
        -- areas/people/checklist.yml --
        items:
          - {id: PEO-01, title: Do it, why: So., how: people/one, steps: [Walk], done_when: [Done], evidence: note, owner: lead, with: [second], phase: start, effort: S, priority: must, gate: before-run}
          - {id: PEO-02, title: Do more, why: So., how: people/one, done_when: [Done], evidence: note, owner: lead, phase: run, effort: S, priority: should}
        -- areas/money/checklist.yml --
        items:
          - {id: MON-01, title: Pay, why: So., how: people/one, done_when: [Paid], evidence: note, owner: lead, phase: run, effort: S, priority: must}
        -- assessment.yml --
        id: check
        title: Check
        version: 1
        scale: {levels: [{value: 1, label: No}, {value: 2, label: Yes}]}
        -- areas/people/assessment.yml --
        items:
          - {id: PEO-A1, statement: "We are {{ org.short_name }}.", levels: {1: a, 2: b}}
        -- organizations/beta/organization.yml --
        name: Betaville
        facts: {purpose: Bake bread., heads: 12, towns: [Mill]}
        terms:
          staff: {one: baker, many: bakers, article: a}
        roles:
          lead: {title: Master}
        -- organizations/beta/local/oven.md --
        ---
        id: local/oven
        title: Oven
        area: people
        ---
        Warm.
        -- organizations/gamma/organization.yml --
        name: Gammatown
        layers: []
        """;

    private IEnumerable<(string Path, string Text)> OwnerFiles()
    {
        string Shown(string field) => Add(field, isShown: true);
        string Kept(string field) => Add(field, isShown: false);
        yield return ("organization.yml", $$$"""
            # {{{Kept("a comment")}}}
            id: {{{Owner}}}
            name: {{{Shown("name")}}} & Sons
            short_name: {{{Shown("short_name")}}}
            legal_name: {{{Shown("legal_name")}}}
            locale: en-GB
            time_zone: {{{Kept("time_zone")}}}
            working_days: [mon, tue]
            people_visibility: names
            facts:
              purpose: "{{{Shown("a text fact")}}} <b>"
              heads: {{{Number("a number fact", "48213579")}}}
              founded: {{{Day("a date fact", "1847-05-17", "17 May 1847")}}}
              towns: [{{{Shown("a list fact")}}}]
              rooms: [{id: r, name: {{{Shown("a record's name")}}}, note: {{{Kept("a record's other field")}}}}]
              rich: true
            terms:
              staff: {one: {{{Shown("term one")}}}, many: {{{Shown("term many")}}}, article: {{{Shown("term article")}}}, possessive_one: {{{Shown("term possessive one")}}}, possessive_many: {{{Shown("term possessive many")}}}}
            roles:
              lead: {title: {{{Shown("role title")}}}, in_text: {{{Shown("role in text")}}}, person: {{{Shown("role person")}}}, external: {{{Kept("role external")}}}}
            phases: {start: {{{Day("the start", "2031-03-04", "March 2031")}}}}
            areas:
              order: [people]
              exclude: [{area: money, reason: {{{Shown("an area's exclusion")}}}}]
            brand:
              accent: "#{{{Number("the accent", "1a2b3d")}}}"
              logo: brand/{{{Slug("the logo's file name")}}}.svg
            content:
              exclude: [{page: people/two, reason: {{{Shown("a page's exclusion")}}}}]
            items:
              PEO-01:
                title: {{{Shown("item title")}}}
                why: {{{Shown("item why")}}}
                steps: [{{{Shown("item step")}}}]
                done_when: [{{{Shown("item sign")}}}]
              PEO-02:
                waive: {by: {{{Shown("waived by")}}}, reason: {{{Shown("waived why")}}}, until: {{{Day("waived until", "2043-02-11", "February 2043")}}}}
            assessment:
              targets: {PEO-A1: 1}
            home:
              lead: {{{Shown("home lead")}}}
              purpose: {{{Shown("home purpose")}}}
              notices: [{{{Shown("home notice")}}}]
            site:
              base_url: https://{{{Slug("base url")}}}.example/
              indexable: true
              footer: {{{Shown("site footer")}}}
              disclaimer: {{{Shown("site disclaimer")}}}
            banned_words:
              - {word: {{{Kept("a banned word")}}}, instead: {{{Kept("what to say instead")}}}}

            """);
        yield return ("areas/people/one.md", $$"""
            ---
            # {{Kept("a comment of an override")}}
            override: {mode: sections}
            reason: {{Kept("an override's reason")}}
            ---
            ::: after words
            ## {{Shown("heading")}} {#{{Slug("heading id")}}}
            {{Shown("text")}} **{{Shown("strong")}}** `{{Shown("code")}}` [{{Shown("link words")}}](https://{{Slug("link target")}}.example/)

            ![{{Shown("image description")}}](../../local/{{Slug("image file name")}}.svg)

            | {{Shown("table head")}} |
            | --- |
            | {{Shown("table cell")}} |
            :::

            ::: hide rest reason="{{Kept("why a section is hidden")}}"
            :::
            """);
        yield return ("local/" + Slug("local page") + ".md", $$"""
            ---
            title: {{Shown("local title")}}
            description: {{Shown("local description")}}
            area: people
            keywords: [{{Kept("local keyword")}}]
            redirect_from: [old/{{Slug("local old address")}}]
            ---
            ::: tip "{{Shown("callout title")}}"
            {{Shown("callout text")}}
            :::

            ::: when "rich"
            {{Shown("text under a condition")}}
            ::: else
            {{Kept("text of the other branch")}}
            :::
            """);
        yield return ("local/form.md", $$"""
            ---
            title: A form
            type: template
            area: people
            format: [csv]
            files: [{file: {{Slug("download file name")}}.csv, title: {{Shown("download title")}}}]
            fields: [{{Shown("template field")}}]
            example: {{Shown("template example")}}
            ---
            Fill in.
            """);
        yield return ($"local/{this["download file name"]}.csv", $"column\n{Shown("text of a file for download")}\n");
        yield return ($"local/{this["image file name"]}.svg", $"<svg xmlns=\"http://www.w3.org/2000/svg\"><title>{Shown("text of a picture")}</title></svg>\n");
        yield return ($"brand/{this["the logo's file name"]}.svg", $"<svg xmlns=\"http://www.w3.org/2000/svg\"><title>{Shown("text of the logo")}</title></svg>\n");
        yield return ("checklist.yml", $$"""
            items:
              - id: X-01
                area: people
                title: {{Shown("added item title")}}
                why: {{Shown("added item why")}}
                how: people/one
                steps: [{{Shown("added item step")}}]
                done_when: [{{Shown("added item sign")}}]
                evidence: note
                owner: lead
                phase: start
                effort: S
                priority: must
                tags: [{{Kept("added item tag")}}]
                since: "{{Kept("added item since")}}"
            """);
        yield return ("NOTES.txt", Kept("a file nobody reads"));
    }

    // The letters beyond ASCII make escaped spellings differ from the plain one.
    private string Add(string field, bool isShown) => Add(field, $"Zwq{Letters()}ü", isShown);

    private string Slug(string field) => Add(field, $"zwq{Letters()}", isShown: true);

    private string Number(string field, string value) => Add(field, value, isShown: field == "the accent");

    private string Day(string field, string value, string shown)
    {
        Add(field, shown, isShown: true);
        return value;
    }

    private string Add(string field, string word, bool isShown)
    {
        _canaries.Add(new Canary(field, word, isShown));
        return word;
    }

    /// <summary>Four letters that no two canaries share and that make no word.</summary>
    private string Letters()
    {
        const string Consonants = "bdfghjklmnprtvxz";
        var number = _canaries.Count * 37 + 1000;
        return string.Concat(Enumerable.Range(0, 4).Select(digit => Consonants[(number >> (4 * digit)) & 15]));
    }
}

/// <summary>A word that belongs to one organization.</summary>
/// <param name="Field">Where it is written.</param>
/// <param name="Word">The word.</param>
/// <param name="IsShown">Whether the organization's own edition shows it.</param>
internal sealed record Canary(string Field, string Word, bool IsShown);
