namespace Playbooks.Compiling;

/// <summary>
/// Ends the reading of a text that would take too long. Only <see cref="MarkdownCompiler"/> catches it and reports
/// <see cref="Diagnostic"/>: Markdig has no other way to be stopped.
/// </summary>
internal sealed class TextRefusedException(Diagnostic diagnostic) : Exception(diagnostic.Message)
{
    public Diagnostic Diagnostic { get; } = diagnostic;
}
