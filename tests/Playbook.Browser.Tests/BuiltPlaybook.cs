using Playbooks.Browser.Tests;

[assembly: AssemblyFixture(typeof(BuiltPlaybook))]

namespace Playbooks.Browser.Tests;

/// <summary>The repository's own playbook, built once for all browser tests into a folder that is deleted afterwards.</summary>
public sealed class BuiltPlaybook : IAsyncLifetime
{
    /// <summary>The edition with the playbook's own default facts.</summary>
    public const string CommonEdition = "common";

    private readonly DirectoryInfo _output = Directory.CreateTempSubdirectory("playbook-browser-tests-");

    /// <summary>Absolute path of an edition's publish folder.</summary>
    /// <param name="organization">An organization's id, or <see cref="CommonEdition"/>.</param>
    public string EditionFolder(string organization = CommonEdition)
    {
        var folder = Path.Combine(_output.FullName, organization);
        Assert.True(Directory.Exists(folder), $"the build wrote no edition '{organization}'");
        return folder;
    }

    /// <summary>Absolute path of the folder that holds all editions.</summary>
    public string OutputFolder => _output.FullName;

    public async ValueTask InitializeAsync() => await PlaybookProgram.BuildAsync(RepositoryFolder.PathOf("input"), _output.FullName);

    public ValueTask DisposeAsync()
    {
        _output.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
