using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Playbooks.Cli.Preview;

/// <summary>Runs the theme's own build when its styles or scripts change. Takes a second or two, so nothing waits for it.</summary>
/// <param name="theme">The theme's folder.</param>
/// <param name="done">Called when a run has ended.</param>
/// <param name="cancellation">Stops a run.</param>
internal sealed partial class ThemeBundler(string theme, Action done, CancellationToken cancellation)
{
    private const string Script = "build.mjs";

    private readonly Lock _lock = new();
    private bool _isRunning;
    private bool _isWanted;

    /// <summary>What is wrong with the styles and scripts, as the last run said.</summary>
    public IReadOnlyList<PreviewProblem> Problems { get; private set; } = [];

    /// <summary>Whether a run has not ended; what it writes is of no use before.</summary>
    public bool IsRunning
    {
        get
        {
            lock (_lock)
            {
                return _isRunning;
            }
        }
    }

    /// <summary>Starts a run; one more after the running one, however often it is asked for. False for a theme that is not bundled.</summary>
    public bool Start()
    {
        lock (_lock)
        {
            _isWanted = true;
            if (!File.Exists(Path.Combine(theme, Script)))
            {
                return false;
            }

            if (_isRunning)
            {
                return true;
            }

            _isRunning = true;
        }

        _ = Task.Run(RunAsync, cancellation);
        return true;
    }

    private async Task RunAsync()
    {
        while (IsWanted())
        {
            Problems = await BundleAsync();
        }

        done();
    }

    private bool IsWanted()
    {
        lock (_lock)
        {
            (var isWanted, _isWanted) = (_isWanted, false);
            _isRunning = isWanted;
            return isWanted;
        }
    }

    private async Task<IReadOnlyList<PreviewProblem>> BundleAsync()
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", [Script])
            {
                WorkingDirectory = theme,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            node.StandardInput.Close();
            var printed = Task.WhenAll(node.StandardOutput.ReadToEndAsync(cancellation), node.StandardError.ReadToEndAsync(cancellation));
            try
            {
                await node.WaitForExitAsync(cancellation);
            }
            catch (OperationCanceledException)
            {
                node.Kill(entireProcessTree: true);
                return [];
            }

            return node.ExitCode == 0 ? [] : Read(string.Join('\n', await printed));
        }
        catch (Win32Exception)
        {
            return [new PreviewProblem { IsError = false, Message = "styles and scripts are shown as they were: there is no `node` on the PATH to bundle them with" }];
        }
    }

    private PreviewProblem[] Read(string printed)
    {
        var problems = CompilerLine().Matches(printed).Select(match => new PreviewProblem
        {
            IsError = true,
            Code = match.Groups["code"].Value,
            Message = match.Groups["text"].Value.Trim(),
            Place = $"{match.Groups["file"].Value}:{match.Groups["line"].Value}:{match.Groups["column"].Value}",
            Excerpt = Excerpt(match),
        }).ToArray();
        return problems.Length > 0 ? problems : [new PreviewProblem { IsError = true, Message = "the theme's styles and scripts cannot be bundled", Excerpt = printed.Trim() }];
    }

    private string Excerpt(Match match)
    {
        var number = match.Groups["line"].Value;
        var column = int.Parse(match.Groups["column"].Value, CultureInfo.InvariantCulture);
        try
        {
            var line = File.ReadLines(Path.Combine(theme, match.Groups["file"].Value)).ElementAtOrDefault(int.Parse(number, CultureInfo.InvariantCulture) - 1);
            return line is null ? "" : $"{number} | {line}\n{new string(' ', number.Length)} | {new string(' ', Math.Max(0, column - 1))}^\n";
        }
        catch (IOException)
        {
            return "";
        }
    }

    /// <summary>An error as compilers print it: <c>file(line,column): error CODE: text</c>.</summary>
    [GeneratedRegex(@"^(?<file>[^()\r\n]+)\((?<line>\d{1,8}),(?<column>\d{1,8})\): error (?<code>\w+): (?<text>.*)$", RegexOptions.Multiline)]
    private static partial Regex CompilerLine();
}
