namespace Playbooks.Compiling;

/// <summary>What follows the name of a directive: at most one quoted text, at most one bare word, and <c>name=value</c> pairs.</summary>
internal sealed class DirectiveArguments
{
    // More than any directive has; each is compared with the ones before it.
    private const int MaximumAttributes = 16;

    private readonly List<(Located<string> Name, Located<string> Value)> _attributes = [];

    private DirectiveArguments()
    {
    }

    /// <summary>The quoted text without its quotes, as written; null without one.</summary>
    public Located<string>? Text { get; private set; }

    /// <summary>The bare word; null without one.</summary>
    public Located<string>? Word { get; private set; }

    /// <summary>False when something could not be read and was reported; what is missing then is not missing for sure.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>In the order written; a name occurs once.</summary>
    public IReadOnlyList<(Located<string> Name, Located<string> Value)> Attributes => _attributes;

    /// <summary>The value of an attribute; null when it is not given.</summary>
    public Located<string>? Attribute(string name)
    {
        foreach (var (each, value) in _attributes)
        {
            if (each.Value == name)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>Reports attributes that a directive does not have.</summary>
    public void CheckNames(CompileContext context, string directive, string[] known)
    {
        foreach (var (name, _) in _attributes)
        {
            if (!known.Contains(name.Value, StringComparer.Ordinal))
            {
                context.Report(DiagnosticCatalog.UnknownAttribute(directive, name.Value, NearestName.Find(name.Value, known), name.Span));
            }
        }
    }

    /// <summary>Reads the arguments; what cannot be read gives PB0412 and ends the reading.</summary>
    public static DirectiveArguments Read(CompileContext context, DirectiveLine line)
    {
        var arguments = new DirectiveArguments();
        var rest = line.Arguments.AsSpan();
        var at = 0;
        while (at < rest.Length)
        {
            var length = arguments.ReadNext(context, rest[at..], line.ArgumentsStart + at);
            if (length == 0)
            {
                arguments.IsComplete = false;
                break;
            }

            at += length;
            at += rest[at..].Length - rest[at..].TrimStart().Length;
        }

        return arguments;
    }

    /// <summary>Reads one argument and says how long it was; 0 after a diagnostic.</summary>
    private int ReadNext(CompileContext context, ReadOnlySpan<char> rest, int position)
    {
        if (rest[0] == '"')
        {
            return ReadText(context, rest, position);
        }

        var length = WordLength(rest);
        if (length < rest.Length && rest[length] == '=' && length > 0)
        {
            return ReadAttribute(context, rest, length, position);
        }

        length = Math.Max(length, 1);
        if (Word is not null || Text is not null || rest[0] is '\u201C' or '\u201D' or '\'' or '=')
        {
            context.Report(DiagnosticCatalog.MalformedDirective(
                $"`{rest[..length]}` cannot stand here",
                context.Span(position, length),
                "titles and conditions are written between straight quotes, other values as `name=value`"));
            return 0;
        }

        Word = new Located<string>(rest[..length].ToString(), context.Span(position, length));
        return length;
    }

    private int ReadText(CompileContext context, ReadOnlySpan<char> rest, int position)
    {
        var length = QuotedLength(rest);
        if (length == 0 || Text is not null)
        {
            var problem = length == 0 ? "this text has no closing quote" : "there can be only one text between quotes";
            context.Report(DiagnosticCatalog.MalformedDirective(problem, context.Span(position, length == 0 ? rest.Length : length)));
            return 0;
        }

        Text = new Located<string>(rest[1..(length - 1)].ToString(), context.Span(position + 1, length - 2));
        return length;
    }

    private int ReadAttribute(CompileContext context, ReadOnlySpan<char> rest, int nameLength, int position)
    {
        var name = rest[..nameLength].ToString();
        var written = rest[(nameLength + 1)..];
        var isQuoted = !written.IsEmpty && written[0] == '"';
        var length = isQuoted ? QuotedLength(written) : ValueLength(written);
        if (length == 0 || Attribute(name) is not null || _attributes.Count == MaximumAttributes)
        {
            var problem = length == 0 ? $"`{name}` has no value" : Attribute(name) is null ? "there are too many values" : $"`{name}` is given twice";
            context.Report(DiagnosticCatalog.MalformedDirective(problem, context.Span(position, nameLength + 1)));
            return 0;
        }

        var quote = isQuoted ? 1 : 0;
        var value = written[quote..(length - quote)].ToString();
        _attributes.Add((
            new Located<string>(name, context.Span(position, nameLength)),
            new Located<string>(value, context.Span(position + nameLength + 1 + quote, value.Length))));
        return nameLength + 1 + length;
    }

    /// <summary>Length of a quoted text with its quotes; 0 when it is not closed. <c>\"</c> does not close it.</summary>
    private static int QuotedLength(ReadOnlySpan<char> text)
    {
        for (var at = 1; at < text.Length; at++)
        {
            if (text[at] == '"' && text[at - 1] != '\\')
            {
                return at + 1;
            }
        }

        return 0;
    }

    private static int WordLength(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(" \t=\"");
        return end < 0 ? text.Length : end;
    }

    private static int ValueLength(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(' ', '\t');
        return end < 0 ? text.Length : end;
    }
}
