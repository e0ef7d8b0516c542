namespace Playbooks.Diagnostics;

/// <content>PB0320 and PB04: what can be wrong in a Markdown text and in a slot.</content>
public static partial class DiagnosticCatalog
{
    /// <summary>PB0320: malformed slot.</summary>
    internal static Diagnostic MalformedSlot(string problem, SourceSpan span) =>
        Error(
            "PB0320",
            $"this slot cannot be read: {problem}",
            span,
            "a slot looks like `{{ term.staff.many }}`; write `\\{{` for the two braces themselves");

    /// <summary>PB0401: text too large.</summary>
    internal static Diagnostic TextTooLarge(int sizeInCharacters, int maximum, SourceSpan span) =>
        Error(
            "PB0401",
            $"the file has {Count(sizeInCharacters)} characters; at most {Count(maximum)} can be read",
            span,
            "split it into several pages");

    /// <summary>PB0402: forbidden character.</summary>
    internal static Diagnostic ForbiddenCharacter(char character, SourceSpan span) =>
        Error(
            "PB0402",
            $"the text contains {NameOf(character)}, which cannot be published",
            span,
            "delete it; it was probably pasted in and may not be visible");

    /// <summary>PB0403: nested too deeply.</summary>
    internal static Diagnostic NestedTooDeeply(SourceSpan span) =>
        Error("PB0403", "the text is nested too deeply", span);

    /// <summary>PB0404: paragraph too long.</summary>
    internal static Diagnostic ParagraphTooLong(SourceSpan span) =>
        Error(
            "PB0404",
            "the paragraphs of this file are too long to be read safely; this is where it became too much",
            span,
            "divide long paragraphs with empty lines");

    /// <summary>PB0405: table too large.</summary>
    internal static Diagnostic TableTooLarge(int columns, int rows, SourceSpan span) =>
        Error(
            "PB0405",
            $"a table of {Count(columns)} columns and {Count(rows)} rows is too large",
            span,
            "offer it as a file for download");

    /// <summary>PB0406: html in markdown.</summary>
    internal static Diagnostic HtmlInMarkdown(SourceSpan span) =>
        Error("PB0406", "HTML cannot be used in a text", span, "use Markdown, or write `&lt;` for the sign itself");

    /// <summary>PB0407: unfinished comment.</summary>
    internal static Diagnostic UnfinishedComment(SourceSpan span) =>
        Error(
            "PB0407",
            "this comment has no `-->`, or text follows it on the same line",
            span,
            "end the comment with `-->` and go on in a new line");

    /// <summary>PB0409: unclosed front matter.</summary>
    internal static Diagnostic UnclosedFrontMatter(SourceSpan span) =>
        Error("PB0409", "the front matter has no end", span, "put a line with `---` between the front matter and the text");

    /// <summary>PB0410: unknown directive.</summary>
    internal static Diagnostic UnknownDirective(string name, string? nearest, IEnumerable<string> known, SourceSpan span) =>
        Error("PB0410", $"there is no block `{name}`", span, DidYouMean(nearest) ?? $"the blocks are {OneOf(known)}");

    /// <summary>PB0411: unclosed directive.</summary>
    internal static Diagnostic UnclosedDirective(string name, int fenceLength, SourceSpan span) =>
        Error(
            "PB0411",
            $"this `{name}` block is never closed",
            span,
            $"close it with a line `{new string(':', fenceLength)}`; a block around others needs more colons than they have");

    /// <summary>PB0412: malformed directive.</summary>
    internal static Diagnostic MalformedDirective(string problem, SourceSpan span, string? hint = null) =>
        Error("PB0412", problem, span, hint);

    /// <summary>PB0413: fence without directive.</summary>
    internal static Diagnostic FenceWithoutDirective(SourceSpan span) =>
        Error("PB0413", "there is no open block to close here", span, "a block is closed with as many colons as it was opened with");

