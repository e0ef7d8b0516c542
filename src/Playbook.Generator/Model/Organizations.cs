namespace Playbooks.Model;

/// <summary>
/// Changes of the common text that are kept apart from it: page and section overrides, added pages, item patches, words.
/// Shared by several organizations (an industry, a country) or an organization's own.
/// </summary>
public sealed record Layer
{
    /// <summary>Folder below <c>input/layers</c> or <c>input/organizations</c>.</summary>
    public required Slug Id { get; init; }

    /// <summary>Changed words, by the term's id.</summary>
    public ImmutableSortedDictionary<string, Term> Terms { get; init; } = ImmutableSortedDictionary<string, Term>.Empty;

    /// <summary>Overrides of pages.</summary>
    public ImmutableArray<PageOverride> Overrides { get; init; } = [];

    /// <summary>Pages that are added.</summary>
    public ImmutableArray<ContentPage> AddedPages { get; init; } = [];

    /// <summary>Pages that are left out.</summary>
    public ImmutableArray<Exclusion> ExcludedPages { get; init; } = [];

    /// <summary>Changes of checklist items.</summary>
    public ImmutableArray<ItemPatch> ItemPatches { get; init; } = [];

    /// <summary>Checklist items that are added.</summary>
    public ImmutableArray<ChecklistItem> AddedItems { get; init; } = [];

    /// <summary>Files the layer was read from; everything in them is private to it.</summary>
    public ImmutableArray<SourceText> Files { get; init; } = [];

    /// <summary>Where the layer is declared.</summary>
    public required SourceSpan Span { get; init; }
}

/// <summary>A layer's changes of one page.</summary>
/// <param name="Page">Id of the page that is changed.</param>
/// <param name="Parts">Changes of sections in the order written, or one change of the whole page.</param>
/// <param name="Replacement">New metadata and text when the whole page is replaced; null otherwise.</param>
/// <param name="Span">Where the override is written.</param>
public sealed record PageOverride(PageId Page, ImmutableArray<OverridePart> Parts, ContentPage? Replacement, SourceSpan Span);

/// <summary>Something that is left out, with the reason readers are told.</summary>
/// <param name="What">Id of the page or area.</param>
/// <param name="Reason">Why.</param>
public sealed record Exclusion(Located<string> What, string Reason);

/// <summary>A layer's change of one item.</summary>
/// <param name="Item">The item.</param>
/// <param name="Change">What changes.</param>
/// <param name="Waiver">A formal decision not to do it; null for none.</param>
/// <param name="Span">Where the patch is written.</param>
public sealed record ItemPatch(Located<string> Item, ItemChange Change, Waiver? Waiver, SourceSpan Span);

/// <summary>An organization for which an edition is composed.</summary>
public sealed record Organization
{
    /// <summary>Folder below <c>input/organizations</c> and name of the edition.</summary>
    public required Slug Id { get; init; }

    /// <summary>Full name.</summary>
    public required string Name { get; init; }

    /// <summary>Name in running text; the full name unless given.</summary>
    public required string ShortName { get; init; }

    /// <summary>Name in legal texts; the full name unless given.</summary>
    public required string LegalName { get; init; }

    /// <summary>BCP 47 tag of the edition; the playbook's unless given.</summary>
    public required Located<string> Locale { get; init; }

    /// <summary>IANA name of the time zone; null when unknown.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Days on which people work; Monday to Friday unless given.</summary>
    public required ImmutableArray<DayOfWeek> WorkingDays { get; init; }

    /// <summary>Days on which nobody works although they are working days of the week.</summary>
    public ImmutableArray<DateRange> Holidays { get; init; } = [];

    /// <summary>Whether people's names are shown beside their roles.</summary>
    public bool ShowsPeople { get; init; }

    /// <summary>Shared layers, later wins.</summary>
    public ImmutableArray<Located<string>> LayerIds { get; init; } = [];

    /// <summary>Values of facts, by the fact's id; only those given.</summary>
    public required ImmutableSortedDictionary<string, Located<FactValue>> Facts { get; init; }

    /// <summary>Who holds the roles, by the role's id; only those mapped.</summary>
    public required ImmutableSortedDictionary<string, RoleHolder> Roles { get; init; }

