using System.Globalization;
using Playbooks.Benchmarks;

const string Usage = """
    Measures Playbook. Nothing here is a test: no figure passes or fails, and all figures that are to be compared come from one run.

    dotnet run --project tests/Playbook.Benchmarks -- stages [ROUNDS]
        µs per page of each stage, and peak memory, for 1,000 pages × 1 edition and 200 pages × 20 editions, new and unchanged.
    dotnet run --project tests/Playbook.Benchmarks -- growth [ROUNDS]
        200 to 5,000 pages × 1 edition and 200 pages × 1 to 20 editions: is time in proportion to pages, what does a further edition cost?
    dotnet run --project tests/Playbook.Benchmarks -- preview [EDITS]
        From a saved chapter to the served page, for 1,000 pages × 1 edition; 200 edits unless given.
    dotnet run --project tests/Playbook.Benchmarks -- micro [NAME]
        Single steps with BenchmarkDotNet: reading YAML, compiling a chapter, filling its slots, putting a page together.
        NAME is a part of the steps' names, such as Compile.
    dotnet run --project tests/Playbook.Benchmarks -- corpus PAGES EDITIONS FOLDER
        Writes the input folder that the others measure with, for profilers.

    `stages` and `growth` run the built program (src/Playbook.Cli) in a fresh process for each measurement, the cases in turn, ROUNDS
    times each (5 unless given), and print medians. Times are CPU times where the table does not say otherwise: on a machine that
    does other work, wall times mean little.
    """;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["stages", .. var rest] when Rounds(rest) is { } rounds:
        StagesCommand.Run(rounds);
        return 0;
    case ["growth", .. var rest] when Rounds(rest) is { } rounds:
        GrowthCommand.Run(rounds);
        return 0;
    case ["preview"]:
        await PreviewCommand.RunAsync(edits: 200);
        return 0;
    case ["preview", var text] when Count(text) is { } edits:
        await PreviewCommand.RunAsync(edits);
        return 0;
    case ["micro", .. var rest] when rest.Length < 2:
        MicroCommand.Run(rest.FirstOrDefault());
        return 0;
    case ["corpus", var pages, var editions, var folder] when Count(pages) is { } pageCount && Count(editions) is { } editionCount:
        new Corpus(pageCount, editionCount).WriteTo(folder);
        return 0;
    case [ProgramRun.MeasureCommand, .. var command] when command.Length > 0:
        return ProgramRun.MeasureOne(command);
    case ["--help"]:
        Console.WriteLine(Usage);
        return 0;
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}

static int? Rounds(string[] rest) => rest switch
{
    [] => 5,
    [var text] => Count(text),
    _ => null,
};

static int? Count(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? count : null;
