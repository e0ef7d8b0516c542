using System.Text;

namespace Playbooks.Cli.Preview;

/// <summary>Reads requests without bodies from a connection. What is not one is refused, never guessed at.</summary>
internal sealed class HttpRequestReader(Stream stream)
{
    // Browsers send about 1 kB to a server on their own machine; cookies of other local servers come along.
    private const int LargestHead = 32 * 1024;

    // A connection without a request is let go after this; a browser just opens another.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly byte[] _buffer = new byte[LargestHead];
    private int _length;

    /// <summary>The next request; null when the client has gone, says nothing, or does not speak HTTP/1.</summary>
    public async Task<HttpRequest?> ReadAsync(CancellationToken cancellation)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timer.CancelAfter(Patience);
        while (true)
        {
            var end = _buffer.AsSpan(0, _length).IndexOf("\r\n\r\n"u8);
            if (end >= 0)
            {
                var head = Encoding.Latin1.GetString(_buffer, 0, end);
                _length -= end + 4;
                _buffer.AsSpan(end + 4, _length).CopyTo(_buffer);
                return Parse(head);
            }

            var read = _length == _buffer.Length ? 0 : await stream.ReadAsync(_buffer.AsMemory(_length), timer.Token);
            if (read == 0)
            {
                return null;
            }

            _length += read;
        }
    }

    private static HttpRequest? Parse(string head)
    {
        var lines = head.Split("\r\n");
        if (lines[0].Split(' ') is not [{ Length: > 0 } method, { Length: > 0 } target, "HTTP/1.1" or "HTTP/1.0"])
        {
            return null;
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.Skip(1))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || line.AsSpan(0, colon).ContainsAny(" \t"))
            {
                return null;
            }

            var (name, value) = (line[..colon], line[(colon + 1)..].Trim());
            headers[name] = headers.TryGetValue(name, out var other) ? $"{other}, {value}" : value;
        }

        // A body is never read, so what follows it could be taken for a request: such a connection ends after the answer.
        var hasBody = headers.ContainsKey("Transfer-Encoding") || headers.GetValueOrDefault("Content-Length", "0") != "0";
        var isClosed = headers.GetValueOrDefault("Connection", "").Contains("close", StringComparison.OrdinalIgnoreCase);
        return new HttpRequest(method, target, headers) { IsKeptAlive = !hasBody && !isClosed && lines[0].EndsWith("HTTP/1.1", StringComparison.Ordinal) };
    }
}
