using System.Diagnostics;

namespace Playbooks.Benchmarks;

/// <summary>The built program, serving a preview.</summary>
internal sealed class RunningPreview : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly HttpClient _client;
    private StreamReader? _events;

    private RunningPreview(Process process, Uri address)
    {
        _process = process;
        _client = new HttpClient { BaseAddress = address };
    }

    /// <summary>What the program has used until now.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts a preview of an input folder and waits until it is complete.</summary>
    public static async Task<RunningPreview> StartAsync(string input)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet",
            [RepositoryFolder.Metadata("PlaybookProgram"), "preview", "--input", input, "--theme", RepositoryFolder.PathOf("theme")])
        {
            RedirectStandardOutput = true,
        })!;
        string? line;
        do
        {
            line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("the preview has ended");
        }
        while (!line.StartsWith("Preview on ", StringComparison.Ordinal));
        var preview = new RunningPreview(process, new Uri(line.Split(' ')[2]));

        // A pipe that nobody reads would stop the program.
        _ = process.StandardOutput.ReadToEndAsync();
        preview._events = new StreamReader(await preview._client.GetStreamAsync("_preview/events"));
        await preview.CompleteAsync();
        return preview;
    }

    /// <summary>A page.</summary>
    public Task<string> GetAsync(string address) => _client.GetStringAsync(address);

    /// <summary>Waits for the next build.</summary>
    public Task NextBuildAsync() => UntilAsync("event: build", "");

    /// <summary>Waits until everything was looked at.</summary>
    public Task CompleteAsync() => UntilAsync("event: diagnostics", "\"complete\":true");

    /// <inheritdoc />
    public void Dispose()
    {
        _client.Dispose();
        _process.Kill();
        _process.Dispose();
    }

    private async Task UntilAsync(string name, string part)
    {
        using var timer = new CancellationTokenSource(Limit);
        while (await _events!.ReadLineAsync(timer.Token) is { } line)
        {
            if (line == name && (await _events.ReadLineAsync(timer.Token))!.Contains(part, StringComparison.Ordinal))
            {
                return;
            }
        }

        throw new InvalidOperationException("the preview has ended");
    }
}
