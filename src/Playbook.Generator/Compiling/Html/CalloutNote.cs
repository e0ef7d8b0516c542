namespace Playbooks.Compiling;

/// <summary>
/// Writes what must be known about a callout such as a legal note: where it is valid, when it was reviewed, what it rests on.
/// The generator knows the last two; the others are words of the playbook and are printed in capitals.
/// </summary>
internal sealed class CalloutNote(CompileContext context, FragmentWriter writer)
{
    private const string Reviewed = "reviewed";
    private const string Sources = "sources";

    /// <summary>Reports attributes that are missing, and those the kind does not have.</summary>
    public void Check(DirectiveBlock block, CalloutKind kind)
    {
        foreach (var required in kind.Requires)
        {
            if (block.Arguments.IsComplete && block.Arguments.Attribute(required) is null)
            {
                context.Report(DiagnosticCatalog.MissingAttribute(kind.Id.Value, required, block.FenceSpan));
            }
        }

        block.Arguments.CheckNames(context, kind.Id.Value, [Reviewed, Sources, .. kind.Requires]);
    }

    /// <summary>Writes one paragraph; nothing when there is nothing to say.</summary>
    public void Write(DirectiveBlock block, CalloutKind kind)
    {
        var hasPart = false;
        foreach (var name in kind.Requires)
        {
            if (name is not (Reviewed or Sources) && block.Arguments.Attribute(name) is { } value)
            {
                StartPart(ref hasPart);
                WriteWord(name, value.Value);
            }
        }

        if (block.Arguments.Attribute(Reviewed) is { } reviewed)
        {
            CheckDate(reviewed);
            StartPart(ref hasPart);
            writer.Add(new FragmentSlot.InterfaceText(writer.Position, InterfaceTextKeys.Reviewed, reviewed.Value));
        }

        if (block.Arguments.Attribute(Sources) is { } sources)
        {
            StartPart(ref hasPart);
            WriteSources(sources);
        }

        writer.Write(hasPart ? "</p>\n"u8 : ""u8);
    }

    private void StartPart(ref bool hasPart)
    {
        writer.Write(hasPart ? " · "u8 : "<p class=\"callout-note\">"u8);
        hasPart = true;
    }

    private void WriteWord(string name, string value)
    {
        writer.EndWord();
        writer.Write("<span class=\"callout-"u8);
        writer.WriteEscaped(name);
        writer.Write("\">"u8);
        writer.WriteText(value.ToUpperInvariant().Replace(",", ", ", StringComparison.Ordinal));
        writer.Write("</span>"u8);
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
                context.Report(DiagnosticCatalog.MalformedDirective(
                    $"`{source}` cannot be the id of a source", span, "separate ids with commas only"));
            }

            at += source.Length + 1;
        }
    }

    private void CheckDate(Located<string> text)
    {
        if (!DateOnly.TryParseExact(text.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            context.Report(DiagnosticCatalog.MalformedDirective(
                $"`{text.Value}` is no date", text.Span, "write year, month and day, such as `2026-11-20`"));
        }
    }
}
