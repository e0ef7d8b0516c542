namespace Playbooks.Model;

/// <summary>
/// The playbook composed for one organization: values are put in, conditions are decided, overrides are applied. What was
/// left out is not here, so no writer can publish it; only its title and the reason are kept, for readers who look for it.
/// </summary>
public sealed record Edition
{
    /// <summary>Id of the edition with the playbook's own defaults.</summary>
    public const string CommonId = "common";

    /// <summary>Id of the organization, or <see cref="CommonId"/>.</summary>
    public required Slug Id { get; init; }

    /// <summary>Id of the playbook.</summary>
    public required Slug PlaybookId { get; init; }

    /// <summary>The playbook's title.</summary>
    public required string Title { get; init; }

    /// <summary>The playbook's subtitle; may be null.</summary>
    public string? Subtitle { get; init; }

    /// <summary>The playbook's description; may be null.</summary>
    public string? Description { get; init; }

    /// <summary>The content's version.</summary>
    public required string Version { get; init; }

    /// <summary>Language, texts of the interface and formats.</summary>
    public required Locale Locale { get; init; }

    /// <summary>The organization's name; the playbook's title in the common edition.</summary>
    public required string Name { get; init; }

    /// <summary>The organization's short name; the playbook's title in the common edition.</summary>
    public required string ShortName { get; init; }

    /// <summary>The playbook's own words for things, by the id of the thing.</summary>
    public required ImmutableSortedDictionary<string, Words> Labels { get; init; }

    /// <summary>Types of written pages.</summary>
    public required ImmutableArray<ContentType> Types { get; init; }

    /// <summary>Areas of this edition, in its own order.</summary>
    public required ImmutableArray<EditionArea> Areas { get; init; }

    /// <summary>Items of the programme itself; null when there are none.</summary>
    public EditionArea? Programme { get; init; }

    /// <summary>Sections, in order.</summary>
    public required ImmutableArray<EditionSection> Sections { get; init; }

    /// <summary>Pages of this edition, by id.</summary>
    public required ImmutableSortedDictionary<PageId, EditionPage> Pages { get; init; }

    /// <summary>First day of the programme; null without dates.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>The days on which people work; without an organization Monday to Friday.</summary>
    public WorkCalendar Calendar { get; init; } = WorkCalendar.Usual;

    /// <summary>Phases with their dates.</summary>
    public required ImmutableArray<EditionPhase> Phases { get; init; }

    /// <summary>Gates with their dates.</summary>
    public required ImmutableArray<EditionGate> Gates { get; init; }

    /// <summary>The assessment; null when the playbook has none or none of its items applies.</summary>
    public Assessment? Assessment { get; init; }

    /// <summary>Sentences that say how to read the results.</summary>
    public ImmutableArray<string> HowToRead { get; init; } = [];

    /// <summary>Says that this is no validated test; may be null.</summary>
    public string? NotATest { get; init; }

    /// <summary>Labels the result of a single form; may be null.</summary>
    public string? OneView { get; init; }

    /// <summary>The organization's combined results, the oldest first.</summary>
    public ImmutableArray<AssessmentResult> Results { get; init; } = [];

    /// <summary>Statements of the pulse, as they read in this edition.</summary>
    public ImmutableArray<(Slug Id, string Text)> PulseStatements { get; init; } = [];

    /// <summary>All sources, by id.</summary>
    public required ImmutableSortedDictionary<string, Source> Sources { get; init; }

    /// <summary>Ids of the sources that something in this edition rests on.</summary>
    public required ImmutableHashSet<string> SourcesInUse { get; init; }

    /// <summary>Words explained, in the language's order.</summary>
    public required ImmutableArray<EditionGlossaryEntry> Glossary { get; init; }

    /// <summary>Words of which this edition uses one in the place of the other, such as the organization's for the common one.</summary>
    public ImmutableArray<ImmutableArray<string>> Vocabulary { get; init; } = [];

    /// <summary>Reading routes with what is left of them.</summary>
    public required ImmutableArray<EditionRoute> Routes { get; init; }

    /// <summary>What the organization has committed about items of the edition, by their present ids.</summary>
    public ImmutableSortedDictionary<string, SharedEntry> Progress { get; init; } = ImmutableSortedDictionary<string, SharedEntry>.Empty;

    /// <summary>What does not apply, with reasons.</summary>
    public required ImmutableArray<Absence> Absences { get; init; }

    /// <summary>Text of the home page.</summary>
    public required EditionHome Home { get; init; }

    /// <summary>Small print; may be null.</summary>
    public string? Footer { get; init; }