    /// <summary>Dates and lengths of phases.</summary>
    public required PhaseSettings Phases { get; init; }

    /// <summary>Areas in the organization's own order; those not named follow in the playbook's order.</summary>
    public ImmutableArray<Located<string>> AreaOrder { get; init; } = [];

    /// <summary>Areas that are left out.</summary>
    public ImmutableArray<Exclusion> ExcludedAreas { get; init; } = [];

    /// <summary>Colour and logo.</summary>
    public required Brand Brand { get; init; }

    /// <summary>Level each assessment item needs, by id; only those changed.</summary>
    public ImmutableArray<(Located<string> Item, int Value)> Targets { get; init; } = [];

    /// <summary>Importance of assessment items, by id; only those changed.</summary>
    public ImmutableArray<(Located<string> Item, int Value)> Importance { get; init; } = [];

    /// <summary>Combined results of assessments, the oldest first.</summary>
    public ImmutableArray<AssessmentResult> Results { get; init; } = [];

    /// <summary>Text of the home page; null parts mean the playbook's.</summary>
    public required HomeText Home { get; init; }

    /// <summary>Where and how the site is published; null parts mean the playbook's.</summary>
    public required SiteSettings Site { get; init; }

    /// <summary>What is committed about its items, by the ids in the file.</summary>
    public ImmutableArray<SharedEntry> Progress { get; init; } = [];

    /// <summary>Words that must not occur on a page of the edition.</summary>
    public ImmutableArray<BannedWord> BannedWords { get; init; } = [];

    /// <summary>The organization's own changes of the text.</summary>
    public required Layer Own { get; init; }

    /// <summary>Where it is declared.</summary>
    public required SourceSpan Span { get; init; }
}

/// <summary>Who holds a role.</summary>
public sealed record RoleHolder
{
    /// <summary>Title in the organization.</summary>
    public required string Title { get; init; }

    /// <summary>Title within a sentence; null to take the title with a small first letter where the language does so.</summary>
    public string? InText { get; init; }

    /// <summary>Name of the person; null when not given.</summary>
    public string? Person { get; init; }

    /// <summary>Somebody outside who helps; may be null.</summary>
    public string? External { get; init; }

    /// <summary>Whether several people hold the role.</summary>
    public bool IsMany { get; init; }

    /// <summary>Where it is written.</summary>
    public required SourceSpan Span { get; init; }
}

/// <summary>An organization's dates.</summary>
public sealed record PhaseSettings
{
    /// <summary>First day of the first phase; null when there are no dates.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>Lengths of phases are multiplied by this; above 0.</summary>
    public decimal ScaleFactor { get; init; } = 1;

    /// <summary>Days on which no phase may start and nothing is due, first and last day inclusive.</summary>
    public ImmutableArray<DateRange> Avoid { get; init; } = [];

    /// <summary>Explicit dates or lengths, by the phase's id.</summary>
    public ImmutableSortedDictionary<string, PhaseOverride> Explicit { get; init; } = ImmutableSortedDictionary<string, PhaseOverride>.Empty;
}

/// <summary>A range of days.</summary>
/// <param name="First">First day.</param>
/// <param name="Last">Last day, inclusive; not before the first.</param>
public readonly record struct DateRange(DateOnly First, DateOnly Last);

/// <summary>Explicit dates of a phase; null parts follow from the phases before.</summary>
/// <param name="Start">First day.</param>
/// <param name="End">Last day.</param>
/// <param name="Length">Length in place of the manifest's.</param>
/// <param name="Span">Where it is written.</param>
public sealed record PhaseOverride(DateOnly? Start, DateOnly? End, Duration? Length, SourceSpan Span);

/// <summary>Colour and logo.</summary>
/// <param name="Accent">As <c>#rrggbb</c>; null for the theme's own.</param>
/// <param name="Logo">File below the input folder; null for none.</param>
public sealed record Brand(Located<string>? Accent, Located<InputPath>? Logo);

/// <summary>A word that must not occur on a page.</summary>
/// <param name="Word">The word.</param>
/// <param name="Instead">What to write; may be null.</param>
public sealed record BannedWord(Located<string> Word, string? Instead);
