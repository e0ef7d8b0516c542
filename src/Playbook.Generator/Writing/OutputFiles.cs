namespace Playbooks.Writing;

/// <summary>
/// The only code of the program that creates, renames or deletes anything. It knows the output folder and refuses every
/// other place, so a mistake elsewhere cannot reach an author's files.
/// </summary>
/// <param name="root">Full path of the output folder.</param>
/// <param name="beforeStep">
/// Called with a verb and a path before each change to the disk. Tests throw here to prove that a failure or a crash at
/// any step leaves a whole site behind.
/// </param>
internal sealed class OutputFiles(string root, Action<string, string>? beforeStep = null)
{
    private readonly string _below = Path.EndsInDirectorySeparator(root) ? root : root + Path.DirectorySeparatorChar;

    /// <summary>Full path of the output folder.</summary>
    public string Root => root;

    /// <summary>Creates the output folder itself, or a folder below it.</summary>
    public void CreateFolder(string path)
    {
        if (path == root)
        {
            beforeStep?.Invoke("create folder", path);
        }
        else
        {
            Before("create folder", path);
        }

        Directory.CreateDirectory(path);
    }

    /// <summary>Writes a file that must not be there yet.</summary>
    public void WriteNew(string path, ReadOnlySpan<byte> bytes)
    {
        Before("create", path);

        // Sharing everything spares the file lock that .NET would take and release for each file.
        using var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        Before("write", path);
        RandomAccess.Write(file, bytes, fileOffset: 0);
    }

    /// <summary>Gives a folder a new name; there must be nothing of that name.</summary>
    public void MoveFolder(string from, string to)
    {
        Before("move from", from);
        Before("move to", to);
        Directory.Move(from, to);
    }

    /// <summary>Gives a file a new name in one step; a file of that name is replaced.</summary>
    public void ReplaceFile(string from, string to)
    {
        Before("move from", from);
        Before("move to", to);
        File.Move(from, to, overwrite: true);
    }

    /// <summary>Deletes a file; nothing happens when there is none.</summary>
    public void DeleteFile(string path)
    {
        Before("delete", path);
        File.Delete(path);
    }

    /// <summary>Lets two folders change places in one step; false when the system or the disk cannot.</summary>
    public bool TryExchange(string left, string right)
    {
        Before("exchange", left);
        Before("exchange with", right);
        return FolderExchange.TryExchange(left, right);
    }

    /// <summary>Deletes a folder with everything in it; links in it are deleted, not followed.</summary>
    public void DeleteFolder(string path)
    {
        Before("delete", path);
        Directory.Delete(path, recursive: true);
    }

    private void Before(string verb, string path)
    {
        if (!path.StartsWith(_below, StringComparison.Ordinal) || LeadsUp(path.AsSpan(_below.Length)))
        {
            throw new InvalidOperationException($"may not {verb} {path}: it is not below the output folder");
        }

        beforeStep?.Invoke(verb, path);
    }

    private static bool LeadsUp(ReadOnlySpan<char> path)
    {
        foreach (var part in path.SplitAny('/', '\\'))
        {
            if (path[part].SequenceEqual(".."))
            {
                return true;
            }
        }

        return false;
    }
}
