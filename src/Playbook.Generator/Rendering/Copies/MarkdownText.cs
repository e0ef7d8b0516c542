using System.Buffers;
using System.Text;

namespace Playbooks.Rendering;

/// <summary>
/// Collects Markdown block by block. What a block stands in (a quotation, an item of a list) is written before each of its
/// lines; an item's own mark only before its first.
/// </summary>
internal sealed class MarkdownText
{
    // White space but the plain space, and what Markdown would read as a mark. Wide and narrow spaces stay what they are.
    private static readonly SearchValues<char> Special = SearchValues.Create("\t\n\f\r*_`[]<\\|");

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _block = new();
    private readonly List<Container> _containers = [];
    private bool _needsGap;

    // Items follow each other without a gap.
    private bool _wasItem;

    /// <summary>Opens a quotation.</summary>
    public void OpenQuote() => Open("> ", "> ", isItem: false);

    /// <summary>Opens an item of a list.</summary>
    /// <param name="mark">What stands before its first line, such as <c>- </c> or <c>3. </c>.</param>
    public void OpenItem(string mark) => Open(mark, new string(' ', mark.Length), isItem: true);

    /// <summary>Ends the block being collected and the innermost container.</summary>
    public void Close()
    {
        EndBlock();
        if (_containers.Count > 0)
        {
            _containers.RemoveAt(_containers.Count - 1);
        }
    }

    /// <summary>Adds marks to the block being collected, as they are.</summary>
    public void Mark(string mark) => _block.Append(mark);

    /// <summary>Adds text to the block being collected; white space is folded, and what Markdown would read as a mark is escaped.</summary>
    public void Write(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(Special) is >= 0 and var at)
        {
            WritePlain(text[..at]);
            if (char.IsWhiteSpace(text[at]))
            {
                WritePlain(" ");
            }
            else
            {
                _block.Append('\\').Append(text[at]);
            }

            text = text[(at + 1)..];
        }

        WritePlain(text);
    }

    /// <summary>Adds text in which there is nothing to fold but spaces.</summary>
    private void WritePlain(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var isAtGap = _block.Length == 0 || _block[^1] == ' ';
            text = isAtGap ? text.TrimStart(' ') : text;
            var gap = text.IndexOf("  ", StringComparison.Ordinal);
            _block.Append(gap < 0 ? text : text[..(gap + 1)]);
            text = gap < 0 ? [] : text[(gap + 1)..];
        }
    }

    /// <summary>Takes what was collected, on one line, without writing it: the cell of a table.</summary>
    public string TakeBlock()
    {
        var block = _block.ToString().Trim();
        _block.Clear();
        return block.Replace('\n', ' ');
    }

    /// <summary>Writes what was collected as a block of its own.</summary>
    public void EndBlock()
    {
        var block = _block.ToString().Trim();
        _block.Clear();
        if (block.Length > 0)
        {
            WriteLines(block.Split('\n'), isTight: _containers is [.., { IsItem: true, IsNew: true }] && _wasItem);
            _wasItem = _containers is [.., { IsItem: true }];
        }
    }

    /// <summary>Writes lines as they are, as one block: code, or the rows of a table.</summary>
    public void WriteLines(IReadOnlyList<string> lines, bool isTight = false)
    {
        if (_needsGap && !isTight)
        {
            WriteLine("", isGap: true);
        }

        foreach (var line in lines)
        {
            WriteLine(line, isGap: false);
        }

        _needsGap = true;
        _wasItem = false;
    }

    /// <inheritdoc />
    public override string ToString() => _text.ToString();

    private void Open(string first, string rest, bool isItem)
    {
        EndBlock();
        _containers.Add(new Container(first, rest, isItem));
    }

    private void WriteLine(string line, bool isGap)
    {
        var start = _text.Length;
        foreach (var container in _containers)
        {
            // A gap before an item's first line still belongs to what is around the item.
            var isFirst = container.IsNew;
            _text.Append(isFirst ? isGap ? "" : container.First : container.Rest);
            container.IsNew = isFirst && isGap;
        }

        _text.Append(line);
        while (_text.Length > start && _text[^1] == ' ')
        {
            _text.Length--;
        }

        _text.Append('\n');
    }

    private sealed class Container(string first, string rest, bool isItem)
    {
        public bool IsItem { get; } = isItem;

        public string First { get; } = first;

        public string Rest { get; } = rest;

        public bool IsNew { get; set; } = true;
    }
}