    /// <summary>What the playbook is not; may be null.</summary>
    public string? Disclaimer { get; init; }

    /// <summary>Address of the site's root with a closing slash; null when unknown.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>Whether search engines may list the site.</summary>
    public required bool IsIndexable { get; init; }

    /// <summary>Accent colour as <c>#rrggbb</c>; null for the theme's own.</summary>
    public string? Accent { get; init; }

    /// <summary>The logo; null for none.</summary>
    public InputPath? Logo { get; init; }

    /// <summary>Files that this edition refers to, by path.</summary>
    public required ImmutableSortedDictionary<string, Asset> Assets { get; init; }

    /// <summary>The word for a thing: the playbook's own, the type's label, or the language's.</summary>
    /// <param name="thing">The id of a type of pages, or what the interface calls it: <c>area</c>, <c>gate</c> …</param>
    public Words WordFor(string thing) =>
        Labels.GetValueOrDefault(thing)
        ?? Types.FirstOrDefault(type => type.Id.Value == thing)?.Label
        ?? new Words(Locale.Text($"words.{thing}.one"), Locale.Text($"words.{thing}.many"));

    /// <summary>Priorities, strongest first.</summary>
    public required ImmutableArray<ScaleEntry> Priorities { get; init; }

    /// <summary>Effort sizes, smallest first.</summary>
    public required ImmutableArray<ScaleEntry> Efforts { get; init; }

    /// <summary>What a reader can record when ticking an item.</summary>
    public required ImmutableArray<ScaleEntry> EvidenceKinds { get; init; }

    /// <summary>A priority by its id.</summary>
    public ScaleEntry Priority(string id) => Priorities.First(entry => entry.Id == id);

    /// <summary>An effort size by its id.</summary>
    public ScaleEntry Effort(string id) => Efforts.First(entry => entry.Id == id);

    /// <summary>A kind of evidence by its id.</summary>
    public ScaleEntry EvidenceKind(string id) => EvidenceKinds.First(entry => entry.Id == id);

    /// <summary>Areas in this edition's order with the programme last.</summary>
    public IEnumerable<EditionArea> AreasAndProgramme => Programme is null ? Areas : [.. Areas, Programme];

    /// <summary>A page by its id or by one of the files it was made from; null when it is not in the edition.</summary>
    public EditionPage? FindPage(string reference)
    {
        if (PageId.TryParse(reference, out var id) && Pages.TryGetValue(id, out var page))
        {
            return page;
        }

        return reference.EndsWith(".md", StringComparison.Ordinal)
            ? Pages.Values.FirstOrDefault(each => each.Files.Any(file => file.Value == reference))
            : null;
    }

    /// <summary>All items, in the order of their areas.</summary>
    public IEnumerable<EditionItem> Items => AreasAndProgramme.SelectMany(area => area.Items);

    /// <summary>All assessment items, in the order of their areas.</summary>
    public IEnumerable<EditionQuestion> Questions => AreasAndProgramme.SelectMany(area => area.Questions);
}

/// <summary>An area as it is in one edition.</summary>
public sealed record EditionArea
{
    /// <summary>The area as declared, for its id, folder, icon and colour.</summary>
    public required ChangeArea Area { get; init; }

    /// <summary>One sentence; may be null.</summary>
    public string? Summary { get; init; }

    /// <summary>The one question the area asks; may be null.</summary>
    public string? Question { get; init; }

    /// <summary>What working on the area is for; may be null.</summary>
    public string? Purpose { get; init; }

    /// <summary>Paragraphs that introduce the area.</summary>
    public ImmutableArray<string> Introduction { get; init; } = [];

    /// <summary>Questions to ask in the area.</summary>
    public ImmutableArray<string> Ask { get; init; } = [];

    /// <summary>Pages of the area in reading order: chapters first, then the other types.</summary>
    public ImmutableArray<PageId> Pages { get; init; } = [];

    /// <summary>Items that apply, as listed.</summary>
    public ImmutableArray<EditionItem> Items { get; init; } = [];

    /// <summary>Assessment items that apply, as listed.</summary>
    public ImmutableArray<EditionQuestion> Questions { get; init; } = [];
}

/// <summary>A section as it is in one edition.</summary>
/// <param name="Section">The section as declared.</param>
/// <param name="Summary">One sentence; may be null.</param>
/// <param name="Pages">Its pages in reading order.</param>
public sealed record EditionSection(PlaybookSection Section, string? Summary, ImmutableArray<PageId> Pages);

