namespace Playbooks.Loading;

/// <summary>Reads the playbook's <c>assessment.yml</c>: scale, scoring, combining and wording.</summary>
internal static class AssessmentReader
{
    /// <summary>The assessment without its items.</summary>
    public static Assessment Read(MappingReader map)
    {
        var scale = map.Required("scale", ReadScale, (Levels: [], Extra: []));
        scale = scale.Levels.IsDefault ? (Levels: [], Extra: []) : scale;
        var targets = map.Optional("targets", ReadTargets);
        var notices = map.Optional("notices", ReadNotices, (HowToRead: [], NotATest: null, OneView: null));
        map.Ignore("items");
        return new Assessment
        {
            Id = map.Required("id", Values.Slug, default),
            Title = map.Required("title", Values.Words, ""),
            Version = map.RequiredValue("version", Values.Integer, 1),
            Levels = scale.Levels,
            ExtraAnswers = scale.Extra,
            Importance = map.Optional("importance", ReadImportance),
            DefaultTarget = targets?.Default ?? scale.Levels.LastOrDefault()?.Value ?? 1,
            TargetsByFact = targets?.ByFact,
            Scoring = map.Optional("scoring", ReadScoring) ?? new ScoringRules("weighted-mean", 0.6m, 1, "gap-only", scale.Levels.FirstOrDefault()?.Value ?? 1),
            Bands = map.List("bands", ReadBand),
            Combining = map.Optional("combining", (node, context) => ReadCombining(node, scale.Levels.Length, context)),
            Pulse = map.Optional("pulse", ReadPulse),
            HowToRead = notices.HowToRead,
            NotATest = notices.NotATest,
            OneView = notices.OneView,
            Span = map.Span,
            ScoringSpan = map.SpanOf("scoring"),
            CombiningSpan = map.SpanOf("combining"),
            TargetsSpan = map.SpanOf("targets"),
        };
    }

    private static (ImmutableArray<AssessmentLevel> Levels, ImmutableArray<ExtraAnswer> Extra) ReadScale(YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, "`scale`", context, static map => (
            map.Required("levels", static (levels, inner) => Values.List(levels, "levels", ReadLevel, inner), []),
            map.List("extra_answers", ReadExtraAnswer)));

    private static AssessmentLevel? ReadLevel(YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, "a level", context, static map =>
            new AssessmentLevel(map.RequiredValue("value", Values.Integer, 0), map.Required("label", Values.Words, "")));

    private static ExtraAnswer? ReadExtraAnswer(YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, "an answer", context, static map => new ExtraAnswer(
            map.Required("id", Values.Slug, default),
            map.Required("label", Values.Words, ""),
            map.Required("counts_as", Values.OneOf("missing", "excluded"), "missing")));

    private static ImportanceScale? ReadImportance(YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, "`importance`", context, static map => new ImportanceScale(
            map.RequiredValue("min", Values.Integer, 1),
            map.RequiredValue("max", Values.Integer, 5),
            map.RequiredValue("default", Values.Integer, 3)));

    private static TargetRules? ReadTargets(YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, "`targets`", context, static map => new TargetRules(
            map.RequiredValue("default", Values.Integer, 1), map.Optional("by_fact", ReadFactTargets)));

    private static FactTargets? ReadFactTargets(YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, "`by_fact`", context, static map => new FactTargets(
            map.Required("fact", Values.Name, default),
            map.Map("levels", ReadLevelOfValue).ToImmutableSortedDictionary(each => each.Key, each => ((Located<string>, int))each.Value, StringComparer.Ordinal),
            map.OptionalValue("gates_at_least", Values.Integer)));

    private static object? ReadLevelOfValue(YamlScalar key, YamlNode node, ReadingContext context) =>
        Values.Integer(node, context) is { } level ? (new Located<string>(key.Value, key.Span), level) : null;

    private static ScoringRules? ReadScoring(YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, "`scoring`", context, static map => new ScoringRules(
            map.Required("method", Values.OneOf("weighted-mean"), "weighted-mean"),
            map.RequiredValue("minimum_coverage", Values.Decimal, 0.6m),
            map.RequiredValue("round", Values.Integer, 1),
            map.Required("opportunity", Values.OneOf("importance-times-gap", "importance-plus-gap", "gap-only"), "gap-only"),
            map.RequiredValue("gate_alert_at", Values.Integer, 1)));

    private static Band? ReadBand(YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, "a band", context, static map => new Band(
            map.RequiredValue("from", Values.Decimal, 0m),
            map.Required("label", Values.Words, ""),
            map.Optional("meaning", Values.Words)));

    private static CombiningRules? ReadCombining(YamlNode node, int levelCount, ReadingContext context) =>
        MappingReader.Read(node, "`combining`", context, map => new CombiningRules(
            map.List("groups", Values.Words),
            map.Required("method", Values.OneOf("equal-groups", "equal-people"), "equal-groups"),
            map.Required("group_summary", Values.OneOf("median", "mean"), "median"),
            map.RequiredValue("minimum_group", Values.Integer, 5),
            map.RequiredValue("differ_at", Values.Decimal, 1m),
            // Rule of thumb for agreement: number of options divided by six (Burke & Dunlap 2002).
            map.Optional("agreement", ReadAgreement) as decimal? ?? Math.Round(levelCount / 6m, 1)));

    private static object? ReadAgreement(YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, "`agreement`", context, static map =>
        {
            _ = map.Required("index", Values.OneOf("average-deviation"), "average-deviation");
            return (object)map.RequiredValue("agree_at_or_below", Values.Decimal, 0.8m);
        });

    private static Pulse? ReadPulse(YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, "`pulse`", context, static map => new Pulse(
            map.Required("title", Values.Words, ""),
            map.List("statements", ReadStatement),
            map.List("factors", static (factor, inner) => MappingReader.Read(factor, "a factor", inner, static fields => new ScaleEntry(
                fields.Required("id", Values.Words, ""), fields.Required("label", Values.Words, ""), fields.Optional("meaning", Values.Words))))));

    private static PulseStatement? ReadStatement(YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, "a statement", context, static map => new PulseStatement(
            map.Required("id", Values.Slug, default),
            map.Required("text", Values.Slotted, null!),
            map.Required("factor", Values.Name, default)));

    private static (ImmutableArray<SlottedText> HowToRead, SlottedText? NotATest, SlottedText? OneView) ReadNotices(YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, "`notices`", context, static map => (
            map.List("how_to_read", Values.Slotted),
            map.Optional("not_a_test", Values.Slotted),
            map.Optional("one_view", Values.Slotted)));

    private sealed record TargetRules(int Default, FactTargets? ByFact);
}
