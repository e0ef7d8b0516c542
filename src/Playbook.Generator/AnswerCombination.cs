using Playbooks.Checking;
using Playbooks.Composing;
using Playbooks.Loading;
using Playbooks.Rendering;
using Playbooks.Scoring;

namespace Playbooks;

/// <summary>Combines several people's answer files into one aggregate, for the organization they answered for.</summary>
/// <remarks>
/// In: the playbook, and the texts of answer files in any order. Out: the text of a result file, or diagnostics. Keeps and
/// returns nothing that one person answered.
/// </remarks>
public static class AnswerCombination
{
    /// <summary>Combines answers.</summary>
    /// <param name="options">Where the playbook is; its one edition is the organization.</param>
    /// <param name="files">Answer files.</param>
    /// <param name="date">The day of the result.</param>
    /// <exception cref="UnusableEnvironmentException">A folder cannot be used, or the organization does not exist.</exception>
    public static CombinationResult Combine(BuildOptions options, IReadOnlyCollection<SourceText> files, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(files);
        var diagnostics = new DiagnosticBag();
        var text = Compose(options, diagnostics) is var (edition, span) ? Combine(edition, span, files, date, diagnostics) : null;
        return new CombinationResult(diagnostics.HasErrors ? null : text, diagnostics.Sorted());
    }

    private static (Edition Edition, SourceSpan Span)? Compose(BuildOptions options, DiagnosticBag diagnostics)
    {
        var input = InputFolder.Open(options.InputFolder, diagnostics);
        var theme = Theme.Load(options.ThemeFolder);
        var playbook = PlaybookLoader.Load(input, diagnostics);
        if (playbook is null || !PlaybookChecker.Check(playbook, diagnostics))
        {
            return null;
        }

        var selected = EditionSelection.Of(playbook, options);
        var organization = selected[0];
        return EditionLocales.Read(playbook, selected, theme.LocaleFiles, input, diagnostics) is { } locales
            ? (EditionComposer.Compose(playbook, organization, locales[organization]), playbook.Assessment?.Span ?? new SourceText(new InputPath("assessment.yml"), "").Span(0, 1))
            : null;
    }

    private static string? Combine(Edition edition, SourceSpan span, IReadOnlyCollection<SourceText> files, DateOnly date, DiagnosticBag diagnostics)
    {
        if (edition.Assessment is not { } assessment || assessment.Combining is not { } rules)
        {
            diagnostics.Add(DiagnosticCatalog.NotCombined(span));
            return null;
        }

        var reader = new AnswerFileReader(edition, assessment, diagnostics);
        var people = new List<Respondent>();
        // In the order of their names, so that messages do not depend on how the files were listed.
        foreach (var file in files.GroupBy(file => file.Path.Value).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            if (file.Count() > 1)
            {
                diagnostics.Add(DiagnosticCatalog.SameAnswersTwice(file.First().Span(0, 1)));
            }

            if (reader.Read(file.First()) is { } person)
            {
                people.Add(person);
            }
        }

        if (diagnostics.HasErrors)
        {
            return null;
        }

        var combined = AnswerCombiner.Combine(ScoringSpec.Of(edition, assessment), people);
        if (combined.Respondents.IsEmpty)
        {
            diagnostics.Add(DiagnosticCatalog.TooFewAnswers(files.MinBy(file => file.Path.Value, StringComparer.Ordinal)!.Span(0, 1), people.Count, rules.MinimumGroup));
            return null;
        }

        var previous = edition.Results.LastOrDefault(result => result.Date < date);
        return ResultFile.Write(combined, PulseMeans.Of(assessment.Pulse, people, rules.MinimumGroup), assessment, edition.Id, date, previous is null ? null : $"results/{previous.Span.Path.Name}");
    }
}

/// <summary>What combining came to.</summary>
/// <param name="Text">Text of the result file; null after an error.</param>
/// <param name="Diagnostics">By file and line.</param>
public sealed record CombinationResult(string? Text, ImmutableArray<Diagnostic> Diagnostics);
