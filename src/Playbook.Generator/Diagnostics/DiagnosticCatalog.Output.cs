namespace Playbooks.Diagnostics;

// What is found when the published files are read again. Places are in these files, `<edition>/<path>`.
public static partial class DiagnosticCatalog
{
    /// <summary>A link of a page leads to no file of the site.</summary>
    /// <param name="span">The link.</param>
    /// <param name="link">The link as written.</param>
    /// <param name="moreFiles">How many other files have a link to the same place.</param>
    public static Diagnostic BrokenLink(SourceSpan span, string link, int moreFiles) =>
        Error("PB0701", $"the link `{link}` leads to no file of this site", span, Elsewhere(moreFiles));

    /// <summary>The page a link leads to exists, but not the place in it.</summary>
    /// <param name="span">The link.</param>
    /// <param name="link">The link as written.</param>
    /// <param name="target">File and anchor it leads to.</param>
    /// <param name="moreFiles">How many other files have a link to the same place.</param>
    public static Diagnostic BrokenAnchor(SourceSpan span, string link, string target, int moreFiles) =>
        Error("PB0702", $"the link `{link}` leads to no place of its page: there is no `{target}`", span, Elsewhere(moreFiles));

    /// <summary>Two elements of one page have the same id, so a link to it reaches only the first.</summary>
    /// <param name="span">The second one.</param>
    /// <param name="id">The id.</param>
    /// <param name="moreFiles">How many other files have the id twice.</param>
    public static Diagnostic DuplicateId(SourceSpan span, string id, int moreFiles) =>
        Error("PB0703", $"the id `{id}` is used twice on this page", span, Elsewhere(moreFiles));

    /// <summary>A page loads something from another site, which tells that site who reads it and fails offline.</summary>
    /// <param name="span">The address.</param>
    /// <param name="address">The address as written.</param>
    /// <param name="moreFiles">How many other files load it.</param>
    public static Diagnostic ExternalLoad(SourceSpan span, string address, int moreFiles) =>
        Error("PB0704", $"the page loads `{address}` from another site", span, Elsewhere(moreFiles) ?? "put the file into the theme or beside the page and link to that");

    /// <summary>A page holds script or style that the content security policy does not let run.</summary>
    /// <param name="span">Where it stands.</param>
    /// <param name="code">What kind of code, such as <c>style attribute</c>.</param>
    /// <param name="moreFiles">How many other files hold the same.</param>
    public static Diagnostic InlineCode(SourceSpan span, string code, int moreFiles) =>
        Error("PB0705", $"the page holds code that its content security policy forbids: {code}", span, Elsewhere(moreFiles));

    /// <summary>A published folder is not what its manifest says.</summary>
    /// <param name="span">The file, or the manifest.</param>
    /// <param name="problem">What differs.</param>
    public static Diagnostic ManifestMismatch(SourceSpan span, string problem) =>
        Error("PB0706", problem, span, "build the edition again, or ask whoever delivered it what was changed");

    /// <summary>An edition holds text that belongs to another organization only.</summary>
    /// <param name="span">Where it was published.</param>
    /// <param name="text">The private text.</param>
    /// <param name="edition">The edition that holds it.</param>
    /// <param name="organization">Whose text it is.</param>
    /// <param name="origin">Where that organization wrote it.</param>
    /// <param name="moreFiles">How many other files of the edition hold it.</param>
    public static Diagnostic Leak(SourceSpan span, string text, Slug edition, Slug organization, SourceSpan origin, int moreFiles) =>
        Error(
            "PB0710",
            $"edition `{edition}` would show `{text}`, which only `{organization}` may see (from {origin})",
            span,
            Elsewhere(moreFiles));

    private static string? Elsewhere(int moreFiles) => moreFiles switch
    {
        0 => null,
        1 => "one more file has it too",
        _ => string.Create(CultureInfo.InvariantCulture, $"{moreFiles} more files have it too"),
    };
}
