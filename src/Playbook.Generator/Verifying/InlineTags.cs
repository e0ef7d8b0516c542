using Playbooks.Markup;

namespace Playbooks.Verifying;

/// <summary>The tags that a word can run through; every other tag ends the text before it.</summary>
internal static class InlineTags
{
    /// <summary>True for a tag that a browser shows within a line.</summary>
    public static bool Contains(ReadOnlySpan<byte> name) => name.Length switch
    {
        1 => (name[0] | 0x20) is 'a' or 'b' or 'i' or 'q' or 's' or 'u',
        2 => HtmlReader.Is(name, "em"u8),
        3 => HtmlReader.Is(name, "sub"u8) || HtmlReader.Is(name, "sup"u8) || HtmlReader.Is(name, "wbr"u8) || HtmlReader.Is(name, "kbd"u8)
            || HtmlReader.Is(name, "dfn"u8) || HtmlReader.Is(name, "ins"u8) || HtmlReader.Is(name, "del"u8) || HtmlReader.Is(name, "var"u8)
            || HtmlReader.Is(name, "bdi"u8) || HtmlReader.Is(name, "bdo"u8),
        4 => HtmlReader.Is(name, "span"u8) || HtmlReader.Is(name, "code"u8) || HtmlReader.Is(name, "mark"u8) || HtmlReader.Is(name, "abbr"u8)
            || HtmlReader.Is(name, "cite"u8) || HtmlReader.Is(name, "time"u8) || HtmlReader.Is(name, "samp"u8) || HtmlReader.Is(name, "data"u8)
            || HtmlReader.Is(name, "font"u8),
        5 => HtmlReader.Is(name, "small"u8) || HtmlReader.Is(name, "tspan"u8),
        6 => HtmlReader.Is(name, "strong"u8),
        _ => false,
    };
}
