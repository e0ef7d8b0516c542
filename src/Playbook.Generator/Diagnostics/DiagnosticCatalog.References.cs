namespace Playbooks.Diagnostics;

/// <content>References from one thing to another.</content>
public static partial class DiagnosticCatalog
{
    /// <summary>PB0101: there is no such area.</summary>
    public static Diagnostic UnknownArea(SourceSpan span, string name, string? nearest) =>
        Error("PB0101", $"there is no change area `{name}`", span, DidYouMean(nearest));

    /// <summary>PB0102: there is no such page, item or list.</summary>
    public static Diagnostic UnknownTarget(SourceSpan span, string kind, string name, string? nearest) =>
        Error("PB0102", $"there is no {kind} `{name}`", span, DidYouMean(nearest));

    /// <summary>PB0103: there is no such role.</summary>
    public static Diagnostic UnknownRole(SourceSpan span, string name, string? nearest) =>
        Error("PB0103", $"there is no role `{name}`", span, DidYouMean(nearest));

    /// <summary>PB0104: there is no such phase or gate.</summary>
    public static Diagnostic UnknownPhase(SourceSpan span, string kind, string name, string? nearest) =>
        Error("PB0104", $"there is no {kind} `{name}`", span, DidYouMean(nearest));

    /// <summary>PB0105: there is no such source.</summary>
    public static Diagnostic UnknownSource(SourceSpan span, string name, string? nearest) =>
        Error("PB0105", $"there is no source `{name}`", span, nearest is null ? "add it to sources.yml" : DidYouMean(nearest));

    /// <summary>PB0106: a page has no section of that id.</summary>
    public static Diagnostic UnknownAnchor(SourceSpan span, string page, string anchor, string? nearest) =>
        Error("PB0106", $"the page `{page}` has no section `{anchor}`", span, DidYouMean(nearest));

    /// <summary>PB0107: there is no such fact.</summary>
    public static Diagnostic UnknownFact(SourceSpan span, string name, string? nearest) =>
        Error("PB0107", $"the playbook declares no fact `{name}`", span, DidYouMean(nearest));

    /// <summary>PB0108: there is no such term.</summary>
    public static Diagnostic UnknownTerm(SourceSpan span, string name, string? nearest) =>
        Error("PB0108", $"there is no term `{name}`", span, DidYouMean(nearest));

    /// <summary>PB0109: there is no such file.</summary>
    public static Diagnostic UnknownFile(SourceSpan span, string name, string? nearest) =>
        Error("PB0109", $"there is no file `{name}`", span, DidYouMean(nearest));

    /// <summary>PB0110: there is no such priority, effort, evidence or other declared value.</summary>
    public static Diagnostic UnknownStep(SourceSpan span, string kind, string name, IEnumerable<string> known, string? nearest) =>
        Error("PB0110", $"there is no {kind} `{name}`", span, DidYouMean(nearest) ?? $"there are {OneOf(known)}");

    /// <summary>PB0111: there is no such shared layer.</summary>
    public static Diagnostic UnknownLayer(SourceSpan span, string name, string? nearest) =>
        Error("PB0111", $"there is no layer `{name}`", span, DidYouMean(nearest));

    /// <summary>PB0112: a slot names something that is not there.</summary>
    public static Diagnostic UnknownSlot(SourceSpan span, string slot, string? nearest) =>
        Error("PB0112", $"nothing is called `{slot}`", span, DidYouMean(nearest));

    /// <summary>PB0113: a word has no such form.</summary>
    public static Diagnostic UnknownForm(SourceSpan span, string form, IEnumerable<string> known) =>
        Error("PB0113", $"there is no form `{form}`", span, $"there are {OneOf(known)}");

    /// <summary>PB0114: a term is used with an article it does not declare.</summary>
    public static Diagnostic MissingArticle(SourceSpan span, string term, SourceSpan declaredAt) =>
        Error("PB0114", $"the term `{term}` has no article in {declaredAt}", span, "add `article:` to the term");

    /// <summary>PB0115: two pages have the same address.</summary>
    public static Diagnostic AddressClash(SourceSpan span, string address, string other) =>
        Error("PB0115", $"the address `{address}` is also that of {other}", span, "give one of them another id or folder");

    /// <summary>PB0501: items depend on each other in a circle.</summary>
    public static Diagnostic DependencyCycle(SourceSpan span, IEnumerable<string> cycle) =>
        Error("PB0501", $"these items wait for each other: {string.Join(" → ", cycle)}", span, "take one of the dependencies out");

    /// <summary>PB0502: an item is due before one it depends on.</summary>
    public static Diagnostic DueBeforeDependency(SourceSpan span, string item, int day, string dependency, int dependencyDay) =>
        Warning("PB0502", $"`{item}` is due on day {day}, before `{dependency}`, which is due on day {dependencyDay}", span);

