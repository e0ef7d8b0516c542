using Playbooks.Scoring;

namespace Playbooks.Rendering;

/// <summary>Views of an organization's committed result. It is complete without a script.</summary>
internal sealed class SharedResultViews(Edition edition, SiteMap map, PageViews pages, ItemViews items)
{
    private readonly Dictionary<string, EditionQuestion> _questions = edition.Questions.ToDictionary(question => question.Item.Id.Value, StringComparer.Ordinal);

    /// <summary>The latest result, with what changed since the one before.</summary>
    public View Latest(Assessment assessment, AssessmentResult latest)
    {
        var spec = ScoringSpec.Of(edition, assessment);
        var combined = StoredResult.Read(latest, edition);
        var answers = combined.ToAnswers(spec);
        var report = AssessmentScorer.Score(spec, answers);
        string[] first = [.. report.Opportunities.Take(AssessmentScorer.TopCount).Select(each => each.Id)];
        View[] differing = [.. Differing(combined, spec).Select(item => Entry(item.Id, answers, Levels(item, spec)))];
        return new View("shared")
        {
            { "date", pages.Day(latest.Date) },
            { "respondents", combined.Respondents.IsEmpty ? null : string.Join(", ", combined.Respondents.Select(size => edition.Locale.Text("result.group_size", GroupName(size.Group), size.Count.ToString(CultureInfo.InvariantCulture)))) },
            { "fix_first", report.FixFirst.Select(id => Entry(id, answers)) },
            { "areas", report.Areas.Select(area => Area(area, spec)) },
            { "opportunities", first.Select(id => Entry(id, answers)) },
            { "depends_on_importance", report.DependsOnImportance },
            { "differ", differing.Take(AssessmentScorer.TopCount) },
            { "differ_more", differing.Skip(AssessmentScorer.TopCount) },
            { "unknown", combined.Items.Where(item => item.IsWidelyUnknown).Select(item => Entry(item.Id, answers, edition.Locale.Plural("result.unknown_count", item.Unknown))) },
            { "strengths", report.Strengths.Take(AssessmentScorer.TopCount).Select(id => Entry(id, answers)) },
            { "pulse_title", assessment.Pulse?.Title },
            { "pulse", latest.Pulse.Select(mean => new View("mean")
                {
                    { "label", assessment.Pulse?.Factors.FirstOrDefault(factor => factor.Id == mean.Factor.Value)?.Label ?? mean.Factor.Value }, { "mean", Number(mean.Mean, spec) },
                }) },
            { "changes", Changes(latest, spec, answers) },
            { "next", Next([.. report.FixFirst, .. first]) },
        };
    }

    private View Area(AreaScore score, ScoringSpec spec)
    {
        var area = edition.AreasAndProgramme.First(each => each.Area.Id.Value == score.Id).Area;
        return new View("area")
        {
            { "id", score.Id },
            { "title", area.Title },
            { "url", map.Find(score.Id)?.Url },
            { "score", score.Score is { } value ? Score(value, spec) : null },
            { "band", score.Band?.Label },
            { "why_not", score.Score is null ? edition.Locale.Text(score.Coverage is null ? "result.excluded" : "result.too_few") : null },
            { "target", score.Target is { } target ? Number(target, spec) : "–" },
            { "coverage", score.Coverage is { } coverage ? AssessmentViews.Percent(coverage, edition) : "–" },
            { "line", score.Score is { } level ? LevelLine.View(spec, level, score.Target) : null },
        };
    }

    private View Entry(string id, IReadOnlyDictionary<string, ItemAnswer> answers, string? facts = null)
    {
        var question = _questions[id];
        var tasks = question.Item.Checklist.Select(task => items.Find(task.Value)).OfType<EditionItem>().ToArray();
        return new View("entry")
        {
            { "id", id },
            { "statement", question.Statement },
            { "url", map.Find(id)!.Url },
            { "now", Sentence(question, answers.GetValueOrDefault(id)) },
            { "needed", question.Levels.FirstOrDefault(level => level.Value == question.Target).Text },
            { "facts", facts },
            { "area", AreaOf(question).Title },
            { "area_id", AreaOf(question).Id.Value },
            { "owner", tasks.FirstOrDefault()?.OwnerRole.Title },
            { "read", pages.Links(question.Item.Chapters) },
            { "run", pages.Links(question.Item.Plays, pages.FolderOf(PageKind.Play)) },
            { "tasks", items.Short(question.Item.Checklist) },
        };
    }

