using Playbooks.Compiling;

namespace Playbooks.Checking;

/// <summary>Checks what can be known before anything is composed.</summary>
/// <remarks>
/// In: a <see cref="Playbook"/> whose values were all read. Out: diagnostics. References must lead somewhere, conditions and
/// slots must name facts, words and roles that are declared, ids must be used once, and items must be able to be done in
/// the order they ask for.
/// </remarks>
public static class PlaybookChecker
{
    /// <summary>Checks the common text, the layers and the organizations.</summary>
    /// <returns>True when there was no error.</returns>
    public static bool Check(Playbook playbook, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(playbook);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var names = new PlaybookNames(playbook);
        IdChecker.Check(playbook, diagnostics);
        new ReferenceChecker(playbook, names, diagnostics).Check();
        new SlotChecker(playbook, names, diagnostics).Check();
        CheckConditions(playbook, diagnostics);
        ItemChecker.Check(playbook, diagnostics);
        AssessmentChecker.Check(playbook, diagnostics);
        ResultChecker.Check(playbook, diagnostics);
        PageChecker.Check(playbook, diagnostics);
        OrganizationChecker.Check(playbook, diagnostics);
        ProgressChecker.Check(playbook, diagnostics);
        return !diagnostics.HasErrors;
    }

    private static void CheckConditions(Playbook playbook, DiagnosticBag diagnostics)
    {
        var facts = playbook.Facts.DistinctBy(fact => fact.Id).ToDictionary(fact => fact.Id.Value, StringComparer.Ordinal);
        ConditionChecker.CheckDerived(facts, diagnostics);
        var derived = playbook.Facts.Select(fact => fact.Derived).OfType<Condition>().ToHashSet(ReferenceEqualityComparer.Instance);
        foreach (var condition in playbook.Conditions.Where(condition => !derived.Contains(condition.Value)))
        {
            ConditionChecker.Check(condition.Value, facts, diagnostics, condition.Span);
        }

        var layers = playbook.Layers.Concat(playbook.Organizations.Select(organization => organization.Own)).ToArray();
        Parallel.ForEach(
            playbook.Pages.Concat(layers.SelectMany(layer => layer.AddedPages)),
            page => CheckWritten(page.Body.Sections, page.When, facts, diagnostics));

        foreach (var part in layers.SelectMany(layer => layer.Overrides).SelectMany(change => change.Parts))
        {
            CheckWritten(part.Sections, Condition.Always, facts, diagnostics);
        }
    }

    /// <summary>Checks the conditions of a text's blocks, each by itself and inside those around it.</summary>
    private static void CheckWritten(ImmutableArray<CompiledSection> sections, Condition outer, Dictionary<string, Fact> facts, DiagnosticBag diagnostics)
    {
        var met = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var section in sections)
        {
            var around = new List<Condition> { outer };
            foreach (var condition in section.Conditions)
            {
                around.Add(condition);
                CheckOnce(condition, around);
            }

            foreach (var range in section.Body.Slots.OfType<FragmentSlot.Range>())
            {
                var outside = section.Body.Slots.OfType<FragmentSlot.Range>()
                    .Where(other => other.Position <= range.Position && other.End >= range.End && other != range).Select(other => other.Condition);
                CheckOnce(range.Condition, [.. around, .. outside, range.Condition]);
            }
        }

        void CheckOnce(Condition condition, List<Condition> conjunction)
        {
            // The `else` of a block is its negation; what is wrong with it was said of the block.
            var isElse = condition is Condition.Not { Operand: var operand } && met.Contains(operand);
            if (met.Add(condition) && !isElse && ConditionChecker.Check(condition, facts, diagnostics) && ConditionSpans.Of(condition) is { } span)
            {
                ConditionChecker.CheckReachable(conjunction, span, facts, diagnostics);
            }
        }
    }
}
