namespace Playbooks.Exporting;

/// <summary>The checklists as a table with one line for each item. Column names are part of the format and the same in every language.</summary>
internal static class ChecklistCsv
{
    /// <summary>Names of the columns, in order.</summary>
    public static ImmutableArray<string> Columns { get; } =
    [
        "id", "title", "status", "area", "phase", "gate", "priority", "owner", "with", "due", "earliest_start", "earliest_finish", "latest_start",
        "effort", "days", "slack", "depends_on", "repeat", "evidence", "done_when", "why", "address",
    ];

    public static ReadOnlyMemory<byte> Write(ExportSource source)
    {
        var csv = new CsvText();
        csv.Add(Columns);
        foreach (var planned in source.Plan.Items)
        {
            var item = planned.Item;
            string? Day(DateOnly day) => source.Plan.HasDates ? ExportSource.Iso(day) : null;
            csv.Add(
                item.Item.Id.Value,
                item.Title,
                ExportSource.StatusOf(item),
                source.AreaOf(item).Area.Title,
                source.PhaseOf(item),
                source.GateOf(item)?.Gate.Title,
                source.Label("priority", source.Edition.Priority(item.Priority.Value)),
                ExportSource.OwnerOf(item),
                string.Join("; ", ExportSource.HelpersOf(item)),
                Day(planned.Due),
                Day(planned.EarliestStart),
                Day(planned.EarliestFinish),
                Day(planned.LatestStart),
                source.Label("effort", source.Edition.Effort(item.Effort.Value)),
                planned.Days.ToString(CultureInfo.InvariantCulture),
                planned.Slack.ToString(CultureInfo.InvariantCulture),
                string.Join(' ', ExportSource.IdsBefore(planned)),
                ExportSource.Interval(item.Item.RepeatEvery),
                source.Label("evidence", source.Edition.EvidenceKind(item.Item.Evidence.Value)),
                string.Join('\n', item.DoneWhen),
                item.Why,
                source.AddressOf(item));
        }

        return csv.ToUtf8(isForSpreadsheets: true);
    }
}
