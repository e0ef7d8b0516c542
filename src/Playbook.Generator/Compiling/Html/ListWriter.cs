using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Playbooks.Compiling;

/// <summary>Writes lists. Items of a tight list hold their text without paragraphs.</summary>
internal sealed class ListWriter(FragmentWriter writer, InlineWriter inlines, BlockWriter blocks)
{
    public void Write(ListBlock list, BlockPlace place)
    {
        writer.Write(list.IsOrdered ? "<ol"u8 : "<ul"u8);
        writer.Write(HasTasks(list) ? " class=\"task-list\""u8 : ""u8);
        WriteStart(list);
        writer.Write(">\n"u8);
        foreach (var item in list)
        {
            writer.EndWord();
            writer.Write(IsTask(item) ? "<li class=\"task-item\">"u8 : "<li>"u8);
            WriteItem((ContainerBlock)item, list.IsLoose, place.Inside("list"));
            writer.Write("</li>\n"u8);
        }

        writer.Write(list.IsOrdered ? "</ol>\n"u8 : "</ul>\n"u8);
    }

    private void WriteStart(ListBlock list)
    {
        if (list.IsOrdered && int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start) && start != 1)
        {
            writer.Write(" start=\""u8);
            writer.WriteEscaped(start.ToString(CultureInfo.InvariantCulture));
            writer.Write("\""u8);
        }
    }

    private void WriteItem(ContainerBlock item, bool isLoose, BlockPlace place)
    {
        for (var at = 0; at < item.Count; at++)
        {
            if (!isLoose && item[at] is ParagraphBlock paragraph)
            {
                writer.Write(at > 0 ? "\n"u8 : ""u8);
                inlines.WriteProse(paragraph.Inline);
            }
            else
            {
                writer.Write("\n"u8);
                blocks.Write(item, at, place);
            }
        }
    }

    private static bool HasTasks(ListBlock list)
    {
        foreach (var item in list)
        {
            if (IsTask(item))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An item that begins with a box, as Markdown writes it or drawn by the author.</summary>
    private static bool IsTask(Block item) =>
        item is ListItemBlock { Count: > 0 } block && block[0] is ParagraphBlock { Inline.FirstChild: { } first }
        && (first is TaskList || (first is LiteralInline literal && literal.Content.AsSpan() is ['☐' or '☑' or '☒', ..]));
}