    /// <summary>PB0414: else without when.</summary>
    internal static Diagnostic ElseWithoutWhen(SourceSpan span) =>
        Error("PB0414", "`else` has no `when` block directly before it", span);

    /// <summary>PB0415: missing attribute.</summary>
    internal static Diagnostic MissingAttribute(string directive, string attribute, SourceSpan span) =>
        Error("PB0415", $"a `{directive}` block needs `{attribute}=…`", span);

    /// <summary>PB0416: unknown attribute.</summary>
    internal static Diagnostic UnknownAttribute(string directive, string attribute, string? nearest, SourceSpan span) =>
        Error("PB0416", $"a `{directive}` block has no `{attribute}`", span, DidYouMean(nearest));

    /// <summary>PB0417: misplaced override.</summary>
    internal static Diagnostic MisplacedOverride(string name, bool isOverrideFile, SourceSpan span) =>
        Error(
            "PB0417",
            isOverrideFile ? $"`{name}` cannot stand inside another block" : $"`{name}` can only be used in a file that changes another page",
            span);

    /// <summary>PB0418: malformed override.</summary>
    internal static Diagnostic MalformedOverride(string problem, SourceSpan span, string? hint = null) =>
        Error("PB0418", problem, span, hint);

    /// <summary>PB0419: text outside override.</summary>
    internal static Diagnostic TextOutsideOverride(SourceSpan span) =>
        Error(
            "PB0419",
            "text outside the blocks of this file has no place on the page",
            span,
            "move it into a `replace`, `before` or `after` block");

    /// <summary>PB0420: heading level one.</summary>
    internal static Diagnostic HeadingLevelOne(SourceSpan span) =>
        Error("PB0420", "a text has no heading with one `#`; the page's title is in the front matter", span, "begin with `##`");

    /// <summary>PB0421: heading level too deep.</summary>
    internal static Diagnostic HeadingLevelTooDeep(int level, int maximum, SourceSpan span) =>
        Error("PB0421", $"headings go down to level {Count(maximum)}, this one has level {Count(level)}", span);

    /// <summary>PB0422: heading level skipped.</summary>
    internal static Diagnostic HeadingLevelSkipped(int level, int previous, SourceSpan span) =>
        Warning(
            "PB0422",
            $"a heading of level {Count(level)} follows one of level {Count(previous)}",
            span,
            $"use level {Count(previous + 1)}; screen readers announce the gap");

    /// <summary>PB0423: misplaced heading.</summary>
    internal static Diagnostic MisplacedHeading(string place, SourceSpan span) =>
        Error("PB0423", $"a heading cannot stand in a {place}", span, "use bold text");

    /// <summary>PB0424: malformed heading id.</summary>
    internal static Diagnostic MalformedHeadingId(string id, SourceSpan span) =>
        Error("PB0424", $"`{id}` cannot be the id of a heading", span, "use lower-case letters, digits and single hyphens");

    /// <summary>PB0425: duplicate heading id.</summary>
    internal static Diagnostic DuplicateHeadingId(string id, int firstLine, SourceSpan span) =>
        Error("PB0425", $"the id `{id}` is used twice on this page, first in line {Count(firstLine)}", span);

    /// <summary>PB0426: misplaced heading id.</summary>
    internal static Diagnostic MisplacedHeadingId(SourceSpan span) =>
        Error("PB0426", "an id can only stand at the end of a heading", span, "write `\\{` for the brace itself");

    /// <summary>PB0427: empty heading.</summary>
    internal static Diagnostic EmptyHeading(SourceSpan span) =>
        Error("PB0427", "this heading has no words", span);

    /// <summary>PB0428: underlined heading.</summary>
    internal static Diagnostic UnderlinedHeading(SourceSpan span) =>
        Error(
            "PB0428",
            "this line becomes a heading through the line below it",
            span,
            "write headings as `## Words`; put an empty line before a rule");

