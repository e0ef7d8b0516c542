using Playbooks.Compiling;

namespace Playbooks.Loading;

/// <summary>Where a page lies, which decides what it is.</summary>
/// <param name="File">The file.</param>
/// <param name="Id">The page's id.</param>
/// <param name="Place">Area or section in which it is listed.</param>
/// <param name="Type">Type of pages in its folder; null where the front matter says it.</param>
internal sealed record PagePlace(InputPath File, PageId Id, Slug Place, ContentType? Type);

/// <summary>Reads a Markdown file: its front matter into a <see cref="ContentPage"/>, its text through the compiler.</summary>
internal static class PageReader
{
    private const int LongestDescription = 160;

    /// <summary>A page of the common text or one that a layer adds; null after an error that leaves nothing to work with.</summary>
    public static ContentPage? Read(SourceText source, PagePlace place, Playbook manifest, ReadingContext context) =>
        context.OfUnchanged(source, own => ReadChanged(source, place, manifest, own));

    private static ContentPage? ReadChanged(SourceText source, PagePlace place, Playbook manifest, ReadingContext context)
    {
        if (ReadFrontMatter(source, context) is not var (yaml, bodyOffset))
        {
            return null;
        }

        var page = MappingReader.Read(yaml, "a page", context, map => ReadMetadata(map, place, manifest, inherited: null));
        return page is null ? null : page with { Body = Compile(source, bodyOffset, manifest, allowOverrides: false, context) };
    }

    /// <summary>The front matter of a file and where its text begins; null after an error.</summary>
    public static (YamlMapping Yaml, int BodyOffset)? ReadFrontMatter(SourceText source, ReadingContext context)
    {
        if (FrontMatter.Split(source, context.Diagnostics) is { } split)
        {
            return YamlReader.ReadPart(source, split.YamlStart, split.YamlLength, context.Diagnostics) is { } yaml ? (yaml, split.BodyOffset) : null;
        }

        // Of a front matter that begins and never ends, the end is missed.
        if (source.Line(1).TrimEnd() is not "---")
        {
            context.Diagnostics.Add(DiagnosticCatalog.MissingFrontMatter(source.Span(0, 1)));
        }

        return null;
    }

    /// <summary>Compiles the text of a page.</summary>
    public static CompiledDocument Compile(SourceText source, int bodyOffset, Playbook manifest, bool allowOverrides, ReadingContext context) =>
        MarkdownCompiler.Compile(source, bodyOffset, new CompileOptions(manifest.Callouts, allowOverrides) { Glossary = context.Glossary }, context.Diagnostics);

    /// <summary>The front matter of a page.</summary>
    /// <param name="map">The front matter.</param>
    /// <param name="place">Where the page lies.</param>
    /// <param name="manifest">For the declared types.</param>
    /// <param name="inherited">The page that is replaced; its values stand where the front matter gives none. Null for a page of its own.</param>
    public static ContentPage ReadMetadata(MappingReader map, PagePlace place, Playbook manifest, ContentPage? inherited)
    {
        var type = ReadType(map, place, manifest, inherited);
        var name = Slug.TryParse(place.Id.Value.Split('/')[^1], out var last) ? last : default;
        CheckId(map, place, type, name);
        return new ContentPage
        {
            Id = place.Id,
            Type = type.Id,
            Kind = type.Kind,
            Name = name,
            Place = map.OptionalValue("area", static (node, context) => (Slug?)Values.Slug(node, context)) ?? place.Place,
            Title = (inherited is null ? map.Required("title", Values.Slotted, null!) : map.Optional("title", Values.Slotted) ?? inherited.Title),
            Description = map.Optional("description", ReadDescription) ?? inherited?.Description,
            Order = map.OptionalValue("order", Values.Integer) ?? inherited?.Order,
            Tier = map.Optional("tier", Values.Words) ?? inherited?.Tier,
            Audience = Inherit(map.OptionalList("audience", Values.Name), inherited?.Audience),
            ReadingMinutes = map.OptionalValue("reading_time", ReadMinutes) ?? inherited?.ReadingMinutes,
            Questions = Inherit(map.OptionalList("questions", Values.Name), inherited?.Questions),
            Checklist = Inherit(map.OptionalList("checklist", Values.Name), inherited?.Checklist),
            Plays = Inherit(map.OptionalList("plays", Values.Name), inherited?.Plays),
            Templates = Inherit(map.OptionalList("templates", Values.Name), inherited?.Templates),
            Related = Inherit(Concat(map.OptionalList("related", Values.Name), map.OptionalList("chapters", Values.Name)), inherited?.Related),
            Sources = Inherit(map.OptionalList("sources", Values.Name), inherited?.Sources),
            Keywords = Inherit(map.OptionalList("keywords", Values.Words), inherited?.Keywords),
            When = map.Optional("when", Values.Condition, inherited?.When ?? Condition.Always),
            Reviewed = map.OptionalValue("reviewed", LocatedDate) ?? inherited?.Reviewed,
            ReviewEvery = map.OptionalValue("review_every", Values.Duration) ?? inherited?.ReviewEvery,
            RedirectFrom = Inherit(map.OptionalList("redirect_from", OldAddress), inherited?.RedirectFrom),
            Formerly = Inherit(map.OptionalList("formerly", Values.Words), inherited?.Formerly),
            Generates = map.Optional("generates", Values.OneOf(["glossary", "sources", .. manifest.Types.Where(other => other.Kind != PageKind.Chapter).Select(other => other.Folder)])) ?? inherited?.Generates,
            IsSearchable = map.Optional("search", Values.Truth, inherited?.IsSearchable ?? true) ?? true,
            Play = type.Kind == PageKind.Play ? ReadPlay(map, inherited?.Play) : null,
            Template = type.Kind == PageKind.Template ? ReadTemplate(map, place, inherited?.Template) : null,
            Body = CompiledDocument.Empty,
            Span = map.Span,
        };
    }

