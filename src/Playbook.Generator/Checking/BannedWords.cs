using System.Text;

namespace Playbooks.Checking;

/// <summary>Finds banned words in the text a reader reads: not in tags, addresses or code, and not as part of a longer word.</summary>
internal static class BannedWords
{
    /// <summary>Where a section of an edition first uses a word; null when it does not.</summary>
    public static SourceSpan? Find(EditionSectionText section, string word)
    {
        if (Contains(section.Title, word))
        {
            return section.Compiled.Span;
        }

        var html = Encoding.UTF8.GetString(section.Body.Utf8.Span);
        if (html.IndexOf(word, StringComparison.OrdinalIgnoreCase) < 0 || !Contains(WithoutMarkup(html), word))
        {
            return null;
        }

        // The line of the source shows the word unless a value brought it; then the section's heading is the nearest place.
        var source = section.Compiled.Span.Source;
        for (var line = section.Compiled.Span.Line; line <= source.LineCount; line++)
        {
            var at = source.Line(line).IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
            {
                return new SourceSpan(source, line, at + 1, word.Length);
            }
        }

        return section.Compiled.Span;
    }

    private static bool Contains(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static string WithoutMarkup(string html)
    {
        var text = new StringBuilder(html.Length);
        var codeDepth = 0;
        for (var at = 0; at < html.Length; at++)
        {
            if (html[at] != '<')
            {
                text.Append(codeDepth > 0 ? ' ' : html[at]);
                continue;
            }

            var end = html.IndexOf('>', at);
            var tag = html.AsSpan(at, (end < 0 ? html.Length : end) - at);
            codeDepth += tag.StartsWith("<code") ? 1 : tag.StartsWith("</code") ? -1 : 0;
            at = end < 0 ? html.Length : end;
        }

        return System.Net.WebUtility.HtmlDecode(text.ToString());
    }
}
