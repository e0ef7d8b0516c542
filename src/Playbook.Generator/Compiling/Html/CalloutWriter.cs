using System.Text;

namespace Playbooks.Compiling;

/// <summary>Writes callouts: a title, what the kind says must be known about it, and the text.</summary>
/// <remarks>
/// <c>role="note"</c> because an <c>aside</c> with a name would be a landmark of the page, and twenty tips are no landmarks.
/// </remarks>
internal sealed class CalloutWriter(CompileContext context, FragmentWriter writer, BlockWriter blocks, HeadingIds ids)
{
    private const string Reviewed = "reviewed";
    private const string Sources = "sources";

    // An override is composed with pages and other overrides, each with callouts of its own.
    private readonly string _idStem = context.Options.AllowsOverrides ? $"callout-{StableHash(context.Source.Path)}" : "callout";

    public void Write(DirectiveBlock block, int depth)
    {
        var kind = context.Options.CalloutOf(block.Fence.Name)!;
        Check(block, kind);
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
        WriteNote(block, kind);
        blocks.WriteChildren(block, new BlockPlace("callout", depth + 1));
        writer.Write(kind.HasWriteLine ? "<p class=\"write-line\"></p>\n</aside>\n"u8 : "</aside>\n"u8);
    }

    private void WriteIcon(CalloutKind kind)
    {
        if (kind.Icon is { } icon)
        {
            writer.Write("<span class=\"callout-icon\" data-icon=\""u8);
            writer.WriteEscaped(icon.Value);
            writer.Write("\"></span>"u8);
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

    /// <summary>Where it is valid, when it was reviewed, and what it rests on; nothing when none is given.</summary>
    private void WriteNote(DirectiveBlock block, CalloutKind kind)
    {
        var isFirst = true;
        foreach (var name in kind.Requires)
        {
            if (name is not (Reviewed or Sources) && block.Arguments.Attribute(name) is { } value)
            {
                StartNotePart(ref isFirst);
                writer.Write("<span class=\"callout-"u8);
                writer.WriteEscaped(name);
                writer.Write("\">"u8);
                writer.WriteText(value.Value.ToUpperInvariant().Replace(",", ", ", StringComparison.Ordinal));
                writer.Write("</span>"u8);
            }
        }

        if (block.Arguments.Attribute(Reviewed) is { } reviewed && IsDate(reviewed))
        {
            StartNotePart(ref isFirst);
            writer.Add(new FragmentSlot.InterfaceText(writer.Position, InterfaceTextKeys.Reviewed, reviewed.Value));
        }

        if (block.Arguments.Attribute(Sources) is { } sources)
        {
            StartNotePart(ref isFirst);
            WriteSources(sources);
        }

        writer.Write(isFirst ? ""u8 : "</p>\n"u8);
    }

    private void StartNotePart(ref bool isFirst)
    {
        writer.EndWord();
        writer.Write(isFirst ? "<p class=\"callout-note\">"u8 : " · "u8);
        isFirst = false;
    }

    private void WriteSources(Located<string> sources)
    {
        var at = 0;
        foreach (var source in sources.Value.Split(','))
        {
            var span = sources.Span.Skip(at, source.Length);
            if (Slug.TryParse(source, out _))
            {
                writer.Add(new FragmentSlot.Citation(writer.Position, new Located<string>(source, span)));
            }
            else
            {
                context.Report(DiagnosticCatalog.MalformedDirective($"`{source}` cannot be the id of a source", span, "separate ids with commas only"));
            }

            at += source.Length + 1;
        }
    }

    private void Check(DirectiveBlock block, CalloutKind kind)
    {
        if (block.Arguments.Word is { } word)
        {
            context.Report(DiagnosticCatalog.MalformedDirective($"`{word.Value}` cannot stand here", word.Span, "a title is written between quotes"));
        }

        foreach (var required in kind.Requires)
        {
            if (block.Arguments.Attribute(required) is null)
            {
                context.Report(DiagnosticCatalog.MissingAttribute(kind.Id.Value, required, block.FenceSpan));
            }
        }

        string[] known = [Reviewed, Sources, .. kind.Requires];
        foreach (var (name, value) in block.Arguments.Attributes)
        {
            if (!known.Contains(name, StringComparer.Ordinal))
            {
                var span = value.Span.Skip(-name.Length - 1, name.Length);
                context.Report(DiagnosticCatalog.UnknownAttribute(kind.Id.Value, name, NearestName.Find(name, known), span));
            }
        }
    }

    private bool IsDate(Located<string> text)
    {
        var isDate = DateOnly.TryParseExact(text.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        if (!isDate)
        {
            context.Report(DiagnosticCatalog.MalformedDirective($"`{text.Value}` is no date", text.Span, "write year, month and day, such as `2026-11-20`"));
        }

        return isDate;
    }

    /// <summary>FNV-1a of the path: the same in every build, and different for different files of one page.</summary>
    private static string StableHash(InputPath path)
    {
        var hash = 2166136261u;
        foreach (var each in Encoding.UTF8.GetBytes(path.Value))
        {
            hash = (hash ^ each) * 16777619u;
        }

        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
