using System.Diagnostics;
using Microsoft.Playwright;

namespace Playbooks.Browser.Tests;

/// <summary>Finds a Chromium on this machine, or installs one: <c>dotnet test</c> needs no step before it.</summary>
/// <remarks>
/// In this order: the program named by <c>PLAYBOOK_CHROMIUM</c>; a Chromium, Chrome or Edge of the machine; the one
/// that Playwright has downloaded or can download; on Debian and Ubuntu, when root, the package <c>chromium</c>.
/// Without any of them the tests fail and say what was tried. They are never skipped: a page nobody opened in a
/// browser has not been tested.
/// </remarks>
internal static class ChromiumInstall
{
    private const string Variable = "PLAYBOOK_CHROMIUM";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan DownloadLimit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan PackageLimit = TimeSpan.FromMinutes(10);

    /// <summary>Absolute path of a browser that has answered to <c>--version</c>.</summary>
    /// <exception cref="InvalidOperationException">No browser could be found or installed; the message lists every try.</exception>
    public static async Task<string> FindOrInstallAsync(IPlaywright playwright)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } chosen)
        {
            // Somebody's explicit choice: another browser in its place would hide their mistake.
            if (!File.Exists(chosen))
            {
                throw new InvalidOperationException($"{Variable} names '{chosen}', and there is no such file");
            }

            return await FirstThatStartsAsync([chosen], out var refusals)
                ?? throw new InvalidOperationException($"{Variable} names no working browser: {refusals()}");
        }

        var tries = new List<string>();

        if (await FirstThatStartsAsync(MachineBrowsers(), out var machine) is { } installed)
        {
            return installed;
        }

        tries.Add($"- on this machine: {machine()}");

        var downloaded = playwright.Chromium.ExecutablePath;
        if (!File.Exists(downloaded))
        {
            tries.Add($"- Playwright's installer: {await RunPlaywrightInstallerAsync()}");
        }

        if (await FirstThatStartsAsync([downloaded], out var download) is { } playwrightsOwn)
        {
            return playwrightsOwn;
        }

        tries.Add($"- Playwright's browser: {download()}");
        tries.Add($"- system packages: {await InstallDebianPackageAsync()}");

        return await FirstThatStartsAsync([.. MachineBrowsers(), downloaded], out _)
            ?? throw new InvalidOperationException(
                $"""
                The browser tests need Chromium, and none could be found or installed. Tried:
                {string.Join(Environment.NewLine, tries)}
                Install Chromium or Chrome, or set {Variable} to the path of one.
                """);
    }

    private static IEnumerable<string> MachineBrowsers()
    {
        if (OperatingSystem.IsWindows())
        {
            return
                from root in new[] { "ProgramFiles", "ProgramFiles(x86)", "LocalAppData" }
                let folder = Environment.GetEnvironmentVariable(root)
                where folder is { Length: > 0 }
                from program in new[] { @"Google\Chrome\Application\chrome.exe", @"Chromium\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe" }
                select Path.Combine(folder, program);
        }

        if (OperatingSystem.IsMacOS())
        {
            return
            [
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                "/Applications/Chromium.app/Contents/MacOS/Chromium",
                "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
            ];
        }

        // Folders of PATH first; the others are where packages put browsers when PATH is short, as in cron or systemd.
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Concat(["/usr/bin", "/usr/local/bin", "/usr/lib/chromium", "/opt/google/chrome"])
            .Distinct();
        return
            from folder in folders
            from program in new[] { "chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "microsoft-edge" }
            select Path.Combine(folder, program);
    }

    /// <param name="candidates">Paths that may not exist.</param>
    /// <param name="refusals">Tells, after the wait, why none was taken.</param>
    private static Task<string?> FirstThatStartsAsync(IEnumerable<string> candidates, out Func<string> refusals)
    {
        var reasons = new List<string>();
        refusals = () => reasons is [] ? "no browser found" : string.Join("; ", reasons);
        return FirstAsync();

        async Task<string?> FirstAsync()
        {
            foreach (var candidate in candidates)
            {
                if (!File.Exists(candidate))
                {
                    continue;
                }

                // On Windows `--version` opens a window instead of answering.
                if (OperatingSystem.IsWindows())
                {
                    return candidate;
                }

                // A file is not yet a browser: Ubuntu's chromium-browser only tells to install a snap, and a
                // downloaded Chromium may lack libraries of the system.
                var (exitCode, output) = await RunAsync(StartLimit, candidate, "--version");
                if (exitCode == 0)
                {
                    return candidate;
                }

                reasons.Add($"{candidate} does not start ({LastLine(output)})");
            }

            return null;
        }
    }

    private static async Task<string> RunPlaywrightInstallerAsync()
    {
        try
        {
            var exitCode = await Task.Run(() => Microsoft.Playwright.Program.Main(["install", "chromium"])).WaitAsync(DownloadLimit);
            return exitCode == 0 ? "done" : $"failed with exit code {exitCode}";
        }
        catch (TimeoutException)
        {
            return $"not done after {DownloadLimit.TotalMinutes:0} minutes";
        }
    }

    private static async Task<string> InstallDebianPackageAsync()
    {
        const string aptGet = "/usr/bin/apt-get";
        if (!File.Exists(aptGet))
        {
            return "left alone, there is no apt-get";
        }

        if (!Environment.IsPrivilegedProcess)
        {
            return "left alone, installing needs root";
        }

        // Another process of a fresh machine may be installing: wait for its lock instead of failing.
        const string waitForLock = "-oDPkg::Lock::Timeout=300";
        var (_, update) = await RunAsync(PackageLimit, aptGet, waitForLock, "update");
        var (exitCode, install) = await RunAsync(PackageLimit, aptGet, waitForLock, "install", "-y", "--no-install-recommends", "chromium", "fonts-liberation");
        return exitCode == 0 ? "installed" : $"apt-get failed ({LastLine(update)}; {LastLine(install)})";
    }

    /// <summary>Runs a program to its end or to the limit, whichever comes first.</summary>
    /// <returns>Its exit code, -1 when it could not start or was stopped, and everything it printed.</returns>
    private static async Task<(int ExitCode, string Output)> RunAsync(TimeSpan limit, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" },
        };
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            using var timer = new CancellationTokenSource(limit);
            try
            {
                await process.WaitForExitAsync(timer.Token);
                return (process.ExitCode, string.Concat(await output));
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                return (-1, $"not done after {limit.TotalSeconds:0} seconds");
            }
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            return (-1, error.Message);
        }
    }

    private static string LastLine(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "no message";
}
