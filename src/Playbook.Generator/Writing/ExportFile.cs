namespace Playbooks.Writing;

/// <summary>Writes one file to a place that a user names, outside all output folders.</summary>
/// <remarks>
/// The text is written beside the file first and takes its place in one step, so whoever reads the file sees the old one or
/// the new one. An author's own files are safe: nothing is written into a folder that builds read, nor into one that they
/// write, where the next build would delete it.
/// </remarks>
internal static class ExportFile
{
    /// <param name="path">The file; its folder must be there.</param>
    /// <param name="bytes">What to write.</param>
    /// <param name="protectedFolders">Folders that builds read from.</param>
    /// <exception cref="UnusableEnvironmentException">In one line: what is wrong with the place.</exception>
    public static void Write(string path, ReadOnlySpan<byte> bytes, IEnumerable<string> protectedFolders)
    {
        try
        {
            var file = Place(path, protectedFolders);
            var draft = $"{file}.{WorkingEnding}";
            try
            {
                File.WriteAllBytes(draft, bytes);
                File.Move(draft, file, overwrite: true);
            }
            catch
            {
                File.Delete(draft);
                throw;
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UnusableEnvironmentException($"cannot write {path} ({SiteStager.OneLine(error.Message)})", error);
        }
    }

    private const string WorkingEnding = "playbook-draft";

    /// <summary>Where the file really lies, links followed.</summary>
    private static string Place(string path, IEnumerable<string> protectedFolders)
    {
        if (path.Length == 0 || Path.EndsInDirectorySeparator(path) || Directory.Exists(path))
        {
            throw Refused(path, "it is a folder; name a file");
        }

        var real = RealPath.Of(path);
        if (protectedFolders.FirstOrDefault(folder => RealPath.IsSameOrBelow(real, RealPath.Of(folder))) is { } folder)
        {
            throw Refused(path, $"it is inside {folder}, which builds read from");
        }

        for (var above = Path.GetDirectoryName(real); above is not null; above = Path.GetDirectoryName(above))
        {
            if (File.Exists(Path.Join(above, OutputPlace.MarkerName)))
            {
                throw Refused(path, "it is inside an output folder, where the next build deletes it");
            }
        }

        return Directory.Exists(Path.GetDirectoryName(real)) ? real : throw Refused(path, "its folder does not exist");
    }

    private static UnusableEnvironmentException Refused(string path, string why) => new($"cannot write {path}: {why}");
}
