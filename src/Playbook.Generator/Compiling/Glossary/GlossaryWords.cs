using System.Buffers;

namespace Playbooks.Compiling;

/// <summary>Finds words of the glossary in running text, so that readers meet the explanation where they meet the word.</summary>
/// <remarks>
/// A word counts when it stands alone, in any case; of several that begin at one place the longest. Entries that their
/// author does not want marked, because the word means other things as well, are not looked for.
/// </remarks>
public sealed class GlossaryWords
{
    private readonly SearchValues<string> _anyWord;
    private readonly (string Word, Slug Entry)[] _words;

    private GlossaryWords((string Word, Slug Entry)[] words)
    {
        _words = words;
        _anyWord = SearchValues.Create([.. words.Select(each => each.Word)], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>No words at all.</summary>
    public static GlossaryWords None { get; } = new([]);

    /// <summary>The words of a glossary.</summary>
    public static GlossaryWords Of(ImmutableArray<GlossaryEntry> glossary) => new(
    [
        .. glossary.Where(entry => entry.IsMarked)
            .SelectMany(entry => entry.Also.Prepend(entry.Term).Select(word => (Word: word, entry.Id)))
            .Where(each => each.Word.Length > 0)
            .DistinctBy(each => each.Word, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(each => each.Word.Length).ThenBy(each => each.Word, StringComparer.Ordinal),
    ]);

    /// <summary>Every word in a text, from left to right; none overlap.</summary>
    /// <param name="text">Running text.</param>
    /// <returns>0-based places, lengths in UTF-16 units, and the entries; empty for most texts.</returns>
    public List<(int Start, int Length, Slug Entry)> FindAll(ReadOnlySpan<char> text)
    {
        var found = new List<(int, int, Slug)>();
        var from = 0;
        while (from < text.Length && text[from..].IndexOfAny(_anyWord) is >= 0 and var at)
        {
            var start = from + at;
            var (word, entry) = StandsAlone(text, start);
            if (word is not null)
            {
                found.Add((start, word.Length, entry));
            }

            from = start + (word?.Length ?? 1);
        }

        return found;
    }

    private (string? Word, Slug Entry) StandsAlone(ReadOnlySpan<char> text, int start)
    {
        if (start > 0 && IsPartOfWord(text[start - 1]))
        {
            return default;
        }

        foreach (var (word, entry) in _words)
        {
            var end = start + word.Length;
            if (text[start..].StartsWith(word, StringComparison.OrdinalIgnoreCase) && (end == text.Length || !IsPartOfWord(text[end])))
            {
                return (word, entry);
            }
        }

        return default;
    }

    // "stop-rule" is another word than "stop rule", and "re-gate" none of ours.
    private static bool IsPartOfWord(char character) => char.IsLetterOrDigit(character) || character is '-' or '‑' or '_' || char.IsSurrogate(character);
}
