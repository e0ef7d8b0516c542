namespace Playbooks.Diagnostics;

/// <content>The theme.</content>
public static partial class DiagnosticCatalog
{
    /// <summary>PB0801: a layout cannot be parsed.</summary>
    public static Diagnostic InvalidLayout(SourceSpan span, string reason) =>
        Error("PB0801", $"this layout cannot be read: {reason}", span);

    /// <summary>PB0802: a layout asks for something that is not there.</summary>
    public static Diagnostic UnknownInLayout(SourceSpan span, string name, string? nearest) =>
        Error("PB0802", $"there is no `{name}` here", span, DidYouMean(nearest));

    /// <summary>PB0803: a layout fails while it is rendered.</summary>
    public static Diagnostic LayoutFailed(SourceSpan span, string reason) =>
        Error("PB0803", $"this layout fails: {reason}", span);

    /// <summary>PB0804: a layout is missing.</summary>
    public static Diagnostic MissingLayout(SourceSpan span, string name) =>
        Error("PB0804", $"the theme has no `{name}.liquid`", span);

    /// <summary>PB0805: the interface has no text for a key.</summary>
    public static Diagnostic MissingText(SourceSpan span, string key) =>
        Error("PB0805", $"the theme has no text for `{key}`", span, "add the key to the theme's locales/en.yml");

    /// <summary>PB0807: the theme has no icon of this name.</summary>
    public static Diagnostic UnknownIcon(SourceSpan span, string name, string? nearest) =>
        Error("PB0807", $"the theme has no icon `{name}`", span, DidYouMean(nearest) ?? "add it to the theme's folder icons, or choose one of that folder");

    /// <summary>PB0806: a language that nobody knows.</summary>
    public static Diagnostic UnknownLocale(SourceSpan span, string tag) =>
        Error("PB0806", $"`{tag}` is not a language tag", span, "write a language and, if it matters, a country, such as en-GB or fr");
}
