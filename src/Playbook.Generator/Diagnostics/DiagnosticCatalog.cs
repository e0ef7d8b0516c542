namespace Playbooks.Diagnostics;

/// <summary>
/// Every diagnostic there is, one method per code; all wording lives here. The parts of the class are named for the room
/// they serve. Codes are permanent: a code that is no longer given is never used again.
/// </summary>
/// <remarks>
/// PB00 files and YAML · PB01 references · PB02 fields · PB03 conditions and slots · PB04 Markdown · PB05 checklists and
/// assessments · PB06 organizations and overrides · PB07 published output · PB08 theme · PB09 content rules.
/// </remarks>
public static partial class DiagnosticCatalog
{
    private static Diagnostic Error(string code, string message, SourceSpan span, string? hint = null) =>
        new() { Code = code, Severity = Severity.Error, Message = message, Span = span, Hint = hint };

    private static Diagnostic Warning(string code, string message, SourceSpan span, string? hint = null) =>
        new() { Code = code, Severity = Severity.Warning, Message = message, Span = span, Hint = hint };

    private static string? DidYouMean(string? nearest) => nearest is null ? null : $"did you mean `{nearest}`?";

    private static string OneOf(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"`{name}`"));
}
