namespace Playbooks.Compiling;

/// <summary>
/// Finds links that Markdown did not read as such, mostly for a space in their address. Without this an author's
/// <c>[words](xref:people/the managers)</c> would be printed as it stands, and nobody would be told.
/// </summary>
internal static class UnreadLinks
{
    private const string AddressStart = "](";
    private const string Reference = "(xref:";

    private static readonly string[] Beginnings = ["http:", "https:", "mailto:", "tel:", "#", "<", "./", "../"];

    /// <summary>Where an unread link is in a text; null when there is none.</summary>
    /// <param name="text">A piece of a paragraph that is no link and no code.</param>
    /// <param name="isFirstEscaped">Whether the first character has a backslash before it, so that it is meant as it stands.</param>
    public static int? PositionIn(ReadOnlySpan<char> text, bool isFirstEscaped)
    {
        var reference = text.IndexOf(Reference, StringComparison.Ordinal);
        if (reference >= 0)
        {
            return reference;
        }

        for (var at = isFirstEscaped ? 1 : 0; at < text.Length; at += AddressStart.Length)
        {
            var next = text[at..].IndexOf(AddressStart, StringComparison.Ordinal);
            if (next < 0)
            {
                return null;
            }

            at += next;
            foreach (var beginning in Beginnings)
            {
                if (text[(at + AddressStart.Length)..].StartsWith(beginning, StringComparison.Ordinal))
                {
                    return at;
                }
            }
        }

        return null;
    }
}
