namespace Playbooks.Writing;

/// <summary>Puts staged sites in the place of published ones: all of them, or, when one fails, none.</summary>
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

    /// <summary>Publishes each site and then removes what was there before.</summary>
    /// <exception cref="IOException">One could not be published; those before it were put back.</exception>
    public void Publish(IEnumerable<StagedSite> sites)
    {
        try
        {
            foreach (var site in sites)
            {
                Replace(site);
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
            BestEffort(() => files.DeleteFolder(folder));
        }
    }

    /// <summary>Runs an action whose failure must not hide what happened before it.</summary>
    public static void BestEffort(Action action)
    {
        try
        {
            action();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
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

    private void PutBack()
    {
        while (_undo.TryPop(out var undo))
        {
            BestEffort(undo);
        }
    }
}
