using System.Globalization;
using System.Net;
using System.Text;
using CsCheck;

namespace Playbooks.Tests.Composing;

public sealed class EditionValuesTests
{
    private const string World = """
        -- playbook.yml --
        id: tiny
        title: Tiny playbook
        version: "1"
        locale: en
        variables:
          change: {name: the move, verb: move house}
        areas:
          - {id: people, prefix: PEO, title: People}
        phases:
          - {id: start, title: Start, length: 4w}
          - {id: run, title: Run, length: 2w}
          - {id: rest, title: Rest}
        gates:
          - {id: before-run, title: Ready, at: "end-of:start"}
        roles:
          - {id: sponsor, title: Executive sponsor}
          - {id: lead, title: HR lead}
          - {id: helper, title: Helper, falls_back_to: second}
          - {id: second, title: Second, falls_back_to: lead}
          - {id: nobody, title: Nobody at all}
        -- facts.yml --
        facts:
          - {id: size, type: choice, values: [{id: small, label: Fewer than ten}, {id: big, label: Many people}], default: small}
          - {id: heads, type: number, default: 1234.5}
          - {id: open, type: boolean, default: true}
          - {id: motto, type: text, default: Fish & "chips"}
          - {id: founded, type: date, default: 1901-02-03}
          - {id: where, type: list, values: [{id: uk, label: United Kingdom}, {id: fr, label: France}, {id: be, label: Belgium}], default: [uk, fr, be]}
          - {id: pets, type: list, default: []}
          - {id: rooms, type: records, fields: [{id: id, type: text}, {id: name, type: text}], default: [{id: a, name: Attic}, {id: b, name: Boiler room}]}
        -- terms.yml --
        terms:
          staff: {one: employee, many: employees, article: an}
          boss: {one: boss, many: bosses, article: a}
          child: {one: child, many: children, article: a, possessive_one: of the child, possessive_many: of the children}
        -- areas/people/one.md --
        ---
        id: people/one
        title: One
        ---
        SLOT
        -- organizations/alpha/organization.yml --
        name: Alpha & Sons
        short_name: Alpha
        facts:
          size: big
          heads: 7
          open: false
          motto: "No <b>bold</b>"
          where: [fr, uk]
          rooms: [{id: c, name: Cellar}]
          pets: [dog]
        terms:
          staff: {one: colleague, many: colleagues, article: a}
        roles:
          sponsor: {title: Chair, in_text: chair of the board, person: Ada}
          lead: {title: Manager of people}
        phases: {start: 2027-01-04}
        """;