    /// <summary>PB0503: an item depends on one of lower priority.</summary>
    public static Diagnostic DependsOnLowerPriority(SourceSpan span, string item, string priority, string dependency, string dependencyPriority) =>
        Error("PB0503", $"`{item}` is a {priority} but depends on `{dependency}`, which is only a {dependencyPriority}", span, $"make `{dependency}` a {priority} or take the dependency out");

    /// <summary>PB0504: an item with a gate is not of the highest priority.</summary>
    public static Diagnostic GateNeedsHighestPriority(SourceSpan span, string item, string highest) =>
        Error("PB0504", $"`{item}` stands before a gate but is not a {highest}", span, $"write `priority: {highest}` or take the gate out");

    /// <summary>PB0505: an item has too many or no signs that it is done.</summary>
    public static Diagnostic DoneWhenCount(SourceSpan span, string item, int count) =>
        Error("PB0505", $"`{item}` has {count} signs of being done, but needs one to four", span);

    /// <summary>PB0506: an item's title is too long.</summary>
    public static Diagnostic ItemTitleTooLong(SourceSpan span, int length, int limit) =>
        Error("PB0506", $"this title has {length} characters, more than {limit}", span, "say what to do; say how in the steps");

    /// <summary>PB0507: an id does not start with its area's prefix.</summary>
    public static Diagnostic WrongPrefix(SourceSpan span, string id, string prefix) =>
        Error("PB0507", $"`{id}` does not start with `{prefix}-`, the prefix of its area", span);

    /// <summary>PB0508: a retired id is used again.</summary>
    public static Diagnostic RetiredIdUsed(SourceSpan span, string id, SourceSpan retiredAt) =>
        Error("PB0508", $"the id `{id}` was retired in {retiredAt} and is never used again", span, "give the item a new id");

    /// <summary>PB0509: an assessment item does not describe the levels of the scale.</summary>
    public static Diagnostic WrongLevels(SourceSpan span, string item, IEnumerable<int> expected) =>
        Error("PB0509", $"`{item}` must describe exactly the levels {string.Join(", ", expected)}", span);

    /// <summary>PB0510: a number lies outside its scale.</summary>
    public static Diagnostic OutOfScale(SourceSpan span, string what, int value, int minimum, int maximum) =>
        Error("PB0510", $"{what} is {value}, but the scale goes from {minimum} to {maximum}", span);

    /// <summary>PB0511: assessment items without an assessment.</summary>
    public static Diagnostic NoAssessment(SourceSpan span) =>
        Error("PB0511", "there are assessment items but no assessment.yml", span);

    /// <summary>PB0512: a phase without length is not the last.</summary>
    public static Diagnostic EndlessPhase(SourceSpan span, string phase) =>
        Error("PB0512", $"the phase `{phase}` has no length, and only the last phase can go on for ever", span, "add `length:`, such as 4w");

    /// <summary>PB0513: an area has items but none that must be done.</summary>
    public static Diagnostic AreaWithoutMust(SourceSpan span, string area, string highest) =>
        Warning("PB0513", $"no item of `{area}` is a {highest}", span);

    /// <summary>PB0514: roles fall back to each other in a circle.</summary>
    public static Diagnostic RoleCycle(SourceSpan span, IEnumerable<string> cycle) =>
        Error("PB0514", $"these roles fall back to each other: {string.Join(" → ", cycle)}", span);

    /// <summary>PB0515: an item is due before one it depends on can be finished.</summary>
    public static Diagnostic DueBeforeDependencyFinished(SourceSpan span, string item, string due, string dependency, string finish) =>
        Warning("PB0515", $"`{item}` is due on {due}, but `{dependency}`, on which it depends, cannot be finished before {finish}", span, $"give `{item}` more time, or `{dependency}` less effort");

    /// <summary>PB0516: an item is due after the gate it stands before.</summary>
    public static Diagnostic DueAfterGate(SourceSpan span, string item, string due, string gate, string date) =>
        Warning("PB0516", $"`{item}` is due on {due}, after the gate `{gate}` on {date}", span, "make it due earlier, put it into a later phase, or take the gate out");

    /// <summary>PB0517: an effort takes no time or more than a plan can hold.</summary>
    public static Diagnostic EffortOutOfRange(SourceSpan span, int days, int most) =>
        Error("PB0517", string.Create(CultureInfo.InvariantCulture, $"an effort of {days} working days cannot be planned"), span, string.Create(CultureInfo.InvariantCulture, $"write a number from 1 to {most}"));

    /// <summary>PB0601: an override at a path where the common text has no page.</summary>
    public static Diagnostic OverrideWithoutBase(SourceSpan span, string path, string? nearest) =>
        Error("PB0601", $"the common text has no page `{path}` to override", span, nearest is null ? "put pages of your own into `local/`" : DidYouMean(nearest));

    /// <summary>PB0602: an override of a section that is not there.</summary>
    public static Diagnostic OverrideOfUnknownSection(SourceSpan span, string page, string section, string? nearest) =>
        Error("PB0602", $"the page `{page}` has no section `{section}` to override", span, DidYouMean(nearest));

