using System.Text;
using CsCheck;
using Playbooks.Exporting;

namespace Playbooks.Tests.Exporting;

public sealed class ChecklistCsvTests
{
    [Fact]
    public void File_read_back_has_the_ids_and_states_of_the_edition()
    {
        var rows = Rows("alpha");

        Assert.Equal(["PEO-01", "PEO-02", "PEO-03"], Column(rows, "id"));
        Assert.Equal(["todo", "todo", "waived"], Column(rows, "status"));
        Assert.Equal(["2027-01-29", "2027-03-31", "2027-02-01"], Column(rows, "due"));
        Assert.Equal(["", "PEO-01", ""], Column(rows, "depends_on"));
        Assert.Equal(["", "P3M", ""], Column(rows, "repeat"));
        Assert.Equal("https://example.org/alpha/checklist/people/#PEO-01", Column(rows, "address")[0]);
    }

    [Fact]
    public void Cell_that_a_spreadsheet_would_run_is_text()
    {
        var rows = Rows("alpha");

        Assert.Equal("'=HYPERLINK(\"https://example.org\"; \"Click\")", Column(rows, "title")[0]);
        Assert.Equal("'@Head of things (Kim Doe)", Column(rows, "owner")[0]);
        Assert.All(rows.SelectMany(row => row), cell => Assert.DoesNotMatch(@"^\s*[=+\-@\t\r＝＋－＠]", cell));
    }

    [Fact]
    public void Edition_without_dates_has_empty_days() => Assert.Equal(["", "", ""], Column(Rows(null), "due"));

    [Fact]
    public void Any_text_comes_back_as_it_was_and_never_as_a_formula() =>
        Gen.String[Gen.Char["=+-@ \t\r\n\",;'abä＝"], 0, 8].Array[1, 5].Sample(cells =>
        {
            var csv = new CsvText();
            csv.Add(cells);
            var read = CsvReader.Read(Encoding.UTF8.GetString(csv.ToUtf8(isForSpreadsheets: false).Span)).Single();

            Assert.All(read, cell => Assert.False(cell.TrimStart(' ').Length > 0 && "=+-@\t\r\n＝".Contains(cell.TrimStart(' ')[0], StringComparison.Ordinal), cell));
            Assert.Equal(cells, read.Select((cell, at) => cell == cells[at] ? cell : cell[1..]));
        });

    private static List<string[]> Rows(string? organization)
    {
        var text = ExportWorld.Export(ExportFormat.Csv, organization);
        Assert.Equal('\uFEFF', text[0]);
        return CsvReader.Read(text[1..]);
    }

    private static string[] Column(List<string[]> rows, string name) => [.. rows.Skip(1).Select(row => row[Array.IndexOf(rows[0], name)])];
}
