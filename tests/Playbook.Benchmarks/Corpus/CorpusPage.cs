using System.Globalization;
using System.Text;

namespace Playbooks.Benchmarks;

/// <summary>What a written page is.</summary>
internal enum CorpusPageKind
{
    Chapter,
    Play,
    Template,
}

/// <summary>A written page.</summary>
/// <param name="Number">0-based, over all pages.</param>
/// <param name="Kind">What it is.</param>
internal sealed record CorpusPage(int Number, CorpusPageKind Kind)
{
    /// <summary>Id of the section that overrides replace.</summary>
    public const string ChangedSection = "choosing";

    private static readonly string[] Sections = ["in-short", "why-it-matters", "questions-to-ask", "how-to-do-it", "common-mistakes"];

    /// <summary>The area it lies in.</summary>
    public string Area => Corpus.Areas[Number % Corpus.Areas.Count];

    /// <summary>Its name in its folder.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Kind.ToString().ToLowerInvariant()}-{Number:0000}");

    /// <summary>What links to it name.</summary>
    public string Id => Kind == CorpusPageKind.Chapter ? $"{Area}/{Name}" : $"{Folder}/{Name}";

    /// <summary>Where it is published, below its edition's root.</summary>
    public string Address => $"{Id}/";

    /// <summary>Its file below the input folder.</summary>
    public string File => Kind == CorpusPageKind.Chapter ? $"areas/{Area}/{Name}.md" : $"areas/{Area}/{Folder}/{Name}.md";

    private string Folder => Kind == CorpusPageKind.Play ? "plays" : "templates";

    /// <summary>This many pages; of every forty, two are plays and one is a template, and the first pages are chapters.</summary>
    public static CorpusPage[] All(int count) =>
    [
        .. Enumerable.Range(0, count).Select(number => new CorpusPage(number, (number % 40) switch
        {
            12 or 33 => CorpusPageKind.Play,
            26 => CorpusPageKind.Template,
            _ => CorpusPageKind.Chapter,
        })),
    ];

    /// <summary>The whole file.</summary>
    /// <param name="all">All pages, for links.</param>
    public string Text(CorpusPage[] all)
    {
        var prose = new Prose(Number + 1);
        var text = new StringBuilder("---\n");
        WriteFrontMatter(text, prose, all);
        text.Append("---\n");
        foreach (var section in Sections)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {prose.Title(4)} {{#{section}}}\n\n");
            WriteSection(section, text, prose, all);
        }

        return text.ToString();
    }

    private void WriteFrontMatter(StringBuilder text, Prose prose, CorpusPage[] all)
    {
        var (item, question) = (Number % CorpusYaml.ItemsPerArea + 1, Number % CorpusYaml.QuestionsPerArea + 1);
        var prefix = CorpusYaml.PrefixOf(Area);
        text.Append(CultureInfo.InvariantCulture, $"id: {(Kind == CorpusPageKind.Chapter ? Id : Name)}\n");
        text.Append(CultureInfo.InvariantCulture, $"title: {prose.Title(5)}\n");
        text.Append(CultureInfo.InvariantCulture, $"description: {prose.Sentence(12)}\n");
        text.Append("reviewed: 2026-11-20\nreview_every: 12m\n");
        switch (Kind)
        {
            case CorpusPageKind.Chapter:
                text.Append(CultureInfo.InvariantCulture, $"audience: [lead, sponsor]\nquestions: [{prefix}-A{question}]\nchecklist: [{prefix}-{item:00}]\n");
                text.Append(CultureInfo.InvariantCulture, $"related: [{Linked(all, 7).Id}, {Linked(all, 31).Id}]\nsources: [source-{Number % CorpusYaml.SourceCount}]\n");
                if (Nearest(all, CorpusPageKind.Play) is { } play)
                {
                    text.Append(CultureInfo.InvariantCulture, $"plays: [{play.Name}]\n");
                }

                if (Nearest(all, CorpusPageKind.Template) is { } template)
                {
                    text.Append(CultureInfo.InvariantCulture, $"templates: [{template.Name}]\n");
                }

                text.Append(CultureInfo.InvariantCulture, $"keywords: [{prose.Words(1)}, {prose.Words(2)}]\n");
                break;
            case CorpusPageKind.Play:
                text.Append(CultureInfo.InvariantCulture, $"goal: {prose.Sentence(9)}\nwhen_to_use: {prose.Sentence(9)}\ntime: 75 minutes\npeople: {prose.Sentence(6)}\n");
                text.Append(CultureInfo.InvariantCulture, $"outputs: [{prose.Words(3)}]\nleads_to: [{prefix}-{item:00}]\nremote: true\n");
                break;
            default:
                text.Append(CultureInfo.InvariantCulture, $"format: [md]\nfields: [{prose.Words(2)}, {prose.Words(2)}]\nused_in: [{Linked(all, 1).Id}]\n");
                break;
        }
    }

    private void WriteSection(string section, StringBuilder text, Prose prose, CorpusPage[] all)
    {
        switch (section)
        {
            case "in-short":
                WriteList(text, prose, "-", 3);
                break;
            case "why-it-matters":
                WriteParagraph(text, prose, all);
                WriteParagraph(text, prose, all);
                if (Kind == CorpusPageKind.Chapter)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{prose.Sentence(12)} [@source-{Number % CorpusYaml.SourceCount}]\n\n");
                }

                break;
            case "questions-to-ask":
                WriteTable(text, prose);
                WriteCondition(text, prose);
                break;
            case "how-to-do-it":
                text.Append(CultureInfo.InvariantCulture, $"### {prose.Title(3)} {{#{ChangedSection}}}\n\n");
                WriteParagraph(text, prose, all);
                WriteList(text, prose, "1.", 4);
                text.Append(CultureInfo.InvariantCulture, $"### {prose.Title(3)} {{#starting}}\n\n");
                WriteParagraph(text, prose, all);
                text.Append(CultureInfo.InvariantCulture, $"::: tip \"{prose.Title(4)}\"\n{prose.Sentence(14)} {prose.Sentence(10)}\n:::\n\n");
                break;
            default:
                WriteParagraph(text, prose, all);
                text.Append(CultureInfo.InvariantCulture, $"> {prose.Sentence(16)}\n\n");
                WriteList(text, prose, "-", 4);
                break;
        }
    }

