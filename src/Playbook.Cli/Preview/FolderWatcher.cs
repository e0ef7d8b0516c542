using System.Threading.Channels;
using Playbooks.Diagnostics;

namespace Playbooks.Cli.Preview;

/// <summary>What has changed.</summary>
/// <param name="IsInput">Whether something of the input did.</param>
/// <param name="IsTheme">Whether something of the theme that pages are made with did.</param>
/// <param name="IsBundled">Whether something did that Node bundles: styles and scripts.</param>
internal readonly record struct FolderChange(bool IsInput, bool IsTheme, bool IsBundled)
{
    /// <summary>Both changes.</summary>
    public static FolderChange operator |(FolderChange left, FolderChange right) =>
        new(left.IsInput || right.IsInput, left.IsTheme || right.IsTheme, left.IsBundled || right.IsBundled);
}

/// <summary>Watches the input and the theme.</summary>
/// <remarks>
/// Editors save in many ways: over the file, by renaming a new one, with a copy beside it. So it does not matter what
/// happened to which file, only that something did; the folders are then read again.
/// </remarks>
internal sealed class FolderWatcher : IDisposable
{
    // One save is several events within a millisecond or two; the machine's scheduler adds some.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(20);

    // Somebody copies a thousand files: they want to see something before the last one is there.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(500);

    private static readonly string[] BundledFolders = ["styles", "scripts", "fonts"];
    private static readonly string[] ReadFolders = ["layouts", "partials", "icons", "locales", "dist"];

    private readonly Channel<(FolderChange Change, long Time)> _changes = Channel.CreateUnbounded<(FolderChange, long)>();
    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly TimeProvider _time;

    /// <param name="input">The input folder.</param>
    /// <param name="theme">The theme's folder.</param>
    /// <param name="time">Tells saves from one another.</param>
    /// <exception cref="UnusableEnvironmentException">A folder cannot be watched.</exception>
    public FolderWatcher(string input, string theme, TimeProvider time)
    {
        _time = time;
        try
        {
            Watch(input, new FolderChange(IsInput: true, IsTheme: false, IsBundled: false));

            // Not the theme as a whole: below it are the packages of Node, thousands of folders that never change.
            foreach (var folder in BundledFolders.Concat(ReadFolders).Select(name => Path.Combine(theme, name)).Where(Directory.Exists))
            {
                var isBundled = BundledFolders.Contains(Path.GetFileName(folder));
                Watch(folder, new FolderChange(IsInput: false, IsTheme: !isBundled, isBundled));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Dispose();
            throw new UnusableEnvironmentException($"`{input}` and `{theme}` cannot be watched: {exception.Message}", exception);
        }
    }

    /// <summary>Adds a change that no folder told.</summary>
    public void Add(FolderChange change) => _changes.Writer.TryWrite((change, _time.GetTimestamp()));

    /// <summary>Waits for a change, and until nothing more happens.</summary>
    /// <returns>What changed, and when it began.</returns>
    public async Task<(FolderChange Change, long Since)> NextAsync(CancellationToken cancellation)
    {
        var (change, since) = await _changes.Reader.ReadAsync(cancellation);
        var last = since;
        while (_time.GetElapsedTime(last) < Quiet && _time.GetElapsedTime(since) < Longest)
        {
            await Task.Delay(Quiet - _time.GetElapsedTime(last) is var rest && rest > TimeSpan.Zero ? rest : TimeSpan.Zero, _time, cancellation);
            while (_changes.Reader.TryRead(out var more))
            {
                change |= more.Change;
                last = more.Time;
            }
        }

        return (change, since);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var watcher in _watchers)
        {
            watcher.Dispose();
        }
    }

    private void Watch(string folder, FolderChange change)
    {
        var watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite,
            InternalBufferSize = 64 * 1024,
        };
        _watchers.Add(watcher);
        watcher.Created += (_, what) => Add(what.FullPath);
        watcher.Changed += (_, what) => Add(what.FullPath);
        watcher.Deleted += (_, what) => Add(what.FullPath);
        watcher.Renamed += (_, what) =>
        {
            Add(what.OldFullPath);
            Add(what.FullPath);
        };

        // More happened than could be remembered.
        watcher.Error += (_, _) => this.Add(change);
        watcher.EnableRaisingEvents = true;

        void Add(string path)
        {
            if (!IsTemporary(Path.GetFileName(path)))
            {
                this.Add(change);
            }
        }
    }

    /// <summary>What editors write beside a file while it is open; no file of a playbook is called so.</summary>
    private static bool IsTemporary(string name) =>
        name.Length == 0 || name[0] is '.' or '#' || name[^1] is '~' || name == "4913"
        || name.EndsWith(".swp", StringComparison.Ordinal) || name.EndsWith(".tmp", StringComparison.Ordinal);
}
