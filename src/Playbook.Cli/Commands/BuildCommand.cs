using System.CommandLine;
using Playbooks.Diagnostics;

namespace Playbooks.Cli;

/// <summary><c>playbook build</c>: all editions in one process.</summary>
internal static class BuildCommand
{
    /// <summary>The command.</summary>
    public static Command Create(GlobalOptions options)
    {
        var shard = new Option<string?>("--shard")
        {
            Description = "Build the I-th of N disjoint sets of editions, so that several machines can share the work.",
            HelpName = "I/N",
        };
        var pdf = new Option<bool>("--pdf")
        {
            Description = "Print each edition that was built into output/<edition>.pdf, with a Chromium, Chrome or Edge of this machine (PLAYBOOK_CHROMIUM names one).",
        };
        var command = new Command("build", "Builds every edition into output/<edition>/.\n\nExample:\n  playbook build --organization larkfield --base-url https://example.org/handbook/")
        {
            shard,
            pdf,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var build = options.Read(parsed) with { Shard = ReadShard(parsed.GetValue(shard)) };
            return BuildRunner.RunAsync(build, parsed, options, parsed.GetValue(pdf), cancellation);
        });
        return command;
    }

    private static Shard? ReadShard(string? text) =>
        text is null ? null
        : Shard.TryParse(text, out var shard) ? shard
        : throw new UnusableEnvironmentException($"`{text}` is not a shard; write 1/4 for the first of four");
}
