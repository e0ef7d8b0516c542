using System.Globalization;
using Playbooks.Diagnostics;

namespace Playbooks.Cli;

/// <summary>The last lines of a build: editions, pages, problems, time.</summary>
internal static class Summary
{
    public static void Print(BuildResult result, string? output, TimeSpan elapsed, bool isVerbose)
    {
        foreach (var edition in result.Editions)
        {
            Console.Out.WriteLine($"  {edition.Id}: {Count(edition.PageCount, "page")}{(edition.IsUnchanged ? ", unchanged" : "")}");
        }

        if (isVerbose)
        {
            foreach (var stage in result.Stages)
            {
                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {stage.Name}: {stage.Time.TotalMilliseconds:0.0} ms"));
            }
        }

        var errors = result.Diagnostics.Count(each => each.Severity == Severity.Error);
        var warnings = result.Diagnostics.Length - errors;
        var problems = errors + warnings == 0 ? "no problems" : string.Join(", ", new[] { errors > 0 ? Count(errors, "error") : null, warnings > 0 ? Count(warnings, "warning") : null }.OfType<string>());
        var work = result.HasErrors
            ? output is null ? "Checked" : "Nothing was written"
            : $"{(output is null ? "Checked" : "Built")} {Count(result.Editions.Length, "edition")}, {Count(result.Editions.Sum(edition => edition.PageCount), "page")}{(output is null ? "" : $" in {output}")}";
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{work}: {problems}, {elapsed.TotalSeconds:0.00} s"));
    }

    private static string Count(int count, string thing) => $"{count.ToString(CultureInfo.InvariantCulture)} {thing}{(count == 1 ? "" : "s")}";
}
