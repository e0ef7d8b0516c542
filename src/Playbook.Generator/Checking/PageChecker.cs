namespace Playbooks.Checking;

/// <summary>Checks that pages have the shape their type asks for, and that each is in its area's list.</summary>
internal static class PageChecker
{
    public static void Check(Playbook playbook, DiagnosticBag diagnostics)
    {
        var layers = playbook.Layers.Concat(playbook.Organizations.Select(organization => organization.Own));
        foreach (var page in playbook.Pages.Concat(layers.SelectMany(layer => layer.AddedPages)))
        {
            var type = playbook.Types.First(each => each.Id == page.Type);
            CheckHeadings(page, type, diagnostics);
            CheckRequired(page, type, diagnostics);
        }

        foreach (var area in playbook.Areas)
        {
            CheckOrder(playbook, area.Id, area.ChapterOrder, diagnostics);
        }

        foreach (var section in playbook.Sections)
        {
            CheckOrder(playbook, section.Id, section.ChapterOrder, diagnostics);
        }
    }

    private static void CheckHeadings(ContentPage page, ContentType type, DiagnosticBag diagnostics)
    {
        var written = page.Body.Sections.Where(section => section.Level == 2 && section.Id is not null).Select(section => section.Id!).ToList();
        var last = -1;
        foreach (var heading in type.Headings)
        {
            var at = written.IndexOf(heading.Id);
            if (at < 0 && !heading.IsOptional)
            {
                diagnostics.Add(DiagnosticCatalog.FixedHeading(page.Span, type.Id.Value, heading.Title, $"is missing: write `## {heading.Title} {{#{heading.Id}}}`"));
            }
            else if (at >= 0 && at < last)
            {
                var section = page.Body.Sections.First(each => each.Id == heading.Id);
                diagnostics.Add(DiagnosticCatalog.FixedHeading(section.Span, type.Id.Value, heading.Title, "stands in another place than in other pages"));
            }

            last = Math.Max(last, at);
        }
    }

    private static void CheckRequired(ContentPage page, ContentType type, DiagnosticBag diagnostics)
    {
        foreach (var key in type.Required.Where(key => !Has(page, key)))
        {
            diagnostics.Add(DiagnosticCatalog.MissingForType(page.Span, key, type.Id.Value));
        }
    }

    private static bool Has(ContentPage page, string key) => key switch
    {
        "description" => page.Description is not null,
        "tier" => page.Tier is not null,
        "audience" => !page.Audience.IsEmpty,
        "questions" => !page.Questions.IsEmpty,
        "checklist" => !page.Checklist.IsEmpty,
        "sources" => !page.Sources.IsEmpty,
        "reviewed" => page.Reviewed is not null,
        "goal" => page.Play?.Goal is not null,
        "time" => page.Play?.Time is not null,
        "format" => page.Template is { Formats.IsEmpty: false },
        _ => true,
    };

    /// <summary>A list must name pages that exist; where there is a list, every chapter is in it.</summary>
    private static void CheckOrder(Playbook playbook, Slug place, ImmutableArray<Located<string>> order, DiagnosticBag diagnostics)
    {
        var chapters = playbook.Pages.Where(page => page.Place == place && page.Kind == PageKind.Chapter).ToArray();
        var (names, ordered) = (chapters.Select(page => page.Name.Value).ToHashSet(StringComparer.Ordinal), order.Select(name => name.Value).ToHashSet(StringComparer.Ordinal));
        foreach (var listed in order.Where(name => !names.Contains(name.Value)))
        {
            diagnostics.Add(DiagnosticCatalog.UnknownTarget(listed.Span, "page", listed.Value, NearestName.Find(listed.Value, chapters.Select(page => page.Name.Value))));
        }

        foreach (var page in chapters.Where(page => !order.IsEmpty && !ordered.Contains(page.Name.Value)))
        {
            diagnostics.Add(DiagnosticCatalog.NotListed(page.Span, page.Name.Value));
        }
    }
}
