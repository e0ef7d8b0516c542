namespace Playbooks.Model;

/// <summary>A word that organizations may change, with the forms sentences need.</summary>
public sealed record Term
{
    /// <summary>Singular.</summary>
    public required string One { get; init; }

    /// <summary>Plural.</summary>
    public required string Many { get; init; }

    /// <summary>The indefinite article as a whole word; null when the word takes none or nobody asked for it.</summary>
    public string? Article { get; init; }

    /// <summary>Possessive of the singular; null to build it by the locale's rule.</summary>
    public string? PossessiveOne { get; init; }

    /// <summary>Possessive of the plural; null to build it by the locale's rule.</summary>
    public string? PossessiveMany { get; init; }

    /// <summary>Where it is written.</summary>
    public required SourceSpan Span { get; init; }
}

/// <summary>A work that texts cite.</summary>
public sealed record Source
{
    /// <summary>As written in <c>sources:</c> and <c>[@…]</c>.</summary>
    public required Slug Id { get; init; }

    /// <summary>Title of the work.</summary>
    public required string Title { get; init; }

    /// <summary>Who wrote it; may be null.</summary>
    public string? Author { get; init; }

    /// <summary>Who published it and where; may be null.</summary>
    public string? Publisher { get; init; }

    /// <summary>Year or date as printed; may be null.</summary>
    public string? Year { get; init; }

    /// <summary>Address on the web; null for none.</summary>
    public string? Url { get; init; }

    /// <summary>The fact it is cited for; may be null.</summary>
    public string? Supports { get; init; }

    /// <summary>How near the authors came to the text itself: <c>primary</c>, <c>summary</c>, <c>secondary</c>; may be null.</summary>
    public string? Confidence { get; init; }

    /// <summary>Group in the list of sources; may be null.</summary>
    public string? Kind { get; init; }

    /// <summary>Licence of the work; may be null.</summary>
    public string? Licence { get; init; }

    /// <summary>Whether the fact may have changed and must be checked before relying on it.</summary>
    public bool MustBeVerified { get; init; }

    /// <summary>Whom the work concerns, such as a rule of one country. Where it does not hold, lists of sources leave the work out unless a text cites it.</summary>
    public Condition When { get; init; } = Condition.Always;

    /// <summary>Day on which the work was last looked at; null when unknown.</summary>
    public DateOnly? Reviewed { get; init; }

    /// <summary>Where it is declared.</summary>
    public required SourceSpan Span { get; init; }
}

/// <summary>A word explained.</summary>
public sealed record GlossaryEntry
{
    /// <summary>Its anchor on the glossary page.</summary>
    public required Slug Id { get; init; }

    /// <summary>The word.</summary>
    public required string Term { get; init; }

    /// <summary>One or two sentences.</summary>
    public required SlottedText Definition { get; init; }

    /// <summary>Other words for the same; may be empty.</summary>
    public ImmutableArray<string> Also { get; init; } = [];

    /// <summary>Whether the word's first use on a page leads here. False for a word that means other things as well.</summary>
    public bool IsMarked { get; init; } = true;

    /// <summary>Entries to look at.</summary>
    public ImmutableArray<Located<string>> See { get; init; } = [];

    /// <summary>Page that explains more; null for none.</summary>
    public Located<string>? Chapter { get; init; }

    /// <summary>Where it is written.</summary>
    public required SourceSpan Span { get; init; }
}

/// <summary>One page of a route.</summary>
/// <param name="Page">Id of a page, list or area.</param>
/// <param name="When">Whether the route leads there in an organization's edition.</param>
public sealed record RouteStep(Located<string> Page, Condition When);

/// <summary>A list of pages for one kind of reader.</summary>
public sealed record Route
{
    /// <summary>Its anchor on the home page.</summary>
    public required Slug Id { get; init; }

    /// <summary>In the reader's words.</summary>
    public required SlottedText Title { get; init; }

    /// <summary>One sentence; may be null.</summary>
    public SlottedText? Summary { get; init; }

    /// <summary>Roles it is for; may be empty.</summary>
    public ImmutableArray<Located<string>> Audience { get; init; } = [];

    /// <summary>Pages, lists and areas in reading order.</summary>
    public required ImmutableArray<RouteStep> Pages { get; init; }

    /// <summary>Whether the route is offered in an organization's edition.</summary>
    public Condition When { get; init; } = Condition.Always;

    /// <summary>Where it is written.</summary>
    public required SourceSpan Span { get; init; }
}
