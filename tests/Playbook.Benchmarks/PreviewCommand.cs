using System.Diagnostics;
using System.Globalization;
using Playbooks.Model;
using Playbooks.Previewing;

namespace Playbooks.Benchmarks;

/// <summary><c>preview</c>: how long it takes from the saved file to the page in the browser.</summary>
internal static class PreviewCommand
{
    private static readonly Corpus Long = new(Pages: 1000, Editions: 1);

    // Before these the program runs code that the just-in-time compiler has not yet made fast.
    private const int WarmUp = 20;

    /// <summary>Measures and prints.</summary>
    /// <param name="edits">How many edits are measured.</param>
    public static async Task RunAsync(int edits)
    {
        var folder = Directory.CreateTempSubdirectory("playbook-benchmarks-");
        try
        {
            Long.WriteTo(folder.FullName);
            CorpusPage[] chapters = [.. CorpusPage.All(Long.Pages).Where(page => page.Kind == CorpusPageKind.Chapter)];
            using var preview = await RunningPreview.StartAsync(folder.FullName);
            var served = new List<double>();
            var cpu = new List<double>();
            for (var edit = -WarmUp; edit < edits; edit++)
            {
                var chapter = chapters[(edit + WarmUp) * 7 % chapters.Length];
                var (time, used) = await EditAsync(preview, Path.Combine(folder.FullName, chapter.File), chapter.Address, $"Edit number {edit + WarmUp}.");
                if (edit >= 0)
                {
                    served.Add(time.TotalMilliseconds);
                    cpu.Add(used.TotalMilliseconds);
                }
            }

            Print(served, cpu);
            RebuildAlone(folder.FullName, chapters, edits);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Saves a chapter with a new sentence and waits until the page with it has arrived.</summary>
    private static async Task<(TimeSpan Time, TimeSpan Cpu)> EditAsync(RunningPreview preview, string file, string address, string sentence)
    {
        var text = await File.ReadAllTextAsync(file);
        var cpu = preview.Cpu;
        var start = Stopwatch.GetTimestamp();
        await File.WriteAllTextAsync(file, $"{text}\n{sentence}\n");
        await preview.NextBuildAsync();
        var page = await preview.GetAsync($"common/{address}");
        var time = Stopwatch.GetElapsedTime(start);
        var used = preview.Cpu - cpu;
        if (!page.Contains(sentence, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{address} does not show the edit");
        }

        // An author reads for a moment before the next edit; the program looks at the rest meanwhile.
        await preview.CompleteAsync();
        return (time, used);
    }

    /// <summary>
    /// The same edits in this process, without server, watcher and background work. CPU time says what a rebuild costs when
    /// the machine does other work as well; it is used by all cores together, so a quiet machine needs less time than that.
    /// </summary>
    private static void RebuildAlone(string folder, CorpusPage[] chapters, int edits)
    {
        var preview = new PlaybookPreview(new BuildOptions { InputFolder = folder, ThemeFolder = RepositoryFolder.PathOf("theme"), BaseUrl = "http://127.0.0.1/{edition}/" }, TimeProvider.System);
        preview.Rebuild(Edition.CommonId, isThemeChanged: true);
        var stages = new List<StageTime>();
        var cpu = TimeSpan.Zero;
        for (var edit = -WarmUp; edit < edits; edit++)
        {
            var chapter = chapters[(edit + WarmUp) * 7 % chapters.Length];
            File.AppendAllText(Path.Combine(folder, chapter.File), $"\nEdit alone {edit + WarmUp}.\n");
            var before = Environment.CpuUsage.TotalTime;
            var rebuilt = preview.Rebuild(Edition.CommonId, isThemeChanged: false, [chapter.File]);
            preview.Site(Edition.CommonId)!.Find($"{chapter.Address}index.html");
            if (edit >= 0)
            {
                cpu += Environment.CpuUsage.TotalTime - before;
                stages.AddRange(rebuilt.Stages);
            }
        }

        var table = new Table("rebuild and page alone", "median ms");
        foreach (var stage in stages.GroupBy(stage => stage.Name))
        {
            table.Add($"{stage.Key}, wall", Quantile([.. stage.Select(each => each.Time.TotalMilliseconds)], 0.5));
        }

        table.Add("all, CPU (mean)", Table.Number(cpu.TotalMilliseconds / edits, 1));
        table.Print();
    }

    private static void Print(List<double> served, List<double> cpu)
    {
        Console.WriteLine($"{Long.Pages:N0} pages, one edition; {served.Count} edits of different chapters, each with a sentence more: ms from the save until the page");
        Console.WriteLine("with it has arrived, 20 ms of waiting for further saves among them. CPU is what the program used until then, background work included.");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Load of the machine's {Environment.ProcessorCount} cores: {(File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown")}"));
        Console.WriteLine();
        var table = new Table("edit to page", "p50", "p95", "longest");
        table.Add("wall ms", Quantile(served, 0.5), Quantile(served, 0.95), Quantile(served, 1));
        table.Add("CPU ms", Quantile(cpu, 0.5), Quantile(cpu, 0.95), Quantile(cpu, 1));
        table.Print();
    }

    private static string Quantile(List<double> values, double part) =>
        Table.Number(values.Order().ElementAt(Math.Clamp((int)Math.Ceiling(values.Count * part) - 1, 0, values.Count - 1)), 1);
}
