using Playbooks.Checking;
using Playbooks.Composing;
using Playbooks.Indexing;
using Playbooks.Loading;
using Playbooks.Rendering;
using Playbooks.Verifying;
using Playbooks.Writing;

namespace Playbooks;

/// <summary>
/// Builds every edition of a playbook: <b>Input</b> (loading, checking, composing), <b>Process</b> (rendering),
/// <b>PostProcess</b> (indexing), <b>Output</b> (writing, verifying). Start reading here.
/// </summary>
/// <remarks>
/// Reading, YAML and Markdown are done once for all editions; then the editions run in parallel. Nothing is published
/// before every edition was written to a stage of its own and read back without an error.
/// </remarks>
public sealed class PlaybookPipeline
{
    private readonly BuildOptions _options;
    private readonly DiagnosticBag _diagnostics = new();
    private readonly StageClock _clock;
    private SearchIndexer _indexer = new(editionCount: 1);
    private readonly IProgress<BuildProgress>? _progress;
    private readonly CancellationToken _cancellation;

    private PlaybookPipeline(BuildOptions options, TimeProvider time, IProgress<BuildProgress>? progress, CancellationToken cancellation)
    {
        _options = options;
        _clock = new StageClock(time);
        _progress = progress;
        _cancellation = cancellation;
    }

    /// <summary>Builds (or, without an output folder, checks) the editions.</summary>
    /// <param name="options">What to build.</param>
    /// <param name="time">Measures the stages; nothing in the output depends on it.</param>
    /// <param name="progress">Told after each edition; may be null.</param>
    /// <param name="cancellation">Stops between files; what is published stays as it was.</param>
    /// <exception cref="UnusableEnvironmentException">A folder is missing or cannot be used, or an edition does not exist.</exception>
    /// <exception cref="OperationCanceledException">The build was stopped.</exception>
    public static BuildResult Build(BuildOptions options, TimeProvider time, IProgress<BuildProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        return new PlaybookPipeline(options, time, progress, cancellation).Build();
    }

    private BuildResult Build()
    {
        var input = InputFolder.Open(_options.InputFolder, _diagnostics);
        var theme = _clock.Measure("theme", () => Theme.Load(_options.ThemeFolder));
        var playbook = _clock.Measure("loading", () => PlaybookLoader.Load(input, _diagnostics));
        if (playbook is null || !_clock.Measure("checking", () => PlaybookChecker.Check(playbook, _diagnostics)))
        {
            return Result([], editionCount: 0);
        }

        playbook = WithBaseUrl(playbook);
        var selected = EditionSelection.Of(playbook, _options);
        _indexer = new SearchIndexer(selected.Length);
        var layouts = LayoutEngine.Load(theme, _diagnostics);
        var locales = EditionLocales.Read(playbook, selected, theme.LocaleFiles, input, _diagnostics);
        if (layouts is null || locales is null || !IconChecker.Check(playbook, [.. theme.Icons.Keys], _diagnostics))
        {
            return Result([], selected.Length);
        }

        if (_options.Today is { } today)
        {
            ContentRules.Check(playbook, today, _diagnostics);
        }

        var isolation = _clock.Measure("isolation", () => IsolationRules.Create(
            [.. playbook.Organizations.Select(organization => new OrganizationTexts(organization.Id, organization.Own.Files))],
            // The name of the common edition may stand in addresses.
            [.. playbook.CommonFiles.SelectMany(file => new[] { file.Text, file.Path.Value }), .. theme.PublicTexts, .. locales.Texts, .. LanguageRules.PublicTexts, Edition.CommonId]));
        return _options.OutputFolder is { } folder
            ? Publish(folder, selected, organization => Render(playbook, organization, locales, theme, layouts), isolation)
            : Check(selected, organization => Render(playbook, organization, locales, theme, layouts), isolation);
    }

    /// <summary>One edition, from the common text to files; null after an error.</summary>
    private Site? Render(Playbook playbook, Organization? organization, EditionLocales locales, Theme theme, LayoutEngine layouts)
    {
        _cancellation.ThrowIfCancellationRequested();
        try
        {
            return RenderChecked(playbook, organization, locales, theme, layouts);
        }
        catch (MissingTextException exception)
        {
            ReportMissing(exception);
        }
        catch (AggregateException exception) when (exception.InnerExceptions.All(inner => inner is MissingTextException))
        {
            ReportMissing((MissingTextException)exception.InnerExceptions.OrderBy(inner => ((MissingTextException)inner).Key, StringComparer.Ordinal).First());
        }

        return null;
    }

