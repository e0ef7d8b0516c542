using System.Net;
using System.Text;
using Playbooks.Markup;

namespace Playbooks.Rendering;

/// <summary>
/// A page's main part as Markdown, for people who paste it into their own documents and for programs that read text.
/// </summary>
/// <remarks>
/// In: a page of ours, complete. Out: Markdown that says the same. Made from the page and not from its source, so that the
/// copy holds what the edition shows, lists made from data included. Boxes to tick become task lists; what a reader
/// presses, what leads around the site and what is only for the eye is left out. One pass, linear in the page's length.
/// </remarks>
internal sealed class MarkdownCopy
{
    private static readonly HashSet<string> Skipped =
        new(["nav", "svg", "button", "script", "template", "dialog", "glossary-words", "reading-route", "section-changes", "page-contents", "copy-button"], StringComparer.Ordinal);

    private const int LongestKnownName = 16;

    private static readonly HashSet<string> Void = new(["br", "hr", "img", "input", "use", "wbr"], StringComparer.Ordinal);

    // A page is thousands of tags with a few dozen names.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Names = new HashSet<string>(
        [.. Skipped, .. Void, "a", "article", "aside", "b", "blockquote", "caption", "cite", "code", "dd", "details", "div", "dl", "dt", "em", "fieldset", "figcaption", "figure", "footer", "form",
            "h1", "h2", "h3", "h4", "h5", "h6", "header", "i", "label", "legend", "li", "main", "ol", "option", "p", "path", "pre", "section", "select", "small", "span", "strong", "summary",
            "table", "tbody", "td", "th", "thead", "time", "tr", "ul"],
        StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly MarkdownText _text = new();
    private readonly Stack<Element> _open = new();
    private readonly Stack<int> _numbers = new();
    private List<string>? _row;
    private int _rowsWritten;
    private int _preformatted;

    /// <summary>The Markdown of the element <c>main</c> of a page; empty when there is none.</summary>
    public static string Of(ReadOnlySpan<byte> page)
    {
        var start = page.IndexOf("<main"u8);
        var end = page.LastIndexOf("</main>"u8);
        if (start < 0 || end < start)
        {
            return "";
        }

        var copy = new MarkdownCopy();
        copy.Read(page[start..end]);
        return copy._text.ToString();
    }

    private bool IsSkipping => _open.TryPeek(out var element) && element.IsSkipped;

    private void Read(ReadOnlySpan<byte> main)
    {
        var reader = new HtmlReader(main);
        while (reader.ReadTag())
        {
            WriteText(main[reader.TextStart..reader.TextEnd]);
            if (reader.Name.IsEmpty)
            {
                continue;
            }

            if (!reader.IsClosing)
            {
                Open(NameOf(reader.Name), ref reader);
            }
            else if (_open.TryPeek(out var element) && Ascii.Equals(reader.Name, element.Name))
            {
                Close(_open.Pop());
            }
        }

        _text.EndBlock();
    }

    private static string NameOf(ReadOnlySpan<byte> name)
    {
        Span<char> letters = stackalloc char[LongestKnownName];
        return name.Length <= letters.Length && Names.TryGetValue(letters[..Encoding.UTF8.GetChars(name, letters)], out var known) ? known : Encoding.UTF8.GetString(name);
    }

    private void WriteText(ReadOnlySpan<byte> text)
    {
        if (IsSkipping || text.IsEmpty)
        {
            return;
        }

        var decoded = Decode(text);
        if (_preformatted > 0)
        {
            _text.Mark(decoded);
        }
        else
        {
            _text.Write(decoded);
        }
    }

    private static string Decode(ReadOnlySpan<byte> text)
    {
        var decoded = Encoding.UTF8.GetString(text);
        return decoded.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(decoded) : decoded;
    }

    private void Open(string name, ref HtmlReader reader)
    {
        var element = ReadElement(name, ref reader);
        if (Void.Contains(name))
        {
            if (!element.IsSkipped)
            {
                WriteVoid(element);
            }

            return;
        }

        _open.Push(element);
        if (!element.IsSkipped)
        {
            Begin(element);
        }
    }

    private Element ReadElement(string name, ref HtmlReader reader)
    {
        if (IsSkipping && name != "input")
        {
            return new Element(name, IsSkipped: true, null, null, null);
        }

        var isSkipped = IsSkipping || Skipped.Contains(name);
        string? href = null, alternative = null, type = null;
        while (reader.ReadAttribute())
        {
            if (HtmlReader.Is(reader.AttributeName, "href"u8))
            {
                href = Value(ref reader);
            }
            else if (HtmlReader.Is(reader.AttributeName, "alt"u8))
            {
                alternative = Value(ref reader);
            }
            else if (HtmlReader.Is(reader.AttributeName, "type"u8))
            {
                type = Value(ref reader);
            }
            else if (HtmlReader.Is(reader.AttributeName, "hidden"u8))
            {
                isSkipped = true;
            }
            else if (HtmlReader.Is(reader.AttributeName, "class"u8))
            {
                // An anchor is for the eye, and a line to write on needs paper.
                isSkipped |= Value(ref reader).Split(' ') is var classes && (classes.Contains("anchor") || classes.Contains("write-line") || classes.Contains("box"));
            }
        }

        return new Element(name, isSkipped && type is not ("checkbox" or "radio"), href, alternative, type);
    }

