using System.Diagnostics;
using System.Text;
using Playbooks.Diagnostics;
using Playbooks.Loading;

namespace Playbooks.Tests;

/// <summary>Input made to break a program. All of it must end in diagnostics an author can act on: no exception, no endless run.</summary>
public sealed class HostileInputTests
{
    // A sixth of the smallest stack any of our systems gives a thread.
    private const int SmallStackInBytes = 256 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>A YAML file, and the code of the first thing we say about it.</summary>
    public static TheoryData<string, string, string> YamlAttacks => new()
    {
        { "131 brackets", $"terms: {Repeat("[", 131)}", "PB0004" },
        { "a million brackets", $"terms: {Repeat("[", 1_000_000)}", "PB0004" },
        { "mappings in one another", $"terms: {Repeat("{a: ", 10_000)}", "PB0004" },
        { "mappings in one another below a key nobody knows", $"unknown: {Repeat("{a: ", 10_000)}", "PB0004" },
        { "lists in one another", Repeat("- ", 30_000), "PB0004" },
        { "lists in one another, closed", $"terms: {Repeat("[", 5_000)}{Repeat("]", 5_000)}", "PB0004" },
        { "keys that are keys", Repeat("? ", 10_000), "PB0004" },
        { "a list as a key", "? [a, b]\n: c", "PB0003" },
        { "an anchor", "terms: &a []", "PB0005" },
        { "an alias", "terms: *a", "PB0005" },
        { "an anchor that holds itself", "terms: &a [*a]", "PB0005" },
        { "a billion laughs", $"a: &a [x, x]\nb: &b [*a, *a]\n{string.Concat(Enumerable.Range(0, 100).Select(each => $"c{each}: [*b, *b]\n"))}", "PB0005" },
        { "a merge key", "<<: {terms: []}", "PB0201" },
        { "a tag of .NET", "terms: !System.Diagnostics.Process {}", "PB0006" },
        { "a tag of Python", "terms: !!python/object/apply:os.system ['true']", "PB0006" },
        { "a tag as address", "terms: !<tag:yaml.org,2002:binary> aGk=", "PB0006" },
        { "an undeclared tag handle", "terms: !e!a b", "PB0003" },
        { "many document ends and something", Repeat("...\n", 1_000) + "a: b\n...\nc: d", "PB0003" },
        { "a directive twice", "%YAML 1.1\n%YAML 1.1\n---\nterms: []", "PB0003" },
        { "two documents", "terms: []\n---\nterms: []", "PB0007" },
        { "a thousand documents", Repeat("---\nterms: []\n", 1_000), "PB0007" },
        { "a key twice", "terms: []\nterms: []", "PB0202" },
        { "a list where keys belong", "- terms", "PB0204" },
        { "a text where keys belong", "terms", "PB0204" },
        { "a tab as indentation", "terms:\n\t- id: a", "PB0003" },
        { "an open quote", "terms: \"", "PB0003" },
        { "an open bracket", "terms: [", "PB0003" },
        { "a block mark without a block", "terms: |", "PB0204" },
        { "a bell", "terms: [\a]", "PB0002" },
        { "a bell behind an escape", "terms: [{id: a, term: \"\\a\", definition: b}]", "PB0002" },
        { "a zero behind an escape", "terms: [{id: a, term: \"\\0\", definition: b}]", "PB0002" },
        { "a mark of our own behind an escape", "terms: [{id: a, term: \"\\uE004\", definition: b}]", "PB0002" },
        { "half a character behind an escape", "terms: [{id: a, term: \"\\uD800\", definition: b}]", "PB0003" },
        { "a direction mark behind an escape", "terms: [{id: a, term: \"\\u202E\", definition: b}]", "PB0002" },
        { "a character that is none", "terms: [{id: a, term: \"\\UFFFFFFFF\", definition: b}]", "PB0003" },
        { "an unusual line end", "terms: []\u0085unknown: []", "PB0002" },
        { "a line separator", "terms: []\u2028", "PB0002" },
        { "a second byte order mark", "\uFEFF\uFEFFterms: []", "PB0002" },
        { "a byte order mark inside", "terms: [\uFEFF]", "PB0002" },
        { "a direction mark", "terms: [{id: a, term: \u202Eb, definition: c}]", "PB0002" },
        { "a private-use character", "terms: [{id: a, term: \uE004, definition: c}]", "PB0002" },
    };

    /// <summary>A value for <c>facts.yml</c> that other readers of YAML guess at, and what we say instead.</summary>
    public static TheoryData<string, string, string> GuessedValues => new()
    {
        { "number", "010", "PB0206" },
        { "number", "0x10", "PB0206" },
        { "number", "0o17", "PB0206" },
        { "number", "1_000", "PB0206" },
        { "number", "1:30", "PB0206" },
        { "number", "1e3", "PB0206" },
        { "number", "+1", "PB0206" },
        { "number", ".5", "PB0206" },
        { "number", ".inf", "PB0206" },
        { "number", ".nan", "PB0206" },
        { "number", "\"1\"", "PB0206" },
        { "number", "١٢", "PB0206" },
        { "number", "99999999999999999999999999999999", "PB0206" },
        { "number", "''", "PB0206" },
        { "number", "~", "PB0205" },
        { "boolean", "yes", "PB0206" },
        { "boolean", "on", "PB0206" },
        { "boolean", "y", "PB0206" },
        { "boolean", "True", "PB0206" },
        { "boolean", "\"true\"", "PB0206" },
        { "boolean", "1", "PB0206" },
        { "date", "03/04/2026", "PB0206" },
        { "date", "2026-4-3", "PB0206" },
        { "date", "2026-02-30", "PB0206" },
        { "date", "2026-11-20T00:00:00+09:00", "PB0206" },
        { "date", "20261120", "PB0206" },
        { "text", "true", "PB0206" },
        { "text", "[a]", "PB0204" },
        { "text", "{a: b}", "PB0204" },
        { "list", "a", "PB0204" },
        { "records", "[a]", "PB0204" },
    };

    /// <summary>Worlds at the edge of what can be meant: each builds, or says why not.</summary>
    public static TheoryData<string, string> Edges => new()
    {
        { "empty manifest", "-- playbook.yml --\n" },
        { "manifest that is nothing", "-- playbook.yml --\n~\n" },
        { "empty files", "-- facts.yml --\n-- terms.yml --\n-- sources.yml --\n-- glossary.yml --\n-- routes.yml --\n-- areas/people/area.yml --\n-- areas/people/checklist.yml --\n-- areas/people/assessment.yml --\n-- locales/en.yml --\n" },
        { "empty assessment", "-- assessment.yml --\n" },
        { "empty page", "-- areas/people/two.md --\n" },
        { "page with empty front matter", "-- areas/people/two.md --\n---\n---\n## Two\n" },
        { "page without text", "-- areas/people/two.md --\n---\ntitle: Two\n---\n" },
        { "empty organization", "-- organizations/brightwater/organization.yml --\n" },
        { "empty override", $"{Organization}-- organizations/brightwater/areas/people/one.md --\n" },
        { "empty layer", $"{Organization}layers: [charity]\n-- layers/charity/layer.yml --\n" },
        { "layer without a file of its own", $"{Organization}layers: [charity]\n-- layers/charity/local/two.md --\n---\ntitle: Two\narea: people\n---\nWords.\n" },
        { "layer twice", $"{Organization}layers: [charity, charity]\n-- layers/charity/local/two.md --\n---\ntitle: Two\narea: people\n---\nWords.\n" },
        { "page of a layer and of the organization", $"{Organization}layers: [charity]\n-- layers/charity/local/two.md --\n---\ntitle: Two\narea: people\n---\nWords.\n-- organizations/brightwater/local/two.md --\n---\ntitle: Two\narea: people\n---\nWords.\n" },
        { "play of one name in two areas", $"{Manifest("areas: [{id: people, prefix: PEO, title: People}, {id: culture, prefix: CUL, title: Culture}]")}{Play("areas/people/plays/a.md")}{Play("areas/culture/plays/a.md")}" },
        { "added item twice", $"{Organization}-- organizations/brightwater/checklist.yml --\nitems:\n{Item("X-01")}    area: people\n{Item("X-01")}    area: people\n" },
        { "generated list of a type that has another folder", $"{Manifest("types: {play: {folder: games}}")}{Play("areas/people/games/a.md")}-- areas/people/two.md --\n---\ntitle: Two\ngenerates: plays\n---\nWords.\n" },
        { "type without a folder", $"{Manifest("types: {game: {kind: play}}")}-- areas/people/two.md --\n---\ntitle: Two\ntype: game\n---\nWords.\n" },
        { "type in a reserved folder", $"{Manifest("types: {game: {kind: play, folder: assets}}")}{Play("areas/people/assets/a.md")}" },
        { "no areas", Manifest("areas: []", replacesAreas: true) },
        { "no phases", "-- playbook.yml --\nid: tiny\ntitle: Tiny\nversion: \"1\"\nlocale: en\nareas: [{id: people, prefix: PEO, title: People}]\n" },
        { "phase far away", $"{Organization}phases: {{start: 9999-12-31}}\n" },
        { "phase at the beginning of time", $"{Organization}phases: {{start: 0001-01-01, begin: {{start: 0001-01-01, end: 0001-01-02}}}}\n-- areas/people/checklist.yml --\nitems:\n{Item("PEO-01")}    due: {{offset: -9999d}}\n" },
        { "phase without end", Manifest("defaults: {start: 2027-01-01}", phaseLength: "99999m") },
        { "phase that runs backwards", Manifest("defaults: {start: 2027-01-01}", phaseLength: "-4w") },
        { "endless range to avoid", $"{Organization}phases: {{start: 2027-01-01, avoid: [\"2027-01-01/9999-12-31\"]}}\n" },
        { "review every ten thousand years", "-- areas/people/two.md --\n---\ntitle: Two\nreviewed: 2027-01-01\nreview_every: 99999m\n---\nWords.\n" },
        { "reviewed on the last day of all", "-- areas/people/two.md --\n---\ntitle: Two\nreviewed: 9999-12-31\nreview_every: 1m\n---\nWords.\n" },
        { "assessment without levels", Assessment("levels: []") },
        { "assessment with a level twice", Assessment("levels: [{value: 1, label: a}, {value: 1, label: b}]") },
        { "assessment with huge levels", Assessment("levels: [{value: -999999999, label: a}, {value: 999999999, label: b}]") },
        { "importance upside down", Assessment("levels: [{value: 1, label: a}, {value: 2, label: b}]", "importance: {min: 5, max: 1, default: 9}\n") },
        { "importance without end", Assessment("levels: [{value: 1, label: a}, {value: 2, label: b}]", "importance: {min: -999999999, max: 999999999, default: 0}\n") },
        { "scoring with many digits", Assessment("levels: [{value: 1, label: a}, {value: 2, label: b}]", "scoring: {method: weighted-mean, minimum_coverage: -1, round: 999, opportunity: gap-only, gate_alert_at: 1}\n") },
        { "type of a fact that is true", "-- facts.yml --\nfacts: [{id: a, type: true}]\n" },
        { "kind of a type that is true", Manifest("types: {game: {kind: true, folder: games}}") },
        { "mode of an override that is true", $"{Organization}-- organizations/brightwater/areas/people/one.md --\n---\noverride: {{section: first, mode: true}}\n---\nWords.\n" },
        { "id with blanks around it", Manifest("sections: [{id: \" start \", title: Start}]") },
        { "nothing but document ends", "-- playbook.yml --\n...\n...\n" },
        { "organization that says a word the addresses have", $"{Manifest("site: {base_url: \"https://example.org/{edition}/\"}")}{Organization}legal_name: What all have in common\n" },
        { "words of the interface and of a download that an organization uses as well", $"{Organization}home: {{lead: Zanzibar quarterly dinner plans}}\n-- locales/en.yml --\npage.home: Zanzibar quarterly dinner plans\n-- areas/people/zanzibar.md --\n---\ntitle: Two\n---\n![A map](zanzibar.svg)\n-- areas/people/zanzibar.svg --\n<svg xmlns=\"http://www.w3.org/2000/svg\"><title>Quarterly dinner</title></svg>\n" },
        { "item id with blanks around it", $"-- areas/people/checklist.yml --\nitems:\n{Item("\" PEO-01 \"")}" },
        { "format of dates that is none", $"{Organization}phases: {{start: 2027-01-01}}\n-- locales/en.yml --\nformat.date: \"%\"\n-- areas/people/two.md --\n---\ntitle: Two\n---\n{{{{ date.programme-start }}}}\n" },
        { "format of dates with hours", $"{Organization}phases: {{start: 2027-01-01}}\n-- locales/en.yml --\nformat.date: d MMMM yyyy HH:mm\n-- areas/people/two.md --\n---\ntitle: Two\n---\n{{{{ date.programme-start }}}}\n" },
        { "text of the interface that is nothing", "-- locales/en.yml --\npage.home: ~\n" },
        { "slot in a slot", "-- areas/people/two.md --\n---\ntitle: \"{{ org.{{ org.name }} }}\"\n---\n{{ {{ org.name }} }}\n" },
        { "role that falls back to itself", Manifest("roles: [{id: lead, title: Lead, falls_back_to: lead}]", replacesRoles: true) },
        { "area called like the programme", Manifest("programme: {prefix: PRG, title: Programme}\nareas: [{id: programme, prefix: PEO, title: People}]", replacesAreas: true) },
        { "area called like a device", Manifest("areas: [{id: con, prefix: PEO, title: People}]", replacesAreas: true) },
        { "area in the folder of the assets", Manifest("areas: [{id: people, folder: assets, prefix: PEO, title: People}]", replacesAreas: true) },
        { "section called like an area", Manifest("sections: [{id: people, title: People}]") },
        { "callout called like a directive", Manifest("callouts: [{id: when, label: When}]") },
        { "language of nobody", Manifest("", locale: "qq-XX") },
        { "language with a long name", Manifest("", locale: new string('a', 10_000)) },
        { "address of a site that is none", Manifest("site: {base_url: \"javascript:alert(1)\"}") },
        { "route to nothing", "-- routes.yml --\nroutes: [{id: a, title: A, pages: []}]\n" },
        { "everything excluded", $"{Organization}areas: {{exclude: [{{area: people, reason: No people.}}]}}\ncontent: {{exclude: [{{page: people/one, reason: No one.}}]}}\n" },
        { "link to a list that is not there", "-- areas/people/two.md --\n---\ntitle: Two\n---\n[a](xref:checklist) [b](xref:plays) [c](xref:glossary) [d](xref:sources) [e](xref:checklist/essentials)\n" },
    };

    private const string Organization = "-- organizations/brightwater/organization.yml --\nname: Brightwater\n";

    [Theory]
    [MemberData(nameof(YamlAttacks))]
    public void Yaml_that_attacks_its_reader_is_refused_with_a_small_stack(string name, string yaml, string code)
    {
        using var world = TinySite.Of("");
        world.Write("glossary.yml", yaml);

        var diagnostics = OnSmallStack(() =>
        {
            var bag = new DiagnosticBag();
            _ = PlaybookLoader.Load(InputFolder.Open(world.InputFolder, bag), bag);
            return bag.Sorted();
        });

        Assert.Equal((name, code), (name, diagnostics.Select(each => each.Code).FirstOrDefault()));
        AssertHelpful(diagnostics);
    }

    [Theory]
    [MemberData(nameof(GuessedValues))]
    public void Value_is_read_as_written_or_refused(string type, string value, string code)
    {
        using var world = TinySite.Of($"-- facts.yml --\nfacts:\n  - {{id: a, type: {type}, default: {value}}}\n");

        var diagnostics = world.Check().Diagnostics;

        Assert.Equal(code, diagnostics[0].Code);
        Assert.Equal(("facts.yml", 2), (diagnostics[0].Span.Path.Value, diagnostics[0].Span.Line));
        AssertHelpful(diagnostics);
    }

    [Theory]
    [MemberData(nameof(Edges))]
    public void World_at_the_edge_is_built_or_refused(string name, string files)
    {
        using var world = TinySite.Of(files);

        var result = Patiently(() => world.Build());

        Assert.True(result.HasErrors || result.Editions.Length > 0, $"{name}: nothing was built and nothing was said");
        AssertHelpful(result.Diagnostics);
        if (result.HasErrors)
        {
            // What can be seen in the input must be said of the input, not of the pages that came of it.
            Assert.All(result.Diagnostics, each => Assert.DoesNotMatch("^PB07", each.Code));
        }
    }

    [Theory]
    [InlineData("xref:checklist#PEO-99")]
    [InlineData("xref:PEO-01#nowhere")]
    [InlineData("xref:people#nowhere")]
    public void Place_that_a_list_does_not_have_is_missed(string link)
    {
        using var world = TinySite.Of($"-- areas/people/checklist.yml --\nitems:\n{Item("PEO-01")}-- areas/people/two.md --\n---\ntitle: Two\n---\n[a]({link})\n");

        var diagnostic = Assert.Single(world.Build().Diagnostics);

        Assert.Contains(diagnostic.Code, (string[])["PB0106", "PB0702"]);
    }

    [Theory]
    [InlineData("areas/people/two.md", new byte[] { 0xFF, 0xFE, 0x2D, 0x00 }, 1)]
    [InlineData("areas/people/two.md", new byte[] { (byte)'-', (byte)'\n', 0xC3 }, 2)]
    [InlineData("facts.yml", new byte[] { (byte)'a', (byte)':', 0xED, 0xA0, 0x80 }, 1)]
    [InlineData("facts.yml", new byte[] { 0xC0, 0xAF }, 1)]
    public void File_that_is_not_utf8_is_refused_where_it_goes_wrong(string file, byte[] bytes, int line)
    {
        using var world = TinySite.Of("");
        File.WriteAllBytes(Path.Combine(world.InputFolder, file), bytes);

        var diagnostic = Assert.Single(world.Check().Diagnostics);

        Assert.Equal(("PB0002", file, line), (diagnostic.Code, diagnostic.Span.Path.Value, diagnostic.Span.Line));
    }

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/dev/full")]
    [InlineData("/proc/self/environ")]
    [InlineData("/etc/passwd")]
    [InlineData("/etc")]
    [InlineData("one.md")]
    [InlineData(".")]
    [InlineData("../..")]
    [InlineData("nowhere")]
    [InlineData("two.md")]
    public void Link_is_refused_wherever_it_leads(string target)
    {
        using var world = TinySite.Of("");
        File.CreateSymbolicLink(Path.Combine(world.InputFolder, "areas/people/two.md"), target);

        var diagnostic = Assert.Single(Patiently(() => world.Check()).Diagnostics);

        Assert.Equal(("PB0009", "areas/people/two.md"), (diagnostic.Code, diagnostic.Span.Path.Value));
    }

    [Fact]
    public void Folder_that_is_a_link_is_refused()
    {
        using var world = TinySite.Of("");
        Directory.CreateSymbolicLink(Path.Combine(world.InputFolder, "organizations"), "/etc");

        Assert.Equal("PB0009", Assert.Single(world.Check().Diagnostics).Code);
    }

    [Fact]
    public void Pipe_is_refused_and_never_waited_for()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes in folders");
        using var world = TinySite.Of("");
        using (var process = Process.Start("mkfifo", Path.Combine(world.InputFolder, "facts.yml")))
        {
            process.WaitForExit();
        }

        var diagnostic = Assert.Single(Patiently(() => world.Check()).Diagnostics);

        Assert.Equal(("PB0009", "facts.yml"), (diagnostic.Code, diagnostic.Span.Path.Value));
    }

    [Fact]
    public void Chapter_of_two_megabytes_is_refused_unread()
    {
        using var world = TinySite.Of("");
        world.Write("areas/people/one.md", Repeat("- ", 1024 * 1024));

        Assert.Equal("PB0008", Assert.Single(world.Check().Diagnostics).Code);
    }

    [Fact]
    public void Files_with_the_line_ends_of_windows_give_the_same_pages()
    {
        using var unix = TinySite.Of(MediumWorld.Files).Built();
        using var windows = TinySite.Of(MediumWorld.Files);
        foreach (var file in Directory.EnumerateFiles(windows.InputFolder, "*", SearchOption.AllDirectories).Where(file => file.EndsWith(".md", StringComparison.Ordinal) || file.EndsWith(".yml", StringComparison.Ordinal)))
        {
            File.WriteAllText(file, File.ReadAllText(file).ReplaceLineEndings("\r\n"));
        }

        windows.Built();

        foreach (var edition in new[] { "common", "brightwater" })
        {
            Assert.Equal(unix.Published(edition), windows.Published(edition));
        }
    }

    [Fact]
    public void File_with_a_byte_order_mark_gives_the_same_pages()
    {
        using var without = TinySite.Of(MediumWorld.Files).Built();
        using var with = TinySite.Of(MediumWorld.Files);
        foreach (var file in Directory.EnumerateFiles(with.InputFolder, "*.*", SearchOption.AllDirectories).Where(file => file.EndsWith(".md", StringComparison.Ordinal) || file.EndsWith(".yml", StringComparison.Ordinal)))
        {
            File.WriteAllText(file, File.ReadAllText(file), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        }

        with.Built();

        Assert.Equal(without.Published("brightwater"), with.Published("brightwater"));
    }

    [Theory]
    [InlineData("areas/people/Two words.md")]
    [InlineData("areas/people/Two.md")]
    [InlineData("areas/people/two.MD")]
    [InlineData("areas/people/two\nthree.md")]
    [InlineData("areas/people/two\u001B[31m.md")]
    [InlineData("areas/people/con.md")]
    [InlineData("areas/people/two..md")]
    [InlineData("areas/people/-two.md")]
    [InlineData("areas/people/zwei ü.md")]
    [InlineData("areas/poeple/one.md")]
    [InlineData("areas/people/deep/er/two.md")]
    [InlineData("a/b/c/d/e/f/g/h/i/j/two.md")]
    [InlineData("Facts.yml")]
    [InlineData("facts.yaml")]
    public void File_whose_name_nobody_reads_is_told(string file)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && (file.Any(char.IsControl) || file.Contains("con.", StringComparison.Ordinal)), "no such file can be made");
        using var world = TinySite.Of("");
        world.Write(file, "---\ntitle: Two\n---\nWords.\n");

        var diagnostics = world.Check().Diagnostics;

        Assert.Equal("PB0010", Assert.Single(diagnostics).Code);
        AssertHelpful(diagnostics);
    }

    [Theory]
    [InlineData("organizations/brightwater/organisation.yml")]
    [InlineData("organizations/brightwater/checklsit.yml")]
    [InlineData("organizations/brightwater/areas/people/checklist.yml")]
    [InlineData("layers/charity/layers.yml")]
    public void File_of_an_organization_whose_name_nobody_reads_is_told(string file)
    {
        using var world = TinySite.Of(Organization);
        world.Write(file, "items: []\n");

        Assert.Contains(world.Check().Diagnostics, each => each.Code == "PB0010" && each.Span.Path.Value == file);
    }

    [Theory]
    [InlineData("organizations/Brightwater/organization.yml")]
    [InlineData("organizations/bright water/organization.yml")]
    [InlineData("organizations/common/organization.yml")]
    [InlineData("organizations/nul/organization.yml")]
    [InlineData("layers/Charity/layer.yml")]
    public void Organization_whose_folder_cannot_be_an_id_is_refused(string file)
    {
        using var world = TinySite.Of("");
        world.Write(file, "name: Brightwater\n");

        Assert.Equal("PB0208", Assert.Single(world.Check().Diagnostics).Code);
    }

    [Theory]
    [InlineData("areas/people/two.md", "organizations/brightwater/plan.png", "PB0012")]
    [InlineData("organizations/northmoor/local/two.md", "organizations/brightwater/plan.png", "PB0012")]
    [InlineData("organizations/brightwater/local/two.md", "organizations/brightwater/plan.png", null)]
    [InlineData("organizations/brightwater/local/two.md", "areas/people/plan.png", null)]
    public void File_of_an_organization_is_shown_by_nobody_else(string page, string picture, string? code)
    {
        using var world = TinySite.Of($"{Organization}-- organizations/northmoor/organization.yml --\nname: Northmoor\n");
        var way = string.Concat(Enumerable.Repeat("../", page.Count(each => each == '/')));
        world.Write(page, $"---\ntitle: Two\narea: people\n---\n![A plan]({way}{picture})\n");
        world.Write(picture, "\0a picture");

        Assert.Equal(code, world.Build().Diagnostics.SingleOrDefault()?.Code);
    }

    [Theory]
    [InlineData("page.hom: Start", "PB0201")]
    [InlineData("page.home:", "PB0204")]
    [InlineData("page.home: [Start]", "PB0204")]
    [InlineData("format.date: \"%\"", "PB0206")]
    public void Text_of_the_interface_that_nobody_can_show_is_refused(string line, string code)
    {
        using var world = TinySite.Of($"-- locales/en.yml --\n{line}\n");

        Assert.Equal(code, Assert.Single(world.Build().Diagnostics).Code);
    }

    [Fact]
    public void Note_reviewed_on_the_last_day_of_all_is_not_due()
    {
        using var world = TinySite.Of(
            $"{Manifest("callouts: [{id: law, label: Law, requires: [reviewed]}]")}-- areas/people/two.md --\n---\ntitle: Two\nreviewed: 2027-01-01\nreview_every: 12m\n---\n::: law reviewed=9999-12-31\nWords.\n:::\n");
        var options = new BuildOptions { InputFolder = world.InputFolder, ThemeFolder = RepositoryFolder.PathOf("theme"), Today = new DateOnly(2027, 6, 1) };

        var result = PlaybookPipeline.Build(options, TimeProvider.System, null, TestContext.Current.CancellationToken);

        Assert.DoesNotContain(result.Diagnostics, each => each.Code is "PB0902");
    }

    [Fact]
    public void Hidden_files_are_nobodys_business()
    {
        using var world = TinySite.Of("-- .git/config.yml --\n[\n-- areas/.people/one.md --\nWords.\n-- areas/people/.one.md.swp --\nWords.\n");

        world.Built();
    }

    private static string Manifest(
        string more, string phaseLength = "4w", string locale = "en", bool replacesAreas = false, bool replacesRoles = false) =>
        $"-- playbook.yml --\nid: tiny\ntitle: Tiny\nversion: \"1\"\nlocale: {locale}\n"
        + (replacesAreas || more.StartsWith("areas:", StringComparison.Ordinal) ? "" : "areas: [{id: people, prefix: PEO, title: People}]\n")
        + $"phases: [{{id: begin, title: Begin, length: {phaseLength}}}, {{id: run, title: Run}}]\ngates: [{{id: before-run, title: Ready, at: \"end-of:begin\"}}]\n"
        + (replacesRoles ? "" : "roles: [{id: lead, title: Lead}]\n")
        + more + "\n"
        + (replacesAreas ? "-- areas/people/one.md --\n" : "");

    private static string Play(string file) => $"-- {file} --\n---\ntitle: A\n---\nWords.\n";

    private static string Item(string id, string how = "people/one") =>
        $"  - id: {id}\n    title: Ask\n    why: Because.\n    how: {how}\n    done_when: [Done.]\n    evidence: note\n    owner: lead\n    phase: start\n    effort: S\n    priority: must\n";

    private static string Assessment(string scale, string more = "") =>
        $"-- assessment.yml --\nid: check\ntitle: Check\nversion: 1\nscale: {{{scale}}}\n{more}"
        + "-- areas/people/assessment.yml --\nitems:\n  - {id: PEO-A1, statement: Asked., levels: {1: Never., 2: Always.}}\n";

    private static void AssertHelpful(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var each in diagnostics)
        {
            var text = DiagnosticText.Format(each);
            Assert.DoesNotMatch(BrokenSitesTests.WordsOfOurLibraries(), each.Message + each.Hint);
            Assert.DoesNotContain(text.Replace('\n', ' '), char.IsControl);
            Assert.Matches(@"\A(error|warning)\[PB[0-9]{4}\]: .+\n *--> .+:[0-9]+:[0-9]+\n", text);
            Assert.True(each.Span is { Line: >= 1, Column: >= 1, Length: >= 1 }, text);
            Assert.True(each.Span.Line <= each.Span.Source.LineCount, text);
            Assert.True(each.Span.Column <= each.Span.Source.Line(each.Span.Line).Length + 1, text);
            Assert.True(text.Split('\n').Length <= 8, text);
        }
    }

    private static T OnSmallStack<T>(Func<T> run)
    {
        T result = default!;
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = run();
                }
                catch (Exception exception)
                {
                    failure = exception;
                }
            },
            SmallStackInBytes);
        thread.Start();
        Assert.True(thread.Join(Patience), "still running");
        Assert.Null(failure);
        return result;
    }

    private static T Patiently<T>(Func<T> run)
    {
        var task = Task.Run(run);
        Assert.True(task.Wait(Patience), "still running");
        return task.Result;
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
