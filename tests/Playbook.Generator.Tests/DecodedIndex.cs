using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Playbooks.Tests;

/// <summary>
/// Says what the files of a search hold, without the code that wrote them: words share their beginnings in the files, so
/// that looking at bytes finds no word.
/// </summary>
internal static class DecodedIndex
{
    private static readonly ConditionalWeakTable<byte[], string> Known = [];

    /// <summary>Every text and every word of a file of the search, one a line; empty for other files.</summary>
    public static string Text(string path, byte[] bytes) =>
        path.StartsWith("search/", StringComparison.Ordinal) && (path.EndsWith(".json", StringComparison.Ordinal) || path.EndsWith(".js", StringComparison.Ordinal))
            ? Known.GetValue(bytes, static each => Decode(each))
            : "";

    /// <summary>All words of an edition's index.</summary>
    public static HashSet<string> Words(IReadOnlyDictionary<string, byte[]> files) =>
    [
        .. files.Where(file => file.Key.StartsWith("search/data/t", StringComparison.Ordinal)).SelectMany(file => Unfolded(Json(file.Value)[0].GetString()!)),
    ];

    private static string Decode(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        if (text.IndexOf('=', StringComparison.Ordinal) is var equals && text.StartsWith("globalThis.", StringComparison.Ordinal))
        {
            text = text[(equals + 1)..].TrimEnd('\n', ';');
        }

        using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true });
        var lines = new StringBuilder();
        Collect(document.RootElement, lines);
        return lines.ToString();
    }

    private static void Collect(JsonElement element, StringBuilder lines)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    Collect(property.Value, lines);
                }

                break;
            case JsonValueKind.Array:
                foreach (var each in element.EnumerateArray())
                {
                    Collect(each, lines);
                }

                break;
            case JsonValueKind.String:
                lines.Append(element.GetString()).Append('\n').AppendJoin('\n', Unfolded(element.GetString()!)).Append('\n');
                break;
        }
    }

    /// <summary>Sorted words, each written as the number of letters kept from the one before (A is none) and the rest.</summary>
    private static IEnumerable<string> Unfolded(string coded)
    {
        var word = "";
        for (var at = 0; at < coded.Length && coded[at] is >= 'A' and <= 'Z';)
        {
            var end = at + 1;
            while (end < coded.Length && coded[end] is not (>= 'A' and <= 'Z'))
            {
                end++;
            }

            word = word[..Math.Min(word.Length, coded[at] - 'A')] + coded[(at + 1)..end];
            yield return word;
            at = end;
        }
    }

    private static JsonElement Json(byte[] bytes)
    {
        using var document = JsonDocument.Parse(bytes);
        return document.RootElement.Clone();
    }
}
