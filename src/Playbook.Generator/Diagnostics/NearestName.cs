namespace Playbooks.Diagnostics;

/// <summary>Finds the name an author most likely meant.</summary>
public static class NearestName
{
    /// <summary>
    /// The known name nearest to a mistyped one, or null when none is near. Near means at most one edit for every three
    /// characters, and at least one; ties go to the name first in ordinal order.
    /// </summary>
    public static string? Find(string mistyped, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(mistyped);
        ArgumentNullException.ThrowIfNull(known);
        if (mistyped.Length is 0 or > 80)
        {
            return null;
        }

        var limit = Math.Max(1, mistyped.Length / 3);
        return known
            .Where(name => Math.Abs(name.Length - mistyped.Length) <= limit)
            .Select(name => (Name: name, Distance: Distance(Fold(mistyped), Fold(name))))
            .Where(each => each.Distance <= limit)
            .OrderBy(each => each.Distance)
            .ThenBy(each => each.Name, StringComparer.Ordinal)
            .Select(each => each.Name)
            .FirstOrDefault();
    }

    private static string Fold(string name) => name.ToLowerInvariant().Replace('_', '-');

    /// <summary>Levenshtein with two rows; names are short, so quadratic time does not matter.</summary>
    private static int Distance(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        var current = new int[right.Length + 1];
        for (var row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var change = left[row - 1] == right[column - 1] ? 0 : 1;
                current[column] = Math.Min(Math.Min(current[column - 1], previous[column]) + 1, previous[column - 1] + change);
            }

            (previous, current) = (current, previous);
        }

        return previous[right.Length];
    }
}
