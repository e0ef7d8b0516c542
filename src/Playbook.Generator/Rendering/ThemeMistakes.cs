namespace Playbooks.Rendering;

/// <summary>Turns what a theme's mistake throws into diagnostics.</summary>
internal static class ThemeMistakes
{
    /// <summary>Runs a piece of work; null after a mistake of the theme, which is reported.</summary>
    public static T? Report<T>(DiagnosticBag diagnostics, Func<T?> work)
        where T : class
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (exception is ThemeException or MissingTextException)
        {
            Add(diagnostics, [exception]);
        }
        catch (AggregateException exception) when (exception.InnerExceptions.All(inner => inner is ThemeException or MissingTextException))
        {
            // Pages are rendered at the same time and stumble over the same thing.
            Add(diagnostics, exception.InnerExceptions);
        }

        return null;
    }

    private static void Add(DiagnosticBag diagnostics, IReadOnlyCollection<Exception> mistakes)
    {
        foreach (var mistake in mistakes.OfType<ThemeException>())
        {
            diagnostics.Add(mistake.Diagnostic);
        }

        // Which of several missing texts are met depends on threads; the first by name is met again until it is there.
        if (mistakes.OfType<MissingTextException>().Select(mistake => mistake.Key).Order(StringComparer.Ordinal).FirstOrDefault() is { } key)
        {
            diagnostics.Add(DiagnosticCatalog.MissingText(new SourceText(new InputPath("locales/en.yml"), "").Span(0, 1), key));
        }
    }
}
