using System.Text;

namespace Playbooks.Exporting;

/// <summary>Writes tables of comma-separated values as RFC 4180 says: quotes doubled, lines ended with CR and LF.</summary>
/// <remarks>
/// Spreadsheet programs run a cell that begins like a formula. Such a cell gets an apostrophe in front, which they show as
/// text; whoever reads a file back takes one apostrophe away that stands before one of these signs. Ids begin with a letter
/// and are never changed.
/// </remarks>
internal sealed class CsvText
{
    // The ASCII signs and their wide forms, which some programs read as the same, and the white space that is skipped before them.
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";

    private readonly StringBuilder _text = new();

    /// <summary>Adds a line.</summary>
    public void Add(params IEnumerable<string?> cells) => _text.AppendJoin(',', cells.Select(cell => Quoted(Harmless(cell ?? "")))).Append("\r\n");

    /// <summary>The table in UTF-8.</summary>
    /// <param name="isForSpreadsheets">Whether it starts with a byte order mark, without which Excel takes it for another encoding.</param>
    public ReadOnlyMemory<byte> ToUtf8(bool isForSpreadsheets) => Encoding.UTF8.GetBytes((isForSpreadsheets ? "\uFEFF" : "") + _text);

    private static string Harmless(string cell) =>
        cell.AsSpan().TrimStart(' ') is [var first, ..] && FormulaStarts.Contains(first, StringComparison.Ordinal) ? $"'{cell}" : cell;

    private static string Quoted(string cell)
    {
        var needsQuotes = cell.AsSpan().ContainsAny(",\"\r\n") || cell.StartsWith(' ') || cell.EndsWith(' ');
        return needsQuotes ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
    }
}
