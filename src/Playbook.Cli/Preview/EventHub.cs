using System.Text;
using System.Threading.Channels;

namespace Playbooks.Cli.Preview;

/// <summary>Tells all open pages what happens, as server-sent events. A page that opens later is told the last event of each name first.</summary>
internal sealed class EventHub
{
    // An event holds the whole state, so of events that a slow page has not read the newest are enough.
    private const int UnreadEvents = 16;

    // Only writing shows that a page has gone.
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    private readonly Lock _lock = new();
    private readonly List<Channel<string>> _pages = [];
    private readonly List<(string Name, string Data)> _last = [];

    /// <summary>Sends an event to all pages.</summary>
    /// <param name="name">What kind of event it is.</param>
    /// <param name="data">One line.</param>
    public void Publish(string name, string data)
    {
        lock (_lock)
        {
            _last.RemoveAll(each => each.Name == name);
            _last.Add((name, data));
            foreach (var page in _pages)
            {
                page.Writer.TryWrite(Event(name, data));
            }
        }
    }

    /// <summary>The answer that never ends.</summary>
    public HttpAnswer Answer() => new()
    {
        Status = 200,
        Headers =
        {
            ["Content-Type"] = "text/event-stream; charset=utf-8",
            ["Cache-Control"] = "no-store",
            ["X-Content-Type-Options"] = "nosniff",
            ["Cross-Origin-Resource-Policy"] = "same-origin",
        },
        Stream = WriteAsync,
    };

    private async Task WriteAsync(Stream stream, CancellationToken cancellation)
    {
        var page = Channel.CreateBounded<string>(new BoundedChannelOptions(UnreadEvents) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_lock)
        {
            // Short, because an author restarts the preview and looks at the page at once.
            page.Writer.TryWrite("retry: 500\n\n");
            foreach (var (name, data) in _last)
            {
                page.Writer.TryWrite(Event(name, data));
            }

            _pages.Add(page);
        }

        try
        {
            while (true)
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(await NextAsync(page.Reader, cancellation)), cancellation);
            }
        }
        finally
        {
            lock (_lock)
            {
                _pages.Remove(page);
            }
        }
    }

    private static async Task<string> NextAsync(ChannelReader<string> reader, CancellationToken cancellation)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timer.CancelAfter(Heartbeat);
        try
        {
            return await reader.ReadAsync(timer.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return ":\n\n";
        }
    }

    private static string Event(string name, string data) => $"event: {name}\ndata: {data}\n\n";
}
