namespace Playbooks.Checking;

/// <summary>Which case was chosen for some of the axes, and what already follows from that.</summary>
internal sealed class ConditionDecisions(ConditionCases cases)
{
    private const int None = -1;

    private readonly int[] _chosen = [.. Enumerable.Repeat(None, cases.Axes.Length)];
    private readonly (bool? Truth, int Undecided)[] _derived = new (bool?, int)[cases.Derived.Length];

    /// <summary>How many parts of conditions were looked at so far.</summary>
    public int Steps { get; private set; }

    /// <summary>Chooses a case for an axis.</summary>
    public void Decide(int axis, int chosen) => _chosen[axis] = chosen;

    /// <summary>Leaves an axis open again.</summary>
    public void Undo(int axis) => _chosen[axis] = None;

    /// <summary>The truth of the whole under the choices so far; null when it depends on the axis <paramref name="undecided"/>.</summary>
    public bool? Answer(out int undecided)
    {
        for (var index = 0; index < _derived.Length; index++)
        {
            var open = None;
            _derived[index] = (Truth(cases.Derived[index], ref open), open);
        }

        undecided = None;
        return Truth(cases.Whole, ref undecided);
    }

    /// <param name="node">A part.</param>
    /// <param name="undecided">Becomes the first axis the answer waits for, unless it is one already.</param>
    private bool? Truth(ConditionNode node, ref int undecided)
    {
        Steps++;
        var before = undecided;
        var truth = node switch
        {
            ConditionNode.Fixed constant => constant.Truth,
            ConditionNode.Test test => Test(test, ref undecided),
            ConditionNode.Derived derived => Derived(derived, ref undecided),
            ConditionNode.Not not => !Truth(not.Operand, ref undecided),
            ConditionNode.And and => Joined(and.Left, and.Right, decisive: false, ref undecided),
            ConditionNode.Or or => Joined(or.Left, or.Right, decisive: true, ref undecided),
            _ => null,
        };

        // An open axis inside a part that is decided anyway is not what the answer waits for.
        undecided = truth is null ? undecided : before;
        return truth;
    }

    /// <summary>One decisive side settles <c>and</c> and <c>or</c>, even when the other is undecided.</summary>
    private bool? Joined(ConditionNode left, ConditionNode right, bool decisive, ref int undecided)
    {
        var first = Truth(left, ref undecided);
        if (first == decisive)
        {
            return decisive;
        }

        var second = Truth(right, ref undecided);
        return first is null && second != decisive ? null : second;
    }

    private bool? Test(ConditionNode.Test test, ref int undecided)
    {
        if (_chosen[test.Axis] != None)
        {
            return test.Truths[_chosen[test.Axis]];
        }

        undecided = undecided == None ? test.Axis : undecided;
        return null;
    }

    private bool? Derived(ConditionNode.Derived derived, ref int undecided)
    {
        if (derived.WhenYes == derived.WhenNo)
        {
            return derived.WhenYes;
        }

        var (truth, open) = _derived[derived.Index];
        undecided = truth is null && undecided == None ? open : undecided;
        return truth is { } known ? (known ? derived.WhenYes : derived.WhenNo) : null;
    }
}
