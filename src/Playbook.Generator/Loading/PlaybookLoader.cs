using System.Collections.Concurrent;
using System.Text;
using Playbooks.Compiling;

namespace Playbooks.Loading;

/// <summary>Reads an input folder into a <see cref="Playbook"/>.</summary>
/// <remarks>
/// In: a folder. Out: the common text, shared layers and organizations, typed and with the place of every value; Markdown
/// is compiled here, once for all editions. Refuses what cannot be read as what it must be; whether references lead
/// anywhere is left to the checker. Files are read in parallel and put together in ordinal order of their paths.
/// </remarks>
public sealed class PlaybookLoader
{
    /// <summary>Folder of the organizations below the input folder.</summary>
    public const string OrganizationsFolder = "organizations";

    private const string ManifestFile = "playbook.yml";
    private const string GlossaryFile = "glossary.yml";

    internal static readonly Slug ProgrammeId = Slug.Of("programme");

    private readonly InputFolder _input;
    private readonly DiagnosticBag _diagnostics;
    private readonly ReadingContext _context;
    private readonly CompiledTexts? _compiled;
    private readonly ConcurrentDictionary<InputPath, SourceText?> _texts = new();

    private PlaybookLoader(InputFolder input, DiagnosticBag diagnostics, CompiledTexts? compiled)
    {
        _input = input;
        _diagnostics = diagnostics;
        _compiled = compiled;
        _context = new ReadingContext(diagnostics) { Compiled = compiled };
    }

    /// <summary>Reads everything; null when errors were reported.</summary>
    /// <param name="input">The folder.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    /// <param name="compiled">What earlier loads of the same folder compiled; null to compile everything.</param>
    public static Playbook? Load(InputFolder input, DiagnosticBag diagnostics, CompiledTexts? compiled = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var playbook = new PlaybookLoader(input, diagnostics, compiled).Load();
        compiled?.End(input.Files);
        return diagnostics.HasErrors ? null : playbook;
    }

    private Playbook? Load()
    {
        if (ReadManifest() is not { } manifest)
        {
            return null;
        }

        manifest = ReadRootFiles(manifest);
        _context.Glossary = GlossaryWords.Of(manifest.Glossary);
        _compiled?.Begin(_texts.GetValueOrDefault(new InputPath(ManifestFile)), _texts.GetValueOrDefault(new InputPath(GlossaryFile)));
        manifest = manifest with
        {
            Areas = [.. manifest.Areas.Select(ReadArea)],
            Programme = manifest.Programme is { } programme ? ReadItems(programme, "programme") : null,
        };
        var files = InputFiles.Sort(_input.Files, manifest, _diagnostics);
        manifest = manifest with { Pages = ReadPages(files.Pages, manifest) };
        manifest = manifest with { Layers = ReadLayers(files.Layers, manifest) };
        manifest = manifest with { Organizations = ReadOrganizations(files.Organizations, manifest) };
        var assets = AssetReader.ReadReferenced(manifest, _input, _diagnostics);
        return manifest with
        {
            Assets = assets,
            // Files for download are read by people too, and are as private as the pages.
            Organizations = [.. manifest.Organizations.Select(organization => organization with
            {
                Own = organization.Own with { Files = [.. organization.Own.Files, .. Texts(assets, $"{OrganizationsFolder}/{organization.Id}/")] },
            })],
            SlottedTexts = [.. InOrder(_context.Texts, text => text.Span)],
            Conditions = [.. InOrder(_context.Conditions, condition => condition.Span)],
            // Paths become addresses, and files for download are read as well.
            CommonFiles =
            [
                .. Texts(IsCommon),
                .. _input.Files.Where(IsCommon).Select(path => new SourceText(path, path.Value)),
                .. Texts(assets, "").Where(text => IsCommon(text.Path)),
            ],
        };
    }

    private static IEnumerable<T> InOrder<T>(IEnumerable<T> found, Func<T, SourceSpan> place) =>
        found.OrderBy(each => place(each).Path.Value, StringComparer.Ordinal).ThenBy(each => place(each).Line).ThenBy(each => place(each).Column);

    /// <summary>Files below a folder that are text; a zero byte shows a picture.</summary>
    private static IEnumerable<SourceText> Texts(ImmutableSortedDictionary<string, Asset> assets, string folder) => assets.Values
        .Where(asset => asset.File.Value.StartsWith(folder, StringComparison.Ordinal) && !asset.Bytes.Span.Contains((byte)0))
        .Select(asset => new SourceText(asset.File, Encoding.UTF8.GetString(asset.Bytes.Span)));

    /// <summary>Progress is as private as the rest of an organization, down to the name of its file.</summary>
    private static bool IsCommon(InputPath path) =>
        !path.Value.StartsWith(OrganizationsFolder + "/", StringComparison.Ordinal) && !path.Value.StartsWith(ProgressReader.Folder + "/", StringComparison.Ordinal);

    private Playbook? ReadManifest()
    {
        var file = new InputPath(ManifestFile);
        if (!_input.Has(file))
        {
            _diagnostics.Add(DiagnosticCatalog.MissingFile(new SourceText(file, "").Span(0, 1), file.Value, "it says what the playbook is called and which parts it has"));
            return null;
        }

        // Without a readable manifest nothing else can be understood, so this stage ends here.
        return ReadYaml(file, "the playbook", ManifestReader.Read) is { } manifest && !_diagnostics.HasErrors ? manifest : null;
    }

