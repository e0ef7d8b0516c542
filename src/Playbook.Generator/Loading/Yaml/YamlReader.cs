using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Playbooks.Loading;

/// <summary>
/// Reads YAML 1.2 from the parser's events into positioned nodes. Anchors, aliases, tags, several documents, duplicate
/// keys and more than 32 levels are refused, because each is a way to hide, to repeat without end or to exhaust the stack.
/// </summary>
/// <remarks>
/// The library's object deserializer is not used: on a stack of 1.5 MiB, 131 opening brackets end the process with it, and
/// it keeps the last of two equal keys in silence.
/// </remarks>
internal sealed class YamlReader
{
    private const int MaximumDepth = 32;

    private readonly SourceText _source;
    private readonly int _start;
    private readonly DiagnosticBag _diagnostics;
    private readonly Parser _parser;

    private YamlReader(SourceText source, int start, int length, DiagnosticBag diagnostics)
    {
        _source = source;
        _start = start;
        _diagnostics = diagnostics;
        _parser = new Parser(new Scanner(new StringReader(source.Text.Substring(start, length)), skipComments: true));
    }

    /// <summary>Reads a whole file; null after an error, no keys for an empty file.</summary>
    public static YamlMapping? ReadFile(SourceText source, DiagnosticBag diagnostics) =>
        ReadPart(source, 0, source.Text.Length, diagnostics);

    /// <summary>Reads part of a file, such as front matter; null after an error, no keys for an empty part.</summary>
    /// <param name="source">The file.</param>
    /// <param name="start">0-based offset of the part; the start of a line.</param>
    /// <param name="length">In UTF-16 units.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static YamlMapping? ReadPart(SourceText source, int start, int length, DiagnosticBag diagnostics)
    {
        var reader = new YamlReader(source, start, length, diagnostics);
        try
        {
            return reader.ReadDocument();
        }
        catch (RefusedException refused)
        {
            diagnostics.Add(refused.Diagnostic);
        }
        catch (YamlException exception)
        {
            diagnostics.Add(DiagnosticCatalog.InvalidYaml(reader.Span(exception.Start, exception.Start), Reason(exception)));
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // The parser lets these through for some inputs, such as a lone `...`, without a position.
            diagnostics.Add(DiagnosticCatalog.InvalidYaml(source.Span(start, 1), "it cannot be read"));
        }

        return null;
    }

    private YamlMapping? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out var end))
        {
            return new YamlMapping([], SpanOf(end));
        }

        _parser.Consume<DocumentStart>();
        var root = ReadNode(1);
        _parser.Consume<DocumentEnd>();
        if (!_parser.Accept<StreamEnd>(out _))
        {
            throw new RefusedException(DiagnosticCatalog.SeveralDocuments(SpanOf(_parser.Current!)));
        }

        return root switch
        {
            YamlMapping mapping => mapping,
            YamlScalar { IsNothing: true } => new YamlMapping([], root.Span),
            _ => throw new RefusedException(DiagnosticCatalog.WrongType(root.Span, "the file", "keys with values", root.Kind)),
        };
    }

    private YamlNode ReadNode(int depth)
    {
        var current = _parser.Current ?? throw new RefusedException(DiagnosticCatalog.InvalidYaml(_source.Span(_source.Text.Length, 1), "it ends too early"));
        if (depth > MaximumDepth)
        {
            throw new RefusedException(DiagnosticCatalog.YamlTooDeep(SpanOf(current), MaximumDepth));
        }

        RefuseIndirection(current);
        _parser.MoveNext();
        return current switch
        {
            Scalar scalar => ReadScalar(scalar),
            SequenceStart start => ReadSequence(start, depth),
            MappingStart start => ReadMapping(start, depth),
            _ => throw new RefusedException(DiagnosticCatalog.InvalidYaml(SpanOf(current), "a value is missing")),
        };
    }

    private YamlScalar ReadScalar(Scalar scalar)
    {
        var span = SpanOf(scalar);
        if (TextGuard.Find(scalar.Value) is { } refused)
        {
            // Escapes such as "\u202E" bring characters that the file itself could not hold.
            throw new RefusedException(DiagnosticCatalog.InvalidText(span, TextGuard.Name(refused)));
        }

        var isQuoted = scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted;
        return new YamlScalar(scalar.Value, scalar.Style == ScalarStyle.Plain, span, isQuoted ? span.Skip(1, span.Length - 2) : span);
    }

    private YamlSequence ReadSequence(SequenceStart start, int depth)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode(depth + 1));
        }

        return new YamlSequence(items.ToImmutable(), SpanOf(start));
    }

    private YamlMapping ReadMapping(MappingStart start, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var keys = new Dictionary<string, YamlScalar>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(depth + 1) as YamlScalar
                ?? throw new RefusedException(DiagnosticCatalog.InvalidYaml(SpanOf(start), "a key must be a single value"));
            var value = ReadNode(depth + 1);
            if (keys.TryGetValue(key.Value, out var first))
            {
                _diagnostics.Add(DiagnosticCatalog.DuplicateKey(key.Span, key.Value, first.Span.Line));
                continue;
            }

            keys.Add(key.Value, key);
            entries.Add(new YamlEntry(key, value));
        }

        return new YamlMapping(entries.ToImmutable(), SpanOf(start));
    }

    private void RefuseIndirection(ParsingEvent current)
    {
        if (current is AnchorAlias || current is NodeEvent { Anchor.IsEmpty: false })
        {
            throw new RefusedException(DiagnosticCatalog.YamlAnchor(SpanOf(current)));
        }

        if (current is NodeEvent { Tag.IsEmpty: false })
        {
            throw new RefusedException(DiagnosticCatalog.YamlTag(SpanOf(current)));
        }
    }

    private SourceSpan SpanOf(ParsingEvent current) => Span(current.Start, current.End);

    /// <summary>A place by its offset: the parser counts more characters as ends of lines than editors do.</summary>
    private SourceSpan Span(Mark start, Mark end)
    {
        var span = _source.Span(_start + (int)start.Index, 1);
        var rest = Math.Max(1, _source.Line(span.Line).Length - span.Column + 1);
        return span with { Length = Math.Clamp((int)(end.Index - start.Index), 1, rest) };
    }

    private static string Reason(YamlException exception)
    {
        var message = exception.Message.TrimEnd('.', ' ');
        return message.Length > 0 ? char.ToLowerInvariant(message[0]) + message[1..] : "it cannot be read";
    }

    /// <summary>Leaves the recursion with a diagnostic in hand; never leaves this class.</summary>
    private sealed class RefusedException(Diagnostic diagnostic) : Exception
    {
        public Diagnostic Diagnostic { get; } = diagnostic;
    }
}
