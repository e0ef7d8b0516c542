using System.Text;
using System.Text.Json;

namespace Playbooks.Cli.Tests;

/// <summary>The built program, serving a preview of a small world on a port of its own choice.</summary>
internal sealed class RunningPreview : IDisposable
{
    private const string AddressLine = "Preview on ";

    // Far beyond what a few pages need on a busy machine: only a hang ends here.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly RunningProgram _program;
    private readonly HttpClient _client;
    private readonly StreamReader _events;
    private readonly CancellationTokenSource _timer = new(Limit);
    private string _build = "";

    private RunningPreview(RunningProgram program, Uri address, Stream events)
    {
        _program = program;
        _events = new StreamReader(events);
        _client = NewClient(address);
        Address = address;
    }

    /// <summary>Where the preview is, such as <c>http://127.0.0.1:5080/</c>.</summary>
    public Uri Address { get; }

    /// <summary>Starts a preview and opens its events, as a page does.</summary>
    public static async Task<RunningPreview> StartAsync(SmallWorld world, params string[] more)
    {
        var program = PlaybookProgram.Start(world.Arguments("preview", more));
        var address = new Uri((await program.LineAsync(AddressLine))[AddressLine.Length..].Split(' ')[0]);
        return new RunningPreview(program, address, await NewClient(address).GetStreamAsync("_preview/events"));
    }

    /// <summary>Asks for something, following no redirect.</summary>
    /// <param name="path">Such as <c>common/people/one/</c>.</param>
    /// <param name="method">GET unless given.</param>
    /// <param name="headers">Further headers.</param>
    public Task<HttpResponseMessage> AskAsync(string path, HttpMethod? method = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return _client.SendAsync(request);
    }

    /// <summary>A page's text.</summary>
    public async Task<string> ReadAsync(string path)
    {
        using var answer = await AskAsync(path);
        Assert.Equal(200, (int)answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>The first line of the answer to a request as it is written here, for what no client would send.</summary>
    public async Task<string> AskRawAsync(string request)
    {
        using var socket = new System.Net.Sockets.TcpClient();
        await socket.ConnectAsync(Address.Host, Address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream);
        return await reader.ReadLineAsync(_timer.Token) ?? "";
    }

    /// <summary>Waits for an event that fits.</summary>
    /// <returns>Its data.</returns>
    public async Task<JsonElement> EventAsync(string name, Func<JsonElement, bool> fits)
    {
        while (await _events.ReadLineAsync(_timer.Token) is { } line)
        {
            if (line == $"event: {name}" && await _events.ReadLineAsync(_timer.Token) is { } data)
            {
                using var json = JsonDocument.Parse(data["data: ".Length..]);
                if (fits(json.RootElement))
                {
                    return json.RootElement.Clone();
                }
            }
        }

        throw new InvalidOperationException("the preview has ended");
    }

    /// <summary>Waits for a build that is another than the last, and gives its id. A file that is half written may come between as an error.</summary>
    public async Task<string> BuildAsync() =>
        _build = (await EventAsync("build", build => build.GetProperty("build").GetString() != _build)).GetProperty("build").GetString()!;

    /// <summary>Waits until this many problems are told and nothing is left to look at.</summary>
    public async Task<JsonElement[]> ProblemsAsync(int count) =>
        [.. (await EventAsync("diagnostics", each => each.GetProperty("complete").GetBoolean() && each.GetProperty("problems").GetArrayLength() == count))
            .GetProperty("problems").EnumerateArray()];

    /// <summary>Sends Ctrl-C and waits for the end.</summary>
    public Task<ProgramResult> StopAsync()
    {
        _program.Interrupt();
        return _program.Ended();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _program.Dispose();
        _client.Dispose();
        _events.Dispose();
        _timer.Dispose();
    }

    private static HttpClient NewClient(Uri address) => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };
}
