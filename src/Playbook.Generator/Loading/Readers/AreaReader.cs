namespace Playbooks.Loading;

/// <summary>Reads an area's own files: <c>area.yml</c>, <c>checklist.yml</c> and <c>assessment.yml</c>.</summary>
internal static class AreaReader
{
    /// <summary>Adds what <c>area.yml</c> says to an area of the manifest.</summary>
    public static ChangeArea ReadDescription(MappingReader map, ChangeArea area) => area with
    {
        Question = map.Optional("question", Values.Slotted),
        Purpose = map.Optional("purpose", Values.Slotted),
        Summary = map.Optional("summary", Values.Slotted) ?? area.Summary,
        Introduction = map.Optional("intro", Paragraphs, []),
        Ask = map.List("ask", Values.Slotted),
        ChapterOrder = map.List("chapters", Values.Name),
    };

    /// <summary>The items and retired ids of a <c>checklist.yml</c>.</summary>
    /// <param name="map">The file.</param>
    /// <param name="area">Area the file lies in; null when each item must name its own.</param>
    public static (ImmutableArray<ChecklistItem> Items, ImmutableArray<RetiredItem> Retired) ReadChecklist(MappingReader map, Slug? area)
    {
        var fallback = map.OptionalValue("area", Values.OptionalName) ?? (area is { } slug ? new Located<string>(slug.Value, map.Span) : null);
        return (map.List("items", (node, context) => ReadItem(node, fallback, context)), map.List("retired", ReadRetired));
    }

    /// <summary>The items of an <c>assessment.yml</c>.</summary>
    public static ImmutableArray<AssessmentItem> ReadAssessment(MappingReader map, Slug area)
    {
        var fallback = map.OptionalValue("area", Values.OptionalName) ?? new Located<string>(area.Value, map.Span);
        return map.List("items", (node, context) => ReadQuestion(node, fallback, context));
    }

    /// <summary>Fields of an item that variants and patches may change.</summary>
    public static ItemChange ReadChange(MappingReader map) => new()
    {
        Title = map.Optional("title", Values.Slotted),
        Why = map.Optional("why", Values.Slotted),
        Steps = map.OptionalList("steps", Values.Slotted),
        DoneWhen = map.OptionalList("done_when", Values.Slotted),
        Owner = map.OptionalValue("owner", Values.OptionalName),
        With = map.OptionalList("with", Values.Name),
        Due = map.OptionalValue("due", ReadDue),
        Phase = map.OptionalValue("phase", Values.OptionalName),
        Effort = map.OptionalValue("effort", Values.OptionalName),
        Priority = map.OptionalValue("priority", Values.OptionalName),
        Gate = map.OptionalValue("gate", Values.OptionalName),
        How = map.OptionalValue("how", Values.OptionalName),
    };

    private static ChecklistItem? ReadItem(YamlNode node, Located<string>? area, ReadingContext context) =>
        MappingReader.Read(node, "a checklist item", context, map => new ChecklistItem
        {
            Id = map.Required("id", Values.ItemId, default),
            Title = map.Required("title", Values.Slotted, null!),
            Area = map.OptionalValue("area", Values.OptionalName) ?? area ?? map.Required("area", Values.Name, default),
            Why = map.Required("why", Values.Slotted, null!),
            How = map.Required("how", Values.Name, default),
            Steps = map.List("steps", Values.Slotted),
            DoneWhen = map.Required("done_when", static (value, inner) => Values.List(value, "done_when", Values.Slotted, inner), []),
            Evidence = map.Required("evidence", Values.Name, default),
            Owner = map.Required("owner", Values.Name, default),
            With = map.List("with", Values.Name),
            Phase = map.Required("phase", Values.Name, default),
            Due = map.OptionalValue("due", ReadDue),
            Effort = map.Required("effort", Values.Name, default),
            Priority = map.Required("priority", Values.Name, default),
            Gate = map.OptionalValue("gate", Values.OptionalName),
            DependsOn = map.List("depends_on", Values.Name),
            When = map.Optional("when", Values.Condition, Condition.Always),
            Variants = map.List("variants", ReadVariant),
            RepeatEvery = map.OptionalValue("repeat", ReadRepeat),
            Templates = map.List("templates", Values.Name),
            Plays = map.List("plays", Values.Name),
            Questions = map.List("questions", Values.Name),
            Sources = map.List("sources", Values.Name),
            Tags = map.List("tags", Values.Words),
            Formerly = map.List("formerly", Values.ItemId),
            Since = map.Optional("since", Values.Words),
            Changed = map.OptionalValue("changed", Values.Date),
            Span = map.SpanOf("id"),
        });

