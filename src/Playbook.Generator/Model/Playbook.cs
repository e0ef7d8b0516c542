namespace Playbooks.Model;

/// <summary>The common text as written: everything an input folder holds, typed, before it is composed for an organization.</summary>
public sealed record Playbook
{
    /// <summary>Id of the playbook; part of the key under which readers' progress is kept.</summary>
    public required Slug Id { get; init; }

    /// <summary>The manifest file; diagnostics that concern the whole playbook point at it.</summary>
    public required SourceSpan Span { get; init; }

    /// <summary>Shown on every page. Never empty.</summary>
    public required string Title { get; init; }

    /// <summary>Shown under the title; may be null.</summary>
    public string? Subtitle { get; init; }

    /// <summary>One or two sentences for search results and link previews; may be null.</summary>
    public string? Description { get; init; }

    /// <summary>Version of the content, as the authors count.</summary>
    public required string Version { get; init; }

    /// <summary>BCP 47 tag of the language the text is written in, such as <c>en-US</c>.</summary>
    public required Located<string> Locale { get; init; }

    /// <summary>Name of the licence of the texts; may be null.</summary>
    public string? ContentLicence { get; init; }

    /// <summary>Name of the licence of the templates; may be null.</summary>
    public string? TemplateLicence { get; init; }

    /// <summary>The playbook's own words for things, by the id of the thing (area, chapter, gate …); only those that differ from the locale's.</summary>
    public required ImmutableSortedDictionary<string, Words> Labels { get; init; }

    /// <summary>Texts that slots may name, by group and key.</summary>
    public required ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> Variables { get; init; }

    /// <summary>Kinds of written pages, by id. Always holds one of each <see cref="PageKind"/>.</summary>
    public required ImmutableArray<ContentType> Types { get; init; }

    /// <summary>Change areas in reading order. At least one.</summary>
    public required ImmutableArray<ChangeArea> Areas { get; init; }

    /// <summary>Groups of pages that belong to no area, in reading order.</summary>
    public required ImmutableArray<PlaybookSection> Sections { get; init; }

    /// <summary>The checklist of the change programme itself; null when there is none.</summary>
    public ChangeArea? Programme { get; init; }

    /// <summary>Phases in order. May be empty.</summary>
    public required ImmutableArray<Phase> Phases { get; init; }

    /// <summary>Gates in the order they are passed. May be empty.</summary>
    public required ImmutableArray<Gate> Gates { get; init; }

    /// <summary>Roles that own and do the work.</summary>
    public required ImmutableArray<Role> Roles { get; init; }

    /// <summary>Priorities, strongest first. Never empty.</summary>
    public required ImmutableArray<ScaleEntry> Priorities { get; init; }

    /// <summary>Effort sizes, smallest first. Never empty.</summary>
    public required ImmutableArray<ScaleEntry> Efforts { get; init; }

    /// <summary>What a reader can record when ticking an item. Never empty.</summary>
    public required ImmutableArray<ScaleEntry> EvidenceKinds { get; init; }

    /// <summary>Callouts that texts may use.</summary>
    public required ImmutableArray<CalloutKind> Callouts { get; init; }

    /// <summary>Facts the playbook asks of an organization.</summary>
    public required ImmutableArray<Fact> Facts { get; init; }

    /// <summary>Words that organizations may change, by id.</summary>
    public required ImmutableSortedDictionary<string, Term> Terms { get; init; }

    /// <summary>Works that texts cite.</summary>
    public required ImmutableArray<Source> Sources { get; init; }

    /// <summary>Words explained.</summary>
    public required ImmutableArray<GlossaryEntry> Glossary { get; init; }

    /// <summary>Reading routes, as listed.</summary>
    public required ImmutableArray<Route> Routes { get; init; }

    /// <summary>Scale, scoring and wording of the assessment; null when the playbook has none.</summary>
    public Assessment? Assessment { get; init; }

    /// <summary>Written pages of areas and sections, by id.</summary>
    public required ImmutableArray<ContentPage> Pages { get; init; }

    /// <summary>Text of the home page.</summary>
    public required HomeText Home { get; init; }

    /// <summary>Where and how the sites are published.</summary>
    public required SiteSettings Site { get; init; }

    /// <summary>First day of the programme in the common edition; null when it has no dates.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>Shared layers between the common text and organizations, by id.</summary>
    public required ImmutableArray<Layer> Layers { get; init; }

    /// <summary>Organizations, by id.</summary>
    public required ImmutableArray<Organization> Organizations { get; init; }

    /// <summary>Files that pages, templates and brands refer to, by path.</summary>
    public ImmutableSortedDictionary<string, Asset> Assets { get; init; } = ImmutableSortedDictionary<string, Asset>.Empty;

    /// <summary>Every text with slots outside Markdown, by place, of the common text and all layers.</summary>
    public ImmutableArray<SlottedText> SlottedTexts { get; init; } = [];

    /// <summary>Every condition outside Markdown, by place, of the common text and all layers.</summary>
    public ImmutableArray<Located<Condition>> Conditions { get; init; } = [];

    /// <summary>The common files as read; what stands in them is no organization's secret.</summary>
    public ImmutableArray<SourceText> CommonFiles { get; init; } = [];

    /// <summary>Areas in reading order with the programme last: everything that can hold items.</summary>
    public IEnumerable<ChangeArea> AreasAndProgramme => Programme is null ? Areas : [.. Areas, Programme];
}

/// <summary>A word in singular and plural.</summary>
/// <param name="One">Singular.</param>
/// <param name="Many">Plural.</param>
public sealed record Words(string One, string Many);

/// <summary>A step of a named scale, such as a priority or an effort size.</summary>
/// <param name="Id">As written in items.</param>
/// <param name="Label">As shown; null for the language's own word, a text of the interface.</param>
/// <param name="Meaning">Explains the step; may be null.</param>
public sealed record ScaleEntry(string Id, string? Label, string? Meaning)
{
    /// <summary>For an effort size: working days from beginning to end that a plan allows, 1 to 260. Says nothing for other scales.</summary>
    public int Days { get; init; } = 1;
}

/// <summary>Text of the home page.</summary>
/// <param name="Lead">A minute's read: what this is and for whom; may be null.</param>
/// <param name="Purpose">Why the organization does this; may be null.</param>
/// <param name="Notices">Sentences shown first; may be empty.</param>
public sealed record HomeText(SlottedText? Lead, SlottedText? Purpose, ImmutableArray<SlottedText> Notices);

/// <summary>Where and how a site is published.</summary>
public sealed record SiteSettings
{
    /// <summary>Address of the site's root with a closing slash, <c>{edition}</c> standing for the edition's id; null when unknown.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>Whether search engines may list the site.</summary>
    public bool IsIndexable { get; init; }

    /// <summary>Small print on every page; may be null.</summary>
    public SlottedText? Footer { get; init; }

    /// <summary>What the playbook is not; may be null.</summary>
    public SlottedText? Disclaimer { get; init; }
}
