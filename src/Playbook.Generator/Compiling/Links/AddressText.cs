using System.Buffers;

namespace Playbooks.Compiling;

/// <summary>Which characters the parts of an address may have.</summary>
internal static class AddressText
{
    private static readonly SearchValues<char> NotInAnchors = SearchValues.Create("#%/?\"<>&`{}");

    /// <summary>What makes a text no address whatever its scheme; null when nothing does.</summary>
    public static Func<SourceSpan, Diagnostic>? ProblemOf(string? url)
    {
        if (string.IsNullOrEmpty(url))
        {
            return static span => DiagnosticCatalog.MalformedAddress("is empty", span);
        }

        foreach (var character in url)
        {
            if (TextGuard.IsForbidden(character) || character is '\t' or '\n' or '\r')
            {
                return static span => DiagnosticCatalog.MalformedAddress("contains a control character", span);
            }

            if (char.IsWhiteSpace(character))
            {
                return static span => DiagnosticCatalog.MalformedAddress("contains a space", span, "write `%20`");
            }

            if (character == '\\')
            {
                return static span => DiagnosticCatalog.MalformedAddress("contains a backslash", span, "use `/`");
            }
        }

        return url.Contains(SlotSyntax.Open, StringComparison.Ordinal)
            ? static span => DiagnosticCatalog.MalformedAddress("contains a slot", span, "slots can be used in the words of a link only")
            : null;
    }

    /// <summary>
    /// True for what follows <c>https:</c> when it is <c>//</c> and a host. No user name: <c>https://bank.example@evil.example</c>
    /// is made to be misread.
    /// </summary>
    public static bool HasHost(ReadOnlySpan<char> rest)
    {
        if (!rest.StartsWith("//", StringComparison.Ordinal))
        {
            return false;
        }

        var authority = rest[2..];
        var end = authority.IndexOfAny("/?#");
        authority = end < 0 ? authority : authority[..end];
        var colon = authority.IndexOf(':');
        var host = colon < 0 ? authority : authority[..colon];
        return !host.IsEmpty
            && char.IsLetterOrDigit(host[0])
            && IsHost(host)
            && (colon < 0 || (authority.Length > colon + 1 && !authority[(colon + 1)..].ContainsAnyExceptInRange('0', '9')));
    }

    /// <summary>True for ids and paths: ASCII letters and digits with <c>-</c>, <c>_</c>, <c>.</c> and single <c>/</c> between.</summary>
    public static bool IsReference(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] == '/' || text[^1] == '/' || text.Contains("//", StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('-' or '_' or '.' or '/'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True for what can be the id of a heading, the author's or a derived one, in any script.</summary>
    public static bool IsAnchor(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (TextGuard.IsForbidden(character) || char.IsWhiteSpace(character))
            {
                return false;
            }
        }

        return !text.IsEmpty && !text.ContainsAny(NotInAnchors);
    }

    private static bool IsHost(ReadOnlySpan<char> host)
    {
        foreach (var character in host)
        {
            if (!char.IsLetterOrDigit(character) && character is not ('-' or '.' or '_') && !char.IsSurrogate(character))
            {
                return false;
            }
        }

        return true;
    }
}
