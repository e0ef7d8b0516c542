namespace Playbooks.Loading;

/// <summary>Reads <c>playbook.yml</c>: what the playbook is called, which parts it has, and in which order.</summary>
internal static class ManifestReader
{
    // A playbook that declares no types, priorities or evidence still has them. Their words are the language's own
    // (locales/*.yml: words.*, priority.*, evidence.*).
    private static readonly ImmutableArray<ContentType> StandardTypes =
    [
        new() { Id = Slug.Of("chapter"), Kind = PageKind.Chapter, Folder = "" },
        new() { Id = Slug.Of("play"), Kind = PageKind.Play, Folder = "plays" },
        new() { Id = Slug.Of("template"), Kind = PageKind.Template, Folder = "templates" },
    ];

    private static readonly ImmutableArray<ScaleEntry> StandardPriorities = [new("must", null, null), new("should", null, null), new("could", null, null)];

    private static readonly ImmutableArray<ScaleEntry> StandardEfforts =
    [
        new("S", "S", null) { Days = 1 }, new("M", "M", null) { Days = 3 }, new("L", "L", null) { Days = 15 }, new("XL", "XL", null) { Days = 30 },
    ];

    // A year of working days: what takes longer is a programme and no item.
    private const int MostDays = 260;

    private static readonly ImmutableArray<ScaleEntry> StandardEvidence =
        [new("link", null, null), new("file", null, null), new("note", null, null), new("date", null, null), new("none", null, null)];

    /// <summary>The manifest with empty lists where other files fill them in.</summary>
    public static Playbook Read(MappingReader map)
    {
        var licence = map.Map("licence", static (_, node, context) => Values.Words(node, context));
        return new Playbook
        {
            Id = map.Required("id", Values.Slug, default),
            Span = map.Span,
            Title = map.Required("title", Values.Words, ""),
            Subtitle = map.Optional("subtitle", Values.Words),
            Description = map.Optional("description", Values.Words),
            Version = map.Required("version", Values.Words, ""),
            Locale = map.Required("locale", Values.Name, default),
            ContentLicence = licence.GetValueOrDefault("content"),
            TemplateLicence = licence.GetValueOrDefault("templates"),
            Labels = map.Map("labels", static (_, node, context) => ReadWords(node, context)),
            Variables = map.Map("variables", static (key, node, context) =>
                Values.Map(node, $"`{key.Value}`", static (_, value, inner) => Values.Words(value, inner), context)),
            Types = WithStandard(map.Map("types", ReadType)),
            Areas = map.Required("areas", (node, context) => Values.List(node, "areas", ReadArea, context), []),
            Sections = map.List("sections", ReadSection),
            Programme = map.Optional("programme", ReadProgramme),
            Phases = map.List("phases", ReadPhase),
            Gates = map.List("gates", ReadGate),
            Roles = map.List("roles", ReadRole),
            Priorities = OrStandard(map.List("priorities", ReadScaleEntry), StandardPriorities),
            Efforts = OrStandard(map.List("efforts", ReadEffort), StandardEfforts),
            EvidenceKinds = OrStandard(map.List("evidence", ReadScaleEntry), StandardEvidence),
            Callouts = map.List("callouts", ReadCallout),
            Home = map.Optional("home", ReadHome) ?? new HomeText(null, null, []),
            Site = map.Optional("site", ReadSite) ?? new SiteSettings { IsIndexable = true },
            Start = map.Optional("defaults", (node, context) =>
                MappingReader.Read(node, "`defaults`", context, static inner => inner.OptionalValue("start", Values.Date) as object)) as DateOnly?,
            Facts = [],
            Terms = ImmutableSortedDictionary<string, Term>.Empty,
            Sources = [],
            Glossary = [],
            Routes = [],
            Pages = [],
            Layers = [],
            Organizations = [],
        };
    }

    /// <summary>The text of the home page, of the playbook or an organization.</summary>
    public static HomeText? ReadHome(YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, "`home`", context, static map => new HomeText(
            map.Optional("lead", Values.Slotted),
            map.Optional("purpose", Values.Slotted),
            map.List("notices", Values.Slotted)));

