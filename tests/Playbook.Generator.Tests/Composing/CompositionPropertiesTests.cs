using System.Text;
using CsCheck;

namespace Playbooks.Tests.Composing;

/// <summary>Rules that hold for any playbook, tried on many.</summary>
public sealed class CompositionPropertiesTests
{
    private const string Conditions = """
        -- facts.yml --
        facts:
          - {id: open, type: boolean, default: false}
          - {id: rich, type: boolean, default: false}
          - {id: size, type: choice, values: [micro, small, large], default: micro}
          - {id: heads, type: number, default: 0}
          - {id: traits, type: list, values: [quick, slow, shy], default: []}

        """;

    [Fact]
    public void Composing_and_rendering_again_gives_the_same_bytes_whatever_was_composed_between()
    {
        using var site = TinySite.FromFolder(RepositoryFolder.PathOf("tests", "sites", "generative-ai"), isWhole: true);
        var playbook = Editions.Load(site);
        var once = Editions.Render(Editions.Of(playbook, "thornbury", site.InputFolder));
        var other = Editions.Render(Editions.Of(playbook, null, site.InputFolder));

        Assert.Equal("", PublishedBytes.Differences(once, Editions.Render(Editions.Of(playbook, "thornbury", site.InputFolder))));
        Assert.Equal("", PublishedBytes.Differences(other, Editions.Render(Editions.Of(playbook, null, site.InputFolder))));
        Assert.NotEqual("", PublishedBytes.Differences(once, other));
    }

    [Fact]
    public void Editions_built_together_are_byte_for_byte_those_built_alone_in_any_order_of_files_and_again()
    {
        Worlds.Sample(
            world =>
            {
                using var together = new World(world.Files).Site.Built();
                foreach (var organization in world.Organizations.Prepend("common"))
                {
                    // The files come into being in another order, and only this edition is built.
                    using var alone = new World(world.Files.Reverse()).Site.Built(organization);
                    Assert.Equal([organization], Directory.GetDirectories(alone.OutputFolder).Select(Path.GetFileName));
                    Assert.Equal("", PublishedBytes.Differences(together.Published(organization), alone.Published(organization)));
                }

                Assert.All(together.Built().Build().Editions, edition => Assert.True(edition.IsUnchanged, $"{edition.Id} changed when it was built again"));
            },
            iter: 12,
            threads: 1,
            print: world => string.Join('\n', world.Files.Select(file => $"-- {file.Path} --\n{file.Text}")));
    }

    [Fact]
    public void Text_is_published_exactly_where_its_condition_holds_for_random_facts_and_conditions()
    {
        Gen.Select(Facts.Array[1, 4], Conditional.Array[6]).Sample(
            (organizations, conditions) =>
            {
                using var site = TinySite.Of(Conditions + Guarded(conditions) + string.Concat(organizations.Select(Organization)));
                var playbook = Editions.Load(site);
                for (var at = 0; at < organizations.Length; at++)
                {
                    var files = Editions.Render(Editions.Of(playbook, $"org-{at}", site.InputFolder));
                    var all = Encoding.UTF8.GetString([.. files.Values.SelectMany(bytes => bytes)]) + string.Join(' ', files.Keys);
                    foreach (var (word, holds) in Expected(conditions, organizations[at]))
                    {
                        Assert.True(holds == all.Contains(word, StringComparison.OrdinalIgnoreCase), $"{word} for org-{at}: expected {(holds ? "there" : "gone")}\n{Organization(organizations[at], at)}");
                    }
                }
            },
            iter: 60,
            threads: 1,
            print: sample => Conditions + Guarded(sample.Item2) + string.Concat(sample.Item1.Select(Organization)));
    }

