using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Playbooks.Benchmarks;

/// <summary>One run of the built program in a process of its own.</summary>
/// <param name="Usage">What the process used.</param>
/// <param name="Pages">HTML pages it made, over all editions.</param>
/// <param name="Stages">Time of each stage in milliseconds, summed over editions, in the order of the pipeline.</param>
internal sealed partial record ProgramRun(Usage Usage, int Pages, IReadOnlyList<(string Name, double Milliseconds)> Stages)
{
    /// <summary>Name of the subcommand that measures one child; for this program's own use.</summary>
    public const string MeasureCommand = "measure-one";

    /// <summary>Builds a corpus.</summary>
    /// <param name="input">Its folder.</param>
    /// <param name="output">Where the sites go; what is there decides whether a build is fresh or unchanged.</param>
    public static ProgramRun Build(string input, string output)
    {
        string[] command = ["dotnet", RepositoryFolder.Metadata("PlaybookProgram"), "build", "--verbose", "--input", input, "--output", output, "--theme", RepositoryFolder.PathOf("theme")];
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Self(), MeasureCommand, .. command]) { RedirectStandardOutput = true })!;
        var printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? Read(printed) : throw new InvalidOperationException(printed);
    }

    /// <summary>The other end of <see cref="Build"/>: runs one child and prints what it printed and used.</summary>
    public static int MeasureOne(string[] command)
    {
        try
        {
            var (output, usage) = ChildUsage.Run(command[0], command[1..]);
            Console.Write(output);
            Console.WriteLine(JsonSerializer.Serialize(new[] { usage.Wall.TotalMilliseconds, usage.Cpu.TotalMilliseconds, usage.PeakInBytes }));
            return 0;
        }
        catch (InvalidOperationException exception)
        {
            Console.WriteLine(exception.Message);
            return 1;
        }
    }

    private static ProgramRun Read(string printed)
    {
        var lines = printed.TrimEnd().Split('\n');
        var numbers = JsonSerializer.Deserialize<double[]>(lines[^1])!;
        var stages = Stage().Matches(printed).Select(match => (match.Groups["name"].Value, double.Parse(match.Groups["time"].Value, CultureInfo.InvariantCulture)));
        return new ProgramRun(
            new Usage(TimeSpan.FromMilliseconds(numbers[0]), TimeSpan.FromMilliseconds(numbers[1]), (long)numbers[2]),
            int.Parse(PageCount().Match(printed).Groups["pages"].Value, CultureInfo.InvariantCulture),
            [.. stages]);
    }

    /// <summary>How this program is started again: by itself, or by <c>dotnet</c> with its assembly.</summary>
    private static string[] Self() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet" ? [typeof(ProgramRun).Assembly.Location] : [];

    [GeneratedRegex(@"^  (?<name>[a-z]+): (?<time>[\d.]+) ms\r?$", RegexOptions.Multiline)]
    private static partial Regex Stage();

    [GeneratedRegex(@"editions?, (?<pages>\d+) pages")]
    private static partial Regex PageCount();
}
