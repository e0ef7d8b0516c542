namespace Playbooks.Compiling;

/// <summary>Reads the blocks of a file that changes another page: <c>replace</c>, <c>before</c>, <c>after</c>, <c>hide</c>.</summary>
internal sealed class OverrideReader(CompileContext context, string body, FragmentWriter writer, BlockWriter blocks)
{
    private const string Base = "base";
    private const string Reason = "reason";

    private readonly ImmutableArray<OverridePart>.Builder _parts = ImmutableArray.CreateBuilder<OverridePart>();

    /// <summary>What was read so far, in order.</summary>
    public ImmutableArray<OverridePart> Parts => _parts.ToImmutable();

    public void Read(DirectiveBlock block)
    {
        var mode = ModeOf(block.Fence.Name);
        if (block.Arguments is { Word: null, IsComplete: true })
        {
            context.Report(DiagnosticCatalog.MalformedOverride(
                $"`{block.Fence.Name}` does not say which section", block.FenceSpan, "write the id of the section's heading after it"));
        }

        if (block.Arguments.Text is { } text)
        {
            context.Report(DiagnosticCatalog.MalformedOverride(
                $"`{block.Fence.Name}` has no title", text.Span, "write a reason as `reason=\"…\"`"));
        }

        block.Arguments.CheckNames(context, block.Fence.Name, [Base, Reason]);
        var isEmpty = block.All(BlockWriter.IsInvisible);
        if (mode == OverrideMode.Hide)
        {
            CheckHidden(block, isEmpty);
        }
        else if (isEmpty)
        {
            var hint = mode == OverrideMode.Replace ? "use `hide` to leave a section out" : null;
            context.Report(DiagnosticCatalog.MalformedOverride($"this `{block.Fence.Name}` block is empty", block.FenceSpan, hint));
        }

        var reason = block.Arguments.Attribute(Reason)?.Value;
        var end = block.IsFenceClosed ? block.ContentEnd : block.Span.End + 1;
        _parts.Add(new OverridePart
        {
            Mode = mode,
            Section = block.Arguments.Word,
            Base = block.Arguments.Attribute(Base),
            Reason = string.IsNullOrWhiteSpace(reason) ? null : reason,
            Sections = new SectionCompiler(context, body, writer, blocks).Compile(block, SectionScope.Whole(block.Span.Start, end), null),
            Span = block.FenceSpan,
        });
    }

    /// <summary>Whether a reason is given is asked where it can also stand in the front matter.</summary>
    private void CheckHidden(DirectiveBlock block, bool isEmpty)
    {
        if (!isEmpty)
        {
            context.Report(DiagnosticCatalog.MalformedOverride(
                "a `hide` block holds no text", context.FirstLine(block[0]), "use `replace` to write something else"));
        }
    }

    private static OverrideMode ModeOf(string name) => name switch
    {
        "replace" => OverrideMode.Replace,
        "before" => OverrideMode.Before,
        "after" => OverrideMode.After,
        _ => OverrideMode.Hide,
    };
}