    private static string Value(ref HtmlReader reader) => Decode(reader.Value);

    private void Begin(Element element)
    {
        switch (element.Name)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                _text.EndBlock();
                _text.Mark(new string('#', element.Name[1] - '0') + " ");
                break;
            case "aside" or "blockquote":
                _text.OpenQuote();
                break;
            case "ul" or "ol":
                _text.EndBlock();
                _numbers.Push(element.Name == "ol" ? 1 : 0);
                break;
            case "li":
                _text.OpenItem(ItemMark());
                break;
            case "pre":
                _text.EndBlock();
                _text.Mark("```\n");
                _preformatted++;
                break;
            case "tr":
                _text.EndBlock();
                _row = [];
                break;
            case "table":
                _text.EndBlock();
                _rowsWritten = 0;
                break;
            case "dt" or "legend" or "summary" or "strong" or "b":
                if (element.Name is not ("strong" or "b"))
                {
                    _text.EndBlock();
                }

                _text.Mark("**");
                break;
            case "em" or "i" or "cite":
                _text.Mark("*");
                break;
            case "code" when _preformatted == 0:
                _text.Mark("`");
                break;
            case "a" when element.Href is not null:
                _text.Mark("[");
                break;
            case "p" or "div" or "section" or "article" or "header" or "footer" or "dd" or "fieldset" or "details" or "figure" or "figcaption" or "caption" when _row is null:
                _text.EndBlock();
                break;
        }
    }

    private void Close(Element element)
    {
        if (element.IsSkipped)
        {
            return;
        }

        switch (element.Name)
        {
            case "aside" or "blockquote":
                _text.Close();
                break;
            case "li":
                _text.Close();
                break;
            case "ul" or "ol":
                _text.EndBlock();
                _numbers.Pop();
                break;
            case "pre":
                _preformatted--;
                _text.Mark("\n```");
                _text.EndBlock();
                break;
            case "td" or "th":
                _row?.Add(TakeCell());
                break;
            case "tr":
                WriteRow();
                break;
            case "dt" or "legend" or "summary":
                _text.Mark("**");
                _text.EndBlock();
                break;
            case "strong" or "b":
                _text.Mark("**");
                break;
            case "em" or "i" or "cite":
                _text.Mark("*");
                break;
            case "code" when _preformatted == 0:
                _text.Mark("`");
                break;
            case "a" when element.Href is not null:
                _text.Mark($"]({element.Href.Replace(" ", "%20", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)})");
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "p" or "div" or "section" or "article" or "dd" or "fieldset" or "details" or "figcaption" or "caption" when _row is null:
                _text.EndBlock();
                break;
            case "span" or "small" or "time" or "label":
                // Words that stand apart on the page must not run together.
                _text.Write(" ");
                break;
        }
    }

    private void WriteVoid(Element element)
    {
        switch (element.Name)
        {
            case "br":
                _text.Mark(_row is null ? "  \n" : " ");
                break;
            case "hr":
                _text.EndBlock();
                _text.WriteLines(["---"]);
                break;
            case "img":
                _text.Write(element.Alternative ?? "");
                break;
            case "input" when element.Type is "checkbox" or "radio":
                _text.Mark("[ ] ");
                break;
        }
    }

    private string ItemMark()
    {
        var number = _numbers.TryPop(out var current) ? current : 0;
        _numbers.Push(number == 0 ? 0 : number + 1);
        return number == 0 ? "- " : $"{number}. ";
    }

    private string TakeCell()
    {
        var cell = _text.TakeBlock();
        return cell.Length == 0 ? " " : cell;
    }

    private void WriteRow()
    {
        if (_row is not { Count: > 0 } cells)
        {
            _row = null;
            return;
        }

        _row = null;
        string[] rule = _rowsWritten == 0 ? [$"| {string.Join(" | ", cells.Select(_ => "---"))} |"] : [];
        _text.WriteLines([$"| {string.Join(" | ", cells)} |", .. rule], isTight: _rowsWritten > 0);
        _rowsWritten++;
    }

    private sealed record Element(string Name, bool IsSkipped, string? Href, string? Alternative, string? Type);
}
