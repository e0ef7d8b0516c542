using System.Collections.Concurrent;

namespace Playbooks.Verifying;

/// <summary>
/// The second look at a hit: could the edition's page have come by these words without the other organization's file?
/// Asked rarely, so it reads texts again instead of keeping an index of them.
/// </summary>
/// <param name="organizations">In the order of their numbers.</param>
/// <param name="commonTexts">Texts no organization wrote.</param>
internal sealed class LeakExplanations(IReadOnlyList<OrganizationTexts> organizations, IReadOnlyList<string> commonTexts)
{
    private const int LongestValueInWords = 8;
    private const int MostValues = 4;

    private static readonly ulong[] Articles = [.. new[] { "a", "an", "the" }.Select(word => IsolationRulesBuilder.StreamOf(word)[0])];

    private readonly Lazy<ulong[][]> _common = new(() => [.. commonTexts.Select(IsolationRulesBuilder.StreamOf)]);
    private readonly Lazy<string[]> _commonLetters = new(() => [.. commonTexts.Select(LettersOf)]);
    private readonly ConcurrentDictionary<int, ulong[][]> _own = new();
    private readonly ConcurrentDictionary<(int Phrase, int Organization), bool> _phrases = new();
    private readonly ConcurrentDictionary<(string Word, int Organization), bool> _parts = new();

    /// <summary>
    /// True when a common sentence or one of the edition's own, with values put into its slots, reads like the phrase:
    /// another organization then has only written out what this edition's page says with its own values.
    /// </summary>
    /// <param name="number">The phrase's number, to remember the answer by.</param>
    /// <param name="phrase">Its words.</param>
    /// <param name="organization">Whose edition it was found in; -1 for the common one.</param>
    public bool IsFilledIn(int number, ReadOnlySpan<ulong> phrase, int organization)
    {
        if (!_phrases.TryGetValue((number, organization), out var isFilledIn))
        {
            isFilledIn = FindFilledIn(phrase, organization);
            _phrases[(number, organization)] = isFilledIn;
        }

        return isFilledIn;
    }

    /// <summary>
    /// True when a common text or one of the edition's own holds the letters of the word, as a part of a word or over
    /// hyphens. Search terms are such parts: <c>startup</c> for <c>start-up</c>, <c>ware</c> for <c>SoftWare</c>.
    /// </summary>
    public bool IsPartOfOwnText(string word, int organization) =>
        _parts.GetOrAdd((word, organization), static (key, self) => self.FindPart(key.Word, key.Organization), this);

    private bool FindPart(string word, int organization)
    {
        var own = organization < 0 ? [] : organizations[organization].Files.Select(file => LettersOf(file.Text));
        return _commonLetters.Value.Concat(own).Any(letters => letters.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static string LettersOf(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private ulong[][] TextsFor(int organization) => _own.GetOrAdd(
        organization,
        static (number, all) =>
        [
            .. number < 0 ? [] : all.organizations[number].Files.Select(file => IsolationRulesBuilder.StreamOf(file.Text)),
            .. all._common.Value,
        ],
        (organizations, _common));

    private bool FindFilledIn(ReadOnlySpan<ulong> phrase, int organization)
    {
        var texts = TextsFor(organization);
        Span<Range> values = stackalloc Range[MostValues];
        foreach (var text in texts)
        {
            for (var at = 0; at < text.Length; at++)
            {
                if ((text[at] == phrase[0] || text[at] == WordList.Slot) && Matches(text.AsSpan(at), phrase, 0, phrase.Length / 3, values, 0, texts))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Tries every length of every value; a word outside a slot that differs ends a try at once.</summary>
    /// <param name="text">Words and slots from the place on where the rest of the phrase may begin.</param>
    /// <param name="phrase">The whole phrase.</param>
    /// <param name="done">How many words of it are matched.</param>
    /// <param name="literals">How many words must still be found outside slots.</param>
    /// <param name="values">The values taken so far, as ranges of the phrase.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="texts">Where values may come from.</param>
    private static bool Matches(
        ReadOnlySpan<ulong> text,
        ReadOnlySpan<ulong> phrase,
        int done,
        int literals,
        Span<Range> values,
        int count,
        ulong[][] texts)
    {
        var same = phrase[done..].CommonPrefixLength(text);
        (done, literals) = (done + same, literals - same);
        if (done == phrase.Length)
        {
            return literals <= 0 && AllCanBeValues(phrase, values[..count], texts);
        }

        if (same == text.Length || text[same] != WordList.Slot || count == values.Length)
        {
            return false;
        }

        for (var end = done; end <= Math.Min(done + LongestValueInWords, phrase.Length); end++)
        {
            values[count] = done..end;
            if (Matches(text[(same + 1)..], phrase, end, literals, values, count + 1, texts))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>One word can always be a value; more must follow each other somewhere in a text the edition may use.</summary>
    private static bool AllCanBeValues(ReadOnlySpan<ulong> phrase, ReadOnlySpan<Range> values, ulong[][] texts)
    {
        foreach (var range in values)
        {
            var value = phrase[range];
            value = value.Length > 1 && Articles.AsSpan().Contains(value[0]) ? value[1..] : value;
            if (value.Length > 1 && !Occurs(value, texts))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Occurs(ReadOnlySpan<ulong> value, ulong[][] texts)
    {
        foreach (var text in texts)
        {
            if (text.AsSpan().IndexOf(value) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
