namespace Playbooks.Loading;

/// <summary>Reads the pages of a layer or organization: overrides at the path of what they change, additions below <c>local/</c>.</summary>
internal static class LayerReader
{
    /// <summary>First part of the ids of pages that a layer adds.</summary>
    public static readonly Slug LocalFolder = Slug.Of("local");

    /// <summary>Adds overrides, pages and items to a layer.</summary>
    /// <param name="layer">What its description says.</param>
    /// <param name="files">Its files.</param>
    /// <param name="manifest">The common text.</param>
    /// <param name="below">Layers it lies on, in order: a page that replaces theirs inherits from theirs. Shared layers do not know each other.</param>
    /// <param name="readText">Reads a file; null after an error.</param>
    /// <param name="context">Where problems go.</param>
    public static Layer ReadPages(
        Layer layer, LayerFiles files, Playbook manifest, IReadOnlyCollection<Layer> below, Func<InputPath, SourceText?> readText, ReadingContext context)
    {
        var overrides = ImmutableArray.CreateBuilder<PageOverride>();
        var added = ImmutableArray.CreateBuilder<ContentPage>();
        foreach (var file in files.Files.Where(file => file.Value.EndsWith(".md", StringComparison.Ordinal)))
        {
            var parts = file.Value[(files.Folder.Length + 1)..].Split('/');
            if (readText(file) is not { } source)
            {
                continue;
            }

            if (parts is ["local", _] && Slug.TryParse(file.Stem, out var name))
            {
                var place = new PagePlace(file, PageId.Of(LocalFolder, name), default, null);
                Add(added, ReadAdded(source, place, manifest, context));
            }
            else
            {
                Add(overrides, ReadOverride(source, parts, file, manifest, below, context));
            }
        }

        return layer with
        {
            Overrides = overrides.ToImmutable(),
            AddedPages = added.ToImmutable(),
            AddedItems = ReadItems(files, readText, context),
        };
    }

    private static ContentPage? ReadAdded(SourceText source, PagePlace place, Playbook manifest, ReadingContext context)
    {
        var page = PageReader.Read(source, place, manifest, context);
        if (page is not null && page.Place == default)
        {
            context.Diagnostics.Add(DiagnosticCatalog.MissingKey(page.Span, "area", "an added page"));
        }

        return page;
    }

    private static ImmutableArray<ChecklistItem> ReadItems(LayerFiles files, Func<InputPath, SourceText?> readText, ReadingContext context)
    {
        var file = new InputPath($"{files.Folder}/checklist.yml");
        return files.Files.Contains(file) && readText(file) is { } source && YamlReader.ReadFile(source, context.Diagnostics) is { } yaml
            ? MappingReader.Read(yaml, "the checklist", context, static map => AreaReader.ReadChecklist(map, area: null)).Items
            : [];
    }

    private static PageOverride? ReadOverride(
        SourceText source, string[] parts, InputPath file, Playbook manifest, IReadOnlyCollection<Layer> below, ReadingContext context)
    {
        var place = InputFiles.PlaceOf(parts, file, manifest);
        var page = place is null ? null : manifest.Pages.FirstOrDefault(each => each.Id == place.Id);
        if (place is null || page is null)
        {
            var known = manifest.Pages.Select(each => each.Span.Path.Value);
            context.Diagnostics.Add(DiagnosticCatalog.OverrideWithoutBase(source.Span(0, 1), string.Join('/', parts), NearestName.Find(string.Join('/', parts), known)));
            return null;
        }

        page = below.SelectMany(layer => layer.Overrides).Where(each => each.Page == page.Id).Select(each => each.Replacement).OfType<ContentPage>().LastOrDefault() ?? page;
        return PageReader.ReadFrontMatter(source, context) is var (yaml, bodyOffset)
            ? MappingReader.Read(yaml, "an override", context, map => ReadOverride(map, source, bodyOffset, place, page, manifest))
            : null;
    }

    private static PageOverride ReadOverride(MappingReader map, SourceText source, int bodyOffset, PagePlace place, ContentPage page, Playbook manifest)
    {
        var header = map.Required("override", ReadHeader, new OverrideHeader(null, "page", null));
        var reason = map.Optional("reason", Values.Words);
        var hasParts = header.Mode == "sections";
        // Only the text: what the front matter leaves out comes from the page below, which may have changed.
        var body = map.Context.OfUnchanged(source, own => PageReader.Compile(source, bodyOffset, manifest, allowOverrides: true, own))!;
        if (header.Mode == "page")
        {
            var replacement = PageReader.ReadMetadata(map, place, manifest, inherited: page) with { Body = body };
            return new PageOverride(page.Id, [Part(OverrideMode.Page, header, reason, body, map.Span)], replacement, map.Span);
        }

        var parts = hasParts ? body.Parts : [Part(Enum.Parse<OverrideMode>(header.Mode, ignoreCase: true), header, reason, body, map.Span)];
        if (!hasParts && header.Section is null)
        {
            map.Context.Diagnostics.Add(DiagnosticCatalog.MissingKey(map.SpanOf("override"), "section", "an override of a section"));
        }

        foreach (var stray in hasParts ? [] : body.Parts)
        {
            map.Context.Diagnostics.Add(DiagnosticCatalog.OverrideModeWithoutParts(stray.Span));
        }

        foreach (var hide in parts.Where(part => part.Mode == OverrideMode.Hide && part.Reason is null))
        {
            map.Context.Diagnostics.Add(DiagnosticCatalog.MissingKey(hide.Span, "reason", "an override that hides a section"));
        }

        return new PageOverride(page.Id, parts, null, map.Span);
    }

    private static OverridePart Part(OverrideMode mode, OverrideHeader header, string? reason, CompiledDocument body, SourceSpan span) => new()
    {
        Mode = mode,
        Section = header.Section,
        Base = header.Base,
        Reason = reason,
        Sections = mode == OverrideMode.Hide ? [] : body.Sections,
        Span = header.Section?.Span ?? span,
    };

    private static OverrideHeader? ReadHeader(YamlNode node, ReadingContext context) =>
        MappingReader.Read(node, "`override`", context, static map => new OverrideHeader(
            map.OptionalValue("section", Values.OptionalName),
            map.Required("mode", Values.OneOf("replace", "before", "after", "hide", "page", "sections"), "page"),
            map.OptionalValue("base", Values.OptionalName)));

    private static void Add<T>(ImmutableArray<T>.Builder list, T? item)
        where T : class
    {
        if (item is not null)
        {
            list.Add(item);
        }
    }

    private sealed record OverrideHeader(Located<string>? Section, string Mode, Located<string>? Base);
}
