using System.Globalization;

namespace Playbooks.Cli.Preview;

/// <summary>The rules of an edition's <c>_redirects</c> file: old path, new path, status.</summary>
internal sealed class RedirectRules
{
    private readonly Dictionary<string, (string To, int Status)> _rules = new(StringComparer.Ordinal);

    /// <param name="text">The file, one rule a line.</param>
    public RedirectRules(string text)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#')))
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length >= 2)
            {
                // The first rule of a path wins, as on a host.
                _rules.TryAdd(WithoutSlash(parts[0]), (parts[1], parts.Length > 2 && int.TryParse(parts[2], CultureInfo.InvariantCulture, out var status) ? status : 301));
            }
        }
    }

    /// <summary>Where a path below the edition's root has moved to; null when it has not. A slash at the end makes no difference.</summary>
    public (string To, int Status)? Find(string path) => _rules.TryGetValue(WithoutSlash(path), out var rule) ? rule : null;

    private static string WithoutSlash(string path) => path.Length > 1 ? path.TrimEnd('/') : path;
}
