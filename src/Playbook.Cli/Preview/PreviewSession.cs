using System.Globalization;
using System.Runtime;
using System.Text;
using System.Text.Json;
using Playbooks.Diagnostics;
using Playbooks.Previewing;

namespace Playbooks.Cli.Preview;

/// <summary>What the command line says about a preview.</summary>
internal sealed record PreviewOptions
{
    /// <summary>Port unless another is given.</summary>
    public const int StandardPort = 5080;

    /// <summary>What to build; the output folder is not used.</summary>
    public required BuildOptions Build { get; init; }

    /// <summary>The port; null for the first free one from <see cref="StandardPort"/>.</summary>
    public int? Port { get; init; }

    /// <summary>Whether to open a browser.</summary>
    public bool IsOpened { get; init; }

    /// <summary>Whether to print nothing but the address and what is wrong.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>Whether to print how long each stage took.</summary>
    public bool IsVerbose { get; init; }
}

/// <summary>A preview from its start to Ctrl-C: watches, rebuilds, tells the open pages.</summary>
internal sealed class PreviewSession : IDisposable
{
    // In this time after a rebuild the browser asks for the page and what belongs to it; it must not wait for a verifier.
    private static readonly TimeSpan PageTime = TimeSpan.FromMilliseconds(150);

    private readonly PreviewOptions _options;
    private readonly TimeProvider _time = TimeProvider.System;
    private readonly EventHub _events = new();
    private readonly HttpServer _server;
    private readonly PlaybookPreview _preview;
    private readonly PreviewPages _pages;
    private readonly string _start;

    private PreviewProblem? _obstacle;
    private int _build;
    private string _printed = "";
    private Task _examination = Task.CompletedTask;

    // While the theme is bundled, what is shown is not yet what was saved.
    private bool _awaitsBundle;

    private PreviewSession(PreviewOptions options)
    {
        _options = options;
        _server = HttpServer.Start(options.Port ?? PreviewOptions.StandardPort, isFixed: options.Port is not null, Answer);
        // Addresses that pages hold in full, and the way to the root from the page for addresses that lead nowhere.
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_server.Port}/{Model.SiteAddress.EditionMark}/");
        _preview = new PlaybookPreview(options.Build with { OutputFolder = null, BaseUrl = address }, _time);
        _pages = new PreviewPages(_preview, _events) { Edition = options.Build.Editions.FirstOrDefault() ?? Model.Edition.CommonId };
        // A page that was opened under an earlier preview must not take this one's first build for its own.
        _start = _time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Runs a preview until it is stopped.</summary>
    /// <exception cref="UnusableEnvironmentException">A folder is missing, an edition does not exist, or the port cannot be used.</exception>
    public static async Task RunAsync(PreviewOptions options, CancellationToken cancellation)
    {
        using var session = new PreviewSession(options);
        await session.RunAsync(cancellation);
    }

    /// <inheritdoc />
    public void Dispose() => _server.Dispose();

    private async Task RunAsync(CancellationToken cancellation)
    {
        // Somebody waits for each rebuild: what can be collected meanwhile must not stop it.
        GCSettings.LatencyMode = GCLatencyMode.SustainedLowLatency;

        // Watched before it is read, so that nothing is missed in between.
        var (input, theme) = (_options.Build.InputFolder, _options.Build.ThemeFolder);
        using var watcher = Directory.Exists(input) && Directory.Exists(theme) ? new FolderWatcher(input, theme, _time) : null;
        var since = _time.GetTimestamp();
        var first = _preview.Rebuild(_pages.Edition, isThemeChanged: true);
        var bundler = new ThemeBundler(theme, () => watcher?.Add(FolderChange.OfTheme), cancellation);
        Publish(first, bundler, since);
        var serving = _server.RunAsync(cancellation);
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_server.Port}/");
        Console.Out.WriteLine($"Preview on {address} (stop with Ctrl-C)");
        if (_options.IsOpened)
        {
            WebBrowser.Open(address);
        }

        try
        {
            await WatchAsync(watcher!, bundler, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await Task.WhenAll(serving, _examination);
        }
    }

    private async Task WatchAsync(FolderWatcher watcher, ThemeBundler bundler, CancellationToken cancellation)
    {
        while (true)
        {
            using var changed = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            _examination = Task.Run(() => ExamineAsync(bundler, changed.Token), CancellationToken.None);
            var (change, since) = await watcher.NextAsync(cancellation);
            await changed.CancelAsync();
            await _examination;
            if (change.IsBundled)
            {
                _awaitsBundle = bundler.Start();
            }

            // What the bundler writes is read when it has ended; it tells then that the theme has changed.
            var isThemeChanged = change.IsTheme && !bundler.IsRunning;
            _awaitsBundle &= !isThemeChanged;
            if (change.IsInput || isThemeChanged)
            {
                Rebuild(isThemeChanged, change.Input, bundler, since);
            }
        }
    }

