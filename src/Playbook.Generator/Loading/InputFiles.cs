namespace Playbooks.Loading;

/// <summary>The files of one layer or organization.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Folder">Its folder below the input folder, without a closing slash.</param>
/// <param name="Files">All its files.</param>
internal sealed record LayerFiles(Slug Id, string Folder, ImmutableArray<InputPath> Files);

/// <summary>Every file of the input folder, sorted by what it is.</summary>
/// <param name="Pages">Pages of the common text.</param>
/// <param name="Layers">Shared layers, by id.</param>
/// <param name="Organizations">Organizations, by id.</param>
internal sealed record InputFiles(ImmutableArray<PagePlace> Pages, ImmutableArray<LayerFiles> Layers, ImmutableArray<LayerFiles> Organizations)
{
    private const string LayersFolder = "layers";

    private static readonly string[] RootFiles =
        ["playbook.yml", "facts.yml", "terms.yml", "sources.yml", "glossary.yml", "routes.yml", "assessment.yml"];

    private static readonly string[] AreaFiles = ["area.yml", "checklist.yml", "assessment.yml"];

    /// <summary>Sorts the files and reports those that nothing reads.</summary>
    public static InputFiles Sort(ImmutableArray<InputPath> files, Playbook manifest, DiagnosticBag diagnostics)
    {
        var pages = ImmutableArray.CreateBuilder<PagePlace>();
        foreach (var file in files.Where(IsContent))
        {
            if (PlaceOf(file.Value.Split('/'), file, manifest) is { } place)
            {
                pages.Add(place);
            }
            else if (!IsKnown(file, manifest))
            {
                diagnostics.Add(DiagnosticCatalog.UnexpectedFile(new SourceText(file, "").Span(0, 1), file.Value, NearestPlace(file, manifest)));
            }
        }

        var organizations = Layered(files, PlaybookLoader.OrganizationsFolder, diagnostics);
        CheckYaml(
            files.Where(file => IsBelow(file, ProgressReader.Folder)),
            [.. organizations.Select(organization => ProgressReader.FileOf(organization.Id).Value)],
            diagnostics);
        return new InputFiles(pages.ToImmutable(), Layered(files, LayersFolder, diagnostics), organizations);
    }

    /// <summary>Where a Markdown file of the common text is listed, by its path; null when nothing reads it.</summary>
    /// <param name="parts">The path's parts; for an override without the layer's folder.</param>
    /// <param name="file">The file itself.</param>
    /// <param name="manifest">For areas, sections and types.</param>
    public static PagePlace? PlaceOf(string[] parts, InputPath file, Playbook manifest)
    {
        if (parts.Length is not (3 or 4) || !parts[^1].EndsWith(".md", StringComparison.Ordinal) || !Slug.TryParse(parts[^1][..^3], out var name))
        {
            return null;
        }

        var area = parts[0] == "areas" ? manifest.Areas.FirstOrDefault(each => each.Folder.Value == parts[1]) : null;
        var section = parts[0] == "sections" ? manifest.Sections.FirstOrDefault(each => each.Id.Value == parts[1]) : null;
        var (place, folder) = area is not null ? (area.Id, area.Folder) : (section?.Id ?? default, section?.Id ?? default);
        var typeFolder = parts.Length == 4 ? parts[2] : "";
        var types = manifest.Types.Where(type => type.Folder == typeFolder).ToArray();
        if ((area is null && section is null) || (types.Length == 0 && typeFolder.Length > 0))
        {
            return null;
        }

        // Several types may share the area's own folder; then the front matter says which one a page is.
        var type = types.Length == 1 ? types[0] : null;
        return type is { Kind: not PageKind.Chapter } && Slug.TryParse(type.Folder, out var list)
            ? new PagePlace(file, PageId.Of(list, name), place, type)
            : new PagePlace(file, PageId.Of(folder, name), place, type);
    }

