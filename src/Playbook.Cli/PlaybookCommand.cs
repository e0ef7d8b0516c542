using System.CommandLine;
using Playbooks.Diagnostics;

namespace Playbooks.Cli;

/// <summary>The command line as a whole: parses it, runs the command, and turns what happens into one of four exit codes.</summary>
internal sealed class PlaybookCommand
{
    private readonly RootCommand _root;
    private readonly GlobalOptions _options;

    private PlaybookCommand(RootCommand root, GlobalOptions options)
    {
        _root = root;
        _options = options;
    }

    /// <summary>The command with all its subcommands.</summary>
    public static PlaybookCommand Create()
    {
        var options = new GlobalOptions();
        var root = new RootCommand("Builds implementation playbooks: one static site for each organization.");
        options.AddTo(root);
        root.Subcommands.Add(BuildCommand.Create(options));
        root.Subcommands.Add(PreviewCommand.Create(options));
        root.Subcommands.Add(CheckCommand.Create(options));
        root.Subcommands.Add(AssessCommand.Create(options));
        root.Subcommands.Add(ExportCommand.Create(options));
        root.Subcommands.Add(IndexCommand.Create(options));
        return new PlaybookCommand(root, options);
    }

    /// <summary>Runs a command line.</summary>
    public async Task<int> RunAsync(string[] arguments)
    {
        var parsed = _root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            // The parser would say of `playbook bulid` that a command is missing; the word it does not know helps more.
            var problem = parsed.UnmatchedTokens is [var unknown, ..] ? $"there is no command or option `{unknown}`"
                : parsed.CommandResult.Command == _root ? "say what to do: build, preview, check, assess, export or index"
                : parsed.Errors[0].Message;
            return Say(problem, "see `playbook --help`");
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (UnusableEnvironmentException exception)
        {
            return Say(exception.Message, null);
        }
        catch (OperationCanceledException)
        {
            return Say("stopped; what was published stays as it was", null);
        }
        catch (Exception exception)
        {
            // The one place that catches everything: whatever arrives here is a bug of ours, and a reader of a terminal
            // needs one sentence, not a stack trace.
            await Console.Error.WriteLineAsync($"error: this is a bug in playbook: {exception.GetType().Name}: {OneLine(exception.Message)}. Please report it with the output of --verbose.");
            if (parsed.GetValue(_options.Verbose))
            {
                await Console.Error.WriteLineAsync(exception.ToString());
            }

            return ExitCode.Bug;
        }
    }

    private static int Say(string problem, string? advice)
    {
        Console.Error.WriteLine($"error: {OneLine(problem)}{(advice is null ? "" : $" ({advice})")}");
        return ExitCode.Unusable;
    }

    private static string OneLine(string text) => string.Join(' ', text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
