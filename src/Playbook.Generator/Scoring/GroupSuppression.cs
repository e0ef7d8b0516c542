namespace Playbooks.Scoring;

/// <summary>Decides which groups may be shown by themselves, so that no answer can be worked out.</summary>
/// <remarks>
/// A group below the minimum is hidden. When it is the only one, it could be worked out by subtraction, so the smallest
/// of the others is hidden with it. Hidden groups are taken together; what they come to is shown when they reach the
/// minimum together, and otherwise they take no part in any number at all.
/// </remarks>
internal static class GroupSuppression
{
    /// <summary>Splits groups into those that are shown and those that are taken together.</summary>
    /// <param name="sizes">Groups in the playbook's order with how many answered.</param>
    /// <param name="hidden">Groups that are hidden whatever their size here.</param>
    /// <param name="minimum">Fewest answers of a group that is shown.</param>
    public static (ImmutableArray<string> Shown, ImmutableArray<string> Together) Split(
        IReadOnlyList<GroupSize> sizes, IReadOnlySet<string> hidden, int minimum)
    {
        var answering = sizes.Where(size => size.Count > 0).ToArray();
        var together = answering.Where(size => size.Count < minimum || hidden.Contains(size.Group)).ToList();
        var shown = answering.Except(together).ToList();
        if (together is [{ } only] && only.Count < minimum && shown.Count > 0)
        {
            // Of two equally small groups the later one of the playbook's list is hidden, whatever the order of the files.
            var next = shown.MinBy(size => (size.Count, -answering.IndexOf(size)))!;
            shown.Remove(next);
            together.Add(next);
        }

        return ([.. shown.Select(size => size.Group)],
            together.Sum(size => size.Count) < minimum ? [] : [.. together.Select(size => size.Group)]);
    }
}