    private static ImmutableArray<LayerFiles> Layered(ImmutableArray<InputPath> files, string folder, DiagnosticBag diagnostics)
    {
        var layers = ImmutableArray.CreateBuilder<LayerFiles>();
        var below = files.Where(file => file.Value.StartsWith(folder + "/", StringComparison.Ordinal) && file.Value.Split('/').Length > 2);
        foreach (var group in below.GroupBy(file => file.Value.Split('/')[1]).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            if (Slug.TryParse(group.Key, out var id) && group.Key != Edition.CommonId)
            {
                layers.Add(new LayerFiles(id, $"{folder}/{group.Key}", [.. group]));
                CheckYaml(group.Where(file => !IsResult(file, $"{folder}/{id}")), [$"{folder}/{id}/{(folder == LayersFolder ? "layer.yml" : "organization.yml")}", $"{folder}/{id}/checklist.yml"], diagnostics);
            }
            else
            {
                diagnostics.Add(DiagnosticCatalog.InvalidSlug(new SourceText(group.First(), "").Span(0, 1), group.Key));
            }
        }

        return layers.ToImmutable();
    }

    /// <summary>True for a combined result of an organization.</summary>
    /// <param name="file">Any file.</param>
    /// <param name="folder">The organization's folder.</param>
    public static bool IsResult(InputPath file, string folder) =>
        file.Folder == $"{folder}/{ResultReader.Folder}" && file.Value.EndsWith(".yml", StringComparison.Ordinal)
        && folder.StartsWith(PlaybookLoader.OrganizationsFolder + "/", StringComparison.Ordinal);

    private static void CheckYaml(IEnumerable<InputPath> files, string[] known, DiagnosticBag diagnostics)
    {
        foreach (var file in files.Where(file => IsYaml(file) && !known.Contains(file.Value)))
        {
            diagnostics.Add(DiagnosticCatalog.UnexpectedFile(new SourceText(file, "").Span(0, 1), file.Value, NearestName.Find(file.Value, known)));
        }
    }

    /// <summary>Only Markdown and YAML are content; other files are published when something refers to them. README and LICENSE files are for people.</summary>
    private static bool IsContent(InputPath file) =>
        (IsYaml(file) || file.Value.EndsWith(".md", StringComparison.OrdinalIgnoreCase))
        && !file.Stem.All(each => char.IsAsciiLetterUpper(each) || each is '-' or '_' or '.')
        && !IsBelow(file, LayersFolder) && !IsBelow(file, PlaybookLoader.OrganizationsFolder)
        && !IsBelow(file, ProgressReader.Folder) && !IsBelow(file, "locales") && !IsBelow(file, "schemas");

    private static bool IsKnown(InputPath file, Playbook manifest) =>
        RootFiles.Contains(file.Value)
        || (AreaFiles.Contains(file.Name) && manifest.Areas.Any(area => file.Folder == $"areas/{area.Folder}"))
        || (manifest.Programme is not null && file.Value is "programme/checklist.yml" or "programme/assessment.yml");

    private static string? NearestPlace(InputPath file, Playbook manifest)
    {
        string[] places =
        [
            .. RootFiles,
            .. manifest.Areas.SelectMany(area => AreaFiles.Select(name => $"areas/{area.Folder}/{name}")),
            .. manifest.Areas.Select(area => $"areas/{area.Folder}/{file.Name}"),
            .. manifest.Sections.Select(section => $"sections/{section.Id}/{file.Name}"),
            .. manifest.Areas.SelectMany(area => manifest.Types.Where(type => type.Folder.Length > 0).Select(type => $"areas/{area.Folder}/{type.Folder}/{file.Name}")),
        ];
        return NearestName.Find(file.Value, places.Where(place => place != file.Value));
    }

    private static bool IsYaml(InputPath file) =>
        file.Value.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || file.Value.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase);

    private static bool IsBelow(InputPath file, string folder) => file.Value.StartsWith(folder + "/", StringComparison.Ordinal);
}