    /// <summary>PB0430: forbidden scheme.</summary>
    internal static Diagnostic ForbiddenScheme(string scheme, SourceSpan span) =>
        Error("PB0430", $"links cannot use `{scheme}:`", span, "use `https:`, `http:`, `mailto:`, `tel:` or `xref:`");

    /// <summary>PB0431: malformed address.</summary>
    internal static Diagnostic MalformedAddress(string problem, SourceSpan span, string? hint = null) =>
        Error("PB0431", $"this address {problem}", span, hint);

    /// <summary>PB0432: unsupported address.</summary>
    internal static Diagnostic UnsupportedAddress(string problem, SourceSpan span) =>
        Error(
            "PB0432",
            problem,
            span,
            "link to a page with `xref:area/page` or a relative path ending in `.md`, to a heading with `#id`, or to an address with `https://`");

    /// <summary>PB0433: address outside input.</summary>
    internal static Diagnostic AddressOutsideInput(SourceSpan span) =>
        Error("PB0433", "this path leads out of the input folder", span);

    /// <summary>PB0434: link without text.</summary>
    internal static Diagnostic LinkWithoutText(SourceSpan span) =>
        Error("PB0434", "this link has no words to click on", span);

    /// <summary>PB0435: link in link.</summary>
    internal static Diagnostic LinkInLink(SourceSpan span) =>
        Error("PB0435", "a link or a citation cannot stand inside another link", span);

    /// <summary>PB0436: unshown title.</summary>
    internal static Diagnostic UnshownTitle(SourceSpan span) =>
        Warning("PB0436", "the title of a link to another page is not shown", span, "delete it, or say it in the text");

    /// <summary>PB0437: unread link.</summary>
    internal static Diagnostic UnreadLink(SourceSpan span) =>
        Error(
            "PB0437",
            "this looks like a link, but cannot be read as one",
            span,
            "an address has no spaces and follows `]` directly; write `\\](` for the signs themselves");

    /// <summary>PB0440: external image.</summary>
    internal static Diagnostic ExternalImage(SourceSpan span) =>
        Error("PB0440", "images must be files beside the page", span, "copy the picture into the playbook and name it by a relative path");

    /// <summary>PB0441: image without text.</summary>
    internal static Diagnostic ImageWithoutText(SourceSpan span) =>
        Error("PB0441", "this image has no description", span, "say between the brackets what a reader who cannot see it needs to know");

    /// <summary>PB0442: unsupported image.</summary>
    internal static Diagnostic UnsupportedImage(IEnumerable<string> endings, SourceSpan span) =>
        Error("PB0442", "this file cannot be shown as an image", span, $"images end in {OneOf(endings)}");

    /// <summary>PB0445: malformed citation.</summary>
    internal static Diagnostic MalformedCitation(SourceSpan span) =>
        Error(
            "PB0445",
            "this citation cannot be read",
            span,
            "cite one source at a time, such as `[@kotter-1996]`; write `\\[@` for the signs themselves");

    /// <summary>PB0446: malformed code language.</summary>
    internal static Diagnostic MalformedCodeLanguage(SourceSpan span) =>
        Error("PB0446", "the language of a code block is one word of lower-case letters, digits, `+`, `#` and `-`", span);

    /// <summary>PB0449: too many problems.</summary>
    internal static Diagnostic TooManyProblems(int shown, SourceSpan span) =>
        Error("PB0449", $"this file has more than {Count(shown)} problems; the rest is not shown", span);

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string NameOf(char character)
    {
        var number = ((int)character).ToString("X4", CultureInfo.InvariantCulture);
        return character switch
        {
            '\uFEFF' => $"a byte order mark (U+{number})",
            >= '\uE000' and <= '\uF8FF' => $"the private-use character U+{number}",
            >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' => $"the invisible direction mark U+{number}",
            _ => $"the control character U+{number}",
        };
    }
}
