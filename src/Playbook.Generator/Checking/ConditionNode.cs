namespace Playbooks.Checking;

/// <summary>A condition made ready for trying many values: every question to a fact is a table.</summary>
internal abstract record ConditionNode
{
    /// <summary>Always the same.</summary>
    public sealed record Fixed(bool Truth) : ConditionNode;

    /// <summary>The answer for each case of an axis.</summary>
    public sealed record Test(int Axis, ImmutableArray<bool> Truths) : ConditionNode;

    /// <summary>The answer for each truth of a derived fact.</summary>
    public sealed record Derived(int Index, bool WhenYes, bool WhenNo) : ConditionNode;

    /// <summary>The opposite.</summary>
    public sealed record Not(ConditionNode Operand) : ConditionNode;

    /// <summary>Both.</summary>
    public sealed record And(ConditionNode Left, ConditionNode Right) : ConditionNode;

    /// <summary>At least one.</summary>
    public sealed record Or(ConditionNode Left, ConditionNode Right) : ConditionNode;
}