    /// <summary>One canary for each kind of thing a condition can stand on, and both branches of an <c>else</c>.</summary>
    private static string Guarded(Condition[] conditions) => $$"""
        -- areas/people/one.md --
        ---
        id: people/one
        title: One
        ---
        ::: when "{{conditions[0].Text}}"
        Zwblockyes [link](xref:people/two)

        ## Zwheading
        Zwbelow
        ::: else
        Zwblockno
        :::

        ## Last

        :::: when "{{conditions[1].Text}}"
        Zwouter

        ::: when "{{conditions[2].Text}}"
        Zwinneryes
        ::: else
        Zwinnerno
        :::
        ::::
        -- areas/people/two.md --
        ---
        id: people/two
        title: Two
        description: Zwpage
        when: "{{conditions[3].Text}}"
        ---
        Zwpagebody
        -- areas/people/checklist.yml --
        items:
          - {id: PEO-01, title: Zwitemone, why: Why, how: people/one, done_when: [Sign], evidence: note, owner: lead, phase: start, effort: S, priority: must,
             variants: [{when: "{{conditions[4].Text}}", title: Zwvariant}]}
          - {id: PEO-02, title: Item two, why: Zwitem, how: people/one, done_when: [Sign], evidence: note, owner: lead, phase: start, effort: S, priority: must, when: "{{conditions[5].Text}}"}

        """;

    private static IEnumerable<(string Word, bool Holds)> Expected(Condition[] conditions, FactValues facts)
    {
        bool[] holds = [.. conditions.Select(condition => condition.Holds(facts))];
        return
        [
            ("Zwblockyes", holds[0]), ("Zwheading", holds[0]), ("Zwbelow", holds[0]), ("Zwblockno", !holds[0]),
            ("Zwouter", holds[1]), ("Zwinneryes", holds[1] && holds[2]), ("Zwinnerno", holds[1] && !holds[2]),
            ("Zwpage", holds[3]), ("Zwpagebody", holds[3]), ("people/two", holds[3]),
            ("Zwvariant", holds[4]), ("Zwitemone", !holds[4]), ("PEO-02", holds[5]),
        ];
    }

    private static string Organization(FactValues facts, int at) => $$"""
        -- organizations/org-{{at}}/organization.yml --
        name: Organization {{at}}
        facts: {open: {{(facts.Open ? "true" : "false")}}, rich: {{(facts.Rich ? "true" : "false")}}, size: {{facts.Size}}, heads: {{facts.Heads}}, traits: [{{string.Join(", ", facts.Traits)}}]}

        """;

    private static readonly Gen<FactValues> Facts = Gen.Select(
        Gen.Bool, Gen.Bool, OneOf("micro", "small", "large"), Gen.Int[0, 5], Gen.Shuffle(new[] { "quick", "slow", "shy" }, 0, 3),
        (open, rich, size, heads, traits) => new FactValues(open, rich, size, heads, traits));

    private static readonly Gen<Condition> Leaf = Gen.OneOf(
        Gen.Const(new Condition("open", facts => facts.Open)),
        Gen.Const(new Condition("rich", facts => facts.Rich)),
        OneOf("micro", "small", "large").Select(size => new Condition($"size == '{size}'", facts => facts.Size == size)),
        OneOf("micro", "small", "large").Select(size => new Condition($"size != '{size}'", facts => facts.Size != size)),
        OneOf("micro", "small", "large").Select(size => new Condition($"size in ['{size}', 'small']", facts => facts.Size == size || facts.Size == "small")),
        Gen.Int[1, 4].Select(heads => new Condition($"heads > {heads}", facts => facts.Heads > heads)),
        Gen.Int[1, 4].Select(heads => new Condition($"heads <= {heads}", facts => facts.Heads <= heads)),
        OneOf("quick", "slow", "shy").Select(trait => new Condition($"'{trait}' in traits", facts => facts.Traits.Contains(trait))));

    private static readonly Gen<Condition> Conditional = Gen.Recursive<Condition>((depth, inner) => depth == 3
        ? Leaf
        : Gen.Frequency(
            (3, Leaf),
            (1, inner.Select(operand => new Condition($"not ({operand.Text})", facts => !operand.Holds(facts)))),
            (1, Gen.Select(inner, inner, (left, right) => new Condition($"({left.Text}) and ({right.Text})", facts => left.Holds(facts) && right.Holds(facts)))),
            (1, Gen.Select(inner, inner, (left, right) => new Condition($"({left.Text}) or ({right.Text})", facts => left.Holds(facts) || right.Holds(facts))))));

