namespace Playbooks.Diagnostics;

/// <content>Files, YAML and fields.</content>
public static partial class DiagnosticCatalog
{
    /// <summary>PB0001: a file the playbook cannot do without is missing.</summary>
    public static Diagnostic MissingFile(SourceSpan span, string file, string why) =>
        Error("PB0001", $"the file `{file}` is missing: {why}", span);

    /// <summary>PB0002: a file is not UTF-8, or holds characters that no text needs.</summary>
    public static Diagnostic InvalidText(SourceSpan span, string what) =>
        Error("PB0002", $"this file holds {what}", span, "save the file as UTF-8 text and delete the character");

    /// <summary>PB0003: a file is not YAML.</summary>
    public static Diagnostic InvalidYaml(SourceSpan span, string reason) =>
        Error("PB0003", $"this is not valid YAML: {reason}", span);

    /// <summary>PB0004: YAML is nested too deeply.</summary>
    public static Diagnostic YamlTooDeep(SourceSpan span, int levels) =>
        Error("PB0004", $"this is nested more than {levels} levels deep", span);

    /// <summary>PB0005: YAML holds an anchor or an alias.</summary>
    public static Diagnostic YamlAnchor(SourceSpan span) =>
        Error("PB0005", "anchors and aliases are not read", span, "write the value out where it is needed");

    /// <summary>PB0006: YAML holds a tag.</summary>
    public static Diagnostic YamlTag(SourceSpan span) =>
        Error("PB0006", "tags are not read", span, "delete the tag; the field decides the type");

    /// <summary>PB0007: a file holds more than one YAML document.</summary>
    public static Diagnostic SeveralDocuments(SourceSpan span) =>
        Error("PB0007", "a second document starts here, but a file holds one", span, "delete the line `---` or move what follows into a file of its own");

    /// <summary>PB0008: a file is too large to be read.</summary>
    public static Diagnostic FileTooLarge(SourceSpan span, long sizeInBytes, long limitInBytes) =>
        Error("PB0008", $"this file has {sizeInBytes} bytes, more than the {limitInBytes} that are read", span, "split it");

    /// <summary>PB0009: something below the input folder is not an ordinary file.</summary>
    public static Diagnostic NotAnOrdinaryFile(SourceSpan span, string name) =>
        Error("PB0009", $"`{name}` is a link or a device, and only ordinary files and folders are read", span, "put a copy of the file here");

    /// <summary>PB0010: a file lies where nothing reads it.</summary>
    public static Diagnostic UnexpectedFile(SourceSpan span, string name, string? nearest) =>
        Error("PB0010", $"nothing reads the file `{name}` here", span, DidYouMean(nearest));

    /// <summary>PB0011: a page has no front matter.</summary>
    public static Diagnostic MissingFrontMatter(SourceSpan span) =>
        Error("PB0011", "this page has no front matter", span, "start the file with `---`, `id:` and `title:` lines, and `---`");

    /// <summary>PB0012: a file that is published beside the pages is of a kind that is not allowed.</summary>
    public static Diagnostic AssetNotAllowed(SourceSpan span, string name, string why) =>
        Error("PB0012", $"`{name}` cannot be published: {why}", span);

    /// <summary>PB0013: a logo is broken, so that no icon can be made of it.</summary>
    public static Diagnostic BrokenLogo(SourceSpan span, string name, string why) =>
        Error("PB0013", $"the logo `{name}` cannot be read: {why}", span, "export it again as SVG or PNG");

    /// <summary>PB0201: a key nobody knows.</summary>
    public static Diagnostic UnknownKey(SourceSpan span, string key, string what, string? nearest) =>
        Error("PB0201", $"{what} has no key `{key}`", span, DidYouMean(nearest));

    /// <summary>PB0202: a key is written twice.</summary>
    public static Diagnostic DuplicateKey(SourceSpan span, string key, int firstLine) =>
        Error("PB0202", $"the key `{key}` is written twice, first in line {firstLine}", span, "delete one of the two");

    /// <summary>PB0203: a key that must be there is missing.</summary>
    public static Diagnostic MissingKey(SourceSpan span, string key, string what) =>
        Error("PB0203", $"{what} needs the key `{key}`", span);

    /// <summary>PB0204: a value of the wrong kind.</summary>
    public static Diagnostic WrongType(SourceSpan span, string what, string expected, string found, string? hint = null) =>
        Error("PB0204", $"{what} must be {expected}, but this is {found}", span, hint);

    /// <summary>PB0205: a key without a value.</summary>
    public static Diagnostic NoValue(SourceSpan span, string key) =>
        Error("PB0205", $"the key `{key}` has no value", span, "give it a value or delete the line");

    /// <summary>PB0206: a value that cannot be read as what it must be.</summary>
    public static Diagnostic WrongValue(SourceSpan span, string value, string expected, string? hint) =>
        Error("PB0206", $"`{value}` is not {expected}", span, hint);

    /// <summary>PB0207: a value that is none of a few.</summary>
    public static Diagnostic NotOneOf(SourceSpan span, string value, IEnumerable<string> allowed, string? nearest) =>
        Error("PB0207", $"`{value}` is none of {OneOf(allowed)}", span, DidYouMean(nearest));

    /// <summary>PB0208: an id that cannot be part of a URL.</summary>
    public static Diagnostic InvalidSlug(SourceSpan span, string text) =>
        Error("PB0208", $"`{text}` cannot be an id", span, "use small letters a to z, digits and single hyphens, at most 64 characters");

    /// <summary>PB0209: an id that cannot be an item's.</summary>
    public static Diagnostic InvalidItemId(SourceSpan span, string text) =>
        Error("PB0209", $"`{text}` cannot be the id of an item", span, "use the area's prefix, a hyphen and a number, such as ABC-01");

    /// <summary>PB0210: a text is too long.</summary>
    public static Diagnostic TextTooLong(SourceSpan span, int limit) =>
        Error("PB0210", $"this text has more than {limit} characters", span);

    /// <summary>PB0211: an id does not fit the file's place.</summary>
    public static Diagnostic IdDoesNotFitPath(SourceSpan span, string id, string expected) =>
        Error("PB0211", $"the id `{id}` does not fit the file's place", span, $"write `id: {expected}` or move the file");

    /// <summary>PB0212: the same id twice.</summary>
    public static Diagnostic DuplicateId(SourceSpan span, string id, SourceSpan first) =>
        Error("PB0212", $"the id `{id}` is used twice, first in {first}", span, "ids are promises to readers: give the newer one another id");
}