    /// <summary>Where and how sites are published, for the playbook or an organization.</summary>
    public static SiteSettings? ReadSite(YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, "`site`", context, static map => new SiteSettings
        {
            BaseUrl = map.Optional("base_url", BaseUrl),
            IsIndexable = map.Optional("indexable", Values.Truth, true) ?? true,
            Footer = map.Optional("footer", Values.Slotted),
            Disclaimer = map.Optional("disclaimer", Values.Slotted),
        });

    /// <summary>An address of a site's root, <c>{edition}</c> standing for the edition's id; ends with a slash.</summary>
    public static string? BaseUrl(YamlNode node, ReadingContext context)
    {
        if (Values.Words(node, context) is not { } text)
        {
            return null;
        }

        if (SiteAddress.TryNormalize(text, out var address))
        {
            return address;
        }

        context.Diagnostics.Add(DiagnosticCatalog.WrongValue(node.Span, text, "the address of a site", "start it with https:// and leave out `?` and `#`"));
        return null;
    }

    /// <summary>A word in singular and plural.</summary>
    public static Words? ReadWords(YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, "a word", context, static map =>
            new Words(map.Required("one", Values.Words, ""), map.Required("many", Values.Words, "")));

    private static ContentType? ReadType(YamlScalar key, YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, $"the type `{key.Value}`", context, map =>
        {
            var standard = StandardTypes.FirstOrDefault(type => type.Id.Value == key.Value);
            var kind = map.Optional("kind", Values.OneOf("chapter", "play", "template"));
            if (kind is "play" or "template" && standard is null && !map.Has("folder"))
            {
                context.Diagnostics.Add(DiagnosticCatalog.MissingKey(map.Span, "folder", $"a type of {kind}s"));
            }

            return new ContentType
            {
                Id = Values.Slug(key, context),
                Kind = kind is null ? standard?.Kind ?? PageKind.Chapter : Enum.Parse<PageKind>(kind, ignoreCase: true),
                Folder = map.Optional("folder", static (folder, inner) => Values.Slug(folder, inner).Value) ?? standard?.Folder ?? "",
                Label = map.Optional("label", ReadWords) ?? (standard is null ? new Words(key.Value, key.Value) : null),
                Summary = map.Optional("summary", Values.Words),
                Headings = map.List("headings", static (heading, inner) => MappingReader.Read(heading, "a heading", inner, static fields =>
                    new FixedHeading(
                        fields.Required("id", Values.Words, ""),
                        fields.Required("title", Values.Words, ""),
                        fields.Optional("optional", Values.Truth, false) ?? false))),
                Required = map.List("required", Values.Words),
            };
        });

    private static ChangeArea? ReadArea(YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, "an area", context, static map =>
        {
            var id = map.Required("id", Values.Slug, default);
            return new ChangeArea
            {
                Id = id,
                Folder = map.Has("folder") ? map.Required("folder", Values.Slug, id) : id,
                Prefix = map.Required("prefix", Prefix, ""),
                Title = map.Required("title", Values.Words, ""),
                Summary = map.Optional("summary", Values.Slotted),
                Icon = map.OptionalValue("icon", Values.OptionalName),
                Colour = map.OptionalValue("colour", Values.Colour)?.Value,
                Span = map.SpanOf("id"),
            };
        });

    private static ChangeArea? ReadProgramme(YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, "the programme", context, static map => new ChangeArea
        {
            Id = PlaybookLoader.ProgrammeId,
            Folder = PlaybookLoader.ProgrammeId,
            Prefix = map.Required("prefix", Prefix, ""),
            Title = map.Required("title", Values.Words, ""),
            Summary = map.Optional("summary", Values.Slotted),
            Icon = map.OptionalValue("icon", Values.OptionalName),
            Span = map.Span,
        });

    private static PlaybookSection? ReadSection(YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, "a section", context, static map =>
        {
            var before = map.Optional("before", Values.OneOf("areas"));
            _ = map.Optional("after", Values.OneOf("areas"));
            return new PlaybookSection
            {
                Id = map.Required("id", Values.Slug, default),
                Title = map.Required("title", Values.Words, ""),
                Summary = map.Optional("summary", Values.Slotted),
                IsBeforeAreas = before is not null,
                ChapterOrder = map.List("chapters", Values.Name),
                Span = map.SpanOf("id"),
            };
        });

