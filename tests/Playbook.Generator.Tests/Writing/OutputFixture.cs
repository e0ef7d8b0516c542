using System.Globalization;
using System.Text;
using Playbooks.Model;
using Playbooks.Writing;

namespace Playbooks.Tests.Writing;

/// <summary>A folder of its own for each test, deleted at the end, and small sites to write into it.</summary>
public abstract class OutputFixture : IDisposable
{
    protected OutputFixture() => Base = Directory.CreateTempSubdirectory("playbook-test-").FullName;

    /// <summary>Everything the test touches lies below.</summary>
    protected string Base { get; }

    /// <summary>The output folder; not there at first.</summary>
    protected string Output => Path.Join(Base, "output");

    public void Dispose() => Directory.Delete(Base, recursive: true);

    internal static Site SiteOf(string edition, params (string Path, string Text)[] files) => new(
        Slug.Of(edition),
        "/",
        [.. files.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file =>
            new SiteFile(new SitePath(file.Path), Encoding.UTF8.GetBytes(file.Text), [new InputPath("areas/people/area.yml")]))]);

    internal static Site SiteOf(string edition, string version) => SiteOf(
        edition,
        ("index.html", $"home {version}"),
        ("people/index.html", $"people {version}"),
        ("people/managers/index.html", $"managers {version}"),
        ("_headers", "/*\n"));

    /// <summary>Builds and publishes, as a whole run does.</summary>
    internal void Build(OutputOptions options, params Site[] sites)
    {
        using var output = OutputFolder.Open(Output, [], options);
        var staged = sites.Select(site => output.Stage(site, CancellationToken.None)).ToArray();
        output.Publish(staged, sites.Select(site => site.Edition));
    }

    internal void Build(params Site[] sites) => Build(new OutputOptions(), sites);

    /// <summary>Every file and folder below a folder with its bytes, as one comparable text.</summary>
    protected static string Snapshot(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return File.Exists(folder) ? $"a file: {File.ReadAllText(folder)}" : "nothing";
        }

        var everything = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 };
        return string.Join('\n', new DirectoryInfo(folder).EnumerateFileSystemInfos("*", everything)
            .OrderBy(entry => entry.FullName, StringComparer.Ordinal)
            .Select(entry => Path.GetRelativePath(folder, entry.FullName)
                + Content(entry)));
    }

    private static string Content(FileSystemInfo entry) => entry switch
    {
        { LinkTarget: { } target } => $" -> {target}",
        FileInfo { Name: ".lock" } theLock => string.Create(CultureInfo.InvariantCulture, $": {theLock.Length} bytes"),
        FileInfo file => $": {File.ReadAllText(file.FullName)}",
        _ => "/",
    };

    /// <summary>The names in the output folder but for the editions, the lock and the marker; empty when nothing was left behind.</summary>
    protected string Litter(params string[] editions) => string.Join(
        ' ',
        Directory.GetFileSystemEntries(Output).Select(entry => Path.GetFileName(entry)!)
            .Except([.. editions, ".lock", ".playbook-output"])
            .Order(StringComparer.Ordinal));
}
