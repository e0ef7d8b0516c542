using System.Buffers;
using System.Buffers.Text;
using System.Net;
using System.Text;

namespace Playbooks.Verifying;

/// <summary>
/// Reads one character that is written as a code: an entity of HTML, percent codes of an address, an escape of JSON or
/// JavaScript. A code that is none is read as the character it begins with.
/// </summary>
internal static class EncodedCharacter
{
    // CounterClockwiseContourIntegral and its ampersand.
    private const int LongestEntity = 34;

    private static readonly Rune Space = new(' ');

    /// <summary>Reads <c>&amp;name;</c> or <c>&amp;#number;</c>; gives how many bytes it has.</summary>
    public static int ReadEntity(ReadOnlySpan<byte> text, out Rune rune)
    {
        rune = Space;
        var length = text[..Math.Min(text.Length, LongestEntity)].IndexOf((byte)';') + 1;
        if (length < 3)
        {
            return 1;
        }

        if (IsPunctuation(text[1..(length - 1)]))
        {
            return length;
        }

        var entity = Encoding.UTF8.GetString(text[..length]);
        var decoded = WebUtility.HtmlDecode(entity);
        if (decoded == entity)
        {
            return 1;
        }

        // The few entities of two characters are letters with an accent of their own; the letter is enough.
        rune = decoded.EnumerateRunes().First();
        return length;
    }

    /// <summary>Reads <c>%41</c> or several such bytes that are one character; gives how many bytes it has.</summary>
    public static int ReadPercent(ReadOnlySpan<byte> text, out Rune rune)
    {
        Span<byte> bytes = stackalloc byte[4];
        for (var count = 0; count < bytes.Length && text.Length >= 3 && text[0] == '%' && TryHexadecimal(text[1..], 2, out var value); text = text[3..])
        {
            bytes[count++] = (byte)value;
            if (Rune.DecodeFromUtf8(bytes[..count], out rune, out _) == OperationStatus.Done)
            {
                return 3 * count;
            }
        }

        rune = Space;
        return 1;
    }

    /// <summary>Reads <c>\u0041</c>, two of them that are one character, <c>\x41</c> or <c>\n</c>; gives how many bytes it has.</summary>
    public static int ReadEscape(ReadOnlySpan<byte> text, out Rune rune)
    {
        var digits = text.Length < 2 ? 0 : text[1] switch { (byte)'u' => 4, (byte)'x' => 2, _ => 0 };
        rune = Space;
        if (digits == 0 || !TryHexadecimal(text[2..], digits, out var value))
        {
            // The letter of \n, \t and the like is part of the escape and of no word.
            return Math.Min(2, text.Length);
        }

        var length = 2 + digits;
        if (text[length..].StartsWith("\\u"u8)
            && TryHexadecimal(text[(length + 2)..], 4, out var second)
            && Rune.TryCreate((char)value, (char)second, out rune))
        {
            return length + 6;
        }

        rune = Rune.TryCreate((char)value, out var single) ? single : Rune.ReplacementChar;
        return length;
    }

    /// <summary>The entities that every page has, told apart without making a string.</summary>
    private static bool IsPunctuation(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("amp"u8) || name.SequenceEqual("lt"u8) || name.SequenceEqual("gt"u8)
        || name.SequenceEqual("quot"u8) || name.SequenceEqual("#39"u8) || name.SequenceEqual("#x27"u8) || name.SequenceEqual("nbsp"u8);

    private static bool TryHexadecimal(ReadOnlySpan<byte> text, int digits, out int value)
    {
        value = 0;
        return text.Length >= digits && Utf8Parser.TryParse(text[..digits], out value, out var used, 'x') && used == digits;
    }
}
