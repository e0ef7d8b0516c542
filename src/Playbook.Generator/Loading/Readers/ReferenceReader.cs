namespace Playbooks.Loading;

/// <summary>Reads <c>terms.yml</c>, <c>sources.yml</c>, <c>glossary.yml</c> and <c>routes.yml</c>.</summary>
internal static class ReferenceReader
{
    /// <summary>Words that organizations may change, by id.</summary>
    public static ImmutableSortedDictionary<string, Term> ReadTerms(MappingReader map) => map.Map("terms", ReadTerm);

    /// <summary>The works that texts cite, as listed.</summary>
    public static ImmutableArray<Source> ReadSources(MappingReader map) => map.List("sources", static (node, context) =>
        MappingReader.Read(node, "a source", context, static fields => ReadSource(fields, fields.Optional("date", Values.Words))));

    /// <summary>The words explained, as listed.</summary>
    public static ImmutableArray<GlossaryEntry> ReadGlossary(MappingReader map) => map.List("terms", static (node, context) =>
        MappingReader.Read(node, "a glossary entry", context, static fields => new GlossaryEntry
        {
            Id = fields.Required("id", Values.Slug, default),
            Term = fields.Required("term", Values.Words, ""),
            Definition = fields.Required("definition", Values.Slotted, null!),
            Also = fields.List("also", Values.Words),
            IsMarked = fields.Optional("mark", Values.Truth, true) ?? true,
            See = fields.List("see", Values.Name),
            Chapter = fields.OptionalValue("chapter", Values.OptionalName),
            Span = fields.SpanOf("id"),
        }));

    /// <summary>The reading routes, as listed.</summary>
    public static ImmutableArray<Route> ReadRoutes(MappingReader map) => map.List("routes", static (node, context) =>
        MappingReader.Read(node, "a route", context, static fields => new Route
        {
            Id = fields.Required("id", Values.Slug, default),
            Title = fields.Required("title", Values.Slotted, null!),
            Summary = fields.Optional("summary", Values.Slotted),
            Audience = fields.List("audience", Values.Name),
            Pages = fields.List("pages", ReadStep),
            When = fields.Optional("when", Values.Condition, Condition.Always),
            Span = fields.SpanOf("id"),
        }));

    /// <summary>A page's id, or one with a condition: <c>{page: people/one, when: "small"}</c>.</summary>
    private static RouteStep? ReadStep(YamlNode node, ReadingContext context) => node is YamlMapping
        ? MappingReader.Read(node, "a step of a route", context, static fields => new RouteStep(
            fields.Required("page", Values.Name, default),
            fields.Optional("when", Values.Condition, Condition.Always)))
        : new RouteStep(Values.Name(node, context), Condition.Always);

    /// <summary>One term, of the playbook or a layer.</summary>
    public static Term? ReadTerm(YamlScalar key, YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, $"the term `{key.Value}`", context, map =>
        {
            _ = map.Optional("note", Values.Words);
            return new Term
            {
                One = map.Required("one", Values.Words, ""),
                Many = map.Required("many", Values.Words, ""),
                Article = map.Optional("article", Values.Words),
                PossessiveOne = map.Optional("possessive_one", Values.Words),
                PossessiveMany = map.Optional("possessive_many", Values.Words),
                Span = key.Span,
            };
        });

    private static string? WebAddress(YamlNode node, ReadingContext context)
    {
        if (Values.Words(node, context) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp))
        {
            return text;
        }

        context.Diagnostics.Add(DiagnosticCatalog.WrongValue(node.Span, text, "a web address", "start it with https://"));
        return null;
    }

    private static Source ReadSource(MappingReader fields, string? date) => new()
    {
        Id = fields.Required("id", Values.Slug, default),
        Title = fields.Required("title", Values.Words, ""),
        Author = fields.Optional("author", Values.Words),
        Publisher = fields.Optional("publisher", Values.Words),
        Year = fields.Optional("year", Values.Words) ?? date,
        Url = fields.Optional("url", WebAddress),
        Supports = fields.Optional("supports", Values.Words),
        Confidence = fields.Optional("confidence", Values.OneOf("primary", "summary", "secondary")),
        Kind = fields.Optional("kind", Values.Words),
        Licence = fields.Optional("licence", Values.Words),
        MustBeVerified = fields.Optional("verify", Values.Truth, false) ?? false,
        When = fields.Optional("when", Values.Condition, Condition.Always),
        Reviewed = fields.OptionalValue("reviewed", Values.Date),
        Span = fields.SpanOf("id"),
    };
}