    private static ItemVariant? ReadVariant(YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, "a variant", context, static map =>
            new ItemVariant(map.Required("when", Values.Condition, Condition.Always), ReadChange(map), map.Span));

    private static Located<Due>? ReadDue(YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, "`due`", context, static map => (object)new Located<Due>(
            new Due(
                map.Optional("from", DueFrom) ?? Due.PhaseStart,
                map.RequiredValue("offset", Values.Duration, default)),
            map.SpanOf("offset"))) as Located<Due>?;

    private static string? DueFrom(YamlNode node, ReadingContext context)
    {
        var text = Values.Words(node, context);
        return text?.StartsWith(Due.ItemPrefix, StringComparison.Ordinal) == true
            ? text
            : Values.OneOf(Due.PhaseStart, Due.PhaseEnd, Due.ProgrammeStart)(node, context);
    }

    private static Duration? ReadRepeat(YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, "`repeat`", context, static map => (object)map.RequiredValue("every", Values.Duration, default)) as Duration?;

    private static RetiredItem? ReadRetired(YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, "a retired item", context, static map => new RetiredItem(
            new Located<ItemId>(map.Required("id", Values.ItemId, default), map.SpanOf("id")),
            map.Optional("note", Values.Words),
            map.OptionalValue("replaced_by", Values.OptionalName)));

    private static AssessmentItem? ReadQuestion(YamlNode node, Located<string> area, ReadingContext context) =>
        MappingReader.Read(node, "an assessment item", context, map => new AssessmentItem
        {
            Id = map.Required("id", Values.ItemId, default),
            Area = map.OptionalValue("area", Values.OptionalName) ?? area,
            Statement = map.Required("statement", Values.Slotted, null!),
            Ask = map.Optional("ask", Values.Slotted),
            EvidenceHint = map.Optional("evidence_hint", Values.Slotted),
            Levels = map.Required("levels", ReadLevels, ImmutableSortedDictionary<int, SlottedText>.Empty),
            Weight = map.Optional("weight", Values.Decimal, 1m) ?? 1m,
            Importance = map.OptionalValue("importance", Values.Integer),
            Target = map.OptionalValue("target", Values.Integer),
            IsGate = map.Optional("gate", Values.Truth, false) ?? false,
            Groups = map.List("groups", Values.Name),
            Chapters = map.List("chapters", Values.Name),
            Checklist = map.List("checklist", Values.Name),
            Plays = map.List("plays", Values.Name),
            When = map.Optional("when", Values.Condition, Condition.Always),
            Formerly = map.List("formerly", Values.ItemId),
            Span = map.SpanOf("id"),
        });

    private static ImmutableSortedDictionary<int, SlottedText>? ReadLevels(YamlNode node, ReadingContext context)
    {
        var levels = ImmutableSortedDictionary.CreateBuilder<int, SlottedText>();
        foreach (var (key, value) in Values.Map(node, "`levels`", static (key, value, inner) => (key, value), context).Values)
        {
            if (Values.Integer(key, context) is { } number && Values.Slotted(value, context) is { } text)
            {
                levels[number] = text;
            }
        }

        return levels.ToImmutable();
    }

    /// <summary>One text with blank lines between its paragraphs, or a list of paragraphs.</summary>
    private static ImmutableArray<SlottedText> Paragraphs(YamlNode node, ReadingContext context)
    {
        if (node is YamlSequence)
        {
            return Values.List(node, "intro", Values.Slotted, context);
        }

        return Values.Words(node, context) is not { } text ? [] :
        [
            .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(paragraph => Values.Slotted(paragraph, node.Span, context)),
        ];
    }
}
