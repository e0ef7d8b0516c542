using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Playbooks.Benchmarks;

/// <summary><c>micro</c>: single steps under BenchmarkDotNet.</summary>
internal static class MicroCommand
{
    /// <summary>Runs the steps whose name holds a text; all of them without one.</summary>
    public static void Run(string? name)
    {
        // In this process: the library would otherwise write a project of its own, which knows nothing of central package versions.
        var config = ManualConfig.CreateEmpty()
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddLogger(ConsoleLogger.Default)
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "playbook-benchmarks"))
            .AddFilter(new BenchmarkDotNet.Filters.NameFilter(full => name is null || full.Contains(name, StringComparison.OrdinalIgnoreCase)));
        BenchmarkRunner.Run<PageSteps>(config);
    }
}
