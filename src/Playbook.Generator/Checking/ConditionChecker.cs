using Playbooks.Compiling;

namespace Playbooks.Checking;

/// <summary>Compares conditions with the facts a playbook declares.</summary>
/// <remarks>
/// In: parsed conditions and all facts by id. Refuses unknown facts, uses a fact's type cannot answer, and values it can
/// never have; warns of conditions that are the same for every organization. The two kinds do not mix: a condition with an
/// error gets no warning.
/// </remarks>
public static class ConditionChecker
{
    /// <summary>Checks one condition; gives PB0312 to PB0317.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="facts">All declared facts by id.</param>
    /// <param name="diagnostics">Where problems go.</param>
    /// <param name="scalar">
    /// Where the whole condition is written. Without it, warnings point from its first to its last fact, and a bare
    /// <c>false</c>, which has no place of its own, gets none.
    /// </param>
    /// <returns>False when there was an error.</returns>
    public static bool Check(
        Condition condition,
        IReadOnlyDictionary<string, Fact> facts,
        DiagnosticBag diagnostics,
        SourceSpan? scalar = null)
    {
        var problems = ConditionLeaves.Of(condition).SelectMany(leaf => ConditionTypes.Problems(leaf, facts)).ToArray();
        foreach (var problem in problems)
        {
            diagnostics.Add(problem);
        }

        if (problems.Length == 0 && (scalar ?? ConditionSpans.Of(condition)) is { } span)
        {
            WarnIfConstant(condition, facts, diagnostics, span);
        }

        return problems.Length == 0;
    }

    /// <summary>Checks the conditions of all derived facts; gives what <see cref="Check"/> gives, and PB0319 for circles.</summary>
    public static void CheckDerived(IReadOnlyDictionary<string, Fact> facts, DiagnosticBag diagnostics)
    {
        foreach (var fact in facts.Values.Where(fact => fact.Derived is not null))
        {
            Check(fact.Derived!, facts, diagnostics, ConditionSpans.Of(fact.Derived!, fact.Span));
        }

        foreach (var circle in DerivedFactOrder.Of(facts).Circles)
        {
            // Start with the name first in order, so that the message does not depend on where the search came in.
            var first = circle.IndexOf(circle.MinBy(fact => fact.Id)!);
            var inOrder = circle.Skip(first).Concat(circle.Take(first)).ToArray();
            var asked = ConditionLeaves.Facts(inOrder[0].Derived!).First(each => each.Value == inOrder[1 % inOrder.Length].Id.Value);
            diagnostics.Add(DiagnosticCatalog.DerivedFactsInCircle(inOrder.Append(inOrder[0]).Select(fact => fact.Id.Value), asked.Span));
        }
    }

    /// <summary>
    /// Warns (PB0318) when no organization can meet all of some nested conditions, such as a block's inside its page's. Says
    /// nothing when the innermost alone is never true, or those around it already are: each has its own warning.
    /// </summary>
    /// <param name="conjunction">Conditions that are all needed, the outermost first and the one to warn about last.</param>
    /// <param name="span">Where the last one is written.</param>
    /// <param name="facts">All declared facts by id.</param>
    /// <param name="diagnostics">Where the warning goes.</param>
    public static void CheckReachable(
        IEnumerable<Condition> conjunction,
        SourceSpan span,
        IReadOnlyDictionary<string, Fact> facts,
        DiagnosticBag diagnostics)
    {
        Condition[] all = [.. conjunction];
        if (all.Length < 2
            || ConditionReachability.CanHold(all, facts) is not false
            || ConditionReachability.CanHold(all[^1..], facts) is false
            || ConditionReachability.CanHold(all[..^1], facts) is false)
        {
            return;
        }

        var culprit = all[..^1].LastOrDefault(outer => ConditionReachability.CanHold([outer, all[^1]], facts) is false);
        diagnostics.Add(DiagnosticCatalog.ConditionContradictsOuter(span, culprit is null ? null : ConditionSpans.Of(culprit)));
    }

    private static void WarnIfConstant(
        Condition condition,
        IReadOnlyDictionary<string, Fact> facts,
        DiagnosticBag diagnostics,
        SourceSpan span)
    {
        if (ConditionReachability.CanHold([condition], facts) is false)
        {
            diagnostics.Add(DiagnosticCatalog.ConditionNeverTrue(span));
        }
        else if (ConditionLeaves.Facts(condition).Any() && ConditionReachability.CanHold([new Condition.Not(condition)], facts) is false)
        {
            diagnostics.Add(DiagnosticCatalog.ConditionAlwaysTrue(span));
        }
    }
}
