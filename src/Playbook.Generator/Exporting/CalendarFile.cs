using System.Text;

namespace Playbooks.Exporting;

/// <summary>Due days and gates as all-day events of a calendar (RFC 5545).</summary>
/// <remarks>
/// A program that imports the file again finds the same events by their UID: ids of playbook, edition and item or gate. There
/// is no clock in the output, so DTSTAMP, which RFC 5545 requires, is the first day of the programme at midnight UTC.
/// Recurring items have a rule without an end; its dates are those of the calendar, not moved to working days.
/// </remarks>
internal sealed class CalendarFile
{
    private const int LongestLineInOctets = 75;

    private readonly ExportSource _source;
    private readonly StringBuilder _text = new();

    private CalendarFile(ExportSource source) => _source = source;

    public static ReadOnlyMemory<byte> Write(ExportSource source)
    {
        var file = new CalendarFile(source);
        file.Write();
        return Exporter.Utf8(file._text);
    }

    private void Write()
    {
        var edition = _source.Edition;
        Line("BEGIN", "VCALENDAR");
        Line("VERSION", "2.0");
        Line("PRODID", "-//Playbook//Checklists//EN");
        Line("CALSCALE", "GREGORIAN");
        Line("METHOD", "PUBLISH");
        Line("X-WR-CALNAME", Text(edition.Title == edition.Name ? edition.Title : $"{edition.Title}: {edition.Name}"));
        foreach (var planned in _source.Plan.Items.Where(item => item.Item.Waiver is null))
        {
            var item = planned.Item;
            Begin(item.Item.Id.Value, planned.Due);
            Line("SUMMARY", Text($"{item.Title} ({item.Item.Id})"));
            Line("DESCRIPTION", Text(Description(item)));
            Line("CATEGORIES", Text(_source.AreaOf(item).Area.Title));
            if (_source.AddressOf(item) is { } address)
            {
                Line("URL", address);
            }

            if (item.Item.RepeatEvery is { Count: > 0 } every)
            {
                Line("RRULE", Rule(every, planned.Due));
            }

            Line("END", "VEVENT");
        }

        foreach (var gate in edition.Gates)
        {
            if (gate.Date is { } date)
            {
                Begin(gate.Gate.Id.Value, date);
                Line("SUMMARY", Text(_source.Locale.Text("format.labelled", edition.WordFor("gate").One, gate.Gate.Title)));
                if (gate.Summary is { } summary)
                {
                    Line("DESCRIPTION", Text(summary));
                }

                Line("END", "VEVENT");
            }
        }

        Line("END", "VCALENDAR");
    }

    private void Begin(string id, DateOnly day)
    {
        Line("BEGIN", "VEVENT");
        Line("UID", $"{_source.Edition.PlaybookId}.{_source.Edition.Id}.{id}");
        Line("DTSTAMP", $"{Day(_source.Plan.Start)}T000000Z");
        Line("DTSTART;VALUE=DATE", Day(day));
        Line("DTEND;VALUE=DATE", Day(WorkCalendar.Later(day, 1)));
        // Nobody is busy all day because something is due.
        Line("TRANSP", "TRANSPARENT");
    }

    private string Description(EditionItem item)
    {
        var locale = _source.Locale;
        return $"{locale.Text("format.labelled", locale.Text("item.owner"), ExportSource.OwnerOf(item))}\n\n{item.Why}\n\n"
            + $"{locale.Text("item.done_when")}:\n{string.Join('\n', item.DoneWhen.Select(sign => $"- {sign}"))}";
    }

    /// <summary>Every so many days, weeks or months. A rule for a day that not every month has means the last day where it is missing.</summary>
    private static string Rule(Duration every, DateOnly first)
    {
        const int DaysEveryMonthHas = 28;
        var frequency = every.Unit switch { DurationUnit.Days => "DAILY", DurationUnit.Weeks => "WEEKLY", _ => "MONTHLY" };
        var rule = string.Create(CultureInfo.InvariantCulture, $"FREQ={frequency};INTERVAL={every.Count}");
        return every.Unit == DurationUnit.Months && first.Day > DaysEveryMonthHas
            ? $"{rule};BYMONTHDAY={string.Join(',', Enumerable.Range(DaysEveryMonthHas, first.Day - DaysEveryMonthHas + 1))};BYSETPOS=-1"
            : rule;
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Text(string value) => value
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)
        .ReplaceLineEndings("\n").Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>A line, folded so that no part has more than 75 octets and no character is cut in two.</summary>
    private void Line(string name, string value)
    {
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes().Where(rune => rune.Value == '\t' || !Rune.IsControl(rune)))
        {
            if (octets + rune.Utf8SequenceLength > LongestLineInOctets)
            {
                _text.Append("\r\n ");
                octets = 1;
            }

            _text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        _text.Append("\r\n");
    }
}
