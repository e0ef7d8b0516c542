using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Playbooks.Tests.Scoring;

/// <summary>The theme's scoring, bundled and run by Node.</summary>
internal static class BundledScoring
{
    // Far beyond what a few thousand cases need on a busy machine: only a hang ends here.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>Runs all cases in one process; results in the same order.</summary>
    public static async Task<JsonArray> RunAsync(JsonArray cases)
    {
        var start = new ProcessStartInfo("node",
        [
            RepositoryFolder.PathOf("tests", "Playbook.Generator.Tests", "Scoring", "bundled-scoring.mjs"),
            RepositoryFolder.PathOf("theme"),
        ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var timer = new CancellationTokenSource(Limit);
        var output = process.StandardOutput.ReadToEndAsync(timer.Token);
        var error = process.StandardError.ReadToEndAsync(timer.Token);
        await process.StandardInput.WriteAsync(cases.ToJsonString());
        process.StandardInput.Close();
        await process.WaitForExitAsync(timer.Token);
        Assert.True(process.ExitCode == 0, await error);
        return JsonNode.Parse(await output)!.AsArray();
    }
}
