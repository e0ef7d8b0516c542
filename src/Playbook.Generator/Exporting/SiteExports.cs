namespace Playbooks.Exporting;

/// <summary>The files in which readers take an edition's checklists with them, published below <c>exports/</c>.</summary>
internal static class SiteExports
{
    private const string Folder = "exports/";

    private static readonly (ExportFormat Format, string Name, string Text)[] All =
    [
        (ExportFormat.Csv, "checklist.csv", "csv"),
        (ExportFormat.Ics, "plan.ics", "ics"),
        (ExportFormat.Markdown, "checklist.md", "markdown"),
        (ExportFormat.Json, "checklist.json", "json"),
    ];

    /// <summary>What pages offer, with the key of the text that says what a file is for. Nothing for an edition without items; no calendar without dates.</summary>
    public static IEnumerable<(string Path, string Name, string Text)> Offered(Edition edition) =>
        edition.Items.Any() ? All.Where(file => file.Format != ExportFormat.Ics || edition.Start is not null).Select(file => (Folder + file.Name, file.Name, file.Text)) : [];

    /// <summary>The files, and the schema of the one for programs.</summary>
    public static IEnumerable<SiteFile> Of(ExportSource source)
    {
        if (!source.Edition.Items.Any())
        {
            yield break;
        }

        foreach (var file in All)
        {
            if (Exporter.Export(source, file.Format) is { } bytes)
            {
                yield return new SiteFile(new SitePath(Folder + file.Name), bytes, []);
            }
        }

        yield return new SiteFile(new SitePath(Folder + ChecklistJson.SchemaName), ChecklistJson.Schema(), []);
    }
}
