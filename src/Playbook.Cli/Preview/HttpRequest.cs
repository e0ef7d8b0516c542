namespace Playbooks.Cli.Preview;

/// <summary>A request as read from a connection.</summary>
/// <param name="Method">Such as <c>GET</c>.</param>
/// <param name="Target">Path and query as the client wrote them, still encoded.</param>
/// <param name="Headers">By name, in any case; a header that was given twice has both values, with a comma between.</param>
internal sealed record HttpRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>Whether the client wants to send more on the same connection.</summary>
    public required bool IsKeptAlive { get; init; }

    /// <summary>A header's value; empty when there is none.</summary>
    public string Header(string name) => Headers.GetValueOrDefault(name, "");
}
