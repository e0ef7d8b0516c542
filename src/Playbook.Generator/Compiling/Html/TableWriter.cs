using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Playbooks.Compiling;

/// <summary>Writes tables. They scroll on a narrow screen, so their frame can be reached by keyboard and has a name.</summary>
/// <remarks>
/// The frame is a group, not a region: regions are landmarks, and a page of several templates would have many of the same
/// name. Alignment is a class, because the published policy forbids style attributes.
/// </remarks>
internal sealed class TableWriter(CompileContext context, FragmentWriter writer, InlineWriter inlines)
{
    private const int LongestMark = 4;

    public void Write(Table table)
    {
        var header = table.Count > 0 && table[0] is TableRow { IsHeader: true } first ? first : null;
        var hasHeader = header is not null && HasText(header);
        writer.Write("<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\""u8);
        WriteLabel(hasHeader ? header : null);
        writer.Write("\">\n<table>\n"u8);
        var start = header is null ? 0 : 1;
        if (hasHeader)
        {
            writer.Write("<thead>\n"u8);
            WriteRow(table, header!);
            writer.Write("</thead>\n"u8);
        }

        if (table.Count > start)
        {
            writer.Write("<tbody>\n"u8);
            for (var at = start; at < table.Count; at++)
            {
                WriteRow(table, (TableRow)table[at]);
            }

            writer.Write("</tbody>\n"u8);
        }

        writer.Write("</table>\n</div>\n"u8);
    }

    /// <summary>The words of the header name the table; they are the shortest true description at hand.</summary>
    private void WriteLabel(TableRow? header)
    {
        if (header is null)
        {
            writer.AddUncounted(new FragmentSlot.InterfaceText(writer.Position, InterfaceTextKeys.Table, null));
            return;
        }

        var isFirst = true;
        foreach (var cell in header)
        {
            if (TextOf(cell) is { } text && TitleText.HasWords(text))
            {
                writer.Write(isFirst ? ""u8 : ", "u8);
                TitleText.WriteAttribute(writer, TitleText.Read(context, text));
                isFirst = false;
            }
        }
    }

    private void WriteRow(Table table, TableRow row)
    {
        writer.Write("<tr>"u8);
        for (var at = 0; at < row.Count; at++)
        {
            // A header cell without words would be announced for every cell below it.
            var text = TextOf(row[at]);
            var isHeader = row.IsHeader && TitleText.HasWords(text);
            writer.Write(isHeader ? "<th scope=\"col\""u8 : "<td"u8);
            WriteClass(table, at);
            writer.EndWord();
            inlines.WriteChildren(text);
            writer.Write(isHeader ? "</th>"u8 : "</td>"u8);
        }

        writer.EndWord();
        writer.Write("</tr>\n"u8);
    }

    private void WriteClass(Table table, int column)
    {
        var alignment = column < table.ColumnDefinitions.Count ? table.ColumnDefinitions[column].Alignment : null;
        var isNarrow = IsNarrow(table, column);
        writer.Write((alignment, isNarrow) switch
        {
            (TableColumnAlign.Center, false) => " class=\"align-center\">"u8,
            (TableColumnAlign.Center, true) => " class=\"align-center is-narrow\">"u8,
            (TableColumnAlign.Right, false) => " class=\"align-end\">"u8,
            (TableColumnAlign.Right, true) => " class=\"align-end is-narrow\">"u8,
            (_, true) => " class=\"is-narrow\">"u8,
            _ => ">"u8,
        });
    }

    /// <summary>A column in which something stands, and nothing longer than a few characters: numbers, marks to circle.</summary>
    private static bool IsNarrow(Table table, int column)
    {
        var isUsed = false;
        foreach (var row in table)
        {
            var length = row is TableRow cells && column < cells.Count ? cells[column].Span.Length : 0;
            if (length > LongestMark)
            {
                return false;
            }

            isUsed |= length > 0 && row is TableRow { IsHeader: false };
        }

        return isUsed;
    }

    private static bool HasText(TableRow header)
    {
        foreach (var cell in header)
        {
            if (TitleText.HasWords(TextOf(cell)))
            {
                return true;
            }
        }

        return false;
    }

    private static Markdig.Syntax.Inlines.ContainerInline? TextOf(Block cell) =>
        cell is TableCell { Count: > 0 } container && container[0] is ParagraphBlock paragraph ? paragraph.Inline : null;
}
