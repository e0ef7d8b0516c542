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

    private static readonly ulong[] Articles = [.. new[] { "a", "an", "the" }.Select(word => IsolationRulesBuilder.StreamOf(word)[0])];

    private readonly Lazy<ulong[][]> _common = new(() => [.. commonTexts.Select(IsolationRulesBuilder.StreamOf)]);
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
    /// hyphens. Search terms are such parts: <c>startup</c> for <c>start-up</c>, <c>tube</c> for <c>YouTube</c>.
    /// </summary>
    public bool IsPartOfOwnText(string word, int organization) =>
        _parts.GetOrAdd((word, organization), static (key, self) => self.FindPart(key.Word, key.Organization), this);

    private bool FindPart(string word, int organization)
    {
        var own = organization < 0 ? [] : organizations[organization].Files.Select(file => file.Text);
        return commonTexts.Concat(own).Any(text => Squeezed(text).Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static string Squeezed(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private ulong[][] OwnOf(int organization) => organization < 0 ? [] : _own.GetOrAdd(
        organization,
        static (number, all) => [.. all[number].Files.Select(file => IsolationRulesBuilder.StreamOf(file.Text))],
        organizations);

    private bool FindFilledIn(ReadOnlySpan<ulong> phrase, int organization)
    {
        foreach (var stream in OwnOf(organization).Concat(_common.Value))
        {
            for (var at = 0; at < stream.Length; at++)
            {
                if ((stream[at] == phrase[0] || stream[at] == WordList.Slot) && Matches(stream.AsSpan(at), phrase, phrase.Length / 3, organization))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <param name="stream">Words and slots from the place on where the phrase may begin.</param>
    /// <param name="phrase">What is left of the phrase.</param>
    /// <param name="literals">How many words must still be found outside slots.</param>
    /// <param name="organization">Whose values the slots take.</param>
    private bool Matches(ReadOnlySpan<ulong> stream, ReadOnlySpan<ulong> phrase, int literals, int organization)
    {
        var at = 0;
        while (at < phrase.Length && at < stream.Length && stream[at] == phrase[at])
        {
            at++;
        }

        literals -= at;
        if (at == phrase.Length)
        {
            return literals <= 0;
        }

        if (at == stream.Length || stream[at] != WordList.Slot)
        {
            return false;
        }

        for (var length = 0; length <= Math.Min(LongestValueInWords, phrase.Length - at); length++)
        {
            var value = phrase.Slice(at, length);
            if (CanBeValue(value, organization) && Matches(stream[(at + 1)..], phrase[(at + length)..], literals, organization))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>One word can always be a value; more must follow each other somewhere in a text the edition may use.</summary>
    private bool CanBeValue(ReadOnlySpan<ulong> value, int organization)
    {
        value = value.Length > 1 && Articles.AsSpan().Contains(value[0]) ? value[1..] : value;
        if (value.Length <= 1)
        {
            return true;
        }

        foreach (var stream in OwnOf(organization).Concat(_common.Value))
        {
            if (stream.AsSpan().IndexOf(value) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
