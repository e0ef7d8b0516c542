namespace Playbooks.Benchmarks;

/// <summary><c>growth</c>: whether twice the pages take twice the time, and what a further edition costs.</summary>
internal static class GrowthCommand
{
    /// <summary>Measures and prints.</summary>
    public static void Run(int rounds)
    {
        Corpus[] longer = [new(200, 1), new(1000, 1), new(2000, 1), new(5000, 1)];
        Corpus[] wider = [new(200, 1), new(200, 5), new(200, 20)];
        using var series = new Series();
        var runs = series.Run([.. longer.Union(wider).Select(corpus => new Case(corpus))], rounds);
        Console.WriteLine($"Medians of {rounds} runs in fresh processes, in turn. ×2 is the CPU time of twice as much, from the row above: 2.0 is linear.");
        Console.WriteLine();
        Print("more pages", longer, runs);
        Print("more editions", wider, runs);
    }

    private static void Print(string what, Corpus[] corpora, Dictionary<Case, ProgramRun[]> runs)
    {
        var table = new Table(what, "HTML pages", "wall ms", "CPU ms", "CPU µs/page", "further page µs", "×2", "peak MB");
        ProgramRun[]? above = null;
        foreach (var corpus in corpora)
        {
            var own = runs[new Case(corpus)];
            table.Add(
                corpus.ToString(),
                Table.Number(own[0].Pages),
                Table.Number(Series.Median(own, run => run.Usage.Wall.TotalMilliseconds)),
                Table.Number(Cpu(own)),
                Table.Number(Cpu(own) * 1000 / own[0].Pages),
                above is null ? "" : Table.Number((Cpu(own) - Cpu(above)) * 1000 / (own[0].Pages - above[0].Pages)),
                above is null ? "" : Table.Number(Doubling(above, own), 2),
                Table.Number(Series.Median(own, run => run.Usage.PeakInBytes / 1e6)));
            above = own;
        }

        table.Print();
    }

    private static double Cpu(ProgramRun[] runs) => Series.Median(runs, run => run.Usage.Cpu.TotalMilliseconds);

    /// <summary>How often the time has grown for each doubling of the pages between two corpora.</summary>
    private static double Doubling(ProgramRun[] small, ProgramRun[] large) =>
        Math.Pow(Cpu(large) / Cpu(small), Math.Log(2) / Math.Log((double)large[0].Pages / small[0].Pages));
}
