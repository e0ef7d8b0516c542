using Spectre.Console;

namespace Playbooks.Cli;

/// <summary>Shows how far a build has come: a bar on a terminal, almost nothing where the output goes to a log or a program.</summary>
internal static class ProgressDisplay
{
    private const string Waiting = "Waiting for another build that writes to the same folder";

    /// <summary>Runs a build under the display.</summary>
    public static BuildResult Run(bool isQuiet, Func<IProgress<BuildProgress>?, BuildResult> build)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        if (isQuiet)
        {
            return build(null);
        }

        if (!console.Profile.Out.IsTerminal || !console.Profile.Capabilities.Interactive)
        {
            return build(new PlainReporter());
        }

        return console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new SpinnerColumn())
            .Start(context =>
            {
                var task = context.AddTask("Reading", autoStart: true);
                task.IsIndeterminate = true;
                return build(new Reporter(task));
            });
    }

    /// <summary>Says only what a reader of a log must know: why nothing happens.</summary>
    private sealed class PlainReporter : IProgress<BuildProgress>
    {
        public void Report(BuildProgress value)
        {
            if (value.IsWaiting)
            {
                Console.Error.WriteLine(Waiting);
            }
        }
    }

    private sealed class Reporter(ProgressTask task) : IProgress<BuildProgress>
    {
        public void Report(BuildProgress value)
        {
            task.IsIndeterminate = value.IsWaiting;
            if (value.IsWaiting)
            {
                task.Description = Waiting;
                return;
            }

            task.Description = $"Building {value.Done} of {value.Total} editions";
            task.MaxValue = value.Total;
            task.Value = Math.Max(task.Value, value.Done);
        }
    }
}
