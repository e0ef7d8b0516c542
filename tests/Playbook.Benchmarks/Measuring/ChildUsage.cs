using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Playbooks.Benchmarks;

/// <summary>What one process used.</summary>
/// <param name="Wall">From start to end.</param>
/// <param name="Cpu">Of all its threads; does not grow when the machine does other work as well, so ratios are made of it.</param>
/// <param name="PeakInBytes">Most memory it held at once.</param>
internal readonly record struct Usage(TimeSpan Wall, TimeSpan Cpu, long PeakInBytes);

/// <summary>Runs a child process and asks the system what it used.</summary>
/// <remarks>
/// Unix tells what all ended children used together, and the most that any of them held. So the process that asks must have
/// had one child only; <see cref="ProgramRun"/> starts this program anew for each measurement.
/// </remarks>
internal static partial class ChildUsage
{
    private const int Children = -1;

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message holds what it printed.</exception>
    public static (string Output, Usage Usage) Run(string program, IEnumerable<string> arguments)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var wall = Stopwatch.GetElapsedTime(start);
        return process.ExitCode == 0
            ? (output, OperatingSystem.IsWindows() ? new Usage(wall, process.TotalProcessorTime, process.PeakWorkingSet64) : UnixUsage(wall))
            : throw new InvalidOperationException($"{program} ended with exit code {process.ExitCode}\n{output}\n{error.Result}");
    }

    private static Usage UnixUsage(TimeSpan wall)
    {
        if (GetUsage(Children, out var used) != 0)
        {
            throw new InvalidOperationException("the system does not say what a child process used");
        }

        // Linux counts kilobytes, macOS bytes; macOS also keeps microseconds in 32 bits.
        var peak = OperatingSystem.IsMacOS() ? used.Peak : used.Peak * 1024;
        var seconds = used.UserSeconds + used.SystemSeconds;
        var microseconds = (int)used.UserMicroseconds + (int)used.SystemMicroseconds;
        return new Usage(wall, TimeSpan.FromSeconds(seconds) + TimeSpan.FromMicroseconds(microseconds), peak);
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetUsage(int who, out UnixRecord used);

    /// <summary><c>struct rusage</c>; what follows the peak is not read.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 256)]
    private struct UnixRecord
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
        public long Peak;
    }
}
