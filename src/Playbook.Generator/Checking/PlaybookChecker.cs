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
        PageChecker.Check(playbook, diagnostics);
        OrganizationChecker.Check(playbook, diagnostics);
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
        var sections = playbook.Pages.Concat(layers.SelectMany(layer => layer.AddedPages)).SelectMany(page => page.Body.Sections)
            .Concat(layers.SelectMany(layer => layer.Overrides).SelectMany(change => change.Parts).SelectMany(part => part.Sections));
        var written = sections.SelectMany(section => section.Conditions.Concat(section.Body.Slots.OfType<FragmentSlot.Range>().Select(range => range.Condition)))
            // The `else` of a block is its negation; what is wrong with it was said of the block.
            .Where(condition => condition is not Condition.Not { Operand: var operand } || sections.All(section => !Uses(section, operand)));
        foreach (var condition in written.Distinct(ReferenceEqualityComparer.Instance).Cast<Condition>())
        {
            ConditionChecker.Check(condition, facts, diagnostics);
        }
    }

    private static bool Uses(CompiledSection section, Condition condition) =>
        section.Conditions.Any(each => ReferenceEquals(each, condition))
        || section.Body.Slots.OfType<FragmentSlot.Range>().Any(range => ReferenceEquals(range.Condition, condition));
}
