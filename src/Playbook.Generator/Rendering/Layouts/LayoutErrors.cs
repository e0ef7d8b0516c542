using System.Text.RegularExpressions;

namespace Playbooks.Rendering;

/// <summary>Finds the place of a theme's mistake; the template library gives positions only for syntax.</summary>
internal static partial class LayoutErrors
{
    /// <summary>The place a parser's message names; the start of the file when it names none.</summary>
    public static SourceSpan Place(SourceText source, string error)
    {
        var match = LineAndColumn().Match(error);
        return match.Success
            ? new SourceSpan(source, int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), Math.Max(1, int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)), 1)
            : source.Span(0, 1);
    }

    /// <summary>The first line of a parser's message without its place.</summary>
    public static string Message(string error) => LineAndColumn().Replace(error.Split('\n')[0], "").TrimEnd(' ', 'a', 't', ':');

    /// <summary>The first sentence of a library's message as we write ours: small first letter, no full stop.</summary>
    public static string InOurVoice(string message)
    {
        var text = message.Split(". ")[0].TrimEnd('.', ' ');
        return text.Length == 0 ? "it cannot be rendered" : char.ToLowerInvariant(text[0]) + text[1..];
    }

    /// <summary>Where a layout or one of its partials uses a name; the start of the layout when nobody does literally.</summary>
    public static SourceSpan Find(Theme theme, string layout, string name)
    {
        var candidates = theme.Templates.OrderBy(each => each.Key == layout ? "" : each.Key, StringComparer.Ordinal).Select(each => each.Value);
        var member = name[(name.LastIndexOf('.') + 1)..];
        foreach (var text in new[] { name, $".{member}" })
        {
            foreach (var source in candidates)
            {
                var at = source.Text.IndexOf(text, StringComparison.Ordinal);
                if (at >= 0)
                {
                    return source.Span(at, text.Length);
                }
            }
        }

        return Start(theme, layout);
    }

    /// <summary>The start of a layout.</summary>
    public static SourceSpan Start(Theme theme, string layout) => theme.Templates[layout].Span(0, 1);

    [GeneratedRegex(@"\((\d+):(\d+)\)")]
    private static partial Regex LineAndColumn();
}
