using System.Globalization;
using Playbooks.Checking;
using Playbooks.Compiling;
using Playbooks.Diagnostics;
using Playbooks.Model;

namespace Playbooks.Benchmarks;

/// <summary>One of the organizations of a corpus: its own facts, words and a section it wrote anew.</summary>
/// <param name="Number">1-based.</param>
internal sealed record CorpusOrganization(int Number)
{
    private static readonly string[] Beginnings = ["Bram", "Cald", "Dun", "Elm", "Farl", "Gren", "Holt", "Kest", "Lind", "Marl", "Norv", "Pend"];
    private static readonly string[] Endings = ["wick", "borough", "stead", "worth", "combe", "mere", "hurst"];

    /// <summary>Its id; a word that no other text uses.</summary>
    public string Id => Name.ToLowerInvariant();

    private string Name => Beginnings[Number % Beginnings.Length] + Endings[Number % Endings.Length] + (Number < Beginnings.Length * Endings.Length ? "" : Number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Its <c>organization.yml</c>.</summary>
    public string Yaml()
    {
        string[] sizes = ["small", "medium", "large"];
        string[] words = ["colleague", "partner", "associate", "officer"];
        string[] countries = ["[uk]", "[us]", "[uk, fr]"];
        var word = words[Number % words.Length];
        return $$"""
            id: {{Id}}
            name: {{Name}} Foundation
            short_name: {{Name}}
            facts:
              regulated: {{(Number % 2 == 0 ? "true" : "false")}}
              size: {{sizes[Number % sizes.Length]}}
              headcount: {{Number * 137}}
              jurisdictions: {{countries[Number % countries.Length]}}
              aim: {{new Prose(5000 + Number).Sentence(12)}}
            terms:
              staff: {one: {{word}}, many: {{word}}s, article: {{(word[0] is 'a' or 'o' ? "an" : "a")}}}
            roles:
              sponsor: {title: Director of {{Name}}}
            phases: {start: 2027-0{{(Number % 9) + 1}}-04}
            brand: {accent: "#23406e"}
            """;
    }

    /// <summary>An override that says one section of a chapter in the organization's own words.</summary>
    public string Override(CorpusPage page, CorpusPage[] all)
    {
        var prose = new Prose(6000 + Number);
        return $$"""
            ---
            override: {section: {{CorpusPage.ChangedSection}}, mode: replace, base: {{HashOf(page, all)}}}
            reason: {{Name}} does this in another way.
            ---
            ### {{prose.Title(3)}} {#{{CorpusPage.ChangedSection}}}

            {{prose.Sentence(16)}} {{prose.Sentence(12)}} {{Name}} {{prose.Words(7)}}.

            - {{prose.Sentence(12)}}
            - {{prose.Sentence(11)}}
            - {{prose.Sentence(13)}}

            """;
    }

    private static string HashOf(CorpusPage page, CorpusPage[] all)
    {
        var source = new SourceText(new InputPath(page.File), page.Text(all).ReplaceLineEndings("\n"));
        // The callouts are unknown here and go to a bag that nobody reads; the section has none.
        var compiled = MarkdownCompiler.Compile(source, FrontMatter.Split(source)!.Value.BodyOffset, new CompileOptions([], AllowsOverrides: false), new DiagnosticBag());
        return SectionHash.Of(compiled.Sections.First(section => section.Id == CorpusPage.ChangedSection));
    }
}
