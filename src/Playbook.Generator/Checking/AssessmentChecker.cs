using Playbooks.Loading;
using Playbooks.Scoring;

namespace Playbooks.Checking;

/// <summary>Checks that assessment items fit the scale.</summary>
internal static class AssessmentChecker
{
    public static void Check(Playbook playbook, DiagnosticBag diagnostics)
    {
        var questions = playbook.AreasAndProgramme.SelectMany(area => area.Questions).ToArray();
        if (playbook.Assessment is not { } assessment)
        {
            foreach (var question in questions.Take(1))
            {
                diagnostics.Add(DiagnosticCatalog.NoAssessment(question.Span));
            }

            return;
        }

        var levels = assessment.Levels.Select(level => level.Value).ToArray();
        foreach (var question in questions)
        {
            if (!question.Levels.Keys.SequenceEqual(levels.Order()))
            {
                diagnostics.Add(DiagnosticCatalog.WrongLevels(question.Span, question.Id.Value, levels));
            }

            if (question.Weight <= 0)
            {
                diagnostics.Add(DiagnosticCatalog.WeightNotAboveZero(question.Span, question.Id.Value));
            }

            InScale(question.Target, "the target", levels, question.Span, diagnostics);
            if (assessment.Importance is { } scale)
            {
                InScale(question.Importance, "the importance", [scale.Minimum, scale.Maximum], question.Span, diagnostics);
            }
        }

        CheckRules(playbook, assessment, questions, levels, diagnostics);
        InScale(assessment.DefaultTarget, "the default target", levels, assessment.Span, diagnostics);
        InScale(assessment.Scoring.GateAlertAt, "the level of gate alerts", levels, assessment.Span, diagnostics);
        var factors = assessment.Pulse?.Factors.Select(factor => factor.Id).ToArray() ?? [];
        foreach (var statement in (assessment.Pulse?.Statements ?? []).Where(statement => !factors.Contains(statement.Factor.Value)))
        {
            diagnostics.Add(DiagnosticCatalog.UnknownStep(statement.Factor.Span, "factor", statement.Factor.Value, factors, NearestName.Find(statement.Factor.Value, factors)));
        }

        foreach (var organization in playbook.Organizations)
        {
            foreach (var (item, value) in organization.Targets)
            {
                InScale(value, "the target", levels, item.Span, diagnostics);
            }

            foreach (var (item, value) in organization.Importance.Where(_ => assessment.Importance is not null))
            {
                InScale(value, "the importance", [assessment.Importance!.Minimum, assessment.Importance.Maximum], item.Span, diagnostics);
            }
        }
    }

    private static void CheckRules(Playbook playbook, Assessment assessment, AssessmentItem[] questions, int[] levels, DiagnosticBag diagnostics)
    {
        var isSum = assessment.Scoring.Opportunity == "importance-plus-gap";
        if (isSum && levels.Length > 0 && (assessment.Importance is not { } scale || scale.Minimum != levels.Min() || scale.Maximum != levels.Max()))
        {
            diagnostics.Add(DiagnosticCatalog.ScalesDiffer(assessment.ScoringSpan));
        }

        if (assessment.TargetsByFact is { } targets)
        {
            CheckTargets(targets, playbook, levels, diagnostics);
        }

        foreach (var group in (assessment.Combining?.Groups ?? []).Where(group => group == CombinedAnswers.Others || ResultReader.ItemKeys.Contains(group)))
        {
            diagnostics.Add(DiagnosticCatalog.ReservedGroup(assessment.CombiningSpan, group));
        }

        if (questions.Length > 1 && levels.Length > 0 && questions.All(question => (question.Target ?? assessment.DefaultTarget) == levels.Max()))
        {
            diagnostics.Add(DiagnosticCatalog.TargetsAllHighest(assessment.TargetsSpan));
        }
    }

    private static void CheckTargets(FactTargets targets, Playbook playbook, int[] levels, DiagnosticBag diagnostics)
    {
        InScale(targets.GatesAtLeast, "the least target of a gate", levels, targets.Fact.Span, diagnostics);
        var choices = playbook.Facts.Where(fact => fact.Type == FactType.Choice).ToArray();
        if (choices.FirstOrDefault(fact => fact.Id.Value == targets.Fact.Value) is not { } choice)
        {
            diagnostics.Add(DiagnosticCatalog.UnknownFact(targets.Fact.Span, targets.Fact.Value, NearestName.Find(targets.Fact.Value, choices.Select(fact => fact.Id.Value))));
            return;
        }

        string[] known = [.. choice.Values.Select(value => value.Id)];
        foreach (var (value, level) in targets.Levels.Values)
        {
            InScale(level, "the target", levels, value.Span, diagnostics);
            if (!known.Contains(value.Value))
            {
                diagnostics.Add(DiagnosticCatalog.UnknownStep(value.Span, "value", value.Value, known, NearestName.Find(value.Value, known)));
            }
        }
    }

    private static void InScale(int? value, string what, int[] scale, SourceSpan span, DiagnosticBag diagnostics)
    {
        if (value is { } given && scale.Length > 0 && (given < scale.Min() || given > scale.Max()))
        {
            diagnostics.Add(DiagnosticCatalog.OutOfScale(span, what, given, scale.Min(), scale.Max()));
        }
    }
}
