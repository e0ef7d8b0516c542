using Markdig;
using Markdig.Syntax;

namespace Playbooks.Compiling;

/// <summary>Compiles the text of a Markdown file once for all editions.</summary>
/// <remarks>
/// In: a file and where its text begins behind the front matter. Out: its sections as HTML with slots, and the changes of an
/// override file. Refuses HTML, addresses and Markdown that are not on a list, characters nobody can see, and texts that take
/// long to read (PB0320, PB04). Whether a link, a source, a fact or a term exists is for later stages to say. After a
/// problem the rest is compiled all the same, so that other problems of the page can be found; a text that is refused as a
/// whole becomes an empty document.
/// </remarks>
public static class MarkdownCompiler
{
    /// <summary>Compiles a text.</summary>
    /// <param name="source">The whole file: places in diagnostics count in it.</param>
    /// <param name="bodyOffset">0-based; where the text begins, as <see cref="FrontMatter.Split"/> says, or 0.</param>
    /// <param name="options">What the text may use.</param>
    /// <param name="diagnostics">Receives problems, at most 100 for a file.</param>
    public static CompiledDocument Compile(SourceText source, int bodyOffset, CompileOptions options, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(diagnostics);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)bodyOffset, (uint)source.Text.Length, nameof(bodyOffset));
        try
        {
            return Compile(new CompileContext(source, bodyOffset, options, diagnostics));
        }
        catch (TextRefusedException refusal)
        {
            diagnostics.Add(refusal.Diagnostic);
            return CompiledDocument.Empty;
        }
    }

    private static CompiledDocument Compile(CompileContext context)
    {
        TextGuard.CheckLength(context);
        var body = context.Source.Text[context.BodyOffset..];
        TextGuard.Check(context, body);
        return Compile(context, body, Parse(context, body));
    }

    private static CompiledDocument Compile(CompileContext context, string body, MarkdownDocument document)
    {
        var ids = new HeadingIds();
        ids.Assign(context, document);
        using var writer = new FragmentWriter();
        var blocks = new BlockWriter(context, writer, ids);
        var overrides = new OverrideReader(context, body, writer, blocks);
        var sections = new SectionCompiler(context, body, writer, blocks).Compile(document, SectionScope.Whole(0, body.Length), overrides);
        var parts = overrides.Parts;
        if (parts.Length > 0 && sections.Length > 0)
        {
            context.Report(DiagnosticCatalog.TextOutsideOverride(sections[0].Span));
        }

        return new CompiledDocument(sections, parts);
    }

    private static MarkdownDocument Parse(CompileContext context, string body)
    {
        try
        {
            return Markdown.Parse(body, PlaybookMarkdown.Pipeline, context);
        }
        catch (ArgumentException)
        {
            // Markdig's own limit of depth. It names no place, so the last text it began to read is named.
            throw new TextRefusedException(DiagnosticCatalog.NestedTooDeeply(LastBegun.PlaceIn(context)));
        }
    }
}