    private void Rebuild(bool isThemeChanged, IReadOnlyCollection<string>? changed, ThemeBundler bundler, long since)
    {
        try
        {
            var rebuilt = _preview.Rebuild(_pages.Edition, isThemeChanged, changed);
            _obstacle = null;
            Publish(rebuilt, bundler, since);
        }
        catch (Exception exception)
        {
            // A file can be gone between being listed and being read, a folder can be away for a while: what was shown
            // stays, and the next change tries again. Whatever else arrives here is a bug of ours, and no reason to stop either.
            _obstacle = new PreviewProblem { IsError = true, Message = Unusable(exception)?.Message ?? $"this is a bug in playbook: {exception.GetType().Name}: {exception.Message}" };
            Publish(new PreviewRebuild(IsChanged: false, []), bundler, since);
        }
    }

    private static UnusableEnvironmentException? Unusable(Exception exception) => exception switch
    {
        UnusableEnvironmentException known => known,
        AggregateException several => several.InnerExceptions.Select(Unusable).FirstOrDefault(known => known is not null),
        _ => null,
    };

    private void Publish(PreviewRebuild rebuilt, ThemeBundler bundler, long since)
    {
        _build += rebuilt.IsChanged ? 1 : 0;
        _pages.Build = string.Create(CultureInfo.InvariantCulture, $"{_start}-{_build}");
        var elapsed = _time.GetElapsedTime(since);
        var problems = PublishProblems(bundler, isComplete: false);
        _events.Publish("build", BuildJson(elapsed));
        if (!_options.IsQuiet)
        {
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(rebuilt.IsChanged && _build == 1 ? "built" : "rebuilt")} in {elapsed.TotalMilliseconds:0} ms, {Count(problems)}"));
        }

        if (_options.IsVerbose)
        {
            Console.Out.WriteLine("  " + string.Join(", ", rebuilt.Stages.Select(stage => string.Create(CultureInfo.InvariantCulture, $"{stage.Name} {stage.Time.TotalMilliseconds:0.0}"))));
        }
    }

    /// <summary>What a rebuild leaves open, when nobody waits for a page.</summary>
    private async Task ExamineAsync(ThemeBundler bundler, CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(PageTime, _time, cancellation);
            _preview.Examine(_pages.Edition, cancellation);
            PublishProblems(bundler, isComplete: !_awaitsBundle);
        }
        catch (OperationCanceledException)
        {
            // Something changed; the next rebuild looks again.
        }
        catch (Exception exception)
        {
            _obstacle = new PreviewProblem { IsError = true, Message = $"this is a bug in playbook: {exception.GetType().Name}: {exception.Message}" };
            PublishProblems(bundler, isComplete: true);
        }
    }

    private int PublishProblems(ThemeBundler bundler, bool isComplete)
    {
        PreviewProblem[] problems = [.. new[] { _obstacle }.OfType<PreviewProblem>(), .. bundler.Problems, .. _preview.Problems().Select(PreviewProblem.Of)];
        _events.Publish("diagnostics", PreviewProblem.ToJson(problems, isComplete));
        var text = string.Join('\n', problems.Select(problem => problem.Text()));
        if (text != _printed)
        {
            _printed = text;
            Console.Error.Write(text);
        }

        return problems.Length;
    }

    private HttpAnswer Answer(HttpRequest request)
    {
        try
        {
            return _pages.Answer(request);
        }
        catch (Exception exception)
        {
            Console.Error.WriteLine($"error: this is a bug in playbook: {exception.GetType().Name}: {exception.Message}");
            return HttpAnswer.Text(500, "This is a bug in playbook; the terminal says more.");
        }
    }

    private string BuildJson(TimeSpan elapsed)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("build", _pages.Build);
            json.WriteNumber("milliseconds", Math.Round(elapsed.TotalMilliseconds));
            json.WriteStartArray("editions");
            foreach (var edition in _preview.Editions)
            {
                json.WriteStartObject();
                json.WriteString("id", edition.Id);
                json.WriteString("title", edition.Title);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Count(int problems) => problems == 1 ? "1 problem" : string.Create(CultureInfo.InvariantCulture, $"{(problems == 0 ? "no" : problems.ToString(CultureInfo.InvariantCulture))} problems");
}
