using System.Globalization;
using System.Text;

namespace Playbooks.Cli.Preview;

/// <summary>What is sent for a request.</summary>
internal sealed record HttpAnswer
{
    private static readonly Dictionary<int, string> Reasons = new()
    {
        [200] = "OK",
        [301] = "Moved Permanently",
        [302] = "Found",
        [308] = "Permanent Redirect",
        [400] = "Bad Request",
        [403] = "Forbidden",
        [404] = "Not Found",
        [405] = "Method Not Allowed",
        [500] = "Internal Server Error",
        [503] = "Service Unavailable",
    };

    /// <summary>HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>Headers besides length and connection; a name is there once.</summary>
    public Dictionary<string, string> Headers { get; init; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The body; empty for none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Writes to the connection for as long as it likes, in place of a body; null for ordinary answers.</summary>
    public Func<Stream, CancellationToken, Task>? Stream { get; init; }

    /// <summary>A short text.</summary>
    public static HttpAnswer Text(int status, string text) => new()
    {
        Status = status,
        Headers = { ["Content-Type"] = "text/plain; charset=utf-8", ["X-Content-Type-Options"] = "nosniff", ["Cache-Control"] = "no-store" },
        Body = Encoding.UTF8.GetBytes(text + "\n"),
    };

    /// <summary>The way to another address.</summary>
    public static HttpAnswer Redirect(int status, string location)
    {
        var answer = Text(status, location);
        answer.Headers["Location"] = location;
        return answer;
    }

    /// <summary>Sends the answer.</summary>
    /// <param name="stream">The connection.</param>
    /// <param name="isHead">Whether only the head was asked for.</param>
    /// <param name="isKeptAlive">Whether the connection stays open afterwards.</param>
    /// <param name="cancellation">Stops a stream.</param>
    public async Task WriteAsync(Stream stream, bool isHead, bool isKeptAlive, CancellationToken cancellation)
    {
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {Status} {Reasons.GetValueOrDefault(Status, "Status")}\r\n");
        foreach (var (name, value) in Headers)
        {
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        if (Stream is null)
        {
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {Body.Length}\r\n");
        }

        head.Append(isKeptAlive && Stream is null ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n");
        var bytes = Encoding.Latin1.GetBytes(head.ToString());

        // One write for small answers: two would wait for each other's acknowledgement.
        await stream.WriteAsync(isHead || Body.IsEmpty ? bytes : [.. bytes, .. Body.Span], cancellation);
        if (Stream is { } write && !isHead)
        {
            await write(stream, cancellation);
        }
    }
}
