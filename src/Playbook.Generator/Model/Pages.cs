namespace Playbooks.Model;

/// <summary>What a written page does for its reader. Types of the manifest are kinds under the playbook's own name.</summary>
public enum PageKind
{
    /// <summary>Explains.</summary>
    Chapter,

    /// <summary>A workshop or action that a group can run.</summary>
    Play,

    /// <summary>Something to fill in.</summary>
    Template,
}

/// <summary>A kind of page as the playbook names and shapes it.</summary>
public sealed record ContentType
{
    /// <summary>As written in <c>type:</c>.</summary>
    public required Slug Id { get; init; }

    /// <summary>What pages of the type do.</summary>
    public required PageKind Kind { get; init; }

    /// <summary>Folder below an area's or section's folder; empty for directly in it.</summary>
    public required string Folder { get; init; }

    /// <summary>As shown; null for the language's own word. <see cref="Edition.WordFor"/> knows both.</summary>
    public Words? Label { get; init; }

    /// <summary>What pages of the type are for, at the top of the list of them all; may be null.</summary>
    public string? Summary { get; init; }

    /// <summary>Headings that every page of the type has, in this order; may be empty.</summary>
    public ImmutableArray<FixedHeading> Headings { get; init; } = [];

    /// <summary>Keys of the front matter that pages of the type must have beside id and title.</summary>
    public ImmutableArray<string> Required { get; init; } = [];
}

/// <summary>A heading that every page of a type has.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Title">Its words.</param>
/// <param name="IsOptional">Whether a page may do without it.</param>
public sealed record FixedHeading(string Id, string Title, bool IsOptional);

/// <summary>A written page: chapter, play or template.</summary>
public sealed record ContentPage
{
    /// <summary>Stable for ever; also the page's address.</summary>
    public required PageId Id { get; init; }

    /// <summary>The type's id; decides layout and place.</summary>
    public required Slug Type { get; init; }

    /// <summary>What the page does.</summary>
    public required PageKind Kind { get; init; }

    /// <summary>The name by which plays and templates are referred to; for chapters the last part of the id.</summary>
    public required Slug Name { get; init; }

    /// <summary>Id of the area or section in which the page is listed.</summary>
    public required Slug Place { get; init; }

    /// <summary>Shown as heading and in lists. Never empty.</summary>
    public required SlottedText Title { get; init; }

    /// <summary>One sentence for cards, search results and link previews; at most 160 characters; may be null.</summary>
    public SlottedText? Description { get; init; }

    /// <summary>Place among the pages of the area when no list says it; smaller first.</summary>
    public int? Order { get; init; }

    /// <summary>Name of a group of pages that matters first or later, such as <c>core</c>; may be null.</summary>
    public string? Tier { get; init; }

    /// <summary>Roles the page is for; may be empty.</summary>
    public ImmutableArray<Located<string>> Audience { get; init; } = [];

    /// <summary>Minutes to read given by the author; null to count words.</summary>
    public int? ReadingMinutes { get; init; }

    /// <summary>Assessment items the page helps with.</summary>
    public ImmutableArray<Located<string>> Questions { get; init; } = [];

    /// <summary>Checklist items the page explains.</summary>
    public ImmutableArray<Located<string>> Checklist { get; init; } = [];

    /// <summary>Plays that go with it.</summary>
    public ImmutableArray<Located<string>> Plays { get; init; } = [];

    /// <summary>Templates that go with it.</summary>
    public ImmutableArray<Located<string>> Templates { get; init; } = [];

    /// <summary>Pages to read next.</summary>
    public ImmutableArray<Located<string>> Related { get; init; } = [];

    /// <summary>Sources it rests on, in the order they are numbered.</summary>
    public ImmutableArray<Located<string>> Sources { get; init; } = [];

    /// <summary>Words readers may search for.</summary>
    public ImmutableArray<string> Keywords { get; init; } = [];

    /// <summary>Whether the page exists in an organization's edition.</summary>
    public Condition When { get; init; } = Condition.Always;

    /// <summary>Day of the last review; null when never reviewed.</summary>
    public Located<DateOnly>? Reviewed { get; init; }

    /// <summary>How often it must be reviewed; null for never.</summary>
    public Duration? ReviewEvery { get; init; }

    /// <summary>Addresses the page had before, without slashes at either end.</summary>
    public ImmutableArray<Located<string>> RedirectFrom { get; init; } = [];

    /// <summary>Ids the page had before.</summary>
    public ImmutableArray<string> Formerly { get; init; } = [];

    /// <summary>List that is generated below the text: <c>glossary</c>, <c>templates</c>, <c>plays</c> or <c>sources</c>; null for none.</summary>
    public string? Generates { get; init; }

    /// <summary>Whether the page is found by search.</summary>
    public bool IsSearchable { get; init; } = true;

    /// <summary>What only a play has; null for other kinds.</summary>
    public PlayDetails? Play { get; init; }

    /// <summary>What only a template has; null for other kinds.</summary>
    public TemplateDetails? Template { get; init; }

    /// <summary>The compiled text.</summary>
    public required CompiledDocument Body { get; init; }

    /// <summary>Where the page is written.</summary>
    public required SourceSpan Span { get; init; }
}

/// <summary>What only a play has.</summary>
public sealed record PlayDetails
{
    /// <summary>What the group reaches; may be null.</summary>
    public SlottedText? Goal { get; init; }

    /// <summary>When to run it; may be null.</summary>
    public SlottedText? WhenToUse { get; init; }

    /// <summary>How long it takes, in words; may be null.</summary>
    public string? Time { get; init; }

    /// <summary>Who takes part; may be null.</summary>
    public SlottedText? People { get; init; }

    /// <summary>What to bring; a template's id becomes a link.</summary>
    public ImmutableArray<SlottedText> Materials { get; init; } = [];

    /// <summary>What exists afterwards.</summary>
    public ImmutableArray<SlottedText> Outputs { get; init; } = [];

    /// <summary>Checklist items it leads to.</summary>
    public ImmutableArray<Located<string>> LeadsTo { get; init; } = [];

    /// <summary>Whether it can be run over video.</summary>
    public bool IsRemote { get; init; }
}

/// <summary>What only a template has.</summary>
public sealed record TemplateDetails
{
    /// <summary>Formats it comes in, such as <c>md</c> and <c>csv</c>.</summary>
    public ImmutableArray<string> Formats { get; init; } = [];

    /// <summary>Files to download.</summary>
    public ImmutableArray<TemplateFile> Files { get; init; } = [];

    /// <summary>What is filled in.</summary>
    public ImmutableArray<SlottedText> Fields { get; init; } = [];

    /// <summary>Pages that use it.</summary>
    public ImmutableArray<Located<string>> UsedIn { get; init; } = [];

    /// <summary>How a filled-in one looks; may be null.</summary>
    public SlottedText? Example { get; init; }
}

/// <summary>A file to download with a template.</summary>
/// <param name="File">The file below the input folder.</param>
/// <param name="Title">As shown.</param>
public sealed record TemplateFile(Located<InputPath> File, string Title);
