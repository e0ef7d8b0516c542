namespace Playbooks.Checking;

/// <summary>Says whether any organization can meet some conditions.</summary>
/// <remarks>
/// A condition tells organizations apart only by the values it names: a number by whether it is below, at or above each
/// literal, a text by whether it is one of those written or another. So the endless possibilities fall into few cases
/// (<see cref="ConditionCases"/>). They are tried fact by fact, and facts that cannot change the answer any more are left
/// undecided. Exact for the conditions people write; above the limits the answer is "not known" rather than a long wait.
/// </remarks>
internal static class ConditionReachability
{
    // Parts of conditions looked at in one search: some 10 ms. The conditions of our own content need under 200.
    private const int MaximumSteps = 500_000;

    // Combinations of cases tried in one search.
    private const int MaximumCombinations = 100_000;

    /// <summary>
    /// Whether all conditions can hold together for some values of the facts. Null when that is not known: a fact is unknown
    /// or cannot answer, derived facts go in a circle, or there are too many cases.
    /// </summary>
    public static bool? CanHold(IReadOnlyCollection<Condition> conditions, IReadOnlyDictionary<string, Fact> facts) =>
        ConditionShortcut.CanBeEither(conditions, facts) ? true : Search(conditions, facts);

    private static bool? Search(IReadOnlyCollection<Condition> conditions, IReadOnlyDictionary<string, Fact> facts) =>
        ConditionCases.Of(conditions, facts) is { } cases ? new CaseSearch(cases).CanHold() : null;

    private sealed class CaseSearch(ConditionCases cases)
    {
        private readonly ConditionDecisions _decisions = new(cases);
        private int _combinations;

        /// <summary>Decides one more fact at a time; the recursion is at most as deep as there are axes.</summary>
        public bool? CanHold()
        {
            if (++_combinations > MaximumCombinations || _decisions.Steps > MaximumSteps)
            {
                return null;
            }

            if (_decisions.Answer(out var undecided) is { } known)
            {
                return known;
            }

            for (var index = 0; index < cases.Axes[undecided].Cases.Length; index++)
            {
                _decisions.Decide(undecided, index);
                if (CanHold() is not false and var answer)
                {
                    return answer;
                }
            }

            _decisions.Undo(undecided);
            return false;
        }
    }
}
