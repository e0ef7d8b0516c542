using Markdig.Helpers;

namespace Playbooks.Compiling;

/// <summary>A line of three or more colons, taken apart: <c>::: name arguments</c>. All positions are 0-based, in the body.</summary>
/// <param name="FenceLength">Number of colons.</param>
/// <param name="Start">Where the colons begin.</param>
/// <param name="NameStart">Where the name begins.</param>
/// <param name="Name">Empty when the line has colons only, or something that is no name.</param>
/// <param name="ArgumentsStart">Where the rest begins.</param>
/// <param name="Arguments">The rest of the line without blanks around it; may be empty.</param>
internal readonly record struct DirectiveLine(int FenceLength, int Start, int NameStart, string Name, int ArgumentsStart, string Arguments)
{
    private const int MinimumFenceLength = 3;

    /// <summary>True for a line that can only close a block.</summary>
    public bool IsClosing => Name.Length == 0 && Arguments.Length == 0;

    /// <summary>Length from the first colon to the last character.</summary>
    public int Length => (Arguments.Length > 0 ? ArgumentsStart + Arguments.Length : NameStart + Name.Length) - Start;

    public static bool TryRead(StringSlice slice, out DirectiveLine line)
    {
        var text = slice.AsSpan().TrimEnd();
        var fence = text.IndexOfAnyExcept(':');
        fence = fence < 0 ? text.Length : fence;
        if (fence < MinimumFenceLength)
        {
            line = default;
            return false;
        }

        var nameStart = fence + Blanks(text[fence..]);
        var nameLength = NameLength(text[nameStart..]);
        var argumentsStart = nameStart + nameLength + Blanks(text[(nameStart + nameLength)..]);
        line = new DirectiveLine(
            fence,
            slice.Start,
            IsAtEnd(text, nameStart) ? slice.Start + fence : slice.Start + nameStart,
            text.Slice(nameStart, nameLength).ToString(),
            slice.Start + argumentsStart,
            text[argumentsStart..].ToString());
        return true;
    }

    private static bool IsAtEnd(ReadOnlySpan<char> text, int position) => position >= text.Length;

    private static int Blanks(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExcept(' ', '\t');
        return end < 0 ? text.Length : end;
    }

    private static int NameLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || (length > 0 && text[length] is '-' or '_' or '.')))
        {
            length++;
        }

        return length;
    }
}