    [Theory]
    [InlineData("{{ term.staff }}", "employee", "colleague")]
    [InlineData("{{ term.staff.many }}", "employees", "colleagues")]
    [InlineData("{{ term.staff.a }}", "an employee", "a colleague")]
    [InlineData("{{ term.staff.own }}", "employee’s", "colleague’s")]
    [InlineData("{{ term.staff.many.own }}", "employees’", "colleagues’")]
    [InlineData("{{ Term.staff.a }}", "An employee", "A colleague")]
    [InlineData("{{ Term.staff.many }}", "Employees", "Colleagues")]
    [InlineData("{{ Term.staff.many.own }}", "Employees’", "Colleagues’")]
    [InlineData("{{ term.boss.own }}", "boss’", "boss’")]
    [InlineData("{{ term.boss.many.own }}", "bosses’", "bosses’")]
    [InlineData("{{ term.child.own }}", "of the child", "of the child")]
    [InlineData("{{ term.child.many.own }}", "of the children", "of the children")]
    [InlineData("{{ change.name }} {{ change.verb }}", "the move move house", "the move move house")]
    [InlineData("{{ Change.name }}", "The move", "The move")]
    [InlineData("{{ org.name }}", "your organization", "Alpha & Sons")]
    [InlineData("{{ org.short_name }}", "your organization", "Alpha")]
    [InlineData("{{ org.legal_name }}", "your organization", "Alpha & Sons")]
    [InlineData("{{ org.size }}", "Fewer than ten", "Many people")]
    [InlineData("{{ org.heads }}", "1,234.5", "7")]
    [InlineData("{{ org.open }}", "yes", "no")]
    [InlineData("{{ org.motto }}", "Fish & \"chips\"", "No <b>bold</b>")]
    [InlineData("{{ org.founded }}", "February 3, 1901", "February 3, 1901")]
    [InlineData("{{ list.where }}", "United Kingdom, France, and Belgium", "France and United Kingdom")]
    [InlineData("{{ list.rooms }}", "Attic and Boiler room", "Cellar")]
    [InlineData("[{{ list.pets }}]", "[]", "[dog]")]
    [InlineData("{{ role.sponsor }}", "executive sponsor", "chair of the board")]
    [InlineData("{{ Role.sponsor }}", "Executive sponsor", "Chair")]
    [InlineData("{{ role.sponsor.own }}", "executive sponsor’s", "chair of the board’s")]
    [InlineData("{{ role.lead }}", "HR lead", "manager of people")]
    [InlineData("{{ role.helper }}", "helper", "manager of people")]
    [InlineData("{{ Role.helper }}", "Helper", "Manager of people")]
    [InlineData("{{ role.nobody }}", "nobody at all", "nobody at all")]
    [InlineData("{{ date.programme-start }}", "the start of the program", "January 4, 2027")]
    [InlineData("{{ date.before-run }}", "the end of Start", "January 31, 2027")]
    [InlineData("{{ date.run }}", "the start of Run", "February 1, 2027")]
    [InlineData("{{ date.run.end }}", "the end of Run", "February 14, 2027")]
    [InlineData("{{ date.rest.end }}", "the end of Rest", "the end of Rest")]
    public void Slot_says_what_the_edition_calls_it(string slot, string common, string alpha)
    {
        using var site = TinySite.Of(World.Replace("SLOT", slot, StringComparison.Ordinal));
        var playbook = Editions.Load(site);

        Assert.Equal(common, Editions.Of(playbook, null, site.InputFolder).Page("people/one").Text());
        Assert.Equal(alpha, Editions.Of(playbook, "alpha", site.InputFolder).Page("people/one").Text());
    }

