namespace Playbooks.Writing;

/// <summary>Puts staged sites in the place of published ones and takes others away: all of it, or, when a step fails, nothing.</summary>
/// <remarks>
/// With an exchange a reader never finds an edition missing or mixed. Without one (Windows, some network disks) there is
/// a moment between two renames in which the edition is missing; a crash in that moment is undone by
/// <see cref="OutputRecovery"/>.
/// </remarks>
/// <param name="files">The output folder.</param>
/// <param name="canExchange">False to go without exchange, which tests do.</param>
internal sealed class EditionSwap(OutputFiles files, bool canExchange = true)
{
    private readonly Stack<Action> _undo = new();
    private readonly List<string> _leftovers = [];

    /// <summary>True when a step failed and those before it could not be undone either.</summary>
    public bool IsHalfDone { get; private set; }

    /// <summary>Publishes each site, takes away others, and then deletes what was there before.</summary>
    /// <exception cref="IOException">One step failed; those before it were undone.</exception>
    public void Publish(IEnumerable<StagedSite> sites, IEnumerable<Slug> removed)
    {
        try
        {
            foreach (var site in sites)
            {
                Replace(site);
            }

            foreach (var edition in removed)
            {
                TakeAway(edition);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            PutBack();
            throw;
        }

        // The new sites are live. What cannot be deleted now (a file open on Windows) the next build deletes.
        foreach (var folder in _leftovers)
        {
            TryTo(() => files.DeleteFolder(folder));
        }
    }

    /// <summary>Runs an action whose failure must not hide what happened before it; false when it failed.</summary>
    public static bool TryTo(Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private void Replace(StagedSite site)
    {
        var published = Path.Join(files.Root, site.Edition.Value);
        if (!Directory.Exists(published))
        {
            files.MoveFolder(site.Folder, published);
            _undo.Push(() => files.MoveFolder(published, site.Folder));
        }
        else if (canExchange && files.TryExchange(site.Folder, published))
        {
            _undo.Push(() => files.TryExchange(site.Folder, published));
            _leftovers.Add(site.Folder);
        }
        else
        {
            ReplaceInTwoSteps(site, published);
        }
    }

    private void ReplaceInTwoSteps(StagedSite site, string published)
    {
        var setAside = Path.Join(files.Root, WorkingName.Of(site.Edition, WorkingName.SetAside));
        files.MoveFolder(published, setAside);
        _undo.Push(() => files.MoveFolder(setAside, published));
        files.MoveFolder(site.Folder, published);
        _undo.Push(() => files.MoveFolder(published, site.Folder));
        _leftovers.Add(setAside);
    }

    /// <summary>Renames only: a crash while deleting must not leave half a site in a published place.</summary>
    private void TakeAway(Slug edition)
    {
        var published = Path.Join(files.Root, edition.Value);
        var stage = Path.Join(files.Root, WorkingName.Of(edition, WorkingName.Stage));
        files.MoveFolder(published, stage);
        _undo.Push(() => files.MoveFolder(stage, published));
        _leftovers.Add(stage);
    }

    private void PutBack()
    {
        while (_undo.TryPop(out var undo))
        {
            IsHalfDone |= !TryTo(undo);
        }
    }
}