    private static ContentType ReadType(MappingReader map, PagePlace place, Playbook manifest, ContentPage? inherited)
    {
        var declared = map.OptionalValue("type", Values.OptionalName);
        var named = declared is { } name ? manifest.Types.FirstOrDefault(type => type.Id.Value == name.Value) : null;
        if (declared is { } unknown && named is null)
        {
            var known = manifest.Types.Select(type => type.Id.Value).ToArray();
            map.Context.Diagnostics.Add(DiagnosticCatalog.NotOneOf(unknown.Span, unknown.Value, known, NearestName.Find(unknown.Value, known)));
        }

        return named ?? place.Type
            ?? manifest.Types.FirstOrDefault(type => type.Id == inherited?.Type)
            ?? manifest.Types.First(type => type.Kind == PageKind.Chapter);
    }

    private static void CheckId(MappingReader map, PagePlace place, ContentType type, Slug name)
    {
        var id = map.OptionalValue("id", Values.OptionalName);
        var expected = type.Kind == PageKind.Chapter ? place.Id.Value : name.Value;
        if (id is { } given && given.Value != expected && given.Value != place.Id.Value)
        {
            map.Context.Diagnostics.Add(DiagnosticCatalog.IdDoesNotFitPath(given.Span, given.Value, expected));
        }
    }

    private static PlayDetails ReadPlay(MappingReader map, PlayDetails? inherited) => new()
    {
        Goal = map.Optional("goal", Values.Slotted) ?? inherited?.Goal,
        WhenToUse = map.Optional("when_to_use", Values.Slotted) ?? inherited?.WhenToUse,
        Time = map.Optional("time", Values.Words) ?? inherited?.Time,
        People = map.Optional("people", Values.Slotted) ?? inherited?.People,
        Materials = Inherit(map.OptionalList("materials", Values.Slotted), inherited?.Materials),
        Outputs = Inherit(map.OptionalList("outputs", Values.Slotted), inherited?.Outputs),
        LeadsTo = Inherit(map.OptionalList("leads_to", Values.Name), inherited?.LeadsTo),
        IsRemote = map.Optional("remote", Values.Truth, inherited?.IsRemote ?? false) ?? false,
    };

    private static TemplateDetails ReadTemplate(MappingReader map, PagePlace place, TemplateDetails? inherited)
    {
        var folder = place.File.Folder;
        return new TemplateDetails
        {
            Formats = Inherit(map.OptionalList("format", Values.Words), inherited?.Formats),
            Files = Inherit(
                map.OptionalList("files", (node, context) => MappingReader.Read(node, "a file", context, fields => new TemplateFile(
                    fields.Required("file", (file, inner) => FileBeside(file, folder, inner), default),
                    fields.Required("title", Values.Words, "")))),
                inherited?.Files),
            Fields = Inherit(map.OptionalList("fields", Values.Slotted), inherited?.Fields),
            UsedIn = Inherit(map.OptionalList("used_in", Values.Name), inherited?.UsedIn),
            Example = map.Optional("example", Values.Slotted) ?? inherited?.Example,
        };
    }

    private static SlottedText? ReadDescription(YamlNode node, ReadingContext context)
    {
        var text = Values.Slotted(node, context);
        if (text is not null && text.Source.Length > LongestDescription && text.IsPlain)
        {
            context.Diagnostics.Add(DiagnosticCatalog.DescriptionTooLong(text.Span, text.Source.Length, LongestDescription));
        }

        return text;
    }

    private static int? ReadMinutes(YamlNode node, ReadingContext context) =>
        node is YamlScalar { Value: "auto" } ? null : Values.Integer(node, context);

    private static Located<DateOnly>? LocatedDate(YamlNode node, ReadingContext context) =>
        Values.Date(node, context) is { } date ? new Located<DateOnly>(date, node.Span) : null;

    private static Located<string> OldAddress(YamlNode node, ReadingContext context)
    {
        var name = Values.Name(node, context);
        var path = name.Value.Trim('/');
        if (path.Split('/').All(part => Slug.TryParse(part, out _)))
        {
            return name with { Value = path };
        }

        context.Diagnostics.Add(DiagnosticCatalog.WrongValue(node.Span, name.Value, "an address within the site", "write it like a page id, such as people/old-name"));
        return name;
    }

    private static Located<InputPath> FileBeside(YamlNode node, string folder, ReadingContext context)
    {
        var name = Values.Name(node, context);
        return new(new InputPath($"{folder}/{name.Value}"), name.Span);
    }

    private static ImmutableArray<T> Inherit<T>(ImmutableArray<T> given, ImmutableArray<T>? inherited) =>
        given.IsDefault ? inherited ?? [] : given;

    private static ImmutableArray<T> Concat<T>(ImmutableArray<T> first, ImmutableArray<T> second) =>
        first.IsDefault ? second : second.IsDefault ? first : [.. first, .. second];
}
