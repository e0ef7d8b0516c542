using System.Diagnostics;
using Playbooks.Browser.Tests;

[assembly: AssemblyFixture(typeof(BuiltPlaybook))]

namespace Playbooks.Browser.Tests;

/// <summary>The repository's own playbook, built once for all browser tests into a folder that is deleted afterwards.</summary>
public sealed class BuiltPlaybook : IAsyncLifetime
{
    /// <summary>The edition with the playbook's own default facts.</summary>
    public const string CommonEdition = "common";

    private static readonly TimeSpan BuildLimit = TimeSpan.FromMinutes(5);

    private readonly DirectoryInfo _output = Directory.CreateTempSubdirectory("playbook-browser-tests-");

    /// <summary>Absolute path of an edition's publish folder.</summary>
    /// <param name="organization">An organization's id, or <see cref="CommonEdition"/>.</param>
    public string EditionFolder(string organization = CommonEdition)
    {
        var folder = Path.Combine(_output.FullName, organization);
        Assert.True(Directory.Exists(folder), $"the build wrote no edition '{organization}'");
        return folder;
    }

    public async ValueTask InitializeAsync()
    {
        var start = new ProcessStartInfo("dotnet",
        [
            RepositoryFolder.Metadata("PlaybookProgram"), "build",
            "--input", RepositoryFolder.PathOf("input"),
            "--theme", RepositoryFolder.PathOf("theme"),
            "--output", _output.FullName,
            // Each edition is served as a site of its own; the page for missing addresses has to know that.
            "--base-url", "https://example.org/",
        ])
        {
            WorkingDirectory = RepositoryFolder.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // All editions, whatever the developer's shell asks for.
        start.Environment.Remove("PLAYBOOK_ORGANIZATION");

        using var process = Process.Start(start)!;
        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var timer = new CancellationTokenSource(BuildLimit);
        try
        {
            await process.WaitForExitAsync(timer.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"`playbook build` did not end within {BuildLimit.TotalMinutes:0} minutes");
        }

        var printed = string.Join(Environment.NewLine, await output);
        Assert.True(process.ExitCode == 0, $"`playbook build` ended with exit code {process.ExitCode}:{Environment.NewLine}{printed}");
    }

    public ValueTask DisposeAsync()
    {
        _output.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
