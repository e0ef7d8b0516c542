using System.Text;

namespace Playbooks.Tests.Composing;

/// <summary>Looks for a word in every byte an edition publishes, also in the paths of its files and in the decoded index of its search.</summary>
internal static class PublishedBytes
{
    /// <summary>Files of an edition that hold the word, whatever the case of its letters.</summary>
    public static string[] With(this TinySite site, string edition, string word) => With(site.Published(edition), word);

    /// <summary>Files that hold the word, whatever the case of its letters.</summary>
    public static string[] With(this IReadOnlyDictionary<string, byte[]> files, string word) =>
    [
        .. files.Where(file => file.Key.Contains(word, StringComparison.OrdinalIgnoreCase)
            || Encoding.Latin1.GetString(file.Value).Contains(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(word)), StringComparison.OrdinalIgnoreCase)
            || DecodedIndex.Text(file.Key, file.Value).Contains(word, StringComparison.OrdinalIgnoreCase))
            .Select(file => file.Key),
    ];

    /// <summary>Differences between two sets of files, as a person reads them; empty when all bytes are the same.</summary>
    public static string Differences(IReadOnlyDictionary<string, byte[]> left, IReadOnlyDictionary<string, byte[]> right) => string.Join('\n', left.Keys.Union(right.Keys).Order(StringComparer.Ordinal)
        .Where(path => !left.TryGetValue(path, out var one) || !right.TryGetValue(path, out var other) || !one.AsSpan().SequenceEqual(other))
        .Select(path => !left.ContainsKey(path) ? $"{path} is only in the second" : !right.ContainsKey(path) ? $"{path} is only in the first" : $"{path} differs"));
}