/// <summary>Where something in an edition comes from.</summary>
/// <param name="Layer">Id of the layer or organization; null for the common text.</param>
/// <param name="IsAdded">Whether the layer added it (or changed it).</param>
/// <param name="Reason">Why, in the words of the layer; may be null.</param>
public sealed record Origin(Slug? Layer, bool IsAdded, string? Reason)
{
    /// <summary>The common text.</summary>
    public static Origin Common { get; } = new(null, false, null);
}

/// <summary>A page as it is in one edition.</summary>
public sealed record EditionPage
{
    /// <summary>The page's metadata as declared, or as replaced.</summary>
    public required ContentPage Page { get; init; }

    /// <summary>Area or section in which it is listed.</summary>
    public required Slug Place { get; init; }

    /// <summary>Heading.</summary>
    public required string Title { get; init; }

    /// <summary>One sentence; may be null.</summary>
    public string? Description { get; init; }

    /// <summary>The text, section by section.</summary>
    public required ImmutableArray<EditionSectionText> Sections { get; init; }

    /// <summary>Where the page as a whole comes from.</summary>
    public required Origin Origin { get; init; }

    /// <summary>Words a reader reads.</summary>
    public required int WordCount { get; init; }

    /// <summary>Files the page was made from, ordinal.</summary>
    public required ImmutableArray<InputPath> Files { get; init; }

    /// <summary>Roles it is for, as titles.</summary>
    public ImmutableArray<string> Audience { get; init; } = [];

    /// <summary>What only a play has, as it reads in this edition; null for other kinds.</summary>
    public EditionPlay? Play { get; init; }

    /// <summary>What is filled in, for a template.</summary>
    public ImmutableArray<string> TemplateFields { get; init; } = [];

    /// <summary>How a filled-in template looks; may be null.</summary>
    public string? TemplateExample { get; init; }

    /// <summary>Minutes to read at 200 words a minute, at least one; the author's figure when given.</summary>
    public int Minutes => Page.ReadingMinutes ?? Math.Max(1, (int)Math.Round(WordCount / 200.0, MidpointRounding.AwayFromZero));
}

/// <summary>What only a play has, as it reads in one edition.</summary>
/// <param name="Goal">What the group reaches; may be null.</param>
/// <param name="WhenToUse">When to run it; may be null.</param>
/// <param name="People">Who takes part; may be null.</param>
/// <param name="Materials">What to bring.</param>
/// <param name="Outputs">What exists afterwards.</param>
public sealed record EditionPlay(string? Goal, string? WhenToUse, string? People, ImmutableArray<string> Materials, ImmutableArray<string> Outputs);

/// <summary>A section of a page as it reads in one edition. Its fragments hold no conditions and no values any more, only links and citations.</summary>
public sealed record EditionSectionText
{
    /// <summary>Anchor; null for text without a heading of its own.</summary>
    public required string? Id { get; init; }

    /// <summary>2 to 6; 0 for text before the first heading.</summary>
    public required int Level { get; init; }

    /// <summary>The heading's words; empty without a heading.</summary>
    public required string Title { get; init; }

    /// <summary>The heading element.</summary>
    public required Fragment Heading { get; init; }

    /// <summary>The text below it.</summary>
    public required Fragment Body { get; init; }

    /// <summary>Where it comes from.</summary>
    public required Origin Origin { get; init; }

    /// <summary>The section as compiled, with the place of each block in its file.</summary>
    public required CompiledSection Compiled { get; init; }
}

/// <summary>A checklist item as it is in one edition.</summary>
public sealed record EditionItem
{
    /// <summary>The item as declared, for ids and references.</summary>
    public required ChecklistItem Item { get; init; }

    /// <summary>Area in which it is listed.</summary>
    public required Slug Area { get; init; }

    /// <summary>An instruction.</summary>
    public required string Title { get; init; }

    /// <summary>What goes wrong without it.</summary>
    public required string Why { get; init; }

    /// <summary>Short steps.</summary>
    public required ImmutableArray<string> Steps { get; init; }

    /// <summary>Observable facts.</summary>
    public required ImmutableArray<string> DoneWhen { get; init; }

    /// <summary>Page or area that explains it, with an optional section; null when that page is not in the edition.</summary>
    public required Located<string> How { get; init; }

    /// <summary>Id of the accountable role.</summary>
    public required Located<string> Owner { get; init; }

    /// <summary>Ids of roles to involve.</summary>
    public required ImmutableArray<Located<string>> With { get; init; }

    /// <summary>Who is accountable.</summary>
    public required EditionRole OwnerRole { get; init; }

    /// <summary>Who is involved.</summary>
    public required ImmutableArray<EditionRole> WithRoles { get; init; }