    private Playbook ReadRootFiles(Playbook manifest)
    {
        var withFacts = manifest with { Facts = ReadYaml(new InputPath("facts.yml"), "the file", map => FactReader.Read(map)) };
        return withFacts with
        {
            Facts = withFacts.Facts.IsDefault ? [] : withFacts.Facts,
            Terms = ReadYaml(new InputPath("terms.yml"), "the file", ReferenceReader.ReadTerms) ?? manifest.Terms,
            Sources = OrEmpty(ReadYaml(new InputPath("sources.yml"), "the file", map => ReferenceReader.ReadSources(map))),
            Glossary = OrEmpty(ReadYaml(new InputPath(GlossaryFile), "the file", map => ReferenceReader.ReadGlossary(map))),
            Routes = OrEmpty(ReadYaml(new InputPath("routes.yml"), "the file", map => ReferenceReader.ReadRoutes(map))),
            Assessment = ReadYaml(new InputPath("assessment.yml"), "the assessment", AssessmentReader.Read),
        };
    }

    private ChangeArea ReadArea(ChangeArea area)
    {
        var folder = $"areas/{area.Folder}";
        var described = ReadUnchanged(new InputPath($"{folder}/area.yml"), "the area", map => AreaReader.ReadDescription(map, area)) ?? area;
        return ReadItems(described, folder);
    }

    private ChangeArea ReadItems(ChangeArea area, string folder)
    {
        var (items, retired) = ReadUnchanged(new InputPath($"{folder}/checklist.yml"), "the checklist", map => AreaReader.ReadChecklist(map, area.Id));
        var questions = ReadUnchanged(new InputPath($"{folder}/assessment.yml"), "the file", map => AreaReader.ReadAssessment(map, area.Id));
        return area with { Items = OrEmpty(items), Retired = OrEmpty(retired), Questions = OrEmpty(questions) };
    }

    private ImmutableArray<ContentPage> ReadPages(ImmutableArray<PagePlace> places, Playbook manifest)
    {
        var pages = new ContentPage?[places.Length];
        Parallel.For(0, places.Length, at =>
        {
            if (ReadText(places[at].File) is { } source)
            {
                pages[at] = PageReader.Read(source, places[at], manifest, _context);
            }
        });
        return [.. pages.OfType<ContentPage>().OrderBy(page => page.Id)];
    }

    private ImmutableArray<Layer> ReadLayers(ImmutableArray<LayerFiles> layers, Playbook manifest) =>
    [
        .. layers.Select(files =>
        {
            var description = new InputPath($"{files.Folder}/layer.yml");
            var layer = ReadYaml(description, "a layer", map => OrganizationReader.ReadLayer(map, files.Id))
                ?? new Layer { Id = files.Id, Span = new SourceText(description, "").Span(0, 1) };
            return LayerReader.ReadPages(layer, files, manifest, below: [], ReadText, _context);
        }),
    ];

    private ImmutableArray<Organization> ReadOrganizations(ImmutableArray<LayerFiles> organizations, Playbook manifest)
    {
        var read = new Organization?[organizations.Length];
        Parallel.For(0, organizations.Length, at =>
        {
            var files = organizations[at];
            var description = new InputPath($"{files.Folder}/organization.yml");
            if (!_input.Has(description))
            {
                _diagnostics.Add(DiagnosticCatalog.MissingFile(new SourceText(description, "").Span(0, 1), description.Value, "it says who the organization is"));
            }
            else if (ReadYaml(description, "an organization", map => OrganizationReader.Read(map, files.Id, manifest)) is { } organization)
            {
                Layer[] below = [.. organization.LayerIds.SelectMany(id => manifest.Layers.Where(layer => layer.Id.Value == id.Value))];
                var own = LayerReader.ReadPages(organization.Own, files, manifest, below, ReadText, _context);
                var progress = ProgressReader.FileOf(files.Id);
                read[at] = organization with
                {
                    Results = ReadResults(files),
                    Progress = OrEmpty(ReadYaml(progress, "the progress", map => ProgressReader.Read(map))),
                    Own = own with { Files = [.. Texts(path => path == progress || path.Value.StartsWith(files.Folder + "/", StringComparison.Ordinal))] },
                };
            }
        });
        return [.. read.OfType<Organization>()];
    }

    private ImmutableArray<AssessmentResult> ReadResults(LayerFiles files) =>
    [
        .. files.Files.Where(file => InputFiles.IsResult(file, files.Folder))
            .Select(file => ReadYaml(file, "a result", ResultReader.Read)).OfType<AssessmentResult>().OrderBy(result => result.Date),
    ];

    private T? ReadYaml<T>(InputPath file, string what, Func<MappingReader, T> read) =>
        _input.Has(file) && ReadText(file) is { } source && YamlReader.ReadFile(source, _diagnostics) is { } yaml
            ? MappingReader.Read(yaml, what, _context, read)
            : default;

    /// <summary>Like <see cref="ReadYaml"/>, for files that depend on nothing but the manifest.</summary>
    private T? ReadUnchanged<T>(InputPath file, string what, Func<MappingReader, T> read) =>
        _input.Has(file) && ReadText(file) is { } source
            ? _context.OfUnchanged(source, own => YamlReader.ReadFile(source, own.Diagnostics) is { } yaml ? MappingReader.Read(yaml, what, own, read) : default)
            : default;

    private SourceText? ReadText(InputPath file) => _texts.GetOrAdd(file, path =>
    {
        if (_compiled?.Unchanged(path) is { } unchanged)
        {
            return unchanged;
        }

        var text = _input.ReadText(path, _diagnostics, _compiled?.TextOf(path));
        if (text is not null)
        {
            _compiled?.Keep(text);
        }

        return text;
    });

    private IEnumerable<SourceText> Texts(Func<InputPath, bool> selects) =>
        _texts.Where(each => selects(each.Key)).Select(each => each.Value).OfType<SourceText>().OrderBy(text => text.Path.Value, StringComparer.Ordinal);

    private static ImmutableArray<T> OrEmpty<T>(ImmutableArray<T> items) => items.IsDefault ? [] : items;
}
