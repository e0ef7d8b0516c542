using System.Text;

namespace Playbooks.Exporting;

/// <summary>The checklists as issues for trackers: one table for Jira's importer, one with GitHub's words for the same.</summary>
internal static class IssueCsv
{
    /// <summary>
    /// Jira takes any columns and asks once what they mean; these are named as its own fields, so that it need not ask. A
    /// column that occurs several times holds several values. Dates are year-month-day (<c>yyyy-MM-dd</c> in its form).
    /// </summary>
    public static ReadOnlyMemory<byte> WriteJira(ExportSource source)
    {
        var csv = new CsvText();
        csv.Add("Issue Id", "Issue Type", "Summary", "Description", "Due date", "Labels", "Labels", "Labels", "Labels");
        foreach (var planned in source.Plan.Items)
        {
            var labels = Labels(source, planned.Item).ToArray();
            csv.Add(
                planned.Item.Item.Id.Value, "Task", Title(planned.Item), Body(source, planned, mark: "* ", isMarkdown: false), source.DueOf(planned),
                labels[0], labels[1], labels[2], labels.ElementAtOrDefault(3));
        }

        return csv.ToUtf8(isForSpreadsheets: false);
    }

    /// <summary>GitHub has no importer of its own; tools that create issues from a table read these columns.</summary>
    public static ReadOnlyMemory<byte> WriteGitHub(ExportSource source)
    {
        var csv = new CsvText();
        csv.Add("title", "body", "labels");
        foreach (var planned in source.Plan.Items)
        {
            csv.Add(Title(planned.Item), Body(source, planned, mark: "- [ ] ", isMarkdown: true), string.Join(',', Labels(source, planned.Item)));
        }

        return csv.ToUtf8(isForSpreadsheets: false);
    }

    private static string Title(EditionItem item) => $"{item.Item.Id}: {item.Title}";

    /// <summary>Ids, because labels of Jira hold no spaces and labels of GitHub no commas: area, phase, priority, gate.</summary>
    private static IEnumerable<string> Labels(ExportSource source, EditionItem item) =>
        new[] { item.Area.Value, item.Phase.Value, item.Priority.Value.Replace(' ', '-'), source.GateOf(item)?.Gate.Id.Value }.OfType<string>();

    private static string Body(ExportSource source, Planning.PlannedItem planned, string mark, bool isMarkdown)
    {
        var (item, locale) = (planned.Item, source.Locale);
        string Text(string text) => isMarkdown ? TaskList.Escape(text) : text;
        var body = new StringBuilder(Text(item.Why)).Append("\n\n").Append(locale.Text("item.done_when")).Append(":\n");
        foreach (var sign in item.DoneWhen)
        {
            body.Append(mark).Append(Text(sign)).Append('\n');
        }

        body.Append('\n').Append(locale.Text("format.labelled", locale.Text("item.owner"), Text(ExportSource.OwnerOf(item))));
        if (source.DueOf(planned) is { } due)
        {
            body.Append('\n').Append(locale.Text("format.labelled", locale.Text("item.due"), due));
        }

        body.Append('\n').Append(locale.Text("format.labelled", locale.Text("item.effort"), Text(source.Label("effort", source.Edition.Effort(item.Effort.Value)))));
        if (!planned.DependsOn.IsEmpty)
        {
            body.Append('\n').Append(locale.Text("format.labelled", locale.Text("item.depends_on"), locale.List([.. ExportSource.IdsBefore(planned)])));
        }

        return source.AddressOf(item) is { } address ? body.Append("\n\n").Append(address).ToString() : body.ToString();
    }
}
