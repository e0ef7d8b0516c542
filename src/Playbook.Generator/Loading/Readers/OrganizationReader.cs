namespace Playbooks.Loading;

/// <summary>Reads <c>organization.yml</c> and the <c>layer.yml</c> of a shared layer.</summary>
internal static class OrganizationReader
{
    /// <summary>An organization; its own layer has no overrides or pages yet.</summary>
    /// <param name="map">The file.</param>
    /// <param name="folder">Name of its folder.</param>
    /// <param name="manifest">For declared facts and the playbook's locale.</param>
    public static Organization Read(MappingReader map, Slug folder, Playbook manifest)
    {
        CheckId(map, folder);
        var name = map.Required("name", Values.Words, "");
        var areas = map.Optional("areas", ReadAreaSettings);
        var assessment = map.Optional("assessment", ReadAssessmentSettings);
        return new Organization
        {
            Id = folder,
            Name = name,
            ShortName = map.Optional("short_name", Values.Words) ?? name,
            LegalName = map.Optional("legal_name", Values.Words) ?? name,
            Locale = map.OptionalValue("locale", Values.OptionalName) ?? manifest.Locale,
            TimeZone = map.Optional("time_zone", Values.Words),
            WorkingDays = map.List("working_days", ReadDay) is { IsEmpty: false } days ? [.. days.OfType<DayOfWeek>()] : WorkCalendar.UsualWorkingDays,
            Holidays = [.. map.List("holidays", ReadHoliday).OfType<DateRange>()],
            ShowsPeople = map.Optional("people_visibility", Values.OneOf("names", "roles")) == "names",
            LayerIds = map.List("layers", Values.Name),
            Facts = ReadFacts(map, manifest),
            Roles = map.Map("roles", ReadHolder),
            Phases = map.Optional("phases", ReadPhases) ?? new PhaseSettings(),
            AreaOrder = areas?.Order ?? [],
            ExcludedAreas = areas?.Excluded ?? [],
            Brand = map.Optional("brand", (node, context) => ReadBrand(node, folder, context)) ?? new Brand(null, null),
            Targets = assessment?.Targets ?? [],
            Importance = assessment?.Importance ?? [],
            Home = map.Optional("home", ManifestReader.ReadHome) ?? new HomeText(null, null, []),
            Site = map.Optional("site", ManifestReader.ReadSite) ?? manifest.Site,
            BannedWords = map.List("banned_words", ReadBannedWord),
            Own = ReadLayer(map, folder),
            Span = map.SpanOf("name"),
        };
    }

    /// <summary>What a layer says of words, pages and items. <c>layer.yml</c> has no other keys than these.</summary>
    public static Layer ReadLayer(MappingReader map, Slug folder)
    {
        var content = map.Optional("content", ReadContent);
        return new Layer
        {
            Id = folder,
            Terms = map.Map("terms", ReferenceReader.ReadTerm),
            ExcludedPages = content?.Exclude ?? [],
            ItemPatches = [.. map.Map("items", ReadPatch).Values],
            Span = map.Span,
        };
    }

    private static void CheckId(MappingReader map, Slug folder)
    {
        if (map.OptionalValue("id", Values.OptionalName) is { } id && id.Value != folder.Value)
        {
            map.Context.Diagnostics.Add(DiagnosticCatalog.IdDoesNotFitPath(id.Span, id.Value, folder.Value));
        }
    }

    private static ImmutableSortedDictionary<string, Located<FactValue>> ReadFacts(MappingReader map, Playbook manifest) =>
        map.Optional("facts", (node, context) =>
        {
            var values = ImmutableSortedDictionary.CreateBuilder<string, Located<FactValue>>(StringComparer.Ordinal);
            foreach (var (key, value) in Values.Map(node, "`facts`", static (key, value, _) => (key, value), context).Values)
            {
                var fact = manifest.Facts.FirstOrDefault(each => each.Id.Value == key.Value);
                if (fact is null)
                {
                    context.Diagnostics.Add(DiagnosticCatalog.UnknownFact(key.Span, key.Value, NearestName.Find(key.Value, manifest.Facts.Select(each => each.Id.Value))));
                }
                else if (fact.Derived is not null)
                {
                    context.Diagnostics.Add(DiagnosticCatalog.FactIsDerived(key.Span, key.Value));
                }
                else if (FactReader.ReadValue(fact, value, context) is { } read)
                {
                    values[key.Value] = new(read, value.Span);
                }
            }

            return values.ToImmutable();
        }) ?? ImmutableSortedDictionary.Create<string, Located<FactValue>>(StringComparer.Ordinal);

    private static RoleHolder? ReadHolder(YamlScalar key, YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, $"the role `{key.Value}`", context, map => new RoleHolder
        {
            Title = map.Required("title", Values.Words, ""),
            InText = map.Optional("in_text", Values.Words),
            Person = map.Optional("person", Values.Words),
            External = map.Optional("external", Values.Words),
            IsMany = map.Optional("many", Values.Truth, false) ?? false,
            Span = key.Span,
        });

    private static PhaseSettings? ReadPhases(YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, "`phases`", context, static map => new PhaseSettings
        {
            Start = map.OptionalValue("start", Values.Date),
            ScaleFactor = map.Optional("scale_factor", ReadFactor, 1m) ?? 1m,
            Avoid = [.. map.List("avoid", ReadRange).OfType<DateRange>()],
            Explicit = map.Rest().Aggregate(
                ImmutableSortedDictionary.CreateBuilder<string, PhaseOverride>(StringComparer.Ordinal),
                (phases, entry) =>
                {
                    if (ReadPhase(entry.Key, entry.Value, map.Context) is { } phase)
                    {
                        phases[entry.Key.Value] = phase;
                    }

                    return phases;
                }).ToImmutable(),
        });

