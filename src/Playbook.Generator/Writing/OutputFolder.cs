using System.Text;

namespace Playbooks.Writing;

/// <summary>
/// The folder that holds one published site per edition. All writing of the program goes through here.
/// </summary>
/// <remarks>
/// Comes in: sites, and a PDF of one. Goes out: folders that change from the old site to the new one in one step, or not at all. While it is
/// open no other build can write here; a build that was killed is cleaned up by the next one that opens the folder.
/// Refused: places that are not ours (see <see cref="OutputPlace"/>).
/// </remarks>
public sealed class OutputFolder : IDisposable
{
    private readonly OutputFiles _files;
    private readonly FileStream _lock;
    private readonly OutputOptions _options;
    private readonly Lock _gate = new();
    private readonly List<StagedSite> _staged = [];

    private OutputFolder(OutputFiles files, FileStream theLock, OutputOptions options)
    {
        _files = files;
        _lock = theLock;
        _options = options;
    }

    /// <summary>Full path of the output folder.</summary>
    public string Root => _files.Root;

    /// <summary>Opens an output folder, creating it when there is none. A refusal changes nothing.</summary>
    /// <param name="path">The folder; need not exist.</param>
    /// <param name="protectedFolders">Folders a build reads from; the output can be none of them, nor inside or around one.</param>
    /// <param name="onWaiting">Called once when another build has to finish first.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <exception cref="UnusableEnvironmentException">The folder cannot be used; the message says why and what to do.</exception>
    public static OutputFolder Open(
        string path,
        IEnumerable<string> protectedFolders,
        Action? onWaiting = null,
        CancellationToken cancellationToken = default) =>
        Open(path, protectedFolders, new OutputOptions { OnWaiting = onWaiting }, cancellationToken);

    /// <inheritdoc cref="Open(string, IEnumerable{string}, Action?, CancellationToken)"/>
    internal static OutputFolder Open(string path, IEnumerable<string> protectedFolders, OutputOptions options, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal))
        {
            throw new UnusableEnvironmentException("the name of the output folder is empty or no name; give one with --output");
        }

        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var files = new OutputFiles(root, options.BeforeStep);
        FileStream? theLock = null;
        try
        {
            OutputPlace.Check(root, protectedFolders);
            if (!Directory.Exists(root))
            {
                files.CreateFolder(root);
            }

            theLock = OutputLock.Take(root, options.Patience, options.OnWaiting, cancellationToken);

            // Again, because whoever had the lock may have changed what is there.
            OutputPlace.Check(root, protectedFolders);
            var marker = Path.Join(root, OutputPlace.MarkerName);
            if (!File.Exists(marker))
            {
                files.WriteNew(marker, Encoding.UTF8.GetBytes(OutputPlace.MarkerText));
            }

            OutputRecovery.Run(files);
            (var taken, theLock) = (theLock, null);
            return new OutputFolder(files, taken, options);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UnusableEnvironmentException($"cannot write to the output folder {root} ({SiteStager.OneLine(error.Message)})", error);
        }
        finally
        {
            theLock?.Dispose();
        }
    }

    /// <summary>
    /// Writes a site beside the published one, to be verified and then published. A site that is published already, byte
    /// for byte, is not written again. May be called from several threads for different editions.
    /// </summary>
    /// <exception cref="UnusableEnvironmentException">It could not be written; nothing is left of it and the old site is unchanged.</exception>
    public StagedSite Stage(Site site, CancellationToken cancellationToken)
    {
        var staged = new SiteStager(_files).Stage(site, cancellationToken);
        lock (_gate)
        {
            _staged.Add(staged);
        }

        return staged;
    }

    /// <summary>Makes staged sites the published ones; call it when all of them were found good.</summary>
    /// <param name="sites">What <see cref="Stage"/> gave; unchanged ones may be among them.</param>
    /// <param name="onlyEditions">
    /// When given, the sites of all other editions are removed in the same step, because their organizations are no more.
    /// Folders without our manifest are left alone.
    /// </param>
    /// <exception cref="UnusableEnvironmentException">One could not be published; all stay as they were.</exception>
    public void Publish(IReadOnlyList<StagedSite> sites, IEnumerable<Slug>? onlyEditions = null)
    {
        var swap = new EditionSwap(_files, _options.CanExchange);
        try
        {
            Slug[] changed = [.. sites.Where(site => !site.IsUnchanged).Select(site => site.Edition)];
            Slug[] gone = onlyEditions is null ? [] : [.. EditionsExcept(onlyEditions)];
            swap.Publish(sites.Where(site => !site.IsUnchanged), gone);
            // A PDF says what the site said when it was printed: beside another site it would be wrong.
            foreach (var pdf in changed.Concat(gone).Select(PdfOf).Where(File.Exists))
            {
                EditionSwap.TryTo(() => _files.DeleteFile(pdf));
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UnusableEnvironmentException(
                $"the new sites could not be put into {Root} ({SiteStager.OneLine(error.Message)}); "
                + (swap.IsHalfDone ? "each site is whole, but some are new and some old: build again" : "what was published before is unchanged"),
                error);
        }
    }

    /// <summary>
    /// Puts the PDF of an edition beside its folder, in the place of an older one: a reader finds the old one or the new
    /// one. The next <see cref="Publish"/> that changes the edition takes it away.
    /// </summary>
    /// <exception cref="UnusableEnvironmentException">It could not be written; nothing is left of it and the old one is unchanged.</exception>
    public void PutPdf(Slug edition, ReadOnlySpan<byte> pdf)
    {
        var unfinished = Path.Join(Root, WorkingName.Of(edition, WorkingName.UnfinishedFile));
        try
        {
            _files.WriteNew(unfinished, pdf);
            _files.ReplaceFile(unfinished, PdfOf(edition));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            EditionSwap.TryTo(() => _files.DeleteFile(unfinished));
            throw new UnusableEnvironmentException($"the PDF of {edition} could not be written to {Root} ({SiteStager.OneLine(error.Message)})", error);
        }
    }

    /// <summary>Removes the sites of all other editions. Folders without our manifest are left alone.</summary>
    /// <exception cref="UnusableEnvironmentException">One could not be removed; all stay as they were.</exception>
    public void RemoveEditionsExcept(IEnumerable<Slug> editions) => Publish([], editions);

    /// <summary>Throws away what was staged and not published.</summary>
    public void Discard()
    {
        lock (_gate)
        {
            foreach (var staged in _staged.Where(site => !site.IsUnchanged && Directory.Exists(site.Folder)))
            {
                EditionSwap.TryTo(() => _files.DeleteFolder(staged.Folder));
            }

            _staged.Clear();
        }
    }

    /// <summary>Throws away what was not published and lets the next build in.</summary>
    public void Dispose()
    {
        try
        {
            Discard();
        }
        finally
        {
            _lock.Dispose();
        }
    }

    private string PdfOf(Slug edition) => Path.Join(Root, $"{edition}.pdf");

    private List<Slug> EditionsExcept(IEnumerable<Slug> editions)
    {
        var kept = editions.ToHashSet();
        var others = new List<Slug>();
        foreach (var folder in Directory.GetDirectories(Root).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(folder);
            if (Slug.TryParse(name, out var edition)
                && !kept.Contains(edition)
                && new FileInfo(folder).LinkTarget is null
                && SiteManifest.ReadFrom(folder)?.Edition == name)
            {
                others.Add(edition);
            }
        }

        return others;
    }
}
