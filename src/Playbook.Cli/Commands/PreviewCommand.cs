using System.CommandLine;
using System.Globalization;
using System.Net;
using Playbooks.Cli.Preview;
using Playbooks.Diagnostics;

namespace Playbooks.Cli;

/// <summary><c>playbook preview</c>: the editions on this machine, always as the files are.</summary>
internal static class PreviewCommand
{
    /// <summary>The command.</summary>
    public static Command Create(GlobalOptions options)
    {
        var port = new Option<string?>("--port")
        {
            Description = $"Port to serve on. Default: {PreviewOptions.StandardPort}, or the next one that is free.",
            HelpName = "N",
        };
        var open = new Option<bool>("--open") { Description = "Open the preview in a browser." };
        var command = new Command("preview", "Serves the editions on this machine and shows every change at once; writes nothing.\n\nExample:\n  playbook preview --organization larkfield --open")
        {
            port,
            open,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            await PreviewSession.RunAsync(
                new PreviewOptions
                {
                    Build = options.Read(parsed),
                    Port = ReadPort(parsed.GetValue(port)),
                    IsOpened = parsed.GetValue(open),
                    IsQuiet = parsed.GetValue(options.Quiet),
                    IsVerbose = parsed.GetValue(options.Verbose),
                },
                cancellation);
            return ExitCode.Done;
        });
        return command;
    }

    private static int? ReadPort(string? text) =>
        text is null ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= IPEndPoint.MaxPort ? port
        : throw new UnusableEnvironmentException($"`{text}` is not a port; write a number from 1 to {IPEndPoint.MaxPort}");
}
