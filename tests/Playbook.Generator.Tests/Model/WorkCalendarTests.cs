using CsCheck;
using Playbooks.Model;

namespace Playbooks.Tests.Model;

public sealed class WorkCalendarTests
{
    private static readonly DateOnly Middle = new(2027, 6, 15);

    private static readonly Gen<DateRange[]> Ranges = Gen.Select(Gen.Int[-80, 80], Gen.Int[0, 30], (from, length) => new DateRange(Middle.AddDays(from), Middle.AddDays(from + length))).Array[0, 6];

    [Fact]
    public void Calendar_counts_like_somebody_with_a_finger_on_each_day() =>
        Gen.Select(Gen.Enum<DayOfWeek>().HashSet[1, 7], Ranges, Ranges, Gen.Int[-90, 90], Gen.Int[-90, 90], Gen.Int[1, 40]).Sample((week, holidays, avoided, left, right, days) =>
        {
            var calendar = new WorkCalendar([.. week], [.. holidays], [.. avoided]);
            bool IsOpen(DateOnly day) => week.Contains(day.DayOfWeek) && !holidays.Concat(avoided).Any(range => day >= range.First && day <= range.Last);
            DateOnly Walk(DateOnly day, int step)
            {
                for (; !IsOpen(day); day = day.AddDays(step))
                {
                }

                return day;
            }

            var (from, to) = (Middle.AddDays(left), Middle.AddDays(right));
            Assert.Equal(IsOpen(from), calendar.IsOpen(from));
            Assert.Equal(Walk(from, 1), calendar.OnOrAfter(from));
            Assert.Equal(Walk(from, -1), calendar.OnOrBefore(from));
            Assert.Equal(Enumerable.Range(1, Math.Max(0, right - left)).Count(day => IsOpen(from.AddDays(day))), Math.Max(0, calendar.DaysFrom(from, to)));
            Assert.Equal(calendar.DaysFrom(from, to), -calendar.DaysFrom(to, from));

            var finish = calendar.Finish(from, days);
            Assert.Equal(days, Enumerable.Range(0, finish.DayNumber - from.DayNumber + 1).Count(day => IsOpen(from.AddDays(day))));
            Assert.Equal(calendar.OnOrAfter(from), calendar.Begin(finish, days));
        });

    [Fact]
    public void Later_day_is_never_due_earlier() =>
        Gen.Select(Gen.Enum<DayOfWeek>().HashSet[1, 7], Ranges, Ranges, Gen.Int[-90, 90]).Sample((week, holidays, avoided, day) =>
        {
            var calendar = new WorkCalendar([.. week], [.. holidays], [.. avoided]);
            var (due, next) = (calendar.DueDay(Middle.AddDays(day)), calendar.DueDay(Middle.AddDays(day + 1)));
            Assert.True(due <= next && calendar.IsOpen(due), $"{due} {next}");
        });

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void Calendar_without_an_open_day_ends_where_the_calendar_ends(string text)
    {
        var calendar = new WorkCalendar([], [new DateRange(DateOnly.MinValue, DateOnly.MaxValue)], []);
        var day = DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(DateOnly.MaxValue, calendar.OnOrAfter(day));
        Assert.Equal(DateOnly.MinValue, calendar.OnOrBefore(day));
        Assert.Equal(0, calendar.DaysFrom(DateOnly.MinValue, DateOnly.MaxValue));
    }
}
