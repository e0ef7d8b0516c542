using Playbooks.Scoring;

namespace Playbooks.Rendering;

/// <summary>Views of the assessment's form.</summary>
internal sealed class AssessmentViews(Edition edition, ListViews lists, PageViews pages, ItemViews items, AssessmentData data)
{
    /// <summary>The whole form.</summary>
    public View Form(Assessment assessment) => new View("assessment")
    {
        { "title", assessment.Title },
        { "how_to_read", edition.HowToRead },
        { "not_a_test", edition.NotATest },
        { "levels", assessment.Levels.Select(level => new View("level") { { "value", level.Value }, { "label", level.Label } }) },
        { "extra_answers", assessment.ExtraAnswers.Select(answer => new View("answer") { { "id", answer.Id.Value }, { "label", answer.Label } }) },
        { "groups", edition.AreasAndProgramme.Where(area => !area.Questions.IsEmpty).Select(area => new View("group")
            {
                { "area", lists.Card(area) },
                { "items", area.Questions.Select(question => Question(question, assessment)) },
                { "weight", area.Questions.Sum(question => question.Item.Weight).ToString(edition.Locale.Culture) },
            }) },
        { "pulse", Pulse(assessment) },
        { "bands", Bands(assessment, edition) },
        { "key", Key(assessment, edition) },
        { "people", assessment.Combining?.Groups ?? [] },
        { "results_url", Marks.Url(SiteMap.Results) },
        { "count", edition.Questions.Count() },
    }.WithHtml("data", data.ForForm());

    /// <summary>The names of ranges of scores.</summary>
    public static IEnumerable<View> Bands(Assessment assessment, Edition edition) => assessment.Bands.Select(band => new View("band")
    {
        { "from", band.From.ToString("0.0", edition.Locale.Culture) }, { "label", band.Label }, { "meaning", band.Meaning },
    });

    /// <summary>What one must know to work out scores by hand.</summary>
    public static View Key(Assessment assessment, Edition edition) => new("key")
    {
        { "decimals", assessment.Scoring.Round.ToString(CultureInfo.InvariantCulture) },
        { "coverage", Percent(assessment.Scoring.MinimumCoverage, edition) },
        { "gate_alert", assessment.Scoring.GateAlertAt.ToString(CultureInfo.InvariantCulture) },
        { "has_gates", edition.Questions.Any(question => question.Item.IsGate) },
        { "has_importance", assessment.Importance is not null },
        { "opportunity", edition.Locale.Text(assessment.Scoring.Opportunity switch
            {
                "importance-plus-gap" => "assessment.by_hand_plus",
                "importance-times-gap" when assessment.Importance is not null => "assessment.by_hand_times",
                _ => "assessment.by_hand_gap",
            }) },
    };

    /// <summary>A share from 0 to 1 in the language's form.</summary>
    public static string Percent(decimal share, Edition edition) =>
        edition.Locale.Text("result.percent", Math.Round(share * 100, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture));

    private View Question(EditionQuestion question, Assessment assessment) => new("question")
    {
        { "id", question.Item.Id.Value },
        { "anchor", question.Item.Id.Value },
        { "statement", question.Statement },
        { "ask", question.Ask },
        { "evidence_hint", question.EvidenceHint },
        { "levels", question.Levels.Select(level => new View("level")
            {
                { "value", level.Value },
                { "label", assessment.Levels.FirstOrDefault(each => each.Value == level.Value)?.Label },
                { "text", level.Text },
            }) },
        { "weight", question.Item.Weight.ToString(CultureInfo.InvariantCulture) },
        { "importance", question.Importance?.ToString(CultureInfo.InvariantCulture) },
        { "target", question.Target },
        { "is_gate", question.Item.IsGate },
        { "chapters", pages.Links(question.Item.Chapters) },
        { "items", items.Short(question.Item.Checklist) },
    };

    private View? Pulse(Assessment assessment) => assessment.Pulse is not { } pulse ? null : new View("pulse")
    {
        { "title", pulse.Title },
        { "statements", edition.PulseStatements.Select(statement => new View("statement") { { "id", statement.Id.Value }, { "text", statement.Text } }) },
        { "scale", Enumerable.Range(1, PulseMeans.Steps).Select(step => step.ToString(CultureInfo.InvariantCulture)) },
    };
}