    private static PhaseOverride? ReadPhase(YamlScalar key, YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, $"the phase `{key.Value}`", context, map =>
        {
            var phase = new PhaseOverride(
                map.OptionalValue("start", Values.Date),
                map.OptionalValue("end", Values.Date),
                map.OptionalValue("length", Values.Duration),
                key.Span);
            if (phase is { Start: { } start, End: { } end } && end < start)
            {
                context.Diagnostics.Add(DiagnosticCatalog.EndBeforeStart(map.SpanOf("end")));
            }

            return phase;
        });

    private static decimal? ReadFactor(YamlNode node, ReadingContext context)
    {
        if (Values.Decimal(node, context) is not { } factor)
        {
            return null;
        }

        if (factor is >= 0.1m and <= 10m)
        {
            return factor;
        }

        context.Diagnostics.Add(DiagnosticCatalog.WrongValue(node.Span, ((YamlScalar)node).Value, "a factor from 0.1 to 10", null));
        return null;
    }

    private static DateRange? ReadRange(YamlNode node, ReadingContext context)
    {
        var name = Values.Name(node, context);
        var days = name.Value.Split('/');
        if (days.Length == 2
            && DateOnly.TryParseExact(days[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            && DateOnly.TryParseExact(days[1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last)
            && first <= last)
        {
            return new DateRange(first, last);
        }

        context.Diagnostics.Add(DiagnosticCatalog.WrongValue(node.Span, name.Value, "a range of days", "write first and last day, such as 2027-08-16/2027-09-10"));
        return null;
    }

    /// <summary>A day, or first and last day with a slash between them.</summary>
    private static DateRange? ReadHoliday(YamlNode node, ReadingContext context)
    {
        var name = Values.Name(node, context);
        var days = name.Value.Split('/');
        if (days.Length > 2 || Day(days[0]) is not { } first || Day(days[^1]) is not { } last)
        {
            context.Diagnostics.Add(DiagnosticCatalog.InvalidHoliday(node.Span, name.Value));
            return null;
        }

        if (last < first)
        {
            context.Diagnostics.Add(DiagnosticCatalog.EndBeforeStart(name.Span.Skip(days[0].Length + 1, days[1].Length)));
            return null;
        }

        return new DateRange(first, last);
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static AreaSettings? ReadAreaSettings(YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, "`areas`", context, static map =>
            new AreaSettings(map.List("order", Values.Name), map.List("exclude", (each, inner) => ReadExclusion(each, "area", inner))));

    private static ContentSettings? ReadContent(YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, "`content`", context, static map =>
        {
            // Pages below local/ are added because they lie there; the list is accepted as a table of contents.
            _ = map.List("add", Values.Name);
            return new ContentSettings(map.List("exclude", (each, inner) => ReadExclusion(each, "page", inner)));
        });

    private static Exclusion? ReadExclusion(YamlNode node, string what, ReadingContext context) =>
        MappingReader.Read(node, "an exclusion", context, map =>
            new Exclusion(map.Required(what, Values.Name, default), map.Required("reason", Values.Words, "")));

    private static Brand? ReadBrand(YamlNode node, Slug folder, ReadingContext context) =>
        MappingReader.Read(node, "`brand`", context, map => new Brand(
            map.OptionalValue("accent", Values.Colour),
            map.OptionalValue<Located<InputPath>>("logo", (logo, inner) => Values.OptionalName(logo, inner) is { } name
                ? new(new InputPath($"{PlaybookLoader.OrganizationsFolder}/{folder}/{name.Value}"), name.Span)
                : null)));

    private static AssessmentSettings? ReadAssessmentSettings(YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, "`assessment`", context, static map => new AssessmentSettings(
            [.. map.Map("targets", ReadItemNumber).Values.OfType<(Located<string>, int)>()],
            [.. map.Map("importance", ReadItemNumber).Values.OfType<(Located<string>, int)>()]));

    private static object? ReadItemNumber(YamlScalar key, YamlNode node, ReadingContext context) =>
        Values.Integer(node, context) is { } number ? (new Located<string>(key.Value, key.Span), number) : null;

    private static ItemPatch? ReadPatch(YamlScalar key, YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, "a change of an item", context, map => new ItemPatch(
            new Located<string>(key.Value, key.Span),
            AreaReader.ReadChange(map),
            map.Optional("waive", ReadWaiver),
            key.Span));

    private static Waiver? ReadWaiver(YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, "`waive`", context, static map => new Waiver(
            map.Required("by", Values.Words, ""),
            map.Required("reason", Values.Words, ""),
            map.OptionalValue("until", Values.Date),
            map.Span));

    private static BannedWord? ReadBannedWord(YamlNode node, ReadingContext context) => node is YamlScalar
        ? new BannedWord(Values.Name(node, context), null)
        : MappingReader.Read(node, "a banned word", context, static map =>
            new BannedWord(map.Required("word", Values.Name, default), map.Optional("instead", Values.Words)));

    private static DayOfWeek? ReadDay(YamlNode node, ReadingContext context)
    {
        string[] names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
        return Values.OneOf(names)(node, context) is { } name ? (DayOfWeek)Array.IndexOf(names, name) : null;
    }

    private sealed record AreaSettings(ImmutableArray<Located<string>> Order, ImmutableArray<Exclusion> Excluded);

    private sealed record ContentSettings(ImmutableArray<Exclusion> Exclude);

    private sealed record AssessmentSettings(ImmutableArray<(Located<string> Item, int Value)> Targets, ImmutableArray<(Located<string> Item, int Value)> Importance);
}
