namespace Playbooks.Benchmarks;

/// <summary><c>stages</c>: where the time of a build goes.</summary>
internal static class StagesCommand
{
    private static readonly Corpus Long = new(Pages: 1000, Editions: 1);
    private static readonly Corpus Wide = new(Pages: 200, Editions: 20);

    /// <summary>Measures and prints.</summary>
    public static void Run(int rounds)
    {
        Corpus[] corpora = [Long, Wide];
        using var series = new Series();
        var runs = series.Run([.. corpora.SelectMany(corpus => new[] { new Case(corpus), new Case(corpus, IsUnchanged: true) })], rounds);
        Console.WriteLine($"Medians of {rounds} runs in fresh processes, in turn; µs of CPU per HTML page. The stages of several editions run at the same time,");
        Console.WriteLine("so the CPU time of the process is divided among the stages as the times are that the pipeline gives for them.");
        Console.WriteLine();
        foreach (var corpus in corpora)
        {
            Print(corpus, runs[new Case(corpus)], runs[new Case(corpus, IsUnchanged: true)]);
        }
    }

    private static void Print(Corpus corpus, ProgramRun[] fresh, ProgramRun[] unchanged)
    {
        var table = new Table($"{corpus}: {Table.Number(fresh[0].Pages)} pages", "µs/page", "share", "when unchanged");
        foreach (var stage in fresh[0].Stages.Select(each => each.Name))
        {
            table.Add(stage, PerPage(fresh, run => ShareOf(run, stage) * run.Usage.Cpu), $"{Table.Number(Series.Median(fresh, run => ShareOf(run, stage) * 100))} %", PerPage(unchanged, run => ShareOf(run, stage) * run.Usage.Cpu));
        }

        table.Add("CPU", PerPage(fresh, run => run.Usage.Cpu), "", PerPage(unchanged, run => run.Usage.Cpu));
        table.Add("wall", PerPage(fresh, run => run.Usage.Wall), "", PerPage(unchanged, run => run.Usage.Wall));
        table.Add("peak MB", Megabytes(fresh), "", Megabytes(unchanged));
        table.Print();
    }

    private static double ShareOf(ProgramRun run, string stage) =>
        run.Stages.FirstOrDefault(each => each.Name == stage).Milliseconds / run.Stages.Sum(each => each.Milliseconds);

    private static string PerPage(ProgramRun[] runs, Func<ProgramRun, TimeSpan> time) =>
        Table.Number(Series.Median(runs, run => time(run).TotalMicroseconds / run.Pages));

    private static string Megabytes(ProgramRun[] runs) => Table.Number(Series.Median(runs, run => run.Usage.PeakInBytes / 1e6));
}
