using System.CommandLine;
using Playbooks.Diagnostics;
using Playbooks.Exporting;

namespace Playbooks.Cli;

/// <summary><c>playbook export</c>: the checklists of one edition for another program.</summary>
internal static class ExportCommand
{
    private static readonly (string Name, ExportFormat Format)[] Formats =
    [
        ("csv", ExportFormat.Csv), ("ics", ExportFormat.Ics), ("markdown", ExportFormat.Markdown),
        ("json", ExportFormat.Json), ("jira", ExportFormat.Jira), ("github", ExportFormat.GitHub),
    ];

    /// <summary>The command. Its <c>--format</c> and <c>--output</c> stand in place of the options of these names that other commands have.</summary>
    public static Command Create(GlobalOptions options)
    {
        var format = new Option<string>("--format") { Description = "What to write.", Required = true };
        format.AcceptOnlyFromAmong([.. Formats.Select(each => each.Name)]);
        var output = new Option<string?>("--output")
        {
            Description = "File to write, in place of the one that may be there. Default: the terminal, so that the output can be led on.",
            HelpName = "FILE",
        };
        var command = new Command(
            "export",
            "Writes the checklists of one edition with their dates as a spreadsheet, calendar, task list, data, or issues.\n\nExample:\n  playbook export --organization larkfield --format ics --output larkfield.ics")
        {
            format, output,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var edition = options.Read(parsed);
            var asked = parsed.GetValue(format);
            return Task.FromResult(Run(edition, Formats.First(each => each.Name == asked).Format, parsed.GetValue(output), parsed.GetValue(options.Quiet)));
        });
        return command;
    }

    private static int Run(BuildOptions edition, ExportFormat format, string? output, bool isQuiet)
    {
        var result = ExportPipeline.Export(edition, format);
        foreach (var diagnostic in result.Diagnostics)
        {
            Console.Error.WriteLine(DiagnosticText.Format(diagnostic));
        }

        if (result.File is not { } bytes)
        {
            return ExitCode.ContentErrors;
        }

        if (output is null)
        {
            using var terminal = Console.OpenStandardOutput();
            terminal.Write(bytes.Span);
            return ExitCode.Done;
        }

        ExportPipeline.Save(output, bytes, edition);
        if (!isQuiet)
        {
            Console.Out.WriteLine($"Wrote {output}");
        }

        return ExitCode.Done;
    }
}