    private ChangeArea AreaOf(EditionQuestion question) => edition.AreasAndProgramme.First(area => area.Questions.Contains(question)).Area;

    /// <summary>A higher level includes the lower ones, so between two levels the lower one is reached.</summary>
    private static string? Sentence(EditionQuestion question, ItemAnswer answer) => answer.Kind != AnswerKind.Scored ? null
        : question.Levels.LastOrDefault(level => level.Value <= answer.Score) is { Text: { } text } ? text : question.Levels[0].Text;

    private static IEnumerable<CombinedItem> Differing(CombinedAnswers combined, ScoringSpec spec) => spec.Combining is not { } rules ? [] : combined.Items
        .Where(item => item.Difference >= rules.DifferAt || item.Spread > rules.AgreeAtOrBelow)
        .OrderByDescending(item => item.Difference).ThenByDescending(item => item.Spread ?? 0);

    private string Levels(CombinedItem item, ScoringSpec spec)
    {
        var parts = item.Groups.Select(group => edition.Locale.Text("result.group_level", GroupName(group.Group), Number(group.Level, spec))).ToList();
        if (item is { Low: { } low, High: { } high })
        {
            parts.Add(edition.Locale.Text("result.range", low.ToString(CultureInfo.InvariantCulture), high.ToString(CultureInfo.InvariantCulture)));
        }

        if (item.Spread is { } spread)
        {
            parts.Add(edition.Locale.Text("result.spread", Number(spread, spec)));
        }

        if (item.Consensus is { } consensus)
        {
            parts.Add(edition.Locale.Text("result.consensus", Number(consensus, spec)));
        }

        return string.Join(" · ", parts);
    }

    private View? Changes(AssessmentResult latest, ScoringSpec spec, IReadOnlyDictionary<string, ItemAnswer> answers)
    {
        var before = latest.Previous is { } named
            ? edition.Results.FirstOrDefault(other => $"results/{other.Span.Path.Name}" == named.Value)
            : edition.Results.LastOrDefault(other => other.Date < latest.Date);
        if (before is null)
        {
            return null;
        }

        var changes = StoredResult.Changes(latest, before, edition);
        return new View("changes")
        {
            { "since", edition.Locale.Date(before.Date) },
            { "text", changes is { } found ? edition.Locale.Plural("result.changes_text", found.Length) : edition.Locale.Text("result.changes_version") },
            { "entries", (changes ?? []).Select(change => Entry(change.Id, answers, edition.Locale.Text("result.change", Score(change.Now, spec), Score(change.Before, spec)))) },
        };
    }

    /// <summary>Checklist items of some statements, each once, the earliest first.</summary>
    private IEnumerable<View> Next(string[] statements) => statements.Distinct()
        .SelectMany(id => _questions[id].Item.Checklist).Select(task => items.Find(task.Value)).OfType<EditionItem>()
        .DistinctBy(item => item.Item.Id).OrderBy(item => item.DueDay).ThenBy(item => item.Item.Id.Value, StringComparer.Ordinal)
        .Select(item => new View("task")
        {
            { "title", item.Title }, { "url", map.Find(item.Item.Id.Value)!.Url }, { "due", items.DueText(item) ?? items.PhaseTitle(item) }, { "owner", item.OwnerRole.Title },
        });

    private string GroupName(string group) => group == CombinedAnswers.Others ? edition.Locale.Text("result.others") : group;

    /// <summary>Scores stand below each other, so all have the same decimals.</summary>
    private string Score(decimal score, ScoringSpec spec) => HalfUp.Round(score, spec.Scoring.Round).ToString($"F{spec.Scoring.Round}", edition.Locale.Culture);

    /// <summary>Whole numbers without decimals, others with as many as the assessment rounds to.</summary>
    private string Number(decimal value, ScoringSpec spec)
    {
        var rounded = HalfUp.Round(value, spec.Scoring.Round);
        return rounded == decimal.Truncate(rounded) && value == rounded
            ? rounded.ToString("0", edition.Locale.Culture)
            : rounded.ToString($"F{spec.Scoring.Round}", edition.Locale.Culture);
    }
}
