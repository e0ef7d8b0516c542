using System.Diagnostics;
using System.Text;

namespace Playbooks.Cli.Tests;

/// <summary>The built program, run as a process of its own.</summary>
internal static class PlaybookProgram
{
    private const string OrganizationVariable = "PLAYBOOK_ORGANIZATION";

    // Far beyond what a build of a few pages needs on a busy machine: only a hang ends here.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>Starts the program in the repository's root and leaves it running.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="organization">Value of <c>PLAYBOOK_ORGANIZATION</c>; null for none, whatever the developer's shell has.</param>
    /// <param name="variables">Other variables of its environment.</param>
    public static RunningProgram Start(IEnumerable<string> arguments, string? organization = null, params ReadOnlySpan<(string Name, string Value)> variables)
    {
        var start = new ProcessStartInfo("dotnet", [RepositoryFolder.Metadata("PlaybookProgram"), .. arguments])
        {
            WorkingDirectory = RepositoryFolder.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove(OrganizationVariable);
        if (organization is not null)
        {
            start.Environment[OrganizationVariable] = organization;
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return new RunningProgram(Process.Start(start)!, Limit);
    }

    /// <summary>Runs the program to its end.</summary>
    public static async Task<ProgramResult> Run(params string[] arguments)
    {
        using var program = Start(arguments);
        return await program.Ended();
    }
}

/// <summary>A program that was started.</summary>
internal sealed class RunningProgram(Process process, TimeSpan limit) : IDisposable
{
    private readonly StringBuilder _lines = new();
    private readonly Task<string> _error = process.StandardError.ReadToEndAsync();
    private Task<string>? _output;

    /// <summary>True when it has ended.</summary>
    public bool HasEnded => process.HasExited;

    /// <summary>Sends what a terminal sends for Ctrl-C.</summary>
    public void Interrupt()
    {
        // `kill` is built into every shell; a program of that name is not on every machine.
        using var kill = Process.Start("sh", ["-c", $"kill -INT {process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Waits for a line of standard output that begins like this.</summary>
    public async Task<string> LineAsync(string start)
    {
        using var timer = new CancellationTokenSource(limit);
        while (await process.StandardOutput.ReadLineAsync(timer.Token) is { } line)
        {
            _lines.Append(line).Append('\n');
            if (line.StartsWith(start, StringComparison.Ordinal))
            {
                _output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return line;
            }
        }

        throw new InvalidOperationException($"`playbook` has ended:\n{_lines}\n{await _error}");
    }

    /// <summary>Waits for the end.</summary>
    /// <exception cref="TimeoutException">It hangs.</exception>
    public async Task<ProgramResult> Ended()
    {
        using var timer = new CancellationTokenSource(limit);
        _output ??= process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(timer.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"`playbook` did not end within {limit.TotalMinutes:0} minutes");
        }

        return new ProgramResult(process.ExitCode, _lines + await _output, await _error);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }
}

/// <summary>What a program came to.</summary>
/// <param name="ExitCode">What it told its caller.</param>
/// <param name="Output">What it printed on standard output.</param>
/// <param name="Error">What it printed on standard error.</param>
internal sealed record ProgramResult(int ExitCode, string Output, string Error)
{
    /// <summary>Fails the test unless the exit code is this one; shows what was printed then.</summary>
    public ProgramResult Exits(int code)
    {
        Assert.True(ExitCode == code, $"exit code {ExitCode} instead of {code}:\n{Output}\n{Error}");
        return this;
    }

    /// <summary>Fails the test unless the program refused to work: exit code 2, one line on standard error, nothing else.</summary>
    /// <returns>The line.</returns>
    public string Refused()
    {
        Exits(2);
        Assert.Equal("", Output);
        var line = Assert.Single(Error.TrimEnd('\n').Split('\n'));
        Assert.StartsWith("error: ", line, StringComparison.Ordinal);
        return line;
    }
}
