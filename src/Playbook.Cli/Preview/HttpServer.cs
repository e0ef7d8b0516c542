using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Playbooks.Diagnostics;

namespace Playbooks.Cli.Preview;

/// <summary>A small HTTP/1.1 server for this machine alone: it listens on the loopback addresses and nowhere else.</summary>
/// <remarks>
/// Our own, because the one in .NET ties the addresses it listens on to the hosts it answers, and changes paths before
/// anybody can refuse them.
/// </remarks>
internal sealed class HttpServer : IDisposable
{
    private const int NextPorts = 50;

    private readonly List<TcpListener> _listeners = [];
    private readonly Func<HttpRequest, HttpAnswer> _answer;

    private HttpServer(TcpListener listener, Func<HttpRequest, HttpAnswer> answer)
    {
        _answer = answer;
        _listeners.Add(listener);
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The port it listens on.</summary>
    public int Port { get; }

    /// <summary>Begins to listen.</summary>
    /// <param name="port">The port.</param>
    /// <param name="isFixed">Whether it must be this one; otherwise the next free one is taken.</param>
    /// <param name="answer">Answers a request; called from any thread.</param>
    /// <exception cref="UnusableEnvironmentException">The port cannot be used.</exception>
    public static HttpServer Start(int port, bool isFixed, Func<HttpRequest, HttpAnswer> answer)
    {
        for (var candidate = port; ; candidate++)
        {
            try
            {
                var server = new HttpServer(Listen(IPAddress.Loopback, candidate), answer);
                server.ListenToVersion6();
                return server;
            }
            catch (SocketException exception) when (isFixed || candidate == Math.Min(port + NextPorts, IPEndPoint.MaxPort))
            {
                throw new UnusableEnvironmentException(string.Create(CultureInfo.InvariantCulture, $"port {candidate} of 127.0.0.1 cannot be used: {exception.Message}"), exception);
            }
            catch (SocketException)
            {
                // Taken: the next one.
            }
        }
    }

    /// <summary>Serves until it is stopped.</summary>
    public Task RunAsync(CancellationToken cancellation) => Task.WhenAll(_listeners.Select(listener => AcceptAsync(listener, cancellation)));

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var listener in _listeners)
        {
            listener.Dispose();
        }
    }

    private static TcpListener Listen(IPAddress address, int port)
    {
        var listener = new TcpListener(address, port);
        try
        {
            listener.Start();
            return listener;
        }
        catch (SocketException)
        {
            listener.Dispose();
            throw;
        }
    }

    /// <summary>`localhost` is ::1 first on many machines; without that address 127.0.0.1 is enough.</summary>
    private void ListenToVersion6()
    {
        try
        {
            _listeners.Add(Listen(IPAddress.IPv6Loopback, Port));
        }
        catch (SocketException)
        {
            // No IPv6, or somebody else's port there.
        }
    }

    private async Task AcceptAsync(TcpListener listener, CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(cancellation);
                _ = Task.Run(() => ServeAsync(client, cancellation), CancellationToken.None);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(TcpClient client, CancellationToken cancellation)
    {
        try
        {
            using (client)
            {
                client.NoDelay = true;
                var stream = client.GetStream();
                var reader = new HttpRequestReader(stream);
                while (await reader.ReadAsync(cancellation) is { } request)
                {
                    var answer = _answer(request);
                    await answer.WriteAsync(stream, request.Method == "HEAD", request.IsKeptAlive, cancellation);
                    if (!request.IsKeptAlive || answer.Stream is not null)
                    {
                        return;
                    }
                }
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The browser left, or the server stops.
        }
    }
}
