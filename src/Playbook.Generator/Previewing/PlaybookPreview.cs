using System.Collections.Concurrent;
using Playbooks.Verifying;

namespace Playbooks.Previewing;

/// <summary>Editions in memory, for somebody who changes files and looks at pages in turn.</summary>
/// <remarks>
/// In: the same folders as a build. Out: sites whose pages are rendered when they are looked at. After a change the texts that
/// did not change are not compiled again, and only the edition that is looked at is composed at once; the others follow when
/// they are asked for. An edition with an error stays as it last was. Writes nothing. <see cref="Rebuild"/> and
/// <see cref="Examine"/> are for one thread; sites may be asked for from any.
/// </remarks>
public sealed class PlaybookPreview
{
    private readonly BuildOptions _options;
    private readonly TimeProvider _time;
    private readonly BuildMemory _memory = new();
    private readonly ConcurrentDictionary<string, PreviewSite> _good = new(StringComparer.Ordinal);

    // The newest reading, and the newest one that could be prepared; the same unless there are errors that no edition survives.
    private volatile PreviewRound _newest;
    private volatile PreviewRound _shown;
    private bool _isInterrupted;

    /// <param name="options">What to build. The output folder is not used.</param>
    /// <param name="time">Measures the stages.</param>
    public PlaybookPreview(BuildOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
        _newest = _shown = new PreviewRound(null, new DiagnosticBag());
    }

    /// <summary>Editions that can be looked at, common first, then by id; empty as long as nothing could be read.</summary>
    public ImmutableArray<PreviewEdition> Editions => _shown.Prepared is not { } prepared ? [] :
        [.. prepared.Selected.Select(each => new PreviewEdition(PreviewRound.IdOf(each), each?.Name ?? prepared.Playbook.Title))];

    /// <summary>How many problems were reported since the last rebuild; grows while pages are looked at.</summary>
    public int ReportedProblems => _newest.Diagnostics.Count;

    /// <summary>Everything authors must know, by place, as far as it was found until now.</summary>
    public ImmutableArray<Diagnostic> Problems() => _newest.Diagnostics.Sorted(_newest.Prepared?.Selected.Length ?? 0);

    /// <summary>The site of an edition: the newest without errors; null when there never was one.</summary>
    public PreviewSite? Site(string edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var before = _good.GetValueOrDefault(edition);
        if (_shown.Site(edition, before) is not { } site)
        {
            return before;
        }

        _good[edition] = site;
        return site;
    }

    /// <summary>Reads the folders again and composes one edition.</summary>
    /// <param name="edition">Id of the edition that is looked at.</param>
    /// <param name="isThemeChanged">Whether a file of the theme may have changed.</param>
    /// <param name="changed">Files and folders below the input folder that may have changed; null when nobody knows.</param>
    /// <returns>Whether the edition is another than before, and how long each stage took.</returns>
    /// <exception cref="UnusableEnvironmentException">A folder is missing or cannot be used, or an edition does not exist.</exception>
    public PreviewRebuild Rebuild(string edition, bool isThemeChanged, IReadOnlyCollection<string>? changed = null)
    {
        // A rebuild that stopped early has not read all that had changed.
        _memory.Texts.Changed = _newest.Prepared is null || _isInterrupted ? null : changed;
        _isInterrupted = true;
        if (isThemeChanged)
        {
            _memory.ForgetTheme();
        }

        var clock = new StageClock(_time);
        var diagnostics = new DiagnosticBag();
        var round = new PreviewRound(PreparedPlaybook.Prepare(_options, clock, diagnostics, _memory), diagnostics);
        _newest = round;
        _isInterrupted = false;
        if (round.Prepared is null)
        {
            return new PreviewRebuild(IsChanged: false, clock.Times);
        }

        // An edition whose organization is gone must not stay as it was.
        foreach (var gone in _good.Keys.Except(round.Prepared.Selected.Select(PreviewRound.IdOf)))
        {
            _good.TryRemove(gone, out _);
        }

        _shown = round;
        var before = _good.GetValueOrDefault(edition);
        return new PreviewRebuild(!ReferenceEquals(Site(edition), before) || before is null, clock.Times);
    }

    /// <summary>Finds what a rebuild leaves open: renders and verifies the edition that is looked at, checks the others.</summary>
    /// <param name="edition">Id of the edition that is looked at.</param>
    /// <param name="cancellation">Stops when something changed again.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public void Examine(string edition, CancellationToken cancellation)
    {
        var round = _newest;
        if (round.Prepared is not { } prepared)
        {
            return;
        }

        if (round.Site(edition, _good.GetValueOrDefault(edition))?.RenderAll(cancellation) is { } site)
        {
            SiteVerifier.Verify(site, prepared.Isolation(), round.Diagnostics, cancellation);
        }

        foreach (var organization in prepared.Selected.Where(each => PreviewRound.IdOf(each) != edition))
        {
            cancellation.ThrowIfCancellationRequested();
            round.Check(organization);
        }
    }
}

/// <summary>An edition that can be looked at.</summary>
/// <param name="Id">Name of its folder.</param>
/// <param name="Title">The organization's name; the playbook's title for the common edition.</param>
public sealed record PreviewEdition(string Id, string Title);

/// <summary>What a rebuild came to.</summary>
/// <param name="IsChanged">Whether the edition that is looked at is a new one; false when it has errors and stays as it was.</param>
/// <param name="Stages">How long each stage took.</param>
public sealed record PreviewRebuild(bool IsChanged, ImmutableArray<StageTime> Stages);
