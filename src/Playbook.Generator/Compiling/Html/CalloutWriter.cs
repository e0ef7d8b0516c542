using System.Text;

namespace Playbooks.Compiling;

/// <summary>Writes callouts: a title, what the kind says must be known about it, and the text.</summary>
/// <remarks>
/// <c>role="note"</c> because an <c>aside</c> with a name would be a landmark of the page, and twenty tips are no landmarks.
/// </remarks>
internal sealed class CalloutWriter(CompileContext context, FragmentWriter writer, BlockWriter blocks, HeadingIds ids)
{
    private readonly CalloutNote _note = new(context, writer);

    // A page may be composed of several files, the common one and overrides, each with callouts of its own.
    private readonly string _idStem = $"callout-{StableHash(context.Source.Path)}";

    public void Write(DirectiveBlock block, BlockPlace place)
    {
        var kind = context.Options.CalloutOf(block.Fence.Name)!;
        if (block.Arguments.Word is { } word)
        {
            context.Report(DiagnosticCatalog.MalformedDirective($"`{word.Value}` cannot stand here", word.Span, "a title is written between quotes"));
        }

        _note.Check(block, kind);
        var id = ids.Numbered(_idStem);
        writer.Write("<aside class=\"callout callout-"u8);
        writer.WriteEscaped(kind.Id.Value);
        writer.Write("\" role=\"note\" aria-labelledby=\""u8);
        writer.WriteEscaped(id);
        writer.Write("\">\n<p class=\"callout-title\" id=\""u8);
        writer.WriteEscaped(id);
        writer.Write("\">"u8);
        WriteIcon(kind);
        WriteTitle(block, kind);
        writer.Write("</p>\n"u8);
        _note.Write(block, kind);
        blocks.WriteChildren(block, place.Inside("callout"));
        writer.Write(kind.HasWriteLine ? "<p class=\"write-line\"></p>\n</aside>\n"u8 : "</aside>\n"u8);
    }

    private void WriteIcon(CalloutKind kind)
    {
        if (kind.Icon is { } icon)
        {
            writer.Write(Encoding.UTF8.GetBytes(Icon.Use(icon.Value)));
        }
    }

    private void WriteTitle(DirectiveBlock block, CalloutKind kind)
    {
        writer.EndWord();
        if (block.Arguments.Text is not { } title || string.IsNullOrWhiteSpace(title.Value))
        {
            writer.WriteText(kind.Label);
            return;
        }

        foreach (var part in SlotParser.ParseText(title.Value, title.Span, context.Diagnostics).Parts)
        {
            if (part.Slot is { } slot)
            {
                writer.Add(new FragmentSlot.Value(writer.Position, slot));
            }
            else
            {
                writer.WriteText(part.Literal!.Replace("\\\"", "\"", StringComparison.Ordinal));
            }
        }
    }

    /// <summary>FNV-1a of the path: the same in every build, and different for different files of one page.</summary>
    private static string StableHash(InputPath path)
    {
        var hash = 2166136261u;
        foreach (var each in Encoding.UTF8.GetBytes(path.Value))
        {
            hash = (hash ^ each) * 16777619u;
        }

        return (hash & 0xFFFFFF).ToString("x6", CultureInfo.InvariantCulture);
    }
}
