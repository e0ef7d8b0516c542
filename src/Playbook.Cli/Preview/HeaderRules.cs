namespace Playbooks.Cli.Preview;

/// <summary>The rules of an edition's <c>_headers</c> file, as a host applies them: all that match, and the last to set a header wins.</summary>
/// <remarks>
/// Left out are <c>Strict-Transport-Security</c> and <c>upgrade-insecure-requests</c>: both would send the browser to https,
/// which a server on one's own machine does not speak.
/// </remarks>
internal sealed class HeaderRules
{
    private readonly List<(string Path, List<(string Name, string Value)> Headers)> _rules = [];

    /// <param name="text">The file: a path at a line's start, then indented lines <c>Name: value</c>.</param>
    public HeaderRules(string text)
    {
        foreach (var line in text.Split('\n').Where(line => line.Trim().Length > 0 && !line.StartsWith('#')))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (!char.IsWhiteSpace(line[0]))
            {
                _rules.Add((line.Trim(), []));
            }
            else if (colon > 0 && _rules.Count > 0)
            {
                _rules[^1].Headers.Add((line[..colon].Trim(), line[(colon + 1)..].Trim()));
            }
        }
    }

    /// <summary>Headers for a path below the edition's root, such as <c>/people/</c>.</summary>
    public Dictionary<string, string> For(string path)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in _rules.Where(rule => Matches(rule.Path, path)).SelectMany(rule => rule.Headers))
        {
            headers[name] = value;
        }

        headers.Remove("Strict-Transport-Security");
        if (headers.TryGetValue("Content-Security-Policy", out var directives))
        {
            headers["Content-Security-Policy"] = string.Join("; ", directives
                .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Where(directive => directive != "upgrade-insecure-requests"));
        }

        return headers;
    }

    private static bool Matches(string rule, string path) =>
        rule.EndsWith('*') ? path.StartsWith(rule[..^1], StringComparison.Ordinal) : path == rule;
}
