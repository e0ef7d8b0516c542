using Playbooks.Compiling;
using Playbooks.Composing;

namespace Playbooks.Checking;

/// <summary>One thing about an organization that is independent of the others, and the cases conditions can tell apart.</summary>
/// <param name="Cases">Values of a fact, one for each case; null stands for a fact without a value.</param>
internal sealed record ConditionAxis(ImmutableArray<FactValue?> Cases);

/// <summary>Some conditions, which all have to hold, and the cases of the facts they ask about.</summary>
/// <param name="Axes">A fact is one axis; a list is one for each value looked for, as its values do not exclude each other.</param>
/// <param name="Derived">The derived facts asked about, directly or not, each after those it needs.</param>
/// <param name="Whole">All conditions.</param>
internal sealed record ConditionCases(
    ImmutableArray<ConditionAxis> Axes,
    ImmutableArray<ConditionNode> Derived,
    ConditionNode Whole)
{
    // Larger ones are not written by people. Also bounds the table of every test: leaves × cases.
    private const int MaximumLeaves = 500;

    /// <summary>The cases; null when a fact is unknown, cannot answer, is derived in a circle, or when there is too much.</summary>
    public static ConditionCases? Of(IReadOnlyCollection<Condition> conditions, IReadOnlyDictionary<string, Fact> facts)
    {
        var order = DerivedFactOrder.Of(conditions.SelectMany(ConditionLeaves.Facts).Select(fact => fact.Value), facts);
        Condition[] all = [.. order.Facts.Select(fact => fact.Derived!), .. conditions];
        var leaves = all.SelectMany(ConditionLeaves.Of).Take(MaximumLeaves + 1).ToArray();
        if (!order.Circles.IsEmpty || leaves.Length > MaximumLeaves || leaves.Any(leaf => ConditionTypes.Problems(leaf, facts).Any()))
        {
            return null;
        }

        var builder = new Builder(facts, leaves, order.Facts);
        ConditionNode[] nodes = [.. all.Select(builder.Node)];
        return new ConditionCases(
            builder.Axes,
            [.. nodes.Take(order.Facts.Length)],
            nodes.Skip(order.Facts.Length).Aggregate((left, right) => new ConditionNode.And(left, right)));
    }

    private sealed class Builder
    {
        private readonly Dictionary<(string Fact, string? ListValue), int> _axisOf = [];
        private readonly Dictionary<string, int> _derived = new(StringComparer.Ordinal);
        private readonly ImmutableArray<ConditionAxis>.Builder _axes = ImmutableArray.CreateBuilder<ConditionAxis>();

        public Builder(IReadOnlyDictionary<string, Fact> facts, IReadOnlyCollection<Condition> leaves, ImmutableArray<Fact> derived)
        {
            foreach (var fact in derived)
            {
                _derived.Add(fact.Id.Value, _derived.Count);
            }

            var given = leaves.Where(leaf => ConditionLeaves.FactOf(leaf) is { } fact && !_derived.ContainsKey(fact.Value));
            foreach (var same in given.GroupBy(Key))
            {
                _axisOf.Add(same.Key, _axes.Count);
                _axes.Add(new ConditionAxis(ConditionFactCases.Of(facts[same.Key.Fact], [.. same.SelectMany(ConditionLeaves.ValuesOf)])));
            }
        }

        public ImmutableArray<ConditionAxis> Axes => _axes.ToImmutable();

        public ConditionNode Node(Condition condition) => condition switch
        {
            Condition.Constant constant => new ConditionNode.Fixed(constant.Value),
            Condition.Not not => new ConditionNode.Not(Node(not.Operand)),
            Condition.And and => new ConditionNode.And(Node(and.Left), Node(and.Right)),
            Condition.Or or => new ConditionNode.Or(Node(or.Left), Node(or.Right)),
            _ when _derived.TryGetValue(Key(condition).Fact, out var index) =>
                new ConditionNode.Derived(
                    index,
                    WhenYes: Holds(condition, new FactValue.Boolean(true)),
                    WhenNo: Holds(condition, new FactValue.Boolean(false))),
            _ => Test(condition, _axisOf[Key(condition)]),
        };

        private ConditionNode.Test Test(Condition leaf, int axis) => new(axis, [.. _axes[axis].Cases.Select(value => Holds(leaf, value))]);

        /// <summary>Asked of the evaluator itself, so that checking and composing cannot come to different answers.</summary>
        private static bool Holds(Condition leaf, FactValue? value) => ConditionEvaluator.Evaluate(leaf, _ => value);

        private static (string Fact, string? ListValue) Key(Condition leaf) =>
            (ConditionLeaves.FactOf(leaf)!.Value.Value, leaf is Condition.Contains contains ? contains.Value.Value.Text : null);
    }
}
