using System.Collections.Immutable;
using System.Threading.Channels;
using Playbooks.Diagnostics;

namespace Playbooks.Cli.Preview;

/// <summary>What has changed.</summary>
internal sealed record FolderChange
{
    /// <summary>Something of the theme that pages are made with.</summary>
    public static FolderChange OfTheme { get; } = new() { IsTheme = true };

    /// <summary>Something of the theme that Node bundles.</summary>
    public static FolderChange OfBundles { get; } = new() { IsBundled = true };

    /// <summary>Whether something of the input did.</summary>
    public bool IsInput { get; init; }

    /// <summary>Whether something of the theme that pages are made with did.</summary>
    public bool IsTheme { get; init; }

    /// <summary>Whether something did that Node bundles: styles and scripts.</summary>
    public bool IsBundled { get; init; }

    /// <summary>Files and folders of the input that something happened to, below the folder; null when there were too many to remember.</summary>
    public ImmutableHashSet<string>? Input { get; init; } = [];

    /// <summary>Both changes.</summary>
    public FolderChange And(FolderChange other) => new()
    {
        IsInput = IsInput || other.IsInput,
        IsTheme = IsTheme || other.IsTheme,
        IsBundled = IsBundled || other.IsBundled,
        Input = Input is null || other.Input is null ? null : Input.Union(other.Input),
    };
}

/// <summary>Watches the input and the theme.</summary>
/// <remarks>
/// Editors save in many ways: over the file, by renaming a new one, with a copy beside it. So it does not matter what
/// happened to a file, only that something did; it is then read again.
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
            Watch(
                input,
                path => new FolderChange { IsInput = true, Input = [Path.GetRelativePath(input, path).Replace('\\', '/')] },
                new FolderChange { IsInput = true, Input = null });

            // Not the theme as a whole: below it are the packages of Node, thousands of folders that never change.
            foreach (var folder in BundledFolders.Concat(ReadFolders).Select(name => Path.Combine(theme, name)).Where(Directory.Exists))
            {
                var change = BundledFolders.Contains(Path.GetFileName(folder)) ? FolderChange.OfBundles : FolderChange.OfTheme;
                Watch(folder, _ => change, change);
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
                change = change.And(more.Change);
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

    private void Watch(string folder, Func<string, FolderChange> changeOf, FolderChange unknown)
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
        watcher.Error += (_, _) => this.Add(unknown);
        watcher.EnableRaisingEvents = true;

        void Add(string path)
        {
            if (!IsTemporary(Path.GetFileName(path)))
            {
                this.Add(changeOf(path));
            }
        }
    }

    /// <summary>What editors write beside a file while it is open; no file of a playbook is called so.</summary>
    private static bool IsTemporary(string name) =>
        name.Length == 0 || name[0] is '.' or '#' || name[^1] is '~' || name == "4913"
        || name.EndsWith(".swp", StringComparison.Ordinal) || name.EndsWith(".tmp", StringComparison.Ordinal);
}
