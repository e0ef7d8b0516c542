using System.Text;
using Playbooks.Planning;

namespace Playbooks.Exporting;

/// <summary>Writes the checklists of one edition in a format of another program.</summary>
/// <remarks>
/// In: an <see cref="Edition"/>. Out: the bytes of one file. Takes nothing but the edition, so text of somebody else cannot
/// reach a file. No file holds the time at which it was made: same edition, same bytes.
/// </remarks>
public static class Exporter
{
    /// <summary>The file; null when the format needs dates and the edition has none.</summary>
    public static ReadOnlyMemory<byte>? Export(Edition edition, ExportFormat format)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return Export(new ExportSource(edition, Planner.Plan(edition)), format);
    }

    /// <summary>The file; null when the format needs dates and the edition has none.</summary>
    internal static ReadOnlyMemory<byte>? Export(ExportSource source, ExportFormat format) => format switch
    {
        ExportFormat.Csv => ChecklistCsv.Write(source),
        // A bare null would become an empty file: memory converts from arrays.
        ExportFormat.Ics when !source.Plan.HasDates => default(ReadOnlyMemory<byte>?),
        ExportFormat.Ics => CalendarFile.Write(source),
        ExportFormat.Markdown => TaskList.Write(source),
        ExportFormat.Json => ChecklistJson.Write(source),
        ExportFormat.Jira => IssueCsv.WriteJira(source),
        ExportFormat.GitHub => IssueCsv.WriteGitHub(source),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    /// <summary>Text as UTF-8 without a mark at its start.</summary>
    internal static ReadOnlyMemory<byte> Utf8(StringBuilder text) => Encoding.UTF8.GetBytes(text.ToString());
}