    private static Phase? ReadPhase(YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, "a phase", context, static map => new Phase(
            map.Required("id", Values.Slug, default),
            map.Required("title", Values.Words, ""),
            map.OptionalValue("length", Values.Duration),
            map.Optional("summary", Values.Slotted),
            map.SpanOf("id")));

    private static Gate? ReadGate(YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, "a gate", context, static map => new Gate(
            map.Required("id", Values.Slug, default),
            map.Required("title", Values.Words, ""),
            map.Required("at", EndOf, default),
            map.Optional("summary", Values.Slotted),
            map.SpanOf("id")));

    private static Located<string> EndOf(YamlNode node, ReadingContext context)
    {
        const string Prefix = "end-of:";
        var name = Values.Name(node, context);
        if (name.Value.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return new(name.Value[Prefix.Length..], name.Span.Skip(Prefix.Length, name.Value.Length - Prefix.Length));
        }

        context.Diagnostics.Add(DiagnosticCatalog.WrongValue(node.Span, name.Value, "a place for a gate", "write \"end-of:\" and the id of a phase"));
        return name;
    }

    private static Role? ReadRole(YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, "a role", context, static map => new Role
        {
            Id = map.Required("id", Values.Slug, default),
            Title = map.Required("title", Values.Words, ""),
            Summary = map.Optional("summary", Values.Slotted),
            FallsBackTo = map.OptionalValue("falls_back_to", Values.OptionalName),
            When = map.Optional("when", Values.Condition, Condition.Always),
            Span = map.SpanOf("id"),
        });

    private static ScaleEntry? ReadScaleEntry(YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, "an entry", context, static map => new ScaleEntry(
            map.Required("id", Values.Words, ""),
            map.Required("label", Values.Words, ""),
            map.Optional("meaning", Values.Words)));

    /// <summary>An effort size. One that says nothing of its days has those of the standard size with its id, else one.</summary>
    private static ScaleEntry? ReadEffort(YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, "an effort", context, static map =>
        {
            var id = map.Required("id", Values.Words, "");
            return new ScaleEntry(id, map.Required("label", Values.Words, ""), map.Optional("meaning", Values.Words))
            {
                Days = map.OptionalValue("days", ReadDays) ?? StandardEfforts.FirstOrDefault(size => size.Id == id)?.Days ?? 1,
            };
        });

    private static int? ReadDays(YamlNode node, ReadingContext context)
    {
        if (Values.Integer(node, context) is not { } days)
        {
            return null;
        }

        if (days is >= 1 and <= MostDays)
        {
            return days;
        }

        context.Diagnostics.Add(DiagnosticCatalog.EffortOutOfRange(node.Span, days, MostDays));
        return null;
    }

    private static CalloutKind? ReadCallout(YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, "a callout", context, static map => new CalloutKind(
            map.Required("id", Values.Slug, default),
            map.Required("label", Values.Words, ""),
            map.OptionalValue("icon", Values.OptionalName),
            map.List("requires", Values.Words),
            map.Optional("write_line", Values.Truth, false) ?? false));

    private static string? Prefix(YamlNode node, ReadingContext context)
    {
        var text = Values.Words(node, context);
        if (text is not null && !ItemId.TryParse($"{text}-1", out _))
        {
            context.Diagnostics.Add(DiagnosticCatalog.WrongValue(node.Span, text, "a prefix of item ids", "use capital letters and digits, such as ABC"));
        }

        return text;
    }

    private static ImmutableArray<ContentType> WithStandard(ImmutableSortedDictionary<string, ContentType> declared) =>
        [.. StandardTypes.Select(type => declared.GetValueOrDefault(type.Id.Value, type)),
         .. declared.Values.Where(type => StandardTypes.All(standard => standard.Id != type.Id))];

    private static ImmutableArray<ScaleEntry> OrStandard(ImmutableArray<ScaleEntry> declared, ImmutableArray<ScaleEntry> standard) =>
        declared.IsEmpty ? standard : declared;
}
