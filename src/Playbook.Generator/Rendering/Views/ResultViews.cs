namespace Playbooks.Rendering;

/// <summary>Views of the page of results.</summary>
internal sealed class ResultViews(Edition edition, SiteMap map, PageViews pages, ItemViews items, AssessmentData data)
{
    /// <summary>The whole page.</summary>
    public View Page(Assessment assessment) => new View("results")
    {
        { "how_to_read", edition.HowToRead },
        { "not_a_test", edition.NotATest },
        { "form_url", Marks.Url(SiteMap.Assessment) },
        { "key_url", Marks.Url($"{SiteMap.Assessment}#_by-hand") },
        { "key", AssessmentViews.Key(assessment, edition) },
        { "combines", Combining(assessment) },
        { "bands", AssessmentViews.Bands(assessment, edition) },
        { "shared", edition.Results is [.., var latest] ? new SharedResultViews(edition, map, pages, items).Latest(assessment, latest) : null },
    }.WithHtml("data", data.ForResults());

    private string? Combining(Assessment assessment) => assessment.Combining is not { } rules ? null
        : rules.Method == "equal-people"
            ? edition.Locale.Text("result.method_combine_people", "", Number(rules.MinimumGroup))
            : edition.Locale.Text("result.method_combine", edition.Locale.Text($"result.method_{rules.GroupSummary}"), Number(rules.MinimumGroup));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
