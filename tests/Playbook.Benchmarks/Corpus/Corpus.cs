namespace Playbooks.Benchmarks;

/// <summary>
/// A playbook of any size, the same bytes wherever it is written: five areas with pages of about 5 kB, 72 checklist items,
/// 40 assessment items, and organizations with facts, words and one override each.
/// </summary>
/// <param name="Pages">Written pages; one in twenty is a play, one in forty a template, the others are chapters.</param>
/// <param name="Editions">At least 1: the common one, and each of the others for an organization of its own.</param>
internal sealed record Corpus(int Pages, int Editions)
{
    /// <summary>Ids of the five areas, which are also their folders.</summary>
    public static IReadOnlyList<string> Areas { get; } = ["leading", "belonging", "aiming", "steering", "joining"];

    /// <summary>How results name it.</summary>
    public override string ToString() => $"{Pages:N0} × {Editions}";

    /// <summary>Writes the input folder.</summary>
    public void WriteTo(string folder)
    {
        var pages = CorpusPage.All(Pages);
        Write(folder, "playbook.yml", CorpusYaml.Manifest);
        Write(folder, "facts.yml", CorpusYaml.Facts);
        Write(folder, "terms.yml", CorpusYaml.Terms);
        Write(folder, "assessment.yml", CorpusYaml.Assessment);
        Write(folder, "sources.yml", CorpusYaml.Sources());
        Write(folder, "glossary.yml", CorpusYaml.Glossary(pages));
        foreach (var area in Areas)
        {
            var own = pages.Where(page => page.Area == area).ToArray();
            Write(folder, $"areas/{area}/area.yml", CorpusYaml.Area(own));
            Write(folder, $"areas/{area}/checklist.yml", CorpusYaml.Checklist(area, own));
            Write(folder, $"areas/{area}/assessment.yml", CorpusYaml.Questions(area, own));
        }

        foreach (var page in pages)
        {
            Write(folder, page.File, page.Text(pages));
        }

        for (var number = 1; number < Editions; number++)
        {
            var organization = new CorpusOrganization(number);
            Write(folder, $"organizations/{organization.Id}/organization.yml", organization.Yaml());
            var changed = pages.Where(page => page.Kind == CorpusPageKind.Chapter).ElementAt(number % Math.Min(10, Pages));
            Write(folder, $"organizations/{organization.Id}/{changed.File}", organization.Override(changed, pages));
        }
    }

    private static void Write(string folder, string path, string text)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text.ReplaceLineEndings("\n"));
    }
}
