using System.Diagnostics;
using System.Globalization;
using Playbooks.Diagnostics;

namespace Playbooks.Cli;

/// <summary>A Chromium, Chrome or Edge of this machine, which turns a page into a PDF. Nothing is downloaded or installed.</summary>
internal sealed class Chromium
{
    private const string ProgramVariable = "PLAYBOOK_CHROMIUM";
    private const string LimitVariable = "PLAYBOOK_CHROMIUM_SECONDS";
    private const int UsualLimitInSeconds = 120;

    private readonly string _program;
    private readonly TimeSpan _limit;

    private Chromium(string program, TimeSpan limit)
    {
        _program = program;
        _limit = limit;
    }

    /// <summary>The browser the environment names, or the first one found in the usual places.</summary>
    /// <exception cref="UnusableEnvironmentException">There is none.</exception>
    public static Chromium Find()
    {
        var limit = TimeSpan.FromSeconds(LimitInSeconds());
        if (Environment.GetEnvironmentVariable(ProgramVariable) is { Length: > 0 } chosen)
        {
            // Somebody's explicit choice: another browser in its place would hide their mistake.
            return File.Exists(chosen) ? new Chromium(chosen, limit) : throw new UnusableEnvironmentException($"{ProgramVariable} names `{chosen}`, and there is no such file");
        }

        return BrowserPlaces.All().FirstOrDefault(File.Exists) is { } found
            ? new Chromium(found, limit)
            : throw new UnusableEnvironmentException($"there is no Chromium, Chrome or Edge on this machine to print the PDF with; install one or name its program in {ProgramVariable}");
    }

    /// <summary>Prints a page.</summary>
    /// <param name="page">Full path of an HTML file.</param>
    /// <param name="cancellation">Stops the browser.</param>
    /// <returns>The PDF: tagged, with the page's headings as its outline, and the page's title and language.</returns>
    /// <exception cref="UnusableEnvironmentException">The browser does not start, printed nothing, or was stopped at the limit.</exception>
    public async Task<byte[]> PrintAsync(string page, CancellationToken cancellation)
    {
        // A profile of its own: the reader's own browser may be open, and would take the page over and print nothing.
        var work = Directory.CreateTempSubdirectory("playbook-pdf-");
        try
        {
            var pdf = Path.Combine(work.FullName, "book.pdf");
            var said = await RunAsync([.. Arguments(Path.Combine(work.FullName, "profile")), $"--print-to-pdf={pdf}", new Uri(page).AbsoluteUri], cancellation);
            var bytes = File.Exists(pdf) ? await File.ReadAllBytesAsync(pdf, cancellation) : [];
            return bytes.AsSpan().StartsWith("%PDF-"u8) ? bytes : throw new UnusableEnvironmentException($"`{_program}` printed no PDF ({LastLine(said)})");
        }
        finally
        {
            Delete(work);
        }
    }

    private static IEnumerable<string> Arguments(string profile)
    {
        yield return "--headless";
        yield return "--disable-gpu";
        yield return "--no-first-run";
        yield return "--disable-extensions";
        // It reads one file of ours and has nothing to fetch.
        yield return "--disable-background-networking";
        yield return "--disable-component-update";
        yield return "--disable-sync";
        yield return "--no-pdf-header-footer";
        yield return "--generate-pdf-document-outline";
        yield return "--export-tagged-pdf";
        yield return $"--user-data-dir={profile}";
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess)
        {
            // Chromium's sandbox refuses to start as root, which is who builds in most containers.
            yield return "--no-sandbox";
        }
    }

    private async Task<string> RunAsync(IEnumerable<string> arguments, CancellationToken cancellation)
    {
        using var process = Start(arguments);
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timer.CancelAfter(_limit);
        try
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(timer.Token);
            var error = process.StandardError.ReadToEndAsync(timer.Token);
            await process.WaitForExitAsync(timer.Token);
            return await output + await error;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellation.ThrowIfCancellationRequested();
            throw new UnusableEnvironmentException(
                string.Create(CultureInfo.InvariantCulture, $"`{_program}` did not print the PDF within {_limit.TotalSeconds:0} seconds and was stopped; give it more with {LimitVariable}"));
        }
    }

    private Process Start(IEnumerable<string> arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(_program, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new UnusableEnvironmentException($"`{_program}` does not start: {exception.Message}", exception);
        }
    }

    private static int LimitInSeconds()
    {
        var text = Environment.GetEnvironmentVariable(LimitVariable);
        return string.IsNullOrEmpty(text) ? UsualLimitInSeconds
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0 ? seconds
            : throw new UnusableEnvironmentException($"{LimitVariable} is `{text}` and not a number of seconds");
    }

    private static void Delete(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A helper process of the browser may still hold a file; the system empties its temporary folder itself.
        }
    }

    private static string LastLine(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "it said nothing";
}
