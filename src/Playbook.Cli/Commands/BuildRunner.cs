using System.CommandLine;
using Playbooks.Diagnostics;

namespace Playbooks.Cli;

/// <summary>Runs a build or a check and prints what it came to.</summary>
internal static class BuildRunner
{
    /// <param name="build">What to build or check.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="options">Its options that all commands have.</param>
    /// <param name="isPrinting">Whether a PDF of each edition is made when the build is done.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(BuildOptions build, ParseResult parsed, GlobalOptions options, bool isPrinting, CancellationToken cancellation)
    {
        var isJson = parsed.GetValue(options.Format) == "json";
        var isQuiet = parsed.GetValue(options.Quiet) || isJson;
        var clock = TimeProvider.System;
        var start = clock.GetTimestamp();
        var result = ProgressDisplay.Run(isQuiet, progress => PlaybookPipeline.Build(build, clock, progress, cancellation));
        var elapsed = clock.GetElapsedTime(start);
        if (isJson)
        {
            await Console.Out.WriteAsync(DiagnosticText.ToJson(result.Diagnostics) + "\n");
        }
        else
        {
            foreach (var diagnostic in result.Diagnostics)
            {
                await Console.Error.WriteLineAsync(DiagnosticText.Format(diagnostic));
            }
        }

        if (!isQuiet)
        {
            Summary.Print(result, build.OutputFolder, elapsed, parsed.GetValue(options.Verbose));
        }

        if (isPrinting && !result.HasErrors)
        {
            await PdfEditions.PrintAsync(build, result.Editions, line => Say(line, isQuiet), cancellation);
        }

        return result.HasErrors ? ExitCode.ContentErrors : ExitCode.Done;
    }

    private static void Say(string line, bool isQuiet)
    {
        if (!isQuiet)
        {
            Console.Out.WriteLine(line);
        }
    }
}
