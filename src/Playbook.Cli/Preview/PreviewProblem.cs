using System.Text;
using System.Text.Json;
using Playbooks.Diagnostics;

namespace Playbooks.Cli.Preview;

/// <summary>One thing that the overlay tells an author: a diagnostic, or why the theme cannot be bundled or a folder not be read.</summary>
internal sealed record PreviewProblem
{
    /// <summary>Whether something is not shown because of it.</summary>
    public required bool IsError { get; init; }

    /// <summary>Code of the diagnostic; null for what comes from elsewhere.</summary>
    public string? Code { get; init; }

    /// <summary>What is wrong.</summary>
    public required string Message { get; init; }

    /// <summary>File, line and column; null when it is no place.</summary>
    public string? Place { get; init; }

    /// <summary>The line with a mark below the place; empty for none.</summary>
    public string Excerpt { get; init; } = "";

    /// <summary>What to do; null for nothing sure.</summary>
    public string? Hint { get; init; }

    /// <summary>The edition in which it happens; null for all.</summary>
    public string? Edition { get; init; }

    /// <summary>A diagnostic of the generator.</summary>
    public static PreviewProblem Of(Diagnostic diagnostic) => new()
    {
        IsError = diagnostic.Severity == Severity.Error,
        Code = diagnostic.Code,
        Message = diagnostic.Message,
        Place = diagnostic.Span.ToString(),
        Excerpt = DiagnosticText.Excerpt(diagnostic.Span),
        Hint = diagnostic.Hint,
        Edition = diagnostic.Edition,
    };

    /// <summary>As the terminal shows it.</summary>
    public string Text()
    {
        var text = new StringBuilder(IsError ? "error" : "warning").Append(Code is null ? "" : $"[{Code}]").Append(": ").Append(Message).Append('\n');
        Add(text, "-->", Place);
        text.Append(Excerpt);
        Add(text, "= in:", Edition);
        Add(text, "= hint:", Hint);
        return text.ToString();
    }

    /// <summary>All problems as one line of JSON.</summary>
    /// <param name="problems">The problems.</param>
    /// <param name="isComplete">Whether everything was looked at; more may come otherwise.</param>
    public static string ToJson(IEnumerable<PreviewProblem> problems, bool isComplete)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteBoolean("complete", isComplete);
            json.WriteStartArray("problems");
            foreach (var each in problems)
            {
                json.WriteStartObject();
                json.WriteString("severity", each.IsError ? "error" : "warning");
                json.WriteString("code", each.Code);
                json.WriteString("message", each.Message);
                json.WriteString("place", each.Place);
                json.WriteString("excerpt", each.Excerpt);
                json.WriteString("hint", each.Hint);
                json.WriteString("edition", each.Edition);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Add(StringBuilder text, string what, string? value)
    {
        if (value is not null)
        {
            text.Append("  ").Append(what).Append(' ').Append(value).Append('\n');
        }
    }
}
