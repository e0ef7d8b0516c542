namespace Playbooks.Rendering;

/// <summary>Views of the assessment's form.</summary>
internal sealed class AssessmentViews(Edition edition, ListViews lists, PageViews pages, ItemViews items)
{
    private const int PulseSteps = 5;

    /// <summary>The whole form.</summary>
    public View Form(Assessment assessment) => new("assessment")
    {
        { "title", assessment.Title },
        { "how_to_read", edition.HowToRead },
        { "not_a_test", edition.NotATest },
        { "levels", assessment.Levels.Select(level => new View("level") { { "value", level.Value }, { "label", level.Label } }) },
        { "extra_answers", assessment.ExtraAnswers.Select(answer => new View("answer") { { "id", answer.Id.Value }, { "label", answer.Label } }) },
        { "groups", edition.AreasAndProgramme.Where(area => !area.Questions.IsEmpty).Select(area => new View("group")
            {
                { "area", lists.Card(area) }, { "items", area.Questions.Select(question => Question(question, assessment)) },
            }) },
        { "pulse", Pulse(assessment) },
        { "bands", assessment.Bands.Select(band => new View("band")
            {
                { "from", band.From.ToString("0.0", edition.Locale.Culture) }, { "label", band.Label }, { "meaning", band.Meaning },
            }) },
        { "count", edition.Questions.Count() },
    };

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
        { "scale", Enumerable.Range(1, PulseSteps).Select(step => step.ToString(CultureInfo.InvariantCulture)) },
    };
}
