using System.Text;
using System.Text.Json;

namespace Playbooks.Diagnostics;

/// <summary>Writes diagnostics for people (with an excerpt of the line) and for programs (JSON lines).</summary>
public static class DiagnosticText
{
    private const int ExcerptWidth = 160;
    private const int TabWidth = 4;

    /// <summary>
    /// A diagnostic as several lines of text:
    /// <code>
    /// error[PB0101]: there is no change area `planing`
    ///  --> playbook.yml:4:5
    ///   |
    /// 4 |   - planing
    ///   |     ^^^^^^^
    ///   = hint: did you mean `planning`?
    /// </code>
    /// </summary>
    public static string Format(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        var span = diagnostic.Span;
        var number = span.Line.ToString(CultureInfo.InvariantCulture);
        var margin = new string(' ', number.Length);
        var text = new StringBuilder();
        text.Append(SeverityName(diagnostic.Severity)).Append('[').Append(diagnostic.Code).Append("]: ").Append(OneLine(diagnostic.Message)).Append('\n');
        text.Append(margin).Append("--> ").Append(OneLine(span.ToString())).Append('\n');
        var excerpt = Excerpt(span);
        if (excerpt.Length > 0)
        {
            text.Append(margin).Append(" |\n").Append(excerpt);
        }

        if (diagnostic.Edition is { } edition)
        {
            text.Append(margin).Append(" = in: ").Append(edition).Append('\n');
        }

        if (diagnostic.Hint is { } hint)
        {
            text.Append(margin).Append(" = hint: ").Append(OneLine(hint)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>All diagnostics as one JSON array; line and column count from 1, column and length in UTF-16 units.</summary>
    public static string ToJson(IEnumerable<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartArray();
            foreach (var each in diagnostics)
            {
                json.WriteStartObject();
                json.WriteString("code", each.Code);
                json.WriteString("severity", SeverityName(each.Severity));
                json.WriteString("message", each.Message);
                json.WriteString("file", each.Span.Path.Value);
                json.WriteNumber("line", each.Span.Line);
                json.WriteNumber("column", each.Span.Column);
                json.WriteNumber("length", each.Span.Length);
                json.WriteString("hint", each.Hint);
                json.WriteString("edition", each.Edition);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string SeverityName(Severity severity) => severity == Severity.Error ? "error" : "warning";

    /// <summary>
    /// The line of a place with its number, and a line that marks the place; empty when the line is:
    /// <code>
    /// 4 |   - planing
    ///   |     ^^^^^^^
    /// </code>
    /// </summary>
    public static string Excerpt(SourceSpan span)
    {
        var (line, before, marked) = MarkedLine(span);
        var number = span.Line.ToString(CultureInfo.InvariantCulture);
        return line.Length == 0 ? "" : $"{number} | {line}\n{new string(' ', number.Length)} | {new string(' ', before)}{new string('^', marked)}\n";
    }

    /// <summary>The line to show (cut around the place when it is long), how many columns stand before the mark, and its width.</summary>
    private static (string Line, int Before, int Marked) MarkedLine(SourceSpan span)
    {
        var line = span.Source.Line(span.Line);
        var start = Math.Clamp(span.Column - 1, 0, line.Length);
        var length = Math.Clamp(span.Length, 1, Math.Max(1, line.Length - start));
        var first = line.Length <= ExcerptWidth ? 0 : Math.Clamp(start - (ExcerptWidth / 4), 0, line.Length - ExcerptWidth);
        var last = Math.Min(line.Length, first + ExcerptWidth);
        var shown = new StringBuilder();
        var (before, marked) = (0, 0);
        for (var at = first; at < last; at++)
        {
            var width = Visible(line[at], shown);
            before += at < start ? width : 0;
            marked += at >= start && at < start + length ? width : 0;
        }

        return (shown.ToString().TrimEnd(), before, Math.Max(1, marked));
    }

    /// <summary>Control characters would move the terminal's cursor or colour the rest of the output, so they are shown as one mark.</summary>
    private static int Visible(char character, StringBuilder shown)
    {
        if (character == '\t')
        {
            shown.Append(' ', TabWidth);
            return TabWidth;
        }

        shown.Append(char.IsControl(character) || char.GetUnicodeCategory(character) == UnicodeCategory.Format ? '\uFFFD' : character);
        return 1;
    }

    private static string OneLine(string text) =>
        string.Create(text.Length, text, static (span, source) =>
        {
            for (var at = 0; at < span.Length; at++)
            {
                span[at] = char.IsControl(source[at]) ? ' ' : source[at];
            }
        });
}
