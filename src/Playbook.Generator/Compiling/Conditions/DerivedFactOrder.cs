namespace Playbooks.Compiling;

/// <summary>The order in which derived facts can be computed, each after those it asks about.</summary>
/// <param name="Facts">Derived facts only; those in a circle, and those asking about them, in no useful order.</param>
/// <param name="Circles">Circles found, each with its facts in the order they ask for one another; at most 20.</param>
public sealed record DerivedFactOrder(ImmutableArray<Fact> Facts, ImmutableArray<ImmutableArray<Fact>> Circles)
{
    // Enough to mend; a file with more of them is broken in some other way.
    private const int MaximumCircles = 20;

    /// <summary>The order of all derived facts there are.</summary>
    public static DerivedFactOrder Of(IReadOnlyDictionary<string, Fact> facts) =>
        Of(facts.Keys.Order(StringComparer.Ordinal), facts);

    /// <summary>The order of those derived facts that are needed, directly or not, to know some facts.</summary>
    /// <remarks>Depth first with a stack of its own: a chain of derived facts may be longer than a thread's stack allows.</remarks>
    public static DerivedFactOrder Of(IEnumerable<string> needed, IReadOnlyDictionary<string, Fact> facts)
    {
        var order = ImmutableArray.CreateBuilder<Fact>();
        var circles = ImmutableArray.CreateBuilder<ImmutableArray<Fact>>();
        var isDone = new Dictionary<string, bool>(StringComparer.Ordinal);
        var path = new Stack<(Fact Fact, IEnumerator<string> Asked)>();
        foreach (var start in needed)
        {
            Enter(start);
            while (path.TryPeek(out var top))
            {
                if (top.Asked.MoveNext())
                {
                    Enter(top.Asked.Current);
                    continue;
                }

                path.Pop();
                isDone[top.Fact.Id.Value] = true;
                order.Add(top.Fact);
            }
        }

        return new DerivedFactOrder(order.ToImmutable(), circles.ToImmutable());

        void Enter(string id)
        {
            if (!facts.TryGetValue(id, out var fact) || fact.Derived is null)
            {
                return;
            }

            if (!isDone.TryGetValue(id, out var done))
            {
                isDone[id] = false;
                path.Push((fact, ConditionLeaves.Facts(fact.Derived).Select(each => each.Value).GetEnumerator()));
            }
            else if (!done && circles.Count < MaximumCircles)
            {
                circles.Add([.. path.Select(each => each.Fact).TakeWhile(each => !ReferenceEquals(each, fact)).Append(fact).Reverse()]);
            }
        }
    }
}
