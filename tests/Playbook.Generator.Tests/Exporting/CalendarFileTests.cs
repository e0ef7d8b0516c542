using System.Text;
using Ical.Net;
using Ical.Net.DataTypes;
using Playbooks.Exporting;
using Playbooks.Tests.Composing;

namespace Playbooks.Tests.Exporting;

/// <summary>The calendar, read by a library that other calendars are read with.</summary>
public sealed class CalendarFileTests
{
    [Fact]
    public void Due_days_and_gates_are_all_day_events()
    {
        var events = Read().Events;

        // What is waived is not due.
        Assert.Equal(
            ["tiny.alpha.PEO-01 2027-01-29", "tiny.alpha.PEO-02 2027-03-31", "tiny.alpha.before-run 2027-01-31"],
            events.Select(each => $"{each.Uid} {each.DtStart!.Value:yyyy-MM-dd}"));
        Assert.All(events, each => Assert.True(each.IsAllDay && each.Transparency == TransparencyType.Transparent));
        Assert.All(events, each => Assert.Equal(each.DtStart!.Value.AddDays(1), each.DtEnd!.Value));
    }

    [Fact]
    public void Texts_survive_escaping_and_folding()
    {
        var events = Read().Events.ToArray();

        Assert.Equal("=HYPERLINK(\"https://example.org\"; \"Click\") (PEO-01)", events[0]!.Summary);
        Assert.Contains("It says \"no\", and then: nothing, not; even \\ that.\n\nDone when:\n- - a sign", events[0]!.Description, StringComparison.Ordinal);
        Assert.Equal("People, teams; friends", Assert.Single(events[0]!.Categories));
        Assert.Equal("Überprüft Zugänge, Rollen und die Vertretung für alle geöffneten Räume – 検査 🙂🙂🙂🙂🙂🙂 (PEO-02)", events[1]!.Summary);
        Assert.Equal("https://example.org/alpha/checklist/people/#PEO-01", events[0]!.Url!.OriginalString);
    }

    [Fact]
    public void Lines_end_with_CR_LF_and_have_at_most_75_octets_of_whole_characters()
    {
        var text = ExportWorld.Export(ExportFormat.Ics);

        Assert.Equal(text.Count(sign => sign == '\n'), text.Split("\r\n").Length - 1);
        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\uFFFD', text);
        Assert.True(text.Split("\r\n ").Length > 5, "nothing was long enough to be folded");
    }

    [Theory]
    [InlineData("2027-01-04", "2027-03-31 2027-06-30 2027-09-30 2027-12-31")]
    [InlineData("2027-01-01", "2027-03-26 2027-06-26 2027-09-26 2027-12-26")]
    public void Recurring_item_has_a_rule_that_keeps_to_the_months_end(string start, string days)
    {
        var world = ExportWorld.Text.Replace("start: 2027-01-04", $"start: {start}", StringComparison.Ordinal);
        var recurring = Calendar.Load(ExportWorld.Export(ExportFormat.Ics, world: world))!.Events.Single(each => each.RecurrenceRule is not null);

        Assert.Equal(days, string.Join(' ', recurring.GetOccurrences(new CalDateTime(2027, 1, 1)).Take(4).Select(each => $"{each.Period.StartTime.Value:yyyy-MM-dd}")));
    }

    [Fact]
    public void Same_edition_gives_the_same_bytes_and_no_clock_is_read()
    {
        var text = ExportWorld.Export(ExportFormat.Ics);

        Assert.Equal(text, ExportWorld.Export(ExportFormat.Ics));
        Assert.Equal(["DTSTAMP:20270104T000000Z"], text.Split("\r\n").Where(line => line.StartsWith("DTSTAMP", StringComparison.Ordinal)).Distinct());
    }

    [Fact]
    public void Edition_without_dates_has_no_calendar() => Assert.Null(Exporter.Export(Editions.Of(ExportWorld.Text), ExportFormat.Ics));

    private static Calendar Read() => Calendar.Load(ExportWorld.Export(ExportFormat.Ics))!;
}
