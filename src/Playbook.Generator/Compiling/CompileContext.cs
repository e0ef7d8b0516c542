using Markdig;
using Markdig.Parsers;
using Markdig.Syntax;
using SourceSpan = Playbooks.Diagnostics.SourceSpan;

namespace Playbooks.Compiling;

/// <summary>
/// What belongs to the one text being compiled. The parsers are shared by all texts and all threads, so they keep nothing;
/// Markdig hands them this instead.
/// </summary>
internal sealed class CompileContext(SourceText source, int bodyOffset, CompileOptions options, DiagnosticBag diagnostics) : MarkdownParserContext
{
    // A hostile megabyte can hold 170,000 bad links. Nobody reads that far, and some of them are slow to find.
    private const int MaximumProblems = 100;

    private int _problems;

    public SourceText Source { get; } = source;

    /// <summary>Where Markdig's position 0 is in <see cref="Source"/>.</summary>
    public int BodyOffset { get; } = bodyOffset;

    public CompileOptions Options { get; } = options;

    /// <summary>For parsers with diagnostics of their own; the others use <see cref="Report"/>.</summary>
    public DiagnosticBag Diagnostics { get; } = diagnostics;

    /// <summary>How much of the file's allowance for slow paragraphs is used.</summary>
    public ParagraphBudget Budget { get; } = new();

    /// <summary>The tree under construction, for finding the place when Markdig gives up; null before the first paragraph.</summary>
    public MarkdownDocument? Document { get; set; }

    public static CompileContext Of(BlockProcessor processor)
    {
        var context = (CompileContext)processor.Context!;
        context.Document = processor.Document;
        return context;
    }

    public static CompileContext Of(InlineProcessor processor) => (CompileContext)processor.Context!;

    /// <summary>The place of a range of characters.</summary>
    /// <param name="position">0-based, in the body.</param>
    /// <param name="length">In UTF-16 units.</param>
    public SourceSpan Span(int position, int length) => Source.Span(BodyOffset + position, length);

    /// <summary>The place of a piece of the syntax tree.</summary>
    public SourceSpan Span(MarkdownObject node) => Span(node.Span.Start, node.Span.Length);

    /// <summary>The place of the first line of a piece of the syntax tree.</summary>
    public SourceSpan FirstLine(MarkdownObject node)
    {
        var start = Math.Clamp(BodyOffset + node.Span.Start, 0, Source.Text.Length);
        var length = Source.Text.AsSpan(start, Math.Clamp(node.Span.Length, 0, Source.Text.Length - start)).IndexOfAny('\r', '\n');
        return Span(node.Span.Start, length < 0 ? node.Span.Length : length);
    }

    /// <summary>Adds a problem of this text.</summary>
    /// <exception cref="TextRefusedException">There are so many that the rest of the text is not worth reading.</exception>
    public void Report(Diagnostic diagnostic)
    {
        CountProblem(diagnostic.Span);
        Diagnostics.Add(diagnostic);
    }

    /// <summary>Counts a problem that a parser with diagnostics of its own has added.</summary>
    /// <exception cref="TextRefusedException">There are too many.</exception>
    public void CountProblem(SourceSpan span)
    {
        _problems++;
        if (_problems > MaximumProblems)
        {
            throw new TextRefusedException(DiagnosticCatalog.TooManyProblems(MaximumProblems, span));
        }
    }
}
