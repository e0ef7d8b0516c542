namespace Playbooks.Composing;

/// <summary>Composes written pages: overrides of layers, conditions, values.</summary>
internal sealed class PageComposer(EditionFacts facts, EditionValues values, IReadOnlyList<Layer> layers)
{
    private readonly FragmentComposer _fragments = new(facts, values);

    /// <summary>The page as it reads in the edition, whether or not it is in it.</summary>
    public EditionPage Compose(ContentPage page, Origin origin)
    {
        var changes = layers.SelectMany(layer => layer.Overrides.Where(change => change.Page == page.Id).Select(change => (layer.Id, change))).ToArray();
        var sections = page.Body.Sections.Select(section => new LayeredSection(section, origin)).ToImmutableArray();
        foreach (var (layer, change) in changes)
        {
            sections = SectionOverrides.Apply(sections, change, layer);
            page = change.Replacement ?? page;
            origin = change.Replacement is null ? origin : new Origin(layer, false, null);
        }

        var texts = WithoutEmptied([.. sections.Where(section => section.Section.Conditions.All(facts.Holds)).Select(Compose)]);
        return new EditionPage
        {
            Page = page,
            Place = page.Place,
            Title = values.Fill(page.Title),
            Description = values.FillOptional(page.Description),
            Sections = texts,
            Origin = origin,
            WordCount = texts.Sum(text => text.Compiled.WordCount),
            Files = [.. changes.Select(each => each.change.Span.Path).Prepend(page.Span.Path).Distinct().OrderBy(file => file.Value, StringComparer.Ordinal)],
            Audience = [.. page.Audience.Select(role => values.Role(role.Value).Title).Distinct()],
            Play = page.Play is not { } play ? null : new EditionPlay(
                values.FillOptional(play.Goal), values.FillOptional(play.WhenToUse), values.FillOptional(play.People),
                values.Fill(play.Materials), values.Fill(play.Outputs)),
            TemplateFields = values.Fill(page.Template?.Fields ?? []),
            TemplateExample = values.FillOptional(page.Template?.Example),
        };
    }

    /// <summary>Leaves out headings below which conditions left nothing: a heading alone promises what is not there.</summary>
    private static ImmutableArray<EditionSectionText> WithoutEmptied(ImmutableArray<EditionSectionText> sections)
    {
        var kept = new Stack<EditionSectionText>();
        foreach (var section in sections.Reverse())
        {
            var isEmptied = section.Body.Utf8.IsEmpty && !section.Compiled.Body.Utf8.IsEmpty;
            var hasChildren = kept.TryPeek(out var next) && next.Level > section.Level;
            if (!isEmptied || hasChildren)
            {
                kept.Push(section);
            }
        }

        return [.. kept];
    }

    private EditionSectionText Compose(LayeredSection section) => new()
    {
        Id = section.Section.Id,
        Level = section.Section.Level,
        Title = values.Fill(section.Section.Title),
        Heading = _fragments.Compose(section.Section.Heading),
        Body = _fragments.Compose(section.Section.Body),
        Origin = section.Origin,
        Compiled = section.Section,
    };
}
