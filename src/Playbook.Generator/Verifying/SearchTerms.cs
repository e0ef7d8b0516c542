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
    private static ReadOnlySpan<byte> ScriptStart => "globalThis.playbookSearchFiles="u8;

    private static readonly SearchValues<char> Capitals = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>The terms with a space between them; null when the file holds none.</summary>
    /// <param name="json">An array whose first text is the terms, or the text alone. What follows it is numbers. Or a script with all files of the search.</param>
    public static byte[]? Read(ReadOnlySpan<byte> json)
    {
        if (json.StartsWith(ScriptStart))
        {
            return ReadScript(json[ScriptStart.Length..]);
        }

        var reader = new Utf8JsonReader(json);
        try
        {
            var hasText = reader.Read() && (reader.TokenType != JsonTokenType.StartArray || reader.Read()) && reader.TokenType == JsonTokenType.String;
            var coded = hasText ? reader.GetString()! : "";
            return IsCoded(coded) ? Encoding.UTF8.GetBytes(Decode(coded)) : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The script for pages on a disk: one object with every file under its name.</summary>
    private static byte[]? ReadScript(ReadOnlySpan<byte> script)
    {
        var texts = new StringBuilder();
        var reader = new Utf8JsonReader(script[..(script.LastIndexOf((byte)'}') + 1)], new JsonReaderOptions { AllowTrailingCommas = true });
        try
        {
            var place = 0;
            while (reader.Read())
            {
                place = reader.TokenType is JsonTokenType.StartArray or JsonTokenType.PropertyName ? 0 : place + 1;
                if (reader.TokenType != JsonTokenType.String)
                {
                    continue;
                }

                var text = reader.GetString()!;
                var isCoded = reader.CurrentDepth <= 2 && IsCoded(text);
                var isNumbers = reader.CurrentDepth == 2 && place == 2 && !text.Contains('\t', StringComparison.Ordinal);
                texts.Append(isCoded ? Decode(text) : isNumbers ? "" : text).Append(' ');
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // What is no script of ours is looked at as it stands.
            return null;
        }

        return Encoding.UTF8.GetBytes(texts.ToString());
    }

    private static bool IsCoded(string text) => text.StartsWith('A') && !text.Contains(' ', StringComparison.Ordinal) && !text.Contains('\t', StringComparison.Ordinal);

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
