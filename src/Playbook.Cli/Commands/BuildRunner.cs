using System.CommandLine;
using Playbooks.Diagnostics;

namespace Playbooks.Cli;

/// <summary>Runs a build or a check and prints what it came to.</summary>
internal static class BuildRunner
{
    /// <returns>The exit code.</returns>
    public static int Run(BuildOptions build, ParseResult parsed, GlobalOptions options, CancellationToken cancellation)
    {
        var isJson = parsed.GetValue(options.Format) == "json";
        var isQuiet = parsed.GetValue(options.Quiet) || isJson;
        var clock = TimeProvider.System;
        var start = clock.GetTimestamp();
        var result = ProgressDisplay.Run(isQuiet, progress => PlaybookPipeline.Build(build, clock, progress, cancellation));
        var elapsed = clock.GetElapsedTime(start);
        if (isJson)
        {
            Console.Out.Write(DiagnosticText.ToJson(result.Diagnostics) + "\n");
        }
        else
        {
            foreach (var diagnostic in result.Diagnostics)
            {
                Console.Error.WriteLine(DiagnosticText.Format(diagnostic));
            }
        }

        if (!isQuiet)
        {
            Summary.Print(result, build.OutputFolder, elapsed, parsed.GetValue(options.Verbose));
        }

        return result.HasErrors ? ExitCode.ContentErrors : ExitCode.Done;
    }
}
