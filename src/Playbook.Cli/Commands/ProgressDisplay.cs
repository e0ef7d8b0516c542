using Spectre.Console;

namespace Playbooks.Cli;

/// <summary>Shows how far a build has come: a bar on a terminal, nothing where the output is read by a program.</summary>
internal static class ProgressDisplay
{
    /// <summary>Runs a build under the display.</summary>
    public static BuildResult Run(bool isQuiet, Func<IProgress<BuildProgress>?, BuildResult> build)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        if (isQuiet || !console.Profile.Out.IsTerminal || !console.Profile.Capabilities.Interactive)
        {
            return build(null);
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

    private sealed class Reporter(ProgressTask task) : IProgress<BuildProgress>
    {
        public void Report(BuildProgress value)
        {
            task.IsIndeterminate = false;
            task.Description = $"Building {value.Done} of {value.Total} editions";
            task.MaxValue = value.Total;
            task.Value = Math.Max(task.Value, value.Done);
        }
    }
}
