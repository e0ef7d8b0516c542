using System.Net;
using System.Text;
using Playbooks.Markup;

namespace Playbooks.Rendering;

/// <summary>The steps of a play: the items of the first numbered list of its text.</summary>
internal static class RunSteps
{
    /// <summary>The steps as plain text; empty when the text has no numbered list.</summary>
    public static IReadOnlyList<string> Of(EditionPage page) => page.Sections.Select(section => Read(section.Body.Utf8.Span)).FirstOrDefault(steps => steps.Count > 0) ?? [];

    private static List<string> Read(ReadOnlySpan<byte> html)
    {
        var steps = new List<string>();
        var start = html.IndexOf("<ol"u8);
        if (start < 0)
        {
            return steps;
        }

        var reader = new HtmlReader(html[start..]);
        var text = new StringBuilder();
        var depth = 0;
        while (reader.ReadTag())
        {
            text.Append(Encoding.UTF8.GetString(html[start..][reader.TextStart..reader.TextEnd]));
            var isList = HtmlReader.Is(reader.Name, "ol"u8) || HtmlReader.Is(reader.Name, "ul"u8);
            depth += !isList ? 0 : reader.IsClosing ? -1 : 1;
            if (depth == 0)
            {
                break;
            }

            if (depth == 1 && HtmlReader.Is(reader.Name, "li"u8))
            {
                if (reader.IsClosing)
                {
                    steps.Add(string.Join(' ', WebUtility.HtmlDecode(text.ToString()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
                }

                text.Clear();
            }
        }

        return steps;
    }
}
