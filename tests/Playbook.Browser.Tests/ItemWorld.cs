using System.Globalization;
using System.Text;

namespace Playbooks.Browser.Tests;

/// <summary>A playbook with as many items as a test needs, built into a folder that is deleted at the end.</summary>
internal sealed class ItemWorld : IAsyncDisposable
{
    /// <summary>The least that <c>playbook.yml</c> holds: one area, two phases, a gate and a role.</summary>
    public const string Manifest = """
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
        defaults: {start: 2027-01-04}
        """;

    private const string Chapter = """
        ---
        id: people/one
        title: One
        ---
        ## First {#first}
        Some words.
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("playbook-items-");

    /// <summary>The publish folder of the only edition.</summary>
    public string EditionFolder => Path.Combine(_folder.FullName, "output", BuiltPlaybook.CommonEdition);

    /// <summary>A world with items <c>PEO-001</c> and so on.</summary>
    /// <param name="count">How many.</param>
    /// <param name="more">Further lines of an item by its number, such as <c>repeat: {every: 3m}</c>.</param>
    public static async Task<ItemWorld> OfAsync(int count, Func<int, string?>? more = null)
    {
        var world = new ItemWorld();
        world.Write("playbook.yml", Manifest);
        world.Write("areas/people/one.md", Chapter);
        world.WriteItems(Enumerable.Range(1, count).Select(number => (IdOf(number), more?.Invoke(number))));
        await world.BuildAsync();
        return world;
    }

    /// <summary>The id of the item of a number.</summary>
    public static string IdOf(int number) => number.ToString("'PEO-'000", CultureInfo.InvariantCulture);

    /// <summary>Replaces the items; <see cref="BuildAsync"/> puts them in the place of the site that is served.</summary>
    public void WriteItems(IEnumerable<(string Id, string? More)> items)
    {
        var yaml = new StringBuilder("items:\n");
        foreach (var (id, more) in items)
        {
            yaml.Append(CultureInfo.InvariantCulture, $$"""
                  - id: {{id}}
                    title: Do the thing that {{id}} names
                    why: Nobody else will.
                    how: people/one#first
                    done_when: [It is done.]
                    evidence: note
                    owner: lead
                    phase: start
                    effort: S
                    priority: must
                {{(more is null ? "" : $"    {more}\n")}}
                """).Append('\n');
        }

        Write("areas/people/checklist.yml", yaml.ToString());
    }

    /// <summary>Builds the world as it is now.</summary>
    public Task BuildAsync() => PlaybookProgram.BuildAsync(Path.Combine(_folder.FullName, "input"), Path.Combine(_folder.FullName, "output"));

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(_folder.FullName, "input", path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
