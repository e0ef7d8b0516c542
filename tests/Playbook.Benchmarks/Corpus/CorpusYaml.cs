using System.Globalization;
using System.Text;

namespace Playbooks.Benchmarks;

/// <summary>The YAML files of a corpus.</summary>
internal static class CorpusYaml
{
    /// <summary>Checklist items of an area; 72 in all.</summary>
    public const int ItemsPerArea = 14;

    /// <summary>Assessment items of an area; 40 in all.</summary>
    public const int QuestionsPerArea = 8;

    /// <summary>Number of sources that chapters cite.</summary>
    public const int SourceCount = 12;

    private const int GlossaryCount = 30;

    /// <summary>Conditions of blocks, each true for some organizations.</summary>
    public static string[] Conditions { get; } =
        ["regulated", "size in ['small', 'medium']", "headcount > 500", "'uk' in jurisdictions", "regulated and size != 'small'", "not regulated"];

    /// <summary>The manifest.</summary>
    public static string Manifest { get; } = $$$"""
        id: measured
        title: A playbook for measuring
        description: Pages that nobody reads, in the shape of pages that somebody does.
        version: "1"
        locale: en
        types:
          chapter: {label: {one: Chapter, many: Chapters}}
          play: {label: {one: Play, many: Plays}, folder: plays}
          template: {label: {one: Template, many: Templates}, folder: templates}
        areas:
        {{{string.Join('\n', Corpus.Areas.Select(DeclarationOf))}}}
        phases:
          - {id: discover, title: Discover, length: 4w}
          - {id: pilot, title: Pilot, length: 8w}
          - {id: scale, title: Scale}
        gates:
          - {id: before-pilot, title: Ready to be seen, at: "end-of:discover"}
        roles:
          - {id: sponsor, title: Sponsor}
          - {id: lead, title: Lead}
        priorities:
          - {id: must, label: Must, meaning: Nothing holds without it.}
          - {id: should, label: Should, meaning: Most need it.}
        efforts:
          - {id: S, label: Small, meaning: A morning.}
          - {id: L, label: Large, meaning: A month.}
        evidence:
          - {id: link, label: A link}
          - {id: none, label: Nothing to record}
        callouts:
          - {id: tip, label: Tip}
        """;

    /// <summary>The facts.</summary>
    public static string Facts { get; } = """
        facts:
          - {id: regulated, type: boolean, question: Is there a regulator?, default: false}
          - {id: size, type: choice, question: How large?, values: [small, medium, large], default: medium}
          - {id: headcount, type: number, question: How many people?, default: 120}
          - {id: jurisdictions, type: list, question: Which countries?, values: [uk, us, fr], default: [uk]}
          - {id: aim, type: text, question: What for?, default: Answer people where they ask.}
        """;

    /// <summary>The terms.</summary>
    public static string Terms { get; } = """
        terms:
          staff: {one: employee, many: employees, article: an}
          customer: {one: customer, many: customers, article: a}
          unit: {one: department, many: departments, article: a}
        """;

    /// <summary>The assessment as a whole.</summary>
    public static string Assessment { get; } = """
        id: readiness
        title: Where do you stand?
        version: 1
        scale:
          levels:
            - {value: 1, label: Not started}
            - {value: 2, label: Agreed}
            - {value: 3, label: Working}
          extra_answers:
            - {id: dont-know, label: I do not know, counts_as: missing}
        targets: {default: 3}
        importance: {min: 1, max: 5, default: 3}
        scoring: {method: weighted-mean, minimum_coverage: 0.6, round: 1, opportunity: importance-times-gap, gate_alert_at: 1}
        bands:
          - {from: 1.0, label: Starting, meaning: Little holds it in place.}
          - {from: 2.0, label: Working, meaning: Agreed and done.}
        """;

    /// <summary>The sources.</summary>
    public static string Sources() => "sources:\n" + Each(SourceCount, number =>
        $"  - {{id: source-{number}, title: {new Prose(900 + number).Title(4)}, author: Author {number}, year: {1990 + number}, supports: {new Prose(950 + number).Sentence(9)}, confidence: primary, kind: practice}}\n");