    [Theory]
    [InlineData("## The {{ role.sponsor }} {#a}", "The chair of the board", "<h2 id=\"a\"")]
    [InlineData("[Ask {{ term.staff.a }}](https://example.org/)", "Ask a colleague", "href=\"https://example.org/\"")]
    [InlineData("**{{ org.motto }}**", "No <b>bold</b>", "<strong>No &lt;b&gt;bold&lt;/b&gt;</strong>")]
    [InlineData("| {{ org.name }} |\n| --- |\n| x |", "Alpha & Sons x", "Alpha &amp; Sons</th>")]
    [InlineData("`{{ org.name }}`", "{{ org.name }}", "<code>{{ org.name }}</code>")]
    [InlineData("```\n{{ org.name }}\n```", "{{ org.name }}", "{{ org.name }}")]
    public void Slot_is_filled_and_escaped_wherever_words_stand_and_not_in_code(string text, string words, string html)
    {
        using var site = TinySite.Of(World.Replace("SLOT", text, StringComparison.Ordinal)).Built("alpha");
        var playbook = Editions.Load(site);

        Assert.Contains(words, Editions.Of(playbook, "alpha", site.InputFolder).Page("people/one").Text(), StringComparison.Ordinal);
        Assert.Contains(html, site.Read("alpha/people/one/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_word_has_the_right_form_in_any_slot()
    {
        // 250 words in eight slots each, of the playbook's own words and of an organization's.
        var letters = Gen.Char["aeistnéßıøñ"].Array[2, 7].Select(each => new string(each));
        var word = Gen.Select(letters, letters, Gen.Bool, Gen.Bool, (one, many, hasArticle, hasPossessive) =>
            new TermWords(one, many, hasArticle ? "an" : "a", hasPossessive ? $"of {one}" : null, hasPossessive ? $"of {many}" : null));
        string[] slots = ["{0}", "{0}.many", "{0}.a", "{0}.own", "{0}.many.own"];

        word.Array[250].Sample(
            words =>
            {
                string Terms(IEnumerable<(TermWords Word, int At)> some) => string.Concat(some.Select(each =>
                    $"  w{each.At}: {{one: {each.Word.One}, many: {each.Word.Many}, article: {each.Word.Article}{(each.Word.PossessiveOne is { } own ? $", possessive_one: {own}, possessive_many: {each.Word.PossessiveMany}" : "")}}}\n"));
                var numbered = words.Select((each, at) => (Word: each, At: at)).ToArray();
                var lines = numbered.SelectMany(each => slots.SelectMany(slot => new[] { "term", "Term" }.Select(group =>
                    $"{{{{ {group}.{string.Format(CultureInfo.InvariantCulture, slot, $"w{each.At}")} }}}}")));
                using var site = TinySite.Of("");
                // The common words are the organization's backwards, so that none stays by accident.
                site.Write("terms.yml", "terms:\n" + Terms(numbered.Select(each => (words[^(each.At + 1)], each.At))));
                site.Write("organizations/alpha/organization.yml", "name: Alpha\nterms:\n" + Terms(numbered));
                site.Write("areas/people/one.md", "---\nid: people/one\ntitle: One\n---\n" + string.Join("\n\n", lines) + "\n");
                var playbook = Editions.Load(site);

                Assert.Equal(numbered.SelectMany(each => each.Word.Forms()), Shown("alpha"));
                Assert.Equal(words.Reverse().SelectMany(each => each.Forms()), Shown(null));

                string[] Shown(string? organization)
                {
                    var html = Encoding.UTF8.GetString(Editions.Of(playbook, organization, site.InputFolder).Page("people/one").Sections.Single().Body.Utf8.Span);
                    return [.. WebUtility.HtmlDecode(html).Split("</p>", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => line["<p>".Length..])];
                }
            },
            iter: 4,
            threads: 1);
    }

    [Fact]
    public void People_are_named_only_where_the_organization_shows_names()
    {
        const string Item = """

            -- areas/people/checklist.yml --
            items:
              - {id: PEO-01, title: Do, why: So., how: people/one, done_when: [Done], evidence: note, owner: sponsor, with: [helper, nobody], phase: start, effort: S, priority: must}
            """;
        var world = World.Replace("SLOT", "x", StringComparison.Ordinal) + Item;
        var hidden = Editions.Of(world, "alpha").Item("PEO-01");
        var shown = Editions.Of(world.Replace("short_name: Alpha", "people_visibility: names", StringComparison.Ordinal), "alpha").Item("PEO-01");

        Assert.Equal(("Chair", "Executive sponsor", null), (hidden.OwnerRole.Title, hidden.OwnerRole.RoleTitle, hidden.OwnerRole.Person));
        Assert.Equal("Ada", shown.OwnerRole.Person);
        Assert.Equal(
            ["helper: Manager of people (lead)", "nobody: Nobody at all ()"],
            hidden.WithRoles.Select(role => $"{role.Id}: {role.Title} ({role.FallenBackFrom})"));
    }

    [Fact]
    public void Words_come_from_the_editions_language()
    {
        const string French = """
            -- organizations/alpha/organization.yml --
            name: Alpha
            locale: fr-FR
            phases: {start: 2027-01-04}
            """;
        using var site = TinySite.Of(World.Replace("SLOT", "{{ org.heads }} · {{ org.open }} · {{ list.where }} · {{ date.run }}", StringComparison.Ordinal) + "\n" + French);
        var playbook = Editions.Load(site);

        // French puts a narrow space that no line is broken at between thousands.
        var html = Encoding.UTF8.GetString(Editions.Of(playbook, "alpha", site.InputFolder).Page("people/one").Sections.Single().Body.Utf8.Span);
        Assert.Equal("<p>1\u202F234,5 · oui · United Kingdom, France et Belgium · 1er février 2027</p>", WebUtility.HtmlDecode(html).Trim());
    }

    private sealed record TermWords(string One, string Many, string Article, string? PossessiveOne, string? PossessiveMany)
    {
        /// <summary>Singular, plural, with article, possessive singular and plural; each small and with a capital.</summary>
        public IEnumerable<string> Forms() =>
            new[] { One, Many, $"{Article} {One}", PossessiveOne ?? Own(One), PossessiveMany ?? Own(Many) }
                .SelectMany(form => new[] { form, char.ToUpper(form[0], CultureInfo.GetCultureInfo("en")) + form[1..] });

        private static string Own(string word) => word[^1] == 's' ? $"{word}’" : $"{word}’s";
    }
}
