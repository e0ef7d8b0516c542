namespace Playbooks.Cli.Tests;

/// <summary>
/// A playbook with one chapter, one checklist item and three organizations in a folder that is deleted at the end. A line <c>-- path --</c>
/// starts a file; what a test leaves out comes from here.
/// </summary>
internal sealed class SmallWorld : IDisposable
{
    private const string Files = """
        -- playbook.yml --
        id: tiny
        title: Tiny playbook
        version: "1"
        locale: en
        areas:
          - {id: people, prefix: PEO, title: People}
        phases:
          - {id: run, title: Run}
        roles:
          - {id: lead, title: Lead}
        -- areas/people/one.md --
        ---
        id: people/one
        title: One
        ---
        ## First {#first}
        Words for {{ org.name }}.
        -- areas/people/checklist.yml --
        items:
          - id: PEO-01
            title: Begin
            why: Nothing happens by itself.
            how: people/one#first
            steps: [Begin.]
            done_when: [It has begun.]
            evidence: none
            owner: lead
            phase: run
            effort: S
            priority: must
        -- organizations/alder/organization.yml --
        id: alder
        name: Alderwood Clinic
        -- organizations/birch/organization.yml --
        id: birch
        name: Birchfield Library
        -- organizations/cedar/organization.yml --
        id: cedar
        name: Cedarbrook Museum
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("playbook-cli-").FullName;

    /// <summary>The world, with these files added or put in the place of its own.</summary>
    public SmallWorld(string files = "")
    {
        foreach (var (path, text) in Split(Files).Concat(Split(files)))
        {
            Write(path, text);
        }
    }

    /// <summary>All editions of the world, by id, the common one first as in a summary.</summary>
    public static string[] Editions { get; } = ["common", "alder", "birch", "cedar"];

    /// <summary>Folder with the world's files.</summary>
    public string Input => PathOf("input");

    /// <summary>Folder for the built sites; not there before the first build.</summary>
    public string Output => PathOf("output");

    /// <summary>Something beside the input folder.</summary>
    public string PathOf(string name) => Path.Combine(_folder, name);

    /// <summary>Adds or replaces a file of the input.</summary>
    public void Write(string path, string text)
    {
        var file = Path.Combine(Input, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    /// <summary>A command line with this world's folders, where it does not name others.</summary>
    public string[] Arguments(string command, params string[] more)
    {
        (string Option, string Folder)[] folders = [("--input", Input), ("--theme", RepositoryFolder.PathOf("theme")), ("--output", Output)];
        return [command, .. folders.Where(each => !more.Contains(each.Option)).SelectMany(each => new[] { each.Option, each.Folder }), .. more];
    }

    /// <summary>Runs a command on this world.</summary>
    public Task<ProgramResult> Run(string command, params string[] more) => PlaybookProgram.Run(Arguments(command, more));

    /// <summary>Runs a build that must succeed.</summary>
    public async Task<ProgramResult> Build(params string[] more) => (await Run("build", more)).Exits(0);

    /// <summary>A published file as text, such as <c>common/index.html</c>.</summary>
    public string Read(string path) => File.ReadAllText(Path.Combine(Output, path));

    /// <summary>Names of the published editions, ordinal.</summary>
    public string[] Published() =>
        [.. Directory.GetDirectories(Output).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    /// <summary>Every file and folder of this world with its content, to be compared with a later one.</summary>
    public SortedDictionary<string, string> Snapshot() => new(
        Directory.EnumerateFileSystemEntries(_folder, "*", SearchOption.AllDirectories).ToDictionary(
            entry => Path.GetRelativePath(_folder, entry),
            entry => Directory.Exists(entry) ? "folder" : Convert.ToHexString(File.ReadAllBytes(entry))),
        StringComparer.Ordinal);

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IEnumerable<(string Path, string Text)> Split(string world)
    {
        var parts = ("\n" + world.ReplaceLineEndings("\n")).Split("\n-- ");
        return parts.Skip(1).Select(part => part.Split(" --\n", 2)).Select(part => (part[0], part[1] + "\n"));
    }
}
