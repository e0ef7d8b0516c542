using System.Diagnostics;

namespace Playbooks.Tests;

/// <summary>Runs a script of <c>tests/search-eval</c> with the Node that builds the theme.</summary>
internal static class NodeProgram
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>What the script printed; a script that fails is a failure of the test.</summary>
    public static string Run(string script, params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo("node", [RepositoryFolder.PathOf("tests", "search-eval", script), .. arguments])
        {
            WorkingDirectory = RepositoryFolder.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"node {script} did not end within {Limit.TotalMinutes:0} minutes");
        }

        var printed = output.GetAwaiter().GetResult();
        Assert.True(process.ExitCode == 0, $"node {script} failed:{Environment.NewLine}{string.Concat(printed)}");
        return printed[0];
    }
}
