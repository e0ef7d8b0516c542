using Markdig.Syntax;
using SourceSpan = Playbooks.Diagnostics.SourceSpan;

namespace Playbooks.Compiling;

/// <summary>Cuts a text at its headings and writes each section.</summary>
/// <remarks>
/// In: the top of a syntax tree, or the inside of an override. Out: sections in the order of the text. Conditional blocks
/// with headings are opened up (<see cref="SectionScope"/>); those without stay in a section as a range. Refuses headings of
/// level 1 and below 4, headings without words, and headings inside other blocks.
/// </remarks>
internal sealed class SectionCompiler(CompileContext context, string body, FragmentWriter writer, BlockWriter blocks)
{
    private const int MinimumLevel = 2;
    private const int MaximumLevel = 4;

    private readonly List<SectionDraft> _drafts = [];
    private SectionDraft? _current;

    // 0 before the first heading, which may have any level: a file that replaces a section begins with a deeper one.
    private int _previousLevel;

    /// <summary>Compiles what a container holds.</summary>
    /// <param name="container">The document, or an override block.</param>
    /// <param name="scope">Where it begins and ends.</param>
    /// <param name="overrides">Takes the override blocks at the top of a document; null inside of one.</param>
    public ImmutableArray<CompiledSection> Compile(ContainerBlock container, SectionScope scope, OverrideReader? overrides)
    {
        Walk(container, scope, overrides);
        EndSection();
        var sections = ImmutableArray.CreateBuilder<CompiledSection>(_drafts.Count);
        for (var at = 0; at < _drafts.Count; at++)
        {
            sections.Add(_drafts[at].Finish(SectionSource.Of(body, _drafts, at)));
        }

        return sections.MoveToImmutable();
    }

    private void Walk(ContainerBlock container, SectionScope scope, OverrideReader? overrides)
    {
        for (var at = 0; at < container.Count; at++)
        {
            var block = container[at];
            if (block is HeadingBlock heading)
            {
                StartSection(heading, scope);
            }
            else if (block is DirectiveBlock { IsConditional: true } conditional && ConditionalBlocks.HoldHeadings(conditional))
            {
                Walk(conditional, scope.Enter(conditional, ConditionalBlocks.ConditionOf(context, container, at)), null);
            }
            else if (block is DirectiveBlock { Kind: DirectiveKind.Override } directive && overrides is not null)
            {
                EndSection();
                overrides.Read(directive);
            }
            else if (BlockWriter.IsInvisible(block))
            {
                continue;
            }
            else
            {
                WriteBlock(container, at, scope);
            }
        }
    }

    private void WriteBlock(ContainerBlock container, int index, SectionScope scope)
    {
        var block = container[index];
        if (_current is null || _current.Scope != scope)
        {
            EndSection();
            Begin(new SectionDraft
            {
                Scope = scope,
                Id = null,
                Level = scope.Level,
                Title = new SlottedText("", [new TextPart("", null)], context.FirstLine(block)),
                Heading = Fragment.Empty,
                Start = block.Span.Start,
                Span = context.FirstLine(block),
            });
        }

        _current!.Blocks.Add(new BlockMark(writer.Position, context.FirstLine(block)));
        blocks.Write(container, index, BlockPlace.Top);
    }

    private void StartSection(HeadingBlock heading, SectionScope scope)
    {
        EndSection();
        var span = context.FirstLine(heading);
        CheckLevel(heading.Level, span);
        if (!TitleText.HasWords(heading.Inline))
        {
            context.Report(DiagnosticCatalog.EmptyHeading(span));
        }

        var id = ((HeadingIdInline)heading.Inline!.LastChild!).Id;
        var draft = new SectionDraft
        {
            Scope = scope,
            Id = id,
            Level = heading.Level,
            Title = TitleText.Read(context, heading.Inline) with { Span = span },
            Heading = WriteHeading(heading, id),
            Start = heading.Span.Start,
            Span = span,
        };
        scope.Level = heading.Level;
        Begin(draft);
    }

    private void CheckLevel(int level, SourceSpan span)
    {
        if (level < MinimumLevel)
        {
            context.Report(DiagnosticCatalog.HeadingLevelOne(span));
        }
        else if (level > MaximumLevel)
        {
            context.Report(DiagnosticCatalog.HeadingLevelTooDeep(level, MaximumLevel, span));
        }
        else if (_previousLevel > 0 && level > _previousLevel + 1)
        {
            context.Report(DiagnosticCatalog.HeadingLevelSkipped(level, _previousLevel, span));
        }

        _previousLevel = Math.Max(1, level);
    }

    private Fragment WriteHeading(HeadingBlock heading, string id)
    {
        ReadOnlySpan<byte> level = [(byte)('0' + heading.Level)];
        writer.Write("<h"u8);
        writer.Write(level);
        writer.Write(" id=\""u8);
        writer.WriteEscaped(id);
        writer.Write("\">"u8);
        blocks.Inlines.WriteChildren(heading.Inline);
        writer.Write(" <a class=\"anchor\" href=\"#"u8);
        writer.WriteEscaped(id);
        writer.Write("\" aria-label=\""u8);
        writer.AddUncounted(new FragmentSlot.InterfaceText(writer.Position, InterfaceTextKeys.Anchor, null));
        writer.Write("\">#</a></h"u8);
        writer.Write(level);
        writer.Write(">\n"u8);
        return writer.Take();
    }

    private void Begin(SectionDraft draft)
    {
        _current = draft;
        _drafts.Add(draft);
    }

    private void EndSection()
    {
        if (_current is not null)
        {
            _current.Body = writer.Take();
            _current.Words = writer.TakeWords();
            _current = null;
        }
    }
}
