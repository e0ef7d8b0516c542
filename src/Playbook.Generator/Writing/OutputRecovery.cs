namespace Playbooks.Writing;

/// <summary>
/// Cleans up after a build that was killed. Called with the lock held, so no living build owns what is found.
/// </summary>
internal static class OutputRecovery
{
    /// <summary>
    /// Brings back an edition that was set aside and not yet replaced (only where folders cannot be exchanged in one
    /// step), then removes everything a dead build has left.
    /// </summary>
    public static void Run(OutputFiles files)
    {
        foreach (var folder in Directory.GetDirectories(files.Root, ".*").Order(StringComparer.Ordinal))
        {
            if (!WorkingName.TryParse(Path.GetFileName(folder), out var edition, out var kind))
            {
                continue;
            }

            var published = Path.Join(files.Root, edition.Value);
            if (kind == WorkingName.SetAside && !Path.Exists(published))
            {
                files.MoveFolder(folder, published);
            }
            else
            {
                files.DeleteFolder(folder);
            }
        }

        foreach (var file in Directory.GetFiles(files.Root, ".*").Order(StringComparer.Ordinal))
        {
            if (WorkingName.TryParse(Path.GetFileName(file), out _, out var kind) && kind == WorkingName.UnfinishedFile)
            {
                files.DeleteFile(file);
            }
        }
    }
}
