namespace Playbooks.Writing;

/// <summary>
/// Decides whether a folder may be an output folder. Everything below an output folder is replaced by the next build, so
/// a slip on the command line must never make it somebody's own folder.
/// </summary>
internal static class OutputPlace
{
    /// <summary>Stands in every output folder and says that it is one.</summary>
    public const string MarkerName = ".playbook-output";

    public const string MarkerText = "Playbook builds its sites into this folder and replaces or deletes what it finds here. Keep no files of your own in it.\n";

    /// <summary>Refuses a place that cannot be ours; changes nothing.</summary>
    /// <param name="path">Full path of the folder, which need not exist.</param>
    /// <param name="protectedFolders">Folders a build reads from.</param>
    /// <exception cref="UnusableEnvironmentException">In one line: what is wrong and what to do.</exception>
    public static void Check(string path, IEnumerable<string> protectedFolders)
    {
        if (Path.GetPathRoot(path) == path)
        {
            throw Refused(path, "is the root of the disk");
        }

        if (new FileInfo(path).LinkTarget is not null)
        {
            throw Refused(path, "is a link; name the folder it leads to");
        }

        if (File.Exists(path))
        {
            throw Refused(path, "is a file");
        }

        CheckAgainst(path, protectedFolders);
        CheckIsOurs(path);
    }

    private static void CheckAgainst(string path, IEnumerable<string> protectedFolders)
    {
        var real = RealPath.Of(path);
        foreach (var folder in protectedFolders)
        {
            var realFolder = RealPath.Of(folder);
            var (isInside, isAround) = (RealPath.IsSameOrBelow(real, realFolder), RealPath.IsSameOrBelow(realFolder, real));
            if (isInside || isAround)
            {
                throw Refused(path, (isInside, isAround) switch
                {
                    (true, true) => "is a folder the build reads from",
                    (true, false) => $"is inside {folder}, which the build reads from",
                    _ => $"contains {folder}, which the build reads from",
                });
            }
        }
    }

    /// <summary>A folder is ours when it holds the marker, or nothing yet but a lock that a first build was about to use.</summary>
    private static void CheckIsOurs(string path)
    {
        if (!Directory.Exists(path))
        {
            return;
        }

        var marker = new FileInfo(Path.Join(path, MarkerName));
        var theLock = new FileInfo(Path.Join(path, OutputLock.FileName));
        if (marker.LinkTarget is not null || theLock.LinkTarget is not null)
        {
            throw Refused(path, $"holds a link where {MarkerName} or {OutputLock.FileName} should be");
        }

        var isEmpty = Directory.EnumerateFileSystemEntries(path).All(entry => Path.GetFileName(entry) == OutputLock.FileName);
        if (!marker.Exists && !(isEmpty && (!theLock.Exists || theLock.Length == 0)))
        {
            throw Refused(path, $"holds files that no build has put there (there is no {MarkerName} in it)");
        }
    }

    private static UnusableEnvironmentException Refused(string path, string why) =>
        new($"cannot build into {path}: it {why}; give an empty or new folder with --output");
}
