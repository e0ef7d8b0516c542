namespace Playbooks.Cli.Preview;

/// <summary>Refuses what no page of ours would ask for.</summary>
/// <remarks>
/// A page on the internet can send a browser to this machine: under a name of its own that leads here (DNS rebinding; the
/// Host header gives it away), or with a script's request (the Origin header does).
/// </remarks>
internal static class RequestGuard
{
    private static readonly string[] Hosts = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>The refusal; null for a request that may be answered.</summary>
    public static HttpAnswer? Refuse(HttpRequest request)
    {
        if (!IsThisMachine(request.Header("Host")))
        {
            return HttpAnswer.Text(403, "This server answers to localhost, 127.0.0.1 and [::1] only.");
        }

        var origin = request.Header("Origin");
        if (origin.Length > 0 && !(origin.StartsWith("http://", StringComparison.Ordinal) && origin["http://".Length..] == request.Header("Host")))
        {
            return HttpAnswer.Text(403, "This server answers to its own pages only.");
        }

        if (request.Method is not ("GET" or "HEAD"))
        {
            var answer = HttpAnswer.Text(405, "This server only shows pages.");
            answer.Headers["Allow"] = "GET, HEAD";
            return answer;
        }

        return null;
    }

    /// <summary>The path as readers write it, such as <c>/common/people/</c>; null for one that no page could have.</summary>
    /// <param name="target">Path and query, encoded.</param>
    public static string? PathOf(string target)
    {
        var encoded = target.Split('?', 2)[0];
        if (!encoded.StartsWith('/'))
        {
            return null;
        }

        // Decoded once, and each part by itself: %2F must not become a folder and %2e%2e no way out.
        var parts = encoded[1..].Split('/').Select(Uri.UnescapeDataString).ToArray();
        return parts.Any(part => part is "." or ".." || part.AsSpan().ContainsAny("/\\%") || part.Any(char.IsControl)) || parts.SkipLast(1).Any(part => part.Length == 0)
            ? null
            : "/" + string.Join('/', parts);
    }

    private static bool IsThisMachine(string host)
    {
        var colon = host.LastIndexOf(':');
        var isWithPort = colon > host.IndexOf(']', StringComparison.Ordinal) && colon >= 0 && host[(colon + 1)..].All(char.IsAsciiDigit);
        return Hosts.Contains(isWithPort ? host[..colon] : host, StringComparer.OrdinalIgnoreCase);
    }
}
