using Playbooks.Exporting;

namespace Playbooks.Tests.Exporting;

public sealed class IssueCsvTests
{
    [Fact]
    public void Jira_gets_its_own_fields_and_labels_without_spaces()
    {
        var rows = CsvReader.Read(ExportWorld.Export(ExportFormat.Jira));

        Assert.Equal(["Issue Id", "Issue Type", "Summary", "Description", "Due date", "Labels", "Labels", "Labels", "Labels"], rows[0]);
        Assert.Equal(["PEO-01", "PEO-02", "PEO-03"], rows.Skip(1).Select(row => row[0]));
        Assert.Equal("PEO-01: =HYPERLINK(\"https://example.org\"; \"Click\")", rows[1][2]);
        Assert.StartsWith("It says \"no\", and then: nothing, not; even \\ that.\n\nDone when:\n* - a sign", rows[1][3], StringComparison.Ordinal);
        Assert.Equal(["2027-01-29", "people", "start", "must", "before-run"], rows[1][4..]);
        Assert.All(rows.Skip(1).SelectMany(row => row[5..]), label => Assert.DoesNotContain(' ', label));
    }

    [Fact]
    public void GitHub_gets_title_body_and_labels()
    {
        var rows = CsvReader.Read(ExportWorld.Export(ExportFormat.GitHub));

        Assert.Equal(["title", "body", "labels"], rows[0]);
        Assert.Equal("people,run,should", rows[2][2]);
        Assert.Contains("- [ ] Fertig.\n\nOwner: \\@Head of things (Kim Doe)\nDue: 2027-03-31\nEffort: S\nDo first: PEO-01\n\nhttps://example.org/alpha/checklist/people/#PEO-02", rows[2][1], StringComparison.Ordinal);
    }
}
