using System.CommandLine;

namespace Playbooks.Cli;

/// <summary><c>playbook check</c>: everything a build would complain about, and rules of good content; writes nothing.</summary>
internal static class CheckCommand
{
    /// <summary>The command.</summary>
    public static Command Create(GlobalOptions options)
    {
        var command = new Command("check", "Finds everything that build would complain about, and overdue reviews; writes nothing.\n\nExample:\n  playbook check --format json");
        command.SetAction((parsed, cancellation) =>
        {
            var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            var check = options.Read(parsed) with { OutputFolder = null, Today = today };
            return BuildRunner.RunAsync(check, parsed, options, isPrinting: false, cancellation);
        });
        return command;
    }
}
