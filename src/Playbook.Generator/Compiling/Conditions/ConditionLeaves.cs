namespace Playbooks.Compiling;

/// <summary>The parts of a condition that are joined by <c>and</c>, <c>or</c> and <c>not</c>.</summary>
internal static class ConditionLeaves
{
    /// <summary>All leaves from left to right.</summary>
    public static IEnumerable<Condition> Of(Condition condition)
    {
        var open = new Stack<Condition>([condition]);
        while (open.TryPop(out var each))
        {
            switch (each)
            {
                case Condition.Not not:
                    open.Push(not.Operand);
                    break;
                case Condition.And and:
                    open.Push(and.Right);
                    open.Push(and.Left);
                    break;
                case Condition.Or or:
                    open.Push(or.Right);
                    open.Push(or.Left);
                    break;
                default:
                    yield return each;
                    break;
            }
        }
    }

    /// <summary>The facts a condition asks about, from left to right; a fact asked about twice comes twice.</summary>
    public static IEnumerable<Located<string>> Facts(Condition condition) => Of(condition).Select(FactOf).OfType<Located<string>>();

    /// <summary>The fact a leaf asks about; null for a constant.</summary>
    public static Located<string>? FactOf(Condition leaf) => leaf switch
    {
        Condition.Holds holds => holds.Fact,
        Condition.Compares compares => compares.Fact,
        Condition.IsOneOf isOneOf => isOneOf.Fact,
        Condition.Contains contains => contains.Fact,
        _ => null,
    };

    /// <summary>The values a leaf compares its fact with.</summary>
    public static IEnumerable<Literal> ValuesOf(Condition leaf) => leaf switch
    {
        Condition.Compares compares => [compares.Value.Value],
        Condition.IsOneOf isOneOf => isOneOf.Values.Select(value => value.Value),
        Condition.Contains contains => [contains.Value.Value],
        _ => [],
    };
}
