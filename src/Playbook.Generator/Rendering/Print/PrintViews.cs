namespace Playbooks.Rendering;

/// <summary>Views that only the print edition has.</summary>
internal sealed class PrintViews(Edition edition, SiteMap map, PrintPlan plan, IReadOnlyDictionary<string, int> citations)
{
    private readonly PageViews _pages = new(edition, map);

    /// <summary>What binds the parts: cover, contents, and the parts themselves.</summary>
    public View Book(PagePlan page)
    {
        var title = edition.ShortName == edition.Title ? edition.Title : $"{edition.Title} · {edition.ShortName}";
        var view = new View("print")
        {
            { "title", page.Title },
            { "document_title", title },
            { "contents", plan.Parts.Select((part, at) => (part, at)).Where(each => each.part is { Level: 1, Number: not null })
                .Select(each => Entry(each.part, plan.Parts.Skip(each.at + 1).TakeWhile(below => below.Level == 2))) },
        };
        view.AddHtml("parts", $"{Marks.Navigation}");
        view.AddHtml("shapes", $"{Marks.Shapes}");
        return view;
    }

    /// <summary>What the layout of any part reads.</summary>
    public View Part(PrintPart part)
    {
        var page = part.Page;
        var view = new View("part")
        {
            { "number", part.Number },
            { "title", page.Title },
            { "description", page.Description },
            { "area", page.Area?.Area.Id.Value },
            { "icon", page.Area?.Area.Icon?.Value },
            { "kind_label", page.Page is { } written ? _pages.LabelOf(written).One : null },
            { "above", page.Above is [.., var above] ? above.Title : null },
            { "origin", page.Page is { } own ? _pages.Origin(own.Origin) : null },
            { "notices", page.Path.Length == 0 ? edition.Home.Notices : [] },
            { "sources", page.Page is { } citing ? Sources(citing) : [] },
        };
        view.AddHtml("content", page.Page is { Sections.IsEmpty: false } ? $"{Marks.Content}" : null);
        return view;
    }

    /// <summary>How to work out scores by hand; null without an assessment.</summary>
    public View? Scoring()
    {
        if (edition.Assessment is not { } assessment)
        {
            return null;
        }

        var rules = assessment.Scoring;
        return new View("scoring")
        {
            { "decimals", rules.Round },
            { "coverage", ((int)(rules.MinimumCoverage * 100)).ToString(CultureInfo.InvariantCulture) },
            { "lowering", Labels(assessment, "missing") },
            { "ignored", Labels(assessment, "excluded") },
            { "opportunity", rules.Opportunity },
            { "gate_alert_at", rules.GateAlertAt.ToString(CultureInfo.InvariantCulture) },
            { "has_gates", edition.Questions.Any(question => question.Item.IsGate) },
            { "has_importance", assessment.Importance is not null && rules.Opportunity != "gap-only" },
            { "sheets", edition.AreasAndProgramme.Where(area => !area.Questions.IsEmpty).Select(Sheet) },
            { "factors", assessment.Pulse is { } pulse ? pulse.Factors.Select(factor => Factor(pulse, factor)) : [] },
        };
    }

    private View Entry(PrintPart part, IEnumerable<PrintPart> below) => new("entry")
    {
        { "number", part.Number },
        { "title", part.Page.Title },
        { "url", $"#{part.Anchor}" },
        { "area", part.Page.Area?.Area.Id.Value },
        { "kind", part.Page.Kind },
        { "kind_label", part.Page.Page is { } written && written.Page.Kind != PageKind.Chapter ? _pages.LabelOf(written).One : null },
        { "entries", below.Select(each => Entry(each, [])) },
    };

    /// <summary>The sources of a page by the numbers of the book.</summary>
    private IEnumerable<View> Sources(EditionPage page) => SourceViews.Numbers(page, edition).Keys
        .Where(citations.ContainsKey)
        .Select(id => (Id: id, Number: citations[id]))
        .OrderBy(source => source.Number)
        .Select(source => new View("source") { { "number", source.Number }, { "url", Marks.Url($"{map.Sources}#source-{source.Id}") } });

    private string? Labels(Assessment assessment, string countsAs)
    {
        var labels = assessment.ExtraAnswers.Where(answer => answer.CountsAs == countsAs).Select(answer => edition.Locale.Text("format.quote", answer.Label)).ToArray();
        return labels.Length == 0 ? null : edition.Locale.List(labels);
    }

    private static View Sheet(EditionArea area) => new("sheet")
    {
        { "title", area.Area.Title },
        { "rows", area.Questions.Select(question => new View("row")
            {
                { "id", question.Item.Id.Value },
                { "statement", question.Statement },
                { "url", Marks.Url($"{SiteMap.Assessment}#{question.Item.Id}") },
                { "weight", Number(question.Item.Weight) },
                { "importance", question.Importance?.ToString(CultureInfo.InvariantCulture) },
                { "target", question.Target },
                { "is_gate", question.Item.IsGate },
            }) },
        { "weight", Number(area.Questions.Sum(question => question.Item.Weight)) },
    };

    private static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private View Factor(Pulse pulse, ScaleEntry factor) => new("factor")
    {
        { "label", factor.Label ?? factor.Id },
        { "statements", edition.Locale.List([.. pulse.Statements.Select((statement, at) => (statement, Number: at + 1))
            .Where(each => each.statement.Factor.Value == factor.Id).Select(each => each.Number.ToString(CultureInfo.InvariantCulture))]) },
    };
}
