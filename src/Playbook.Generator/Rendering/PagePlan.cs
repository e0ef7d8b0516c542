namespace Playbooks.Rendering;

/// <summary>One page before it is laid out: where it goes, what stands around it, and what only its layout reads.</summary>
internal sealed record PagePlan
{
    /// <summary>Folder below the site's root with a closing slash; empty for the home page.</summary>
    public required string Path { get; init; }

    /// <summary>Kind of page; also the layout's name unless <see cref="Layout"/> says otherwise.</summary>
    public required string Kind { get; init; }

    /// <summary>Layout when it is not named like the kind; null otherwise.</summary>
    public string? Layout { get; init; }

    /// <summary>Heading.</summary>
    public required string Title { get; init; }

    /// <summary>One sentence; may be null.</summary>
    public string? Description { get; init; }

    /// <summary>Id of the area or section whose entries the menu shows; null for none.</summary>
    public string? Group { get; init; }

    /// <summary>The area whose colour the page has; null for none.</summary>
    public EditionArea? Area { get; init; }

    /// <summary>Pages above this one, from the one below home to the one above this.</summary>
    public ImmutableArray<Address> Above { get; init; } = [];

    /// <summary>On-page contents.</summary>
    public ImmutableArray<ContentsEntry> Contents { get; init; } = [];

    /// <summary>Scripts and styles of the theme that only such pages need, by their name without ending; may be empty.</summary>
    public ImmutableArray<string> Bundles { get; init; } = [];

    /// <summary>Checklist items the page lists; empty for other pages.</summary>
    public ImmutableArray<EditionItem> Items { get; init; } = [];

    /// <summary>The written page; null for pages made from data.</summary>
    public EditionPage? Page { get; init; }

    /// <summary>What only this layout reads, made when the page is rendered.</summary>
    public Func<View?>? View { get; init; }

    /// <summary>What the print edition reads, where a page on the screen shows less; null where it shows the same.</summary>
    public Func<View?>? PrintView { get; init; }

    /// <summary>Name under which layouts read the view; the layout's own name with <c>-</c> as <c>_</c> unless given.</summary>
    public required string ViewName { get; init; }

    /// <summary>Published file.</summary>
    public SitePath File => new(Kind == NotFound ? "404.html" : $"{Path}index.html");

    /// <summary>The page as Markdown, beside it.</summary>
    public string Copy => $"{Path}index.md";

    /// <summary>Kind of the page that is served for addresses that lead nowhere.</summary>
    public const string NotFound = "not-found";
}

/// <summary>A line of the on-page contents.</summary>
/// <param name="Title">The heading's words.</param>
/// <param name="Anchor">Without <c>#</c>.</param>
/// <param name="Level">2 or 3.</param>
/// <param name="Children">Headings below; empty for level 3.</param>
internal sealed record ContentsEntry(string Title, string Anchor, int Level, ImmutableArray<ContentsEntry> Children);
