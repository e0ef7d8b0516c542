namespace Playbooks.Exporting;

/// <summary>A kind of file in which an edition's checklists leave the site.</summary>
public enum ExportFormat
{
    /// <summary>A table for spreadsheets (RFC 4180).</summary>
    Csv,

    /// <summary>All-day events for calendars (RFC 5545). Needs dates.</summary>
    Ics,

    /// <summary>Task lists in Markdown.</summary>
    Markdown,

    /// <summary>Everything, for programs; described by a JSON Schema.</summary>
    Json,

    /// <summary>A table that Jira's importer of CSV files takes.</summary>
    Jira,

    /// <summary>A table of issues with title, body and labels, as tools that import issues to GitHub take it.</summary>
    GitHub,
}
