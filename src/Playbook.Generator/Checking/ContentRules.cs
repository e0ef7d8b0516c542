namespace Playbooks.Checking;

/// <summary>Rules of good content that do not keep a site from being published.</summary>
public static class ContentRules
{
    // The length readers stay with, in words; playbook plans ask for 600 to 1,500 and this leaves room on either side.
    private const int FewestWords = 120;
    private const int MostWords = 2_500;

    /// <summary>Reports overdue reviews and chapters that are too long or too short.</summary>
    public static void Check(Playbook playbook, DateOnly today, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(playbook);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var layers = playbook.Layers.Concat(playbook.Organizations.Select(organization => organization.Own));
        foreach (var page in playbook.Pages.Concat(layers.SelectMany(layer => layer.AddedPages)))
        {
            if (page is { Reviewed: { } reviewed, ReviewEvery: { } every } && every.After(reviewed.Value) is var due && due < today)
            {
                diagnostics.Add(DiagnosticCatalog.ReviewOverdue(reviewed.Span, due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
            }

            if (page.ReviewEvery is { } period)
            {
                CheckNotes(page.Body.Sections, period, today, diagnostics);
            }

            var words = page.Body.Sections.Sum(section => section.WordCount);
            if (page is { Kind: PageKind.Chapter, Generates: null } && words is < FewestWords or > MostWords)
            {
                diagnostics.Add(DiagnosticCatalog.ReadingLength(page.Span, words, FewestWords, MostWords));
            }
        }
    }

    /// <summary>Notes with a date of their own, such as those on law, are due at the rhythm of their page.</summary>
    private static void CheckNotes(ImmutableArray<CompiledSection> sections, Duration period, DateOnly today, DiagnosticBag diagnostics)
    {
        foreach (var section in sections)
        {
            var dates = section.Body.Slots.OfType<FragmentSlot.InterfaceText>().Where(text => text.Key == "callout.reviewed").Select(text => text.Argument);
            foreach (var due in dates.Select(date => period.After(DateOnly.ParseExact(date!, "yyyy-MM-dd", CultureInfo.InvariantCulture))).Where(due => due < today))
            {
                diagnostics.Add(DiagnosticCatalog.ReviewOverdue(section.Span, due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
            }
        }
    }
}
