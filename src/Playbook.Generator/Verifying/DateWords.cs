using System.Text;

namespace Playbooks.Verifying;

/// <summary>Recognizes a day that stands alone, such as "September 20, 2027" or "1er mars 2027".</summary>
/// <remarks>
/// Plans count days for every edition, so a day that one organization has written into a table may be the day another's item
/// is due. A day with words around it stays private.
/// </remarks>
internal static class DateWords
{
    private const int WordsOfDate = 3;
    private const int LastDayOfMonth = 31;

    /// <summary>True for a month's name, a day of a month and a year of four digits, in any order.</summary>
    /// <param name="text">The whole text, UTF-8.</param>
    /// <param name="words">Where the words of the phrase stand in it.</param>
    public static bool IsDate(ReadOnlySpan<byte> text, ReadOnlySpan<(int Start, int End)> words)
    {
        if (words.Length != WordsOfDate)
        {
            return false;
        }

        var (months, days, years) = (0, 0, 0);
        foreach (var (start, end) in words)
        {
            var word = Encoding.UTF8.GetString(text[start..end]);
            var digits = word.TakeWhile(char.IsAsciiDigit).Count();
            var number = digits is > 0 and <= 4 ? int.Parse(word.AsSpan(0, digits), CultureInfo.InvariantCulture) : 0;
            months += digits == 0 && word.All(char.IsLetter) ? 1 : 0;
            days += digits is 1 or 2 && number is >= 1 and <= LastDayOfMonth && word.Length - digits <= 2 ? 1 : 0;
            years += digits == 4 && word.Length == digits ? 1 : 0;
        }

        return (months, days, years) == (1, 1, 1);
    }
}
