using System.Text;

namespace Playbooks.Verifying;

/// <summary>
/// What a character is to the search for leaks: part of a word (then in which folded form), nothing at all (soft hyphens,
/// accents, joiners), a word of its own (scripts written without spaces), or the end of a word.
/// </summary>
/// <remarks>Folding takes away case, accents and compatibility forms, so that no spelling of a name escapes the search.</remarks>
internal static class WordFold
{
    public const uint Separator = 1;
    public const uint Ignored = 2;
    public const uint Several = 3;

    /// <summary>Set when the character is a word of its own.</summary>
    public const uint IsWord = 1u << 24;

    /// <summary>Smallest value that is a folded character and none of the above.</summary>
    public const uint FirstCharacter = 0x30;

    // Filled as characters are met; two threads that meet the same one write the same value. 0 is "not met yet".
    private static readonly uint[] Known = new uint[0x10000];

    /// <summary>The folded form of one character beyond ASCII, or one of the constants above.</summary>
    public static uint Of(Rune rune)
    {
        if (!rune.IsBmp)
        {
            return Compute(rune);
        }

        ref var known = ref Known[rune.Value];
        return known != 0 ? known : known = Compute(rune);
    }

    /// <summary>The folded characters of a character for which <see cref="Of"/> gave <see cref="Several"/>.</summary>
    public static IEnumerable<uint> PartsOf(Rune rune) =>
        Decomposed(rune).EnumerateRunes().Select(Simple).Where(part => part != Ignored);

    private static uint Compute(Rune rune)
    {
        if (IsWithoutSpaces(rune.Value) && Simple(rune) >= FirstCharacter)
        {
            return IsWord | (uint)rune.Value;
        }

        // Hangul syllables would fall apart into letters; they are whole as they are.
        if (rune.Value is >= 0xAC00 and <= 0xD7A3)
        {
            return (uint)rune.Value;
        }

        var parts = PartsOf(rune).Take(2).ToArray();
        return parts.Length switch
        {
            0 => Ignored,
            1 => parts[0],
            _ => Several,
        };
    }

    private static uint Simple(Rune rune)
    {
        if (Rune.IsLetterOrDigit(rune))
        {
            return (uint)Rune.ToLowerInvariant(rune).Value;
        }

        return Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark
            or UnicodeCategory.EnclosingMark
            or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.Format
            ? Ignored
            : Separator;
    }

    private static string Decomposed(Rune rune) => rune.ToString().Normalize(NormalizationForm.FormKD);

    /// <summary>Thai, Lao, Myanmar, Khmer, Chinese, Japanese.</summary>
    private static bool IsWithoutSpaces(int value) => value
        is (>= 0x0E00 and <= 0x0EFF)
        or (>= 0x1000 and <= 0x109F)
        or (>= 0x1780 and <= 0x17FF)
        or (>= 0x2E80 and <= 0x9FFF)
        or (>= 0xF900 and <= 0xFAFF)
        or (>= 0x20000 and <= 0x3FFFF);
}
