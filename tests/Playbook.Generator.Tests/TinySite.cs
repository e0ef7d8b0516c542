using Playbooks.Diagnostics;

namespace Playbooks.Tests;

/// <summary>
/// A whole small world in one string, built by the real pipeline with the real theme into a folder that is deleted at the
/// end. A line <c>-- path --</c> starts a file; what a world leaves out comes from <see cref="SmallestWorld"/>.
/// </summary>
internal sealed class TinySite : IDisposable
{
    /// <summary>The least that is a playbook: one area with one chapter, one phase, one role, and no organization.</summary>
    public const string SmallestWorld = """
        -- playbook.yml --
        id: tiny
        title: Tiny playbook
        version: "1"
        locale: en
        areas:
          - {id: people, prefix: PEO, title: People}
        phases:
          - {id: start, title: Start, length: 4w}
          - {id: run, title: Run}
        gates:
          - {id: before-run, title: Ready to run, at: "end-of:start"}
        roles:
          - {id: lead, title: Lead}
        -- areas/people/one.md --
        ---
        id: people/one
        title: One
        ---
        ## First {#first}
        Some words.
        """;

    private readonly string _folder;

    private TinySite(IReadOnlyDictionary<string, string> files)
    {
        _folder = Directory.CreateTempSubdirectory("playbook-tiny-").FullName;
        foreach (var (path, text) in files)
        {
            Write(path, text);
        }
    }

    /// <summary>Folder with the world's files.</summary>
    public string InputFolder => Path.Combine(_folder, "input");

    /// <summary>Folder with the built sites.</summary>
    public string OutputFolder => Path.Combine(_folder, "output");

    /// <summary>A world: the smallest one with these files added or put in the place of its own.</summary>
    public static TinySite Of(string world)
    {
        var files = Split(SmallestWorld);
        foreach (var (path, text) in Split(world))
        {
            files[path] = text;
        }

        return new TinySite(files);
    }

    /// <summary>The smallest world with a folder of files laid over it.</summary>
    public static TinySite FromFolder(string folder, bool isWhole = false)
    {
        var files = isWhole ? [] : Split(SmallestWorld);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            files[Path.GetRelativePath(folder, file).Replace('\\', '/')] = File.ReadAllText(file);
        }

        return new TinySite(files);
    }

    /// <summary>Adds or replaces a file of the world.</summary>
    public void Write(string path, string text)
    {
        var file = Path.Combine(InputFolder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    /// <summary>Builds all editions, or those named.</summary>
    public BuildResult Build(params string[] editions) => PlaybookPipeline.Build(Options(editions), TimeProvider.System, null, TestContext.Current.CancellationToken);

    /// <summary>Checks all editions and writes nothing.</summary>
    public BuildResult Check() => PlaybookPipeline.Build(Options([]) with { OutputFolder = null }, TimeProvider.System, null, TestContext.Current.CancellationToken);

    /// <summary>Builds and fails the test when there is an error.</summary>
    public TinySite Built(params string[] editions)
    {
        var result = Build(editions);
        Assert.False(result.HasErrors, string.Join('\n', result.Diagnostics.Select(DiagnosticText.Format)));
        return this;
    }

    /// <summary>A published file as text, by edition and path: <c>common/people/one/index.html</c>.</summary>
    public string Read(string path) => File.ReadAllText(Path.Combine(OutputFolder, path));

    /// <summary>True when a file was published.</summary>
    public bool Has(string path) => File.Exists(Path.Combine(OutputFolder, path));

    /// <summary>Every published file of an edition by path, with its bytes.</summary>
    public SortedDictionary<string, byte[]> Published(string edition)
    {
        var folder = Path.Combine(OutputFolder, edition);
        return new(
            Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllBytes),
            StringComparer.Ordinal);
    }

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private BuildOptions Options(string[] editions) => new()
    {
        InputFolder = InputFolder,
        ThemeFolder = RepositoryFolder.PathOf("theme"),
        OutputFolder = OutputFolder,
        Editions = [.. editions],
    };

    private static Dictionary<string, string> Split(string world)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        string? path = null;
        foreach (var line in world.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith("-- ", StringComparison.Ordinal) && line.EndsWith(" --", StringComparison.Ordinal))
            {
                path = line[3..^3];
                files[path] = "";
            }
            else if (path is not null)
            {
                files[path] += line + "\n";
            }
        }

        return files;
    }
}
