using Playbooks.Scoring;

namespace Playbooks.Checking;

/// <summary>Checks that combined results fit the assessment and show no group that is too small.</summary>
internal static class ResultChecker
{
    public static void Check(Playbook playbook, DiagnosticBag diagnostics)
    {
        foreach (var organization in playbook.Organizations)
        {
            foreach (var result in organization.Results)
            {
                CheckFile(result, organization, diagnostics);
                if (playbook.Assessment is { } assessment)
                {
                    CheckContent(result, assessment, playbook, diagnostics);
                }
                else
                {
                    diagnostics.Add(DiagnosticCatalog.NoAssessment(result.Span));
                }
            }
        }
    }

    private static void CheckFile(AssessmentResult result, Organization organization, DiagnosticBag diagnostics)
    {
        var date = result.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        // A month is enough for a name: 2027-03.yml.
        if (result.Span.Path.Stem != date && result.Span.Path.Stem != date[..7])
        {
            diagnostics.Add(DiagnosticCatalog.ResultFileName(result.Span, date));
        }

        if (result.Organization.Value != organization.Id.Value)
        {
            diagnostics.Add(DiagnosticCatalog.OtherAssessment(result.Organization.Span, "organization", result.Organization.Value, organization.Id.Value));
        }

        var before = organization.Results[..organization.Results.IndexOf(result)];
        if (before.FirstOrDefault(other => other.Date == result.Date) is { } same)
        {
            diagnostics.Add(DiagnosticCatalog.SameResultDate(result.Span, same.Span));
        }

        if (result.Previous is { } previous)
        {
            var files = organization.Results.Where(other => other != result).Select(other => $"results/{other.Span.Path.Name}").ToArray();
            if (!files.Contains(previous.Value))
            {
                diagnostics.Add(DiagnosticCatalog.UnknownFile(previous.Span, previous.Value, NearestName.Find(previous.Value, files)));
            }
        }
    }

    private static void CheckContent(AssessmentResult result, Assessment assessment, Playbook playbook, DiagnosticBag diagnostics)
    {
        if (result.Assessment.Value != assessment.Id.Value)
        {
            diagnostics.Add(DiagnosticCatalog.OtherAssessment(result.Assessment.Span, "assessment", result.Assessment.Value, assessment.Id.Value));
            return;
        }

        string[] groups = [.. assessment.Combining?.Groups ?? [], CombinedAnswers.Others];
        foreach (var (group, count) in result.Respondents)
        {
            CheckGroup(group, groups, diagnostics);
            if (assessment.Combining is { } rules && count < rules.MinimumGroup)
            {
                diagnostics.Add(DiagnosticCatalog.GroupTooSmall(group.Span, group.Value, count, rules.MinimumGroup));
            }
        }

        // An older version may have had other items and levels.
        if (result.Version != assessment.Version)
        {
            return;
        }

        string[] factors = [.. assessment.Pulse?.Factors.Select(factor => factor.Id) ?? []];
        foreach (var (factor, _) in result.Pulse.Where(each => !factors.Contains(each.Factor.Value)))
        {
            diagnostics.Add(DiagnosticCatalog.UnknownStep(factor.Span, "factor", factor.Value, factors, NearestName.Find(factor.Value, factors)));
        }

        var known = playbook.AreasAndProgramme.SelectMany(area => area.Questions).SelectMany(question => question.Formerly.Append(question.Id)).Select(id => id.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var item in result.Items)
        {
            if (!known.Contains(item.Item.Value))
            {
                diagnostics.Add(DiagnosticCatalog.UnknownTarget(item.Item.Span, "assessment item", item.Item.Value, NearestName.Find(item.Item.Value, known)));
            }

            foreach (var (group, level) in item.Groups)
            {
                CheckGroup(group, groups, diagnostics);
                CheckLevel(group.Span, $"the level of `{group.Value}`", level, assessment, diagnostics);
            }

            foreach (var (what, level) in new (string, decimal?)[] { ("the score", item.Score), ("the lowest level", item.Low), ("the highest level", item.High), ("the consensus", item.Consensus) })
            {
                CheckLevel(item.Item.Span, what, level, assessment, diagnostics);
            }
        }
    }

    private static void CheckGroup(Located<string> group, string[] groups, DiagnosticBag diagnostics)
    {
        if (!groups.Contains(group.Value))
        {
            diagnostics.Add(DiagnosticCatalog.UnknownStep(group.Span, "group", group.Value, groups, NearestName.Find(group.Value, groups)));
        }
    }

    private static void CheckLevel(SourceSpan span, string what, decimal? level, Assessment assessment, DiagnosticBag diagnostics)
    {
        if (level is { } given && !assessment.Levels.IsEmpty && (given < assessment.Levels[0].Value || given > assessment.Levels[^1].Value))
        {
            diagnostics.Add(DiagnosticCatalog.OutOfScale(span, what, (int)given, assessment.Levels[0].Value, assessment.Levels[^1].Value));
        }
    }
}
