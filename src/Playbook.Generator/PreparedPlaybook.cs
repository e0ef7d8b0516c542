using Playbooks.Checking;
using Playbooks.Composing;
using Playbooks.Indexing;
using Playbooks.Loading;
using Playbooks.Rendering;
using Playbooks.Verifying;

namespace Playbooks;

/// <summary>Everything that the editions of one build share: read once, checked, ready to be composed.</summary>
internal sealed class PreparedPlaybook
{
    private readonly EditionLocales _locales;
    private readonly StageClock _clock;
    private readonly SearchIndexer _indexer;
    private readonly bool _checksContent;

    private PreparedPlaybook(
        Playbook playbook, ImmutableArray<Organization?> selected, EditionLocales locales, Theme theme, LayoutEngine layouts, StageClock clock, bool checksContent)
    {
        _indexer = new SearchIndexer(selected.Length);
        _checksContent = checksContent;
        Playbook = playbook;
        Selected = selected;
        Theme = theme;
        Layouts = layouts;
        _locales = locales;
        _clock = clock;
    }

    /// <summary>The playbook as written.</summary>
    public Playbook Playbook { get; }

    /// <summary>The organizations whose editions are built, null standing for the common edition; common first, then by id.</summary>
    public ImmutableArray<Organization?> Selected { get; }

    /// <summary>The theme.</summary>
    public Theme Theme { get; }

    /// <summary>The theme's layouts.</summary>
    public LayoutEngine Layouts { get; }

    /// <summary>Reads and checks what all editions share; null after an error.</summary>
    /// <param name="options">What to build.</param>
    /// <param name="clock">Measures the stages.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    /// <param name="memory">What earlier builds of the same folders left; null for the only one.</param>
    /// <exception cref="UnusableEnvironmentException">A folder is missing or cannot be used, or an edition does not exist.</exception>
    public static PreparedPlaybook? Prepare(BuildOptions options, StageClock clock, DiagnosticBag diagnostics, BuildMemory? memory = null)
    {
        var input = clock.Measure("listing", () => memory?.Open(options.InputFolder, diagnostics) ?? InputFolder.Open(options.InputFolder, diagnostics));
        var theme = clock.Measure("theme", () => memory?.Theme ?? Theme.Load(options.ThemeFolder));
        var loaded = clock.Measure("loading", () => PlaybookLoader.Load(input, diagnostics, memory?.Texts));
        if (loaded is null || !clock.Measure("checking", () => PlaybookChecker.Check(loaded, diagnostics)))
        {
            return null;
        }

        var playbook = WithBaseUrl(loaded, options.BaseUrl);
        var selected = EditionSelection.Of(playbook, options);
        var layouts = memory?.Layouts ?? clock.Measure("theme", () => LayoutEngine.Load(theme, diagnostics));
        memory?.Keep(theme, layouts);
        var locales = clock.Measure("theme", () => EditionLocales.Read(playbook, selected, theme.LocaleFiles, input, diagnostics));
        return layouts is null || locales is null || !IconChecker.Check(playbook, [.. theme.Icons.Keys], diagnostics)
            ? null
            : new PreparedPlaybook(playbook, selected, locales, theme, layouts, clock, checksContent: options.Today is not null);
    }

    /// <summary>What is private to whom.</summary>
    public IsolationRules Isolation() => _clock.Measure("isolation", () => IsolationRules.Create(
        [.. Playbook.Organizations.Select(organization => new OrganizationTexts(organization.Id, organization.Own.Files))],
        // The name of the common edition may stand in addresses.
        [.. Playbook.CommonFiles.SelectMany(file => new[] { file.Text, file.Path.Value }), .. Theme.PublicTexts, .. _locales.Texts, .. LanguageRules.PublicTexts, Edition.CommonId]));

    /// <summary>One edition, composed and checked; null after an error.</summary>
    public Edition? Compose(Organization? organization, DiagnosticBag diagnostics) => ThemeMistakes.Report(diagnostics, () =>
    {
        var edition = _clock.Measure("composing", () => EditionComposer.Compose(Playbook, organization, _locales[organization]));
        // What the checker finds would come back as broken links of the pages: one message for one cause.
        return _clock.Measure("checking", () => EditionChecker.Check(edition, organization, diagnostics)) ? edition : null;
    });

    /// <summary>One edition, from the common text to files; null after an error.</summary>
    public Site? Render(Organization? organization, DiagnosticBag diagnostics)
    {
        if (Compose(organization, diagnostics) is not { } edition
            || _clock.Measure("rendering", () => SiteRenderer.Render(edition, Theme, Layouts, diagnostics)) is not { } site)
        {
            return null;
        }

        return site.With(Index(edition, _checksContent ? diagnostics : null));
    }

    /// <summary>The files of an edition's search.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="findability">Where to report what its readers cannot find; null for not looking.</param>
    public IReadOnlyList<SiteFile> Index(Edition edition, DiagnosticBag? findability = null) =>
        _clock.Measure("indexing", () => _indexer.Index(edition, findability));

    private static Playbook WithBaseUrl(Playbook playbook, string? address) => address is null ? playbook : playbook with
    {
        Site = playbook.Site with { BaseUrl = address },
        Organizations = [.. playbook.Organizations.Select(organization => organization with { Site = organization.Site with { BaseUrl = address } })],
    };
}
