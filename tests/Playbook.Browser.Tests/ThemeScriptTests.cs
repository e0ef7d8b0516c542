using System.Diagnostics;

namespace Playbooks.Browser.Tests;

/// <summary>The scripts' own tests (<c>theme/tests</c>), among them the properties of merging.</summary>
public sealed class ThemeScriptTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Tests_of_the_scripts_pass()
    {
        using var process = Process.Start(new ProcessStartInfo("node", ["test.mjs"])
        {
            WorkingDirectory = RepositoryFolder.PathOf("theme"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var timer = new CancellationTokenSource(Limit);
        await process.WaitForExitAsync(timer.Token);
        var printed = string.Concat(await output);
        Assert.True(process.ExitCode == 0, printed);
        Assert.Contains("# pass ", printed, StringComparison.Ordinal);
    }
}
