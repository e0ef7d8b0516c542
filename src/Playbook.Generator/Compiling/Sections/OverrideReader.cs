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
        if (block.Arguments.Word is null)
        {
            context.Report(DiagnosticCatalog.MalformedOverride(
                $"`{block.Fence.Name}` does not say which section", block.FenceSpan, "write the id of the section's heading after it"));
        }

        if (block.Arguments.Text is { } text)
        {
            context.Report(DiagnosticCatalog.MalformedOverride($"`{block.Fence.Name}` has no title", text.Span, "write a reason as `reason=\"…\"`"));
        }

        CheckAttributes(block);
        var isEmpty = block.All(BlockWriter.IsInvisible);
        if (mode == OverrideMode.Hide)
        {
            CheckHide(block, isEmpty);
        }
        else if (isEmpty)
        {
            context.Report(DiagnosticCatalog.MalformedOverride(
                $"this `{block.Fence.Name}` block is empty", block.FenceSpan, mode == OverrideMode.Replace ? "use `hide` to leave a section out" : null));
        }

        var end = block.IsFenceClosed ? block.ContentEnd : block.Span.End + 1;
        _parts.Add(new OverridePart
        {
            Mode = mode,
            Section = block.Arguments.Word,
            Base = block.Arguments.Attribute(Base),
            Reason = block.Arguments.Attribute(Reason)?.Value,
            Sections = new SectionCompiler(context, body, writer, blocks).Compile(block, SectionScope.Whole(block.Span.Start, end), null),
            Span = block.FenceSpan,
        });
    }

    private void CheckAttributes(DirectiveBlock block)
    {
        string[] known = [Base, Reason];
        foreach (var (name, value) in block.Arguments.Attributes)
        {
            if (!known.Contains(name, StringComparer.Ordinal))
            {
                var span = value.Span.Skip(-name.Length - 1, name.Length);
                context.Report(DiagnosticCatalog.UnknownAttribute(block.Fence.Name, name, NearestName.Find(name, known), span));
            }
        }
    }

    private void CheckHide(DirectiveBlock block, bool isEmpty)
    {
        if (!isEmpty)
        {
            context.Report(DiagnosticCatalog.MalformedOverride("a `hide` block holds no text", context.FirstLine(block[0]), "use `replace` to write something else"));
        }

        if (string.IsNullOrWhiteSpace(block.Arguments.Attribute(Reason)?.Value))
        {
            context.Report(DiagnosticCatalog.MissingAttribute("hide", Reason, block.FenceSpan));
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
