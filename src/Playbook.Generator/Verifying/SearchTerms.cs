using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Playbooks.Verifying;

/// <summary>
/// Reads the terms of a search file. They are sorted and share beginnings: a capital letter says how many letters of the
/// term before are kept (<c>A</c> none, <c>B</c> one …), so that a name is never found by looking at the bytes.
/// </summary>
internal static class SearchTerms
{
    private static readonly SearchValues<char> Capitals = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>The terms with a space between them; null when the file holds none.</summary>
    /// <param name="json">An array whose first text is the terms, or the text alone. What follows it is numbers.</param>
    public static byte[]? Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            var hasText = reader.Read() && (reader.TokenType != JsonTokenType.StartArray || reader.Read()) && reader.TokenType == JsonTokenType.String;
            var coded = hasText ? reader.GetString()! : "";
            return coded.StartsWith('A') && !coded.Contains(' ', StringComparison.Ordinal) ? Encoding.UTF8.GetBytes(Decode(coded)) : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string Decode(ReadOnlySpan<char> coded)
    {
        var terms = new StringBuilder(coded.Length * 2);
        var term = "";
        while (!coded.IsEmpty)
        {
            var kept = Math.Min(term.Length, Math.Max(0, coded[0] - 'A'));
            coded = coded[1..];
            var length = coded.IndexOfAny(Capitals);
            length = length < 0 ? coded.Length : length;
            term = string.Concat(term.AsSpan(0, kept), coded[..length]);
            terms.Append(term).Append(' ');
            coded = coded[length..];
        }

        return terms.ToString();
    }
}
