using System.Security.Cryptography;
using System.Text;

namespace Playbooks.Checking;

/// <summary>The mark by which an override remembers which text it was written against.</summary>
public static class SectionHash
{
    private const int Length = 12;

    /// <summary>
    /// First 12 hexadecimal digits of the SHA-256 of the section's source text with all sections below it. White space at
    /// line ends and blank lines do not count, so that reformatting a chapter makes no override stale.
    /// </summary>
    public static string Of(CompiledSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        var lines = section.SourceText.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd()).Where(line => line.Length > 0);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))))[..Length];
    }
}
