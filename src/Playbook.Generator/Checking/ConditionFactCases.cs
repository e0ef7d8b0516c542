using Playbooks.Composing;

namespace Playbooks.Checking;

/// <summary>Finds the few values of a fact that stand for all others.</summary>
internal static class ConditionFactCases
{
    // Behind every number an author can write, and far from the limits of decimal.
    private const decimal LargestStep = 1e27m;

    /// <summary>One value for each case that comparing with the literals can tell apart. Null stands for no value at all.</summary>
    /// <param name="fact">A fact that is given, not derived.</param>
    /// <param name="literals">Everything the fact is compared with; for a list the one value looked for.</param>
    public static ImmutableArray<FactValue?> Of(Fact fact, IReadOnlyCollection<Literal> literals)
    {
        var texts = literals.Select(literal => literal.Text).OfType<string>().Distinct(StringComparer.Ordinal);
        IEnumerable<FactValue> cases = fact.Type switch
        {
            FactType.Boolean => [new FactValue.Boolean(true), new FactValue.Boolean(false)],
            FactType.Number => Numbers(literals.Select(literal => literal.Number).OfType<decimal>()),
            FactType.Date => Days(literals.Select(ConditionDates.Read).OfType<DateOnly>()),
            FactType.List => [new FactValue.List([.. texts]), new FactValue.List([])],
            FactType.Choice when !fact.Values.IsEmpty => Choices(texts, fact),
            _ => Texts([.. texts]),
        };

        // A fact without a default may have no value in some organizations, and then every comparison is false.
        return fact.Default is null && fact.Type != FactType.List ? [.. cases, null] : [.. cases];
    }

    /// <summary>Each literal, something between each two, something below and something above.</summary>
    private static IEnumerable<FactValue> Numbers(IEnumerable<decimal> literals)
    {
        decimal[] sorted = [.. literals.Distinct().Order()];
        decimal[] between = [.. sorted.Zip(sorted.Skip(1), (low, high) => (low / 2) + (high / 2))];
        decimal[] outside = sorted.Length == 0 ? [0] : [Math.Max(sorted[0], -LargestStep) - 1, Math.Min(sorted[^1], LargestStep) + 1];
        return sorted.Concat(between).Concat(outside).Select(number => new FactValue.Number(number));
    }

    /// <summary>Days are whole: the neighbours of each literal are all there can be between two and outside.</summary>
    private static IEnumerable<FactValue> Days(IEnumerable<DateOnly> literals) => literals
        .SelectMany(day => new[] { day.DayNumber - 1, day.DayNumber, day.DayNumber + 1 })
        .Where(day => day >= DateOnly.MinValue.DayNumber && day <= DateOnly.MaxValue.DayNumber)
        .Distinct()
        .Select(day => new FactValue.Date(DateOnly.FromDayNumber(day)));

    /// <summary>The declared values named, and one for all that are not.</summary>
    private static IEnumerable<FactValue> Choices(IEnumerable<string> texts, Fact fact)
    {
        var named = texts.ToHashSet(StringComparer.Ordinal);
        var declared = fact.Values.Select(choice => choice.Id).ToArray();
        return declared.Where(named.Contains)
            .Concat(declared.Where(value => !named.Contains(value)).Take(1))
            .Select(value => new FactValue.Text(value));
    }

    /// <summary>The texts named, and one longer than all of them.</summary>
    private static IEnumerable<FactValue> Texts(string[] texts) => texts
        .Append(new string('x', texts.Select(text => text.Length).DefaultIfEmpty(0).Max() + 1))
        .Select(text => new FactValue.Text(text));
}
