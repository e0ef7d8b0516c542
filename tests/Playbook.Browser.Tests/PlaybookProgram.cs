using System.Diagnostics;

namespace Playbooks.Browser.Tests;

/// <summary>Runs the program as its users do.</summary>
internal static class PlaybookProgram
{
    private static readonly TimeSpan BuildLimit = TimeSpan.FromMinutes(5);

    /// <summary>Builds every edition of an input folder; fails the test when that fails.</summary>
    public static async Task BuildAsync(string inputFolder, string outputFolder)
    {
        var start = new ProcessStartInfo("dotnet",
        [
            RepositoryFolder.Metadata("PlaybookProgram"), "build",
            "--input", inputFolder,
            "--theme", RepositoryFolder.PathOf("theme"),
            "--output", outputFolder,
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
}
