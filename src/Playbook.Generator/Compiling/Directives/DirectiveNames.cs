namespace Playbooks.Compiling;

/// <summary>Knows what the names of directives mean, and reads the condition of a <c>when</c>.</summary>
internal static class DirectiveNames
{
    private static readonly string[] Overrides = ["replace", "before", "after", "hide"];

    /// <summary>What a directive is for; <see cref="DirectiveKind.Unknown"/> after a diagnostic.</summary>
    public static DirectiveKind KindOf(CompileContext context, DirectiveLine line)
    {
        var span = context.Span(line.NameStart, Math.Max(1, line.Name.Length));
        switch (line.Name)
        {
            case "":
                context.Report(DiagnosticCatalog.MalformedDirective("the colons are not followed by the name of a block", span));
                return DirectiveKind.Unknown;
            case "when":
                return DirectiveKind.When;
            case "else":
                return DirectiveKind.Else;
            case "replace" or "before" or "after" or "hide" when context.Options.AllowsOverrides:
                return DirectiveKind.Override;
            case "replace" or "before" or "after" or "hide":
                context.Report(DiagnosticCatalog.MisplacedOverride(line.Name, isOverrideFile: false, span));
                return DirectiveKind.Unknown;
            default:
                return CalloutOrUnknown(context, line, span);
        }
    }

    private static DirectiveKind CalloutOrUnknown(CompileContext context, DirectiveLine line, SourceSpan span)
    {
        if (context.Options.CalloutOf(line.Name) is not null)
        {
            return DirectiveKind.Callout;
        }

        string[] known =
        [
            "when", "else", .. context.Options.Callouts.Select(each => each.Id.Value), .. context.Options.AllowsOverrides ? Overrides : [],
        ];
        context.Report(DiagnosticCatalog.UnknownDirective(line.Name, NearestName.Find(line.Name, known), known, span));
        return DirectiveKind.Unknown;
    }

    /// <summary>The condition of a <c>when</c>; one that always holds after a diagnostic.</summary>
    public static Condition ConditionOf(CompileContext context, DirectiveArguments arguments, SourceSpan span)
    {
        if (arguments.Text is { } text && arguments.Word is null && arguments.Attributes.Count == 0)
        {
            var offset = context.Source.Offset(text.Span.Line, text.Span.Column);
            if (ConditionParser.Parse(text.Value, context.Source, offset, context.Diagnostics) is { } condition)
            {
                return condition;
            }

            context.CountProblem(text.Span);
            return Condition.Always;
        }

        if (!arguments.IsComplete)
        {
            return Condition.Always;
        }

        context.Report(DiagnosticCatalog.MalformedDirective(
            "`when` needs one condition between quotes", span, "such as `::: when \"regulated and size != 'micro'\"`"));
        return Condition.Always;
    }
}
