namespace Playbooks.Composing;

/// <summary>Days in conditions are written as quoted texts: <c>start &lt; '2027-03-01'</c>.</summary>
internal static class ConditionDates
{
    /// <summary>The day a literal means; null when it is none.</summary>
    public static DateOnly? Read(Literal literal) =>
        DateOnly.TryParseExact(literal.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A day as conditions write it.</summary>
    public static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
