using System.Buffers;
using System.Text;

namespace Playbooks.Verifying;

/// <summary>Which words of an organization are telling enough to be searched for.</summary>
internal static class WordRule
{
    private const int FewestLetters = 5;
    private const int FewestDifferentLetters = 3;

    private static readonly SearchValues<byte> LettersAndDigits =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"u8);

    /// <summary>Long enough and not of one letter, as <c>ffffff</c> is; or an abbreviation such as <c>NHS</c>.</summary>
    public static bool CanBePrivate(ReadOnlySpan<byte> word)
    {
        var isPlain = !word.ContainsAnyExcept(LettersAndDigits);
        if ((isPlain ? word.Length : CountLetters(word)) >= FewestLetters)
        {
            return !isPlain || CountDifferent(word) >= FewestDifferentLetters;
        }

        return word.Length is 3 or 4 && !word.ContainsAnyExceptInRange((byte)'A', (byte)'Z') && CountDifferent(word) > 1;
    }

    private static int CountDifferent(ReadOnlySpan<byte> plainWord)
    {
        var seen = UInt128.Zero;
        foreach (var letter in plainWord)
        {
            seen |= UInt128.One << letter;
        }

        return (int)UInt128.PopCount(seen);
    }

    private static int CountLetters(ReadOnlySpan<byte> word)
    {
        var count = 0;
        foreach (var rune in Encoding.UTF8.GetString(word).EnumerateRunes())
        {
            count += Rune.IsLetterOrDigit(rune) ? 1 : 0;
        }

        return count;
    }
}
