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

            var words = page.Body.Sections.Sum(section => section.WordCount);
            if (page is { Kind: PageKind.Chapter, Generates: null } && words is < FewestWords or > MostWords)
            {
                diagnostics.Add(DiagnosticCatalog.ReadingLength(page.Span, words, FewestWords, MostWords));
            }
        }
    }
}
