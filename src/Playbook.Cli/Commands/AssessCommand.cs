using System.CommandLine;
using System.Text;
using Playbooks.Diagnostics;
using Playbooks.Model;

namespace Playbooks.Cli;

/// <summary><c>playbook assess</c>: combines several people's answer files; writes the aggregate and nothing else.</summary>
internal static class AssessCommand
{
    private const long LargestFileInBytes = 1024 * 1024;

    // Strict: bytes that are not UTF-8 are no answer file.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The command.</summary>
    public static Command Create(GlobalOptions options)
    {
        var answers = new Option<string[]>("--answers")
        {
            Description = "Answer files, as the assessment's page saves them.",
            HelpName = "FILE",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        var date = new Option<string?>("--date") { Description = "Day of the result; today unless given.", HelpName = "YYYY-MM-DD" };
        var command = new Command(
            "assess",
            "Combines several people's answers into one result without names; --output names its file, otherwise it is printed.\n\nExample:\n  playbook assess --answers a.json b.json c.json --organization larkfield --output input/organizations/larkfield/results/2027-03-01.yml")
        {
            answers, date,
        };
        command.SetAction(parsed => Run(parsed, options, parsed.GetValue(answers)!, ReadDate(parsed.GetValue(date))));
        return command;
    }

    private static int Run(ParseResult parsed, GlobalOptions options, string[] paths, DateOnly date)
    {
        var build = options.Read(parsed) with { OutputFolder = null };
        if (build.Editions.Length > 1)
        {
            throw new UnusableEnvironmentException("name one organization: answers of several are never put together");
        }

        var edition = build.Editions.IsEmpty ? Edition.CommonId : build.Editions[0];
        var result = AnswerCombination.Combine(build with { Editions = [edition] }, [.. paths.Select(Read)], date);
        if (parsed.GetValue(options.Format) == "json")
        {
            Console.Out.Write(DiagnosticText.ToJson(result.Diagnostics) + "\n");
        }
        else
        {
            foreach (var diagnostic in result.Diagnostics)
            {
                Console.Error.WriteLine(DiagnosticText.Format(diagnostic));
            }
        }

        if (result.Text is not { } text)
        {
            return ExitCode.ContentErrors;
        }

        if (parsed.GetResult(options.Output) is { Implicit: false })
        {
            var file = parsed.GetValue(options.Output)!;
            Write(file, text, paths);
            if (!parsed.GetValue(options.Quiet))
            {
                Console.Error.WriteLine($"Combined {paths.Length} answer files in {file}");
            }
        }
        else if (parsed.GetValue(options.Format) != "json")
        {
            Console.Out.Write(text);
        }

        return ExitCode.Done;
    }

    private static DateOnly ReadDate(string? text) =>
        text is null ? DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var date) ? date
        : throw new UnusableEnvironmentException($"`{text}` is not a date; write it as year-month-day, such as 2027-01-31");

    private static SourceText Read(string path)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > LargestFileInBytes })
            {
                throw new UnusableEnvironmentException($"the file `{path}` is too large for answers");
            }

            // One name for one file, however it is written, so that naming it twice is noticed.
            var name = Path.GetRelativePath(Path.GetFullPath("."), Path.GetFullPath(path)).Replace('\\', '/');
            return new SourceText(new InputPath(name), Utf8.GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF'));
        }
        catch (DecoderFallbackException)
        {
            throw new UnusableEnvironmentException($"the file `{path}` is not text");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UnusableEnvironmentException($"the answer file `{path}` cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>Writes beside the file first, so that a full disk leaves the old result as it was.</summary>
    private static void Write(string file, string text, string[] answers)
    {
        var target = Path.GetFullPath(file);
        if (answers.Any(answer => Path.GetFullPath(answer) == target))
        {
            throw new UnusableEnvironmentException($"`{file}` is one of the answer files");
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            var temporary = target + ".new";
            File.WriteAllText(temporary, text);
            File.Move(temporary, target, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UnusableEnvironmentException($"`{file}` cannot be written: {exception.Message}", exception);
        }
    }
}
