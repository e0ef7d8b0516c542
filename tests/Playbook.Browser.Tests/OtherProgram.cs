using System.Diagnostics;

namespace Playbooks.Browser.Tests;

/// <summary>Programs that a test runs to their end.</summary>
internal static class OtherProgram
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Runs a program; fails the test when the program fails or does not end.</summary>
    /// <param name="folder">The folder to run it in.</param>
    /// <param name="program">Its name, found as a shell would.</param>
    /// <param name="arguments">What it is told.</param>
    /// <param name="environment">Variables to set, or with null to take away.</param>
    /// <returns>What it wrote to its standard output.</returns>
    public static async Task<string> RunAsync(string folder, string program, IEnumerable<string> arguments, params (string Name, string? Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var timer = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(timer.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} did not end within {Limit.TotalMinutes:0} minutes: {string.Join(' ', start.ArgumentList)}");
        }

        Assert.True(process.ExitCode == 0, $"{program} ended with exit code {process.ExitCode}:\n{await output}{await errors}");
        return await output;
    }
}
