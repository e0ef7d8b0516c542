namespace Playbooks.Indexing;

/// <summary>Finds short forms where a text explains them: <c>Full Name (FN)</c>.</summary>
internal static class AcronymReader
{
    private const int Shortest = 2;
    private const int Longest = 6;

    /// <summary>Adds what the text explains.</summary>
    public static void Read(ReadOnlySpan<char> text, List<(string Short, string Long)> found)
    {
        for (var at = text.IndexOf('('); at >= 0;)
        {
            var rest = text[(at + 1)..];
            var length = rest.IndexOfAnyExceptInRange('A', 'Z');
            if (length is >= Shortest and <= Longest && rest[length] == ')' && Expansion(text[..at].TrimEnd(), rest[..length]) is { } expansion)
            {
                found.Add((rest[..length].ToString(), expansion));
            }

            var next = rest.IndexOf('(');
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    /// <summary>The last words before the bracket whose first letters are the short form; null when they are not.</summary>
    private static string? Expansion(ReadOnlySpan<char> before, ReadOnlySpan<char> letters)
    {
        var start = before.Length;
        for (var letter = letters.Length - 1; letter >= 0; letter--)
        {
            var wordStart = before[..start].TrimEnd().LastIndexOfAny(' ', '-') + 1;
            if (wordStart >= start || char.ToUpperInvariant(before[wordStart]) != letters[letter])
            {
                return null;
            }

            start = Math.Max(0, letter == 0 ? wordStart : wordStart - 1);
        }

        return before[start..].ToString();
    }
}
