namespace Playbooks.Rendering;

/// <summary>
/// Private-use characters that layouts print for what is only known when a page is put together. Input cannot hold them.
/// In UTF-8 each starts with the byte 0xEE, which nothing else in a page does, so they are found by one vectorized search.
/// </summary>
internal static class Marks
{
    /// <summary>The way from the page to the site's root: <c>../../</c>.</summary>
    public const char Root = '\uE001';

    /// <summary>Starts a path that is compared with the page's own; ends with <see cref="End"/>.</summary>
    public const char CurrentStart = '\uE002';

    /// <summary>Ends a path.</summary>
    public const char End = '\uE003';

    /// <summary>The page's text.</summary>
    public const char Content = '\uE004';

    /// <summary>The menu; in the print edition, which has none, all its parts.</summary>
    public const char Navigation = '\uE005';

    /// <summary>The explanations of the glossary's words that stand before it.</summary>
    public const char Explanations = '\uE007';

    /// <summary>The shapes of the icons that stand before it.</summary>
    public const char Shapes = '\uE006';

    /// <summary>First byte of every mark in UTF-8.</summary>
    public const byte LeadByte = 0xEE;

    /// <summary>Second byte of every mark in UTF-8.</summary>
    public const byte MiddleByte = 0x80;

    /// <summary>Number of bytes of a mark in UTF-8.</summary>
    public const int Length = 3;

    /// <summary>An address below the site's root, right for any page.</summary>
    public static string Url(string path) => $"{Root}{path}";

    /// <summary>What makes a link the current one on the page of a path.</summary>
    public static string Current(string path) => $"{CurrentStart}{path}{End}";
}