    /// <summary>Two sentences around a link, two values and some emphasis.</summary>
    private void WriteParagraph(StringBuilder text, Prose prose, CorpusPage[] all)
    {
        var target = Linked(all, 1 + prose.Next(200));
        var anchor = prose.Next(2) == 0 ? "" : "#why-it-matters";
        text.Append(CultureInfo.InvariantCulture, $"{prose.Sentence(14)} {prose.Title(3)} **{prose.Words(2)}** {{{{ term.staff.many }}}} {prose.Words(6)} ");
        text.Append(CultureInfo.InvariantCulture, $"[{prose.Words(3)}](xref:{target.Id}{anchor}) {prose.Words(5)} {{{{ org.name }}}}. {prose.Sentence(15)} _{prose.Words(2)}_ {prose.Sentence(9)}\n\n");
    }

    private static void WriteList(StringBuilder text, Prose prose, string mark, int items)
    {
        for (var item = 0; item < items; item++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{mark} {prose.Sentence(13)}\n");
        }

        text.Append('\n');
    }

    private static void WriteTable(StringBuilder text, Prose prose)
    {
        text.Append(CultureInfo.InvariantCulture, $"| {prose.Title(2)} | {prose.Title(2)} | {prose.Title(1)} |\n|---|---|---|\n");
        for (var row = 0; row < 4; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {prose.Words(2)} | {prose.Sentence(8)} | `{prose.Words(1)}` |\n");
        }

        text.Append('\n');
    }

    /// <summary>Every third page differs between organizations.</summary>
    private void WriteCondition(StringBuilder text, Prose prose)
    {
        if (Number % 3 == 0)
        {
            var condition = CorpusYaml.Conditions[Number / 3 % CorpusYaml.Conditions.Length];
            text.Append(CultureInfo.InvariantCulture, $"::: when \"{condition}\"\n{prose.Sentence(15)} {{{{ Term.customer.a }}}} {prose.Sentence(8)}\n::: else\n{prose.Sentence(14)}\n:::\n\n");
        }
    }

    private CorpusPage Linked(CorpusPage[] all, int distance)
    {
        var at = (Number + distance) % all.Length;
        return all[at].Kind == CorpusPageKind.Chapter ? all[at] : all[(at + 1) % all.Length];
    }

    private CorpusPage? Nearest(CorpusPage[] all, CorpusPageKind kind) =>
        all.Skip(Number - (Number % 40)).Take(40).FirstOrDefault(page => page.Kind == kind);
}
