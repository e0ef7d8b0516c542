using System.Text;

namespace Playbooks.Indexing;

/// <summary>
/// Writes whole numbers as letters that JSON needs not escape: base 32, smallest digit first. A digit below 32 ends the
/// number, one of 32 and above continues it.
/// </summary>
internal static class Digits
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private const int Base = 32;

    /// <summary>What the largest number takes.</summary>
    public const int MostBytes = 7;

    /// <summary>Appends a number of 0 or more.</summary>
    public static void AppendNumber(this StringBuilder text, int number)
    {
        Span<byte> digits = stackalloc byte[MostBytes];
        foreach (var digit in digits[..Write(digits, number)])
        {
            text.Append((char)digit);
        }
    }

    /// <summary>Writes a number of 0 or more; gives the number of bytes.</summary>
    /// <param name="bytes">At least <see cref="MostBytes"/>.</param>
    /// <param name="number">The number.</param>
    public static int Write(Span<byte> bytes, int number)
    {
        var length = 0;
        for (; number >= Base; number /= Base)
        {
            bytes[length++] = (byte)Alphabet[Base + (number % Base)];
        }

        bytes[length++] = (byte)Alphabet[number];
        return length;
    }

    /// <summary>Appends ascending numbers as ranges: the gap before each range and its length less one.</summary>
    public static void AppendRanges(this StringBuilder text, IReadOnlyList<int> ascending)
    {
        var next = 0;
        for (var at = 0; at < ascending.Count;)
        {
            var length = 1;
            while (at + length < ascending.Count && ascending[at + length] == ascending[at] + length)
            {
                length++;
            }

            text.AppendNumber(ascending[at] - next);
            text.AppendNumber(length - 1);
            next = ascending[at] + length;
            at += length;
        }
    }
}