    /// <summary>The glossary, each entry with a chapter.</summary>
    public static string Glossary(CorpusPage[] pages) => "terms:\n" + Each(GlossaryCount, number =>
        $"  - {{id: word-{number}, term: {new Prose(1000 + number).Title(2)}, definition: {new Prose(1050 + number).Sentence(14)}, see: [word-{(number + 1) % GlossaryCount}], chapter: {pages[number % 10].Id}}}\n");

    /// <summary>An area: its question and the order of its chapters.</summary>
    public static string Area(CorpusPage[] own) => $"""
        question: {new Prose(own[0].Number + 70).Sentence(8)}
        purpose: {new Prose(own[0].Number + 75).Sentence(14)}
        chapters:
        {string.Join('\n', own.Where(page => page.Kind == CorpusPageKind.Chapter).Select(page => $"  - {page.Name}"))}
        """;

    /// <summary>An area's checklist. The first two areas have an item more, which makes 72.</summary>
    public static string Checklist(string area, CorpusPage[] own)
    {
        var prefix = PrefixOf(area);
        var count = ItemsPerArea + (Corpus.Areas[0] == area || Corpus.Areas[1] == area ? 1 : 0);
        return "items:\n" + Each(count, at =>
        {
            var prose = new Prose(2000 + (own[0].Number * 50) + at);
            var text = new StringBuilder();
            text.Append(CultureInfo.InvariantCulture, $"  - id: {prefix}-{at + 1:00}\n    title: {prose.Title(6)} for {{{{ term.staff.many }}}}\n    why: {prose.Sentence(14)}\n");
            text.Append(CultureInfo.InvariantCulture, $"    how: {own[at % Math.Min(8, own.Length)].Id}#why-it-matters\n    steps:\n      - {prose.Sentence(11)}\n      - {prose.Sentence(11)}\n      - {prose.Sentence(9)}\n");
            text.Append(CultureInfo.InvariantCulture, $"    done_when:\n      - {prose.Sentence(10)}\n      - {prose.Sentence(8)}\n    evidence: link\n    owner: {(at % 2 == 0 ? "lead" : "sponsor")}\n    with: [sponsor]\n");
            text.Append(CultureInfo.InvariantCulture, $"    phase: {(at < 6 ? "discover" : "pilot")}\n    due: {{from: phase-start, offset: {at % 3 + 1}w}}\n    effort: S\n    priority: {(at < 8 ? "must" : "should")}\n");
            text.Append(at < 4 ? "    gate: before-pilot\n" : "");
            text.Append(at % 5 == 4 ? "    when: \"regulated or size == 'medium'\"\n" : "");
            text.Append(CultureInfo.InvariantCulture, $"    questions: [{prefix}-A{(at % QuestionsPerArea) + 1}]\n");
            return text.ToString();
        });
    }

    /// <summary>An area's statements to rate.</summary>
    public static string Questions(string area, CorpusPage[] own) => "items:\n" + Each(QuestionsPerArea, at =>
    {
        var prose = new Prose(3000 + (own[0].Number * 50) + at);
        var prefix = PrefixOf(area);
        return string.Create(CultureInfo.InvariantCulture, $$"""
              - id: {{prefix}}-A{{at + 1}}
                statement: {{prose.Sentence(9)}}
                ask: {{prose.Sentence(12)}}
                evidence_hint: {{prose.Sentence(8)}}
                levels: {1: {{prose.Sentence(8)}}, 2: {{prose.Sentence(8)}}, 3: {{prose.Sentence(8)}}}
                weight: 1
                chapters: [{{own[at % Math.Min(8, own.Length)].Id}}]
                checklist: [{{prefix}}-{{at + 1:00}}]

            """);
    });

    /// <summary>First part of the ids of an area's items.</summary>
    public static string PrefixOf(string area) => area[..3].ToUpperInvariant();

    private static string DeclarationOf(string area) =>
        $"  - {{id: {area}, prefix: {PrefixOf(area)}, title: {char.ToUpperInvariant(area[0])}{area[1..]}, summary: The side of the organization that is {area}.}}";

    private static string Each(int count, Func<int, string> text) => string.Concat(Enumerable.Range(0, count).Select(text));
}