    private void ReportMissing(MissingTextException exception) =>
        _diagnostics.Add(DiagnosticCatalog.MissingText(new SourceText(new InputPath("locales/en.yml"), "").Span(0, 1), exception.Key));

    private Site? RenderChecked(Playbook playbook, Organization? organization, EditionLocales locales, Theme theme, LayoutEngine layouts)
    {
        var edition = _clock.Measure("composing", () => EditionComposer.Compose(playbook, organization, locales[organization]));
        // What the checker finds would come back as broken links of the pages: one message for one cause.
        if (!_clock.Measure("checking", () => EditionChecker.Check(edition, organization, _diagnostics)))
        {
            return null;
        }

        var site = _clock.Measure("rendering", () => SiteRenderer.Render(edition, theme, layouts, _diagnostics));
        return site is null ? null : _clock.Measure("indexing", () =>
        {
            if (_options.Today is not null)
            {
                _indexer.Check(edition, _diagnostics);
            }

            return site.With(_indexer.Index(edition));
        });
    }

    private BuildResult Publish(string folder, ImmutableArray<Organization?> selected, Func<Organization?, Site?> render, IsolationRules isolation)
    {
        using var output = OutputFolder.Open(
            folder,
            [_options.InputFolder, _options.ThemeFolder],
            onWaiting: () => _progress?.Report(new BuildProgress(IsWaiting: true, 0, selected.Length)),
            _cancellation);
        var staged = new (StagedSite Site, int PageCount)?[selected.Length];
        ForEach(selected, (organization, at) =>
        {
            // The files are let go as soon as they are written: fifty editions need the memory of two.
            if (render(organization) is { } site)
            {
                var stage = _clock.Measure("writing", () => output.Stage(site, _cancellation));
                _clock.Measure("verifying", () =>
                {
                    SiteVerifier.Verify(stage.Folder, site.Edition, isolation, _diagnostics, _cancellation);
                    return true;
                });
                staged[at] = (stage, PageCount(site));
            }
        });
        if (_diagnostics.HasErrors)
        {
            output.Discard();
            return Result([], selected.Length);
        }

        var finished = staged.Select(each => each!.Value).ToArray();
        _clock.Measure("publishing", () =>
        {
            // Only a build of everything knows which editions are no more.
            var isWhole = _options is { Editions.IsEmpty: true, Shard: null };
            output.Publish([.. finished.Select(each => each.Site)], isWhole ? finished.Select(each => each.Site.Edition) : null);
            return true;
        });
        return Result([.. finished.Select(each => new BuiltEdition(each.Site.Edition.Value, each.PageCount, each.Site.IsUnchanged))], selected.Length);
    }

    private BuildResult Check(ImmutableArray<Organization?> selected, Func<Organization?, Site?> render, IsolationRules isolation)
    {
        var editions = new BuiltEdition?[selected.Length];
        ForEach(selected, (organization, at) =>
        {
            if (render(organization) is { } site)
            {
                _clock.Measure("verifying", () =>
                {
                    SiteVerifier.Verify(site, isolation, _diagnostics, _cancellation);
                    return true;
                });
                editions[at] = new BuiltEdition(site.Edition.Value, PageCount(site), IsUnchanged: false);
            }
        });
        return Result(_diagnostics.HasErrors ? [] : [.. editions.OfType<BuiltEdition>()], selected.Length);
    }

    private void ForEach(ImmutableArray<Organization?> selected, Action<Organization?, int> build)
    {
        var done = 0;
        try
        {
            Parallel.For(0, selected.Length, new ParallelOptions { CancellationToken = _cancellation }, at =>
            {
                build(selected[at], at);
                _progress?.Report(new BuildProgress(IsWaiting: false, Interlocked.Increment(ref done), selected.Length));
            });
        }
        catch (AggregateException exception) when (exception.InnerExceptions.FirstOrDefault(inner => inner is UnusableEnvironmentException or OperationCanceledException) is { } known)
        {
            // Several editions fail for one reason, such as a full disk; it is said once.
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(known);
        }
    }

    private Playbook WithBaseUrl(Playbook playbook) => _options.BaseUrl is not { } address ? playbook : playbook with
    {
        Site = playbook.Site with { BaseUrl = address },
        Organizations = [.. playbook.Organizations.Select(organization => organization with { Site = organization.Site with { BaseUrl = address } })],
    };

    private static int PageCount(Site site) => site.Files.Count(file => file.Path.Value.EndsWith(".html", StringComparison.Ordinal));

    private BuildResult Result(ImmutableArray<BuiltEdition> editions, int editionCount) =>
        new(_diagnostics.Sorted(editionCount), editions, _clock.Times);
}