    /// <summary>Id of the phase.</summary>
    public required Located<string> Phase { get; init; }

    /// <summary>When it is due; null means by the end of its phase.</summary>
    public required Located<Due>? Due { get; init; }

    /// <summary>Days from the programme's start to the day it is due; with dates always a day on which people work.</summary>
    public required int DueDay { get; init; }

    /// <summary>The day it is due; null without dates.</summary>
    public required DateOnly? DueDate { get; init; }

    /// <summary>Id of the effort size.</summary>
    public required Located<string> Effort { get; init; }

    /// <summary>Id of the priority.</summary>
    public required Located<string> Priority { get; init; }

    /// <summary>Id of the gate; null for none.</summary>
    public required Located<string>? Gate { get; init; }

    /// <summary>A formal decision not to do it; null for none.</summary>
    public required Waiver? Waiver { get; init; }

    /// <summary>Where it comes from.</summary>
    public required Origin Origin { get; init; }
}

/// <summary>A role as it is held in one edition.</summary>
/// <param name="Id">The role.</param>
/// <param name="Title">Title of the holder in the organization.</param>
/// <param name="RoleTitle">The role's own title.</param>
/// <param name="Person">Name of the person, where the organization shows names; may be null.</param>
/// <param name="FallenBackFrom">The role that nobody holds, when this one stands in for it; null otherwise.</param>
public sealed record EditionRole(Slug Id, string Title, string RoleTitle, string? Person, Slug? FallenBackFrom);

/// <summary>An assessment item as it is in one edition.</summary>
public sealed record EditionQuestion
{
    /// <summary>The item as declared.</summary>
    public required AssessmentItem Item { get; init; }

    /// <summary>What is rated.</summary>
    public required string Statement { get; init; }

    /// <summary>A question that helps; may be null.</summary>
    public string? Ask { get; init; }

    /// <summary>What would show it; may be null.</summary>
    public string? EvidenceHint { get; init; }

    /// <summary>The described levels, from lowest to highest.</summary>
    public required ImmutableArray<(int Value, string Text)> Levels { get; init; }

    /// <summary>Level this organization needs.</summary>
    public required int Target { get; init; }

    /// <summary>Importance; null when the assessment has none.</summary>
    public required int? Importance { get; init; }
}

/// <summary>A phase with its dates.</summary>
/// <param name="Phase">The phase as declared.</param>
/// <param name="StartDay">Days from the programme's start to its first day.</param>
/// <param name="EndDay">Days from the programme's start to its last day; null for a phase without end.</param>
/// <param name="Start">First day; null without dates.</param>
/// <param name="End">Last day; null without dates or end.</param>
/// <param name="Summary">One sentence; may be null.</param>
public sealed record EditionPhase(Phase Phase, int StartDay, int? EndDay, DateOnly? Start, DateOnly? End, string? Summary);

/// <summary>A gate with its date.</summary>
/// <param name="Gate">The gate as declared.</param>
/// <param name="Date">The day it is passed; null without dates.</param>
/// <param name="Summary">One sentence; may be null.</param>
public sealed record EditionGate(Gate Gate, DateOnly? Date, string? Summary);

/// <summary>A word explained, as it reads in one edition.</summary>
/// <param name="Entry">The entry as declared.</param>
/// <param name="Definition">One or two sentences.</param>
public sealed record EditionGlossaryEntry(GlossaryEntry Entry, string Definition);

/// <summary>A reading route with what is left of it.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Title">In the reader's words.</param>
/// <param name="Summary">One sentence; may be null.</param>
/// <param name="Pages">Page ids, areas and lists that exist in the edition.</param>
public sealed record EditionRoute(Slug Id, string Title, string? Summary, ImmutableArray<string> Pages);

/// <summary>What kind of thing is not there.</summary>
public enum AbsenceKind
{
    /// <summary>A page.</summary>
    Page,

    /// <summary>A checklist item.</summary>
    Item,

    /// <summary>An assessment item.</summary>
    Question,

    /// <summary>An area.</summary>
    Area,
}

/// <summary>Something that is not in an edition, with the reason.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title in the common text.</param>
/// <param name="Reason">A sentence for readers.</param>
public sealed record Absence(AbsenceKind Kind, string Id, string Title, string Reason);

/// <summary>Text of the home page as it reads in one edition.</summary>
/// <param name="Lead">A minute's read; may be null.</param>
/// <param name="Purpose">Why the organization does this; may be null.</param>
/// <param name="Notices">Sentences shown first.</param>
public sealed record EditionHome(string? Lead, string? Purpose, ImmutableArray<string> Notices);
