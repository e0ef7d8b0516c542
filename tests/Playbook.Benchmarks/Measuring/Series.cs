namespace Playbooks.Benchmarks;

/// <summary>A thing to measure: a corpus, built in one way.</summary>
/// <param name="Corpus">What is built.</param>
/// <param name="IsUnchanged">True to build over the finished sites of the run before.</param>
internal sealed record Case(Corpus Corpus, bool IsUnchanged = false);

/// <summary>Several runs of each of several cases, in turn, so that whatever else the machine does falls on all of them.</summary>
internal sealed class Series : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("playbook-benchmarks-");
    private readonly Dictionary<Corpus, string> _inputs = [];
    private int _outputs;

    /// <summary>Measures.</summary>
    /// <param name="cases">What to compare.</param>
    /// <param name="rounds">How often each is run; medians are made of that many.</param>
    public Dictionary<Case, ProgramRun[]> Run(IReadOnlyList<Case> cases, int rounds)
    {
        var runs = cases.ToDictionary(each => each, _ => new List<ProgramRun>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var each in cases)
            {
                Console.Error.Write($"\rround {round + 1} of {rounds}: {each.Corpus} pages          ");
                runs[each].Add(Run(each));
            }
        }

        Console.Error.WriteLine("\r                                                  ");
        return runs.ToDictionary(each => each.Key, each => each.Value.ToArray());
    }

    /// <summary>The value in the middle.</summary>
    public static double Median(IEnumerable<ProgramRun> runs, Func<ProgramRun, double> value)
    {
        var sorted = runs.Select(value).Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <inheritdoc />
    public void Dispose() => _folder.Delete(recursive: true);

    private ProgramRun Run(Case each)
    {
        // Nothing is deleted between the runs: for seconds afterwards a file system is slow at making files.
        var name = $"output-{each.Corpus.Pages}-{each.Corpus.Editions}";
        var output = Path.Combine(_folder.FullName, each.IsUnchanged ? name : $"{name}-{++_outputs}");
        if (each.IsUnchanged && !Directory.Exists(output))
        {
            ProgramRun.Build(InputOf(each.Corpus), output);
        }

        return ProgramRun.Build(InputOf(each.Corpus), output);
    }

    private string InputOf(Corpus corpus)
    {
        if (!_inputs.TryGetValue(corpus, out var folder))
        {
            folder = Path.Combine(_folder.FullName, $"input-{corpus.Pages}-{corpus.Editions}");
            corpus.WriteTo(folder);
            _inputs[corpus] = folder;
        }

        return folder;
    }
}