    /// <summary>PB0603: the base text of an override has changed.</summary>
    public static Diagnostic BaseChanged(SourceSpan span, string section, string current) =>
        Warning("PB0603", $"the common text of `{section}` has changed since this override was written", span, $"compare the two, then write `base: {current}`");

    /// <summary>PB0604: an override does not say which text it was written against.</summary>
    public static Diagnostic BaseMissing(SourceSpan span, string section, string current) =>
        Warning("PB0604", $"this override of `{section}` does not say which common text it was written against", span, $"write `base: {current}`");

    /// <summary>PB0605: a patch weakens a gate without a formal decision.</summary>
    public static Diagnostic GateWeakened(SourceSpan span, string item) =>
        Error("PB0605", $"this takes `{item}` out of the way of its gate", span, "say who decided, why and until when with `waive: {by, reason, until}`");

    /// <summary>PB0606: a value is given for a fact that is computed.</summary>
    public static Diagnostic FactIsDerived(SourceSpan span, string fact) =>
        Error("PB0606", $"`{fact}` is computed from other facts and cannot be given", span, "delete the line");

    /// <summary>PB0607: a colour has too little contrast.</summary>
    public static Diagnostic LowContrast(SourceSpan span, string colour, double contrast, double minimum) =>
        Error("PB0607", string.Create(CultureInfo.InvariantCulture, $"`{colour}` has a contrast of {contrast:0.0} to 1 on white, less than {minimum:0.0}"), span, "choose a darker colour");

    /// <summary>PB0608: a range of days ends before it starts.</summary>
    public static Diagnostic EndBeforeStart(SourceSpan span) =>
        Error("PB0608", "the end lies before the start", span);

    /// <summary>PB0609: a banned word on a page.</summary>
    public static Diagnostic BannedWordUsed(SourceSpan span, string word, string? instead) =>
        Error("PB0609", $"`{word}` is a banned word in this edition", span, instead is null ? null : $"write `{instead}`");

    /// <summary>PB0610: an added item has no id of its own.</summary>
    public static Diagnostic AddedItemPrefix(SourceSpan span, string id) =>
        Error("PB0610", $"the added item `{id}` must not take an id of the common text", span, "start the id with `X-`");

    /// <summary>PB0611: a file that changes one section holds blocks that change others.</summary>
    public static Diagnostic OverrideModeWithoutParts(SourceSpan span) =>
        Error("PB0611", "this block changes a section, but the file as a whole already changes one", span, "write `override: {mode: sections}` and put every change into a block");

    /// <summary>PB0612: a holiday is no day and no range of days.</summary>
    public static Diagnostic InvalidHoliday(SourceSpan span, string text) =>
        Error("PB0612", $"`{text}` is not a day or a range of days", span, "write 2027-12-25, or first and last day as 2027-12-24/2028-01-01");

    /// <summary>PB0901: a description is longer than search results show.</summary>
    public static Diagnostic DescriptionTooLong(SourceSpan span, int length, int limit) =>
        Error("PB0901", $"this description has {length} characters, more than the {limit} that are shown", span);

    /// <summary>PB0902: a page's review is overdue.</summary>
    public static Diagnostic ReviewOverdue(SourceSpan span, string due) =>
        Warning("PB0902", $"this page was due for review on {due}", span, "check it and write the date of today");

    /// <summary>PB0903: a fixed heading is missing, or not in its place.</summary>
    public static Diagnostic FixedHeading(SourceSpan span, string type, string heading, string problem) =>
        Error("PB0903", $"a {type} needs the heading `{heading}`, which {problem}", span);

    /// <summary>PB0904: a page has none of the front matter its type requires.</summary>
    public static Diagnostic MissingForType(SourceSpan span, string key, string type) =>
        Error("PB0904", $"a {type} needs the key `{key}`", span);

    /// <summary>PB0905: a page is much longer or shorter than can be read in one go.</summary>
    public static Diagnostic ReadingLength(SourceSpan span, int words, int minimum, int maximum) =>
        Warning("PB0905", $"this page has {words} words; readers stay with {minimum} to {maximum}", span);

    /// <summary>PB0906: a page is in no list of its area.</summary>
    public static Diagnostic NotListed(SourceSpan span, string page) =>
        Error("PB0906", $"the list of chapters does not name `{page}`", span, "add it where readers should meet it");

    /// <summary>PB0907: no word of a section leads to it, nor the title of its page with its heading.</summary>
    public static Diagnostic NobodyFinds(SourceSpan span, string heading) =>
        Warning("PB0907", $"no word of the section `{heading}` leads to it: each stands in many others", span, "name in its heading or text what only this section is about");

    /// <summary>PB0908: two pages of an edition have the same title.</summary>
    public static Diagnostic DuplicateTitle(SourceSpan span, string title, string other) =>
        Warning("PB0908", $"the page `{other}` has the title `{title}` as well, and readers cannot tell them apart in results", span);
}
