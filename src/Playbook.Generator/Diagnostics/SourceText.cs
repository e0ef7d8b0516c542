namespace Playbooks.Diagnostics;

/// <summary>One input file as text, with its lines, so that any place in it can be named and shown.</summary>
public sealed class SourceText
{
    private readonly int[] _lineStarts;

    /// <param name="path">Path below the input folder, with forward slashes.</param>
    /// <param name="text">The whole text; lines end with LF or CRLF.</param>
    public SourceText(InputPath path, string text)
    {
        Path = path;
        Text = text;
        var starts = new List<int> { 0 };
        for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            starts.Add(at + 1);
        }

        _lineStarts = [.. starts];
    }

    /// <summary>Path below the input folder, with forward slashes.</summary>
    public InputPath Path { get; }

    /// <summary>The whole text as read.</summary>
    public string Text { get; }

    /// <summary>Number of lines; an empty file has one.</summary>
    public int LineCount => _lineStarts.Length;

    /// <summary>The text of a line without its line end; empty when there is no such line.</summary>
    /// <param name="line">1-based.</param>
    public ReadOnlySpan<char> Line(int line)
    {
        if (line < 1 || line > _lineStarts.Length)
        {
            return [];
        }

        var start = _lineStarts[line - 1];
        var end = line < _lineStarts.Length ? _lineStarts[line] : Text.Length;
        return Text.AsSpan(start, end - start).TrimEnd("\r\n");
    }

    /// <summary>The place of a range of characters.</summary>
    /// <param name="offset">0-based offset into <see cref="Text"/>; an offset behind the end means the end.</param>
    /// <param name="length">In UTF-16 units; at least 1 is shown.</param>
    public SourceSpan Span(int offset, int length)
    {
        var bounded = Math.Clamp(offset, 0, Text.Length);
        var index = Array.BinarySearch(_lineStarts, bounded);
        var line = index >= 0 ? index : ~index - 1;
        return new SourceSpan(this, line + 1, bounded - _lineStarts[line] + 1, Math.Max(1, length));
    }

    /// <summary>Offset of a place in <see cref="Text"/>.</summary>
    /// <param name="line">1-based.</param>
    /// <param name="column">1-based, in UTF-16 units.</param>
    public int Offset(int line, int column) =>
        Math.Min(Text.Length, _lineStarts[Math.Clamp(line, 1, _lineStarts.Length) - 1] + Math.Max(1, column) - 1);
}