    /// <summary>Small playbooks whose organizations override, add, leave out and patch at random.</summary>
    private static readonly Gen<RandomWorld> Worlds = Gen.Select(Gen.Int[1, 4], Gen.Bool.Array[9].Array[4], Facts.Array[4]).Select((count, choices, facts) =>
    {
        var files = new List<(string Path, string Text)>
        {
            ("facts.yml", Conditions[(Conditions.IndexOf('\n', StringComparison.Ordinal) + 1)..]),
            ("terms.yml", "terms:\n  staff: {one: employee, many: employees, article: an}\n"),
            ("areas/people/one.md", "---\nid: people/one\ntitle: One\n---\n## First {#first}\n{{ Term.staff.many }} of {{ org.name }}. [Two](xref:people/two#second)\n\n::: when \"rich\"\nGold.\n::: else\nPaper.\n:::\n\n## Last {#last}\nLast.\n"),
            ("areas/people/two.md", "---\nid: people/two\ntitle: Two\nwhen: \"size != 'large'\"\n---\n## Second {#second}\n{{ date.before-run }}\n"),
            ("areas/people/checklist.yml", "items:\n  - {id: PEO-01, title: Do, why: So., how: people/two, done_when: [Done], evidence: note, owner: lead, phase: start, due: {offset: 1w}, effort: S, priority: must, when: \"heads < 4\"}\n"),
            ("layers/trade/layer.yml", "terms:\n  staff: {one: hand, many: hands, article: a}\n"),
            ("layers/trade/areas/people/one.md", "---\noverride: {section: last, mode: after}\n---\n## Trade {#trade}\nA rule of the trade.\n"),
        };
        for (var at = 0; at < count; at++)
        {
            var folder = $"organizations/org-{at}";
            var chosen = choices[at];
            var values = facts[at];
            files.Add(($"{folder}/organization.yml", $$"""
                name: Organization number {{at}}
                facts: {rich: {{(values.Rich ? "true" : "false")}}, size: {{values.Size}}, heads: {{values.Heads}}}
                {{(chosen[0] ? "layers: [trade]" : "")}}
                {{(chosen[1] ? $"terms: {{staff: {{one: helper{at}, many: helpers{at}, article: a}}}}" : "")}}
                {{(chosen[2] ? $"phases: {{start: 2027-0{at + 1}-01, scale_factor: 0.5}}" : "")}}
                {{(chosen[3] ? $"content: {{exclude: [{{page: people/two, reason: Not for number {at}.}}]}}" : "")}}
                {{(chosen[4] ? $"items: {{PEO-01: {{title: Do it our way number {at}}}}}" : "")}}
                {{(chosen[5] ? $"brand: {{accent: \"#00{at}{at}66\"}}" : "")}}
                {{(chosen[8] ? "site: {indexable: false}" : $"site: {{base_url: \"https://number{at}.example/\"}}")}}

                """));
            if (chosen[6])
            {
                files.Add(($"{folder}/areas/people/one.md", $"---\noverride: {{section: first, mode: replace}}\n---\n## First {{#first}}\nOurs, number {at}.\n"));
            }

            if (chosen[7])
            {
                files.Add(($"{folder}/local/extra.md", $"---\nid: local/extra\ntitle: Extra of number {at}\narea: people\n---\nExtra.\n"));
            }
        }

        return new RandomWorld([.. files], [.. Enumerable.Range(0, count).Select(at => $"org-{at}")]);
    });

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    private sealed record FactValues(bool Open, bool Rich, string Size, int Heads, string[] Traits);

    private sealed record Condition(string Text, Func<FactValues, bool> Holds);

    private sealed record RandomWorld((string Path, string Text)[] Files, string[] Organizations);

    /// <summary>The smallest world with files written one after the other in a given order.</summary>
    private sealed class World
    {
        public World(IEnumerable<(string Path, string Text)> files)
        {
            Site = TinySite.Of("");
            foreach (var (path, text) in files)
            {
                Site.Write(path, text);
            }
        }

        public TinySite Site { get; }
    }
}
