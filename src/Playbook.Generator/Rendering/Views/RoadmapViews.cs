using Playbooks.Planning;

namespace Playbooks.Rendering;

/// <summary>
/// Works out the roadmap's picture: phases as bars, gates as marks, and each item as a dot in the row of its area, above
/// the week in which it is due.
/// </summary>
/// <remarks>
/// Distances along time are percentages of the picture's width, so that it fits any screen while its text keeps its size;
/// distances down the page are pixels. In languages written from right to left time runs from right to left.
/// </remarks>
internal sealed class RoadmapViews
{
    // A dot and its gap take about 8 pixels, a phone is 330 pixels wide, and columns stand where their days are, not evenly.
    private const int MostColumns = 30;
    private const int MostMonths = 9;
    private const int MostWeeks = 5;
    private const int DaysOfWeek = 7;

    private const int TickHeight = 22;
    private const int PhaseHeight = 40;
    private const int BarTop = 17;
    private const int BarHeight = 10;
    private const int LaneTitleHeight = 24;
    private const int DotPitch = 11;
    private const int LanePadding = 8;

    // What starts beyond this part of the picture is labelled on its other side, so that no label leaves the picture.
    private const double LateStart = 55;

    private readonly Edition _edition;
    private readonly Plan _plan;
    private readonly DateOnly _first;
    private readonly int _days;
    private readonly int _columnInDays;
    private readonly bool _isMirrored;

    public RoadmapViews(Edition edition, Plan plan)
    {
        _edition = edition;
        _plan = plan;
        _isMirrored = edition.Locale.Direction == "rtl";
        _first = plan.Items.Select(item => item.Due).Append(plan.Start).Min();
        var weeks = ((plan.End.DayNumber - _first.DayNumber) / DaysOfWeek) + 1;
        _days = weeks * DaysOfWeek;
        _columnInDays = DaysOfWeek * ((weeks + MostColumns - 1) / MostColumns);
    }

    /// <summary>The picture.</summary>
    public View Picture()
    {
        var phases = _edition.Phases.Select((phase, at) => Phase(phase, TickHeight + (at * PhaseHeight))).ToArray();
        var top = TickHeight + (phases.Length * PhaseHeight) + LanePadding;
        var lanes = new List<View>();
        foreach (var area in _edition.AreasAndProgramme.Where(area => !area.Items.IsEmpty))
        {
            var (lane, height) = Lane(area, top);
            lanes.Add(lane);
            top += height;
        }

        return new View("roadmap")
        {
            { "height", top + 1 },
            { "label", Label() },
            { "ticks", Ticks() },
            { "phases", phases },
            { "gates", _edition.Gates.Select(Gate).OfType<View>() },
            { "lanes", lanes },
        };
    }

    private string Label()
    {
        var locale = _edition.Locale;
        return locale.Text(
            "plan.picture",
            Counted(_edition.WordFor("phase"), _edition.Phases.Length), Counted(_edition.WordFor("gate"), _edition.Gates.Length), locale.Plural("count.items", _plan.Items.Length));

        string Counted(Words words, int count) => locale.Text("format.labelled", words.Many, count.ToString(CultureInfo.InvariantCulture));
    }

    private View Phase(EditionPhase phase, int top)
    {
        var start = Place(_plan.Day(phase.StartDay));
        var end = phase.EndDay is { } last ? Place(_plan.Day(last), isEnd: true) : 100;
        var isLate = start > LateStart;
        return new View("phase")
        {
            { "title", phase.Phase.Title },
            { "text_x", Along(isLate ? end : start) },
            { "text_y", top + BarTop - 5 },
            { "is_late", isLate },
            { "x", Along(_isMirrored ? end : start) },
            { "width", Percent(end - start) },
            { "y", top + BarTop },
            { "bar_height", BarHeight },
            { "is_open", phase.EndDay is null },
        };
    }

    private View? Gate(EditionGate gate)
    {
        var row = _edition.Phases.Index().FirstOrDefault(each => each.Item.Phase.Id.Value == gate.Gate.AtEndOf.Value);
        if (row.Item?.EndDay is not { } day)
        {
            return null;
        }

        var place = Place(_plan.Day(day), isEnd: true);
        var isLate = place > LateStart;
        var middle = TickHeight + (row.Index * PhaseHeight) + BarTop + (BarHeight / 2);
        return new View("gate")
        {
            { "title", gate.Gate.Title },
            { "x", Along(place) },
            { "y", middle },
            { "is_late", isLate },
            // The words stand beside the mark, or below the bar when they would leave the picture.
            { "text_y", middle + (isLate ? 18 : 4) },
        };
    }

    private (View Lane, int Height) Lane(EditionArea area, int top)
    {
        var columns = _plan.Items.Where(item => item.Item.Area == area.Area.Id)
            .GroupBy(item => (item.Due.DayNumber - _first.DayNumber) / _columnInDays)
            .OrderBy(column => column.Key).ToArray();
        var height = LaneTitleHeight + (columns.Max(column => column.Count()) * DotPitch) + LanePadding;
        var floor = top + height - LanePadding;
        // A column stands at the mean of its days, so that what is due before a gate stands before its line.
        var marks = columns.SelectMany(column => column.OrderBy(Strength).Select((item, at) =>
            Mark(item, column.Average(each => Place(each.Due) + (50.0 / _days)), floor - (DotPitch / 2) - (at * DotPitch))));
        return (new View("lane")
        {
            { "id", area.Area.Id.Value },
            { "title", area.Area.Title },
            { "text_y", top + 15 },
            { "floor", floor },
            { "marks", marks },
        }, height);
    }

    /// <summary>What matters most stands lowest, next to the line.</summary>
    private int Strength(PlannedItem item) => item.Item.Gate is not null ? 0 : IsStrong(item) ? 1 : 2;

    private bool IsStrong(PlannedItem item) => item.Item.Priority.Value == _edition.Priorities[0].Id;

    private View Mark(PlannedItem item, double place, int y) => new("mark")
    {
        { "x", Along(place) },
        { "y", y },
        { "title", $"{item.Item.Item.Id} {item.Item.Title}" },
        { "is_gate", item.Item.Gate is not null },
        { "is_strong", IsStrong(item) },
        { "is_critical", item.IsCritical },
    };

    /// <summary>Months, or weeks without dates; not more than there is room for on a phone.</summary>
    private IEnumerable<View> Ticks()
    {
        var months = ((_plan.End.Year - _first.Year) * 12) + _plan.End.Month - _first.Month + 1;
        var weeks = _days / DaysOfWeek;
        return _plan.HasDates
            ? Enumerable.Range(1, months).Where(month => month % Step(months, MostMonths) == 0)
                .Select(month => new DateOnly(_first.Year, _first.Month, 1).AddMonths(month))
                .Where(day => day > _first && day <= _plan.End)
                .Select(day => Tick(day, day.Month == 1 ? _edition.Locale.Date(day, "format.year") : _edition.Locale.Date(day, "format.month_short")))
            : Enumerable.Range(1, weeks).Where(week => week % Step(weeks, MostWeeks) == 0)
                .Select(week => Tick(_first.AddDays(week * DaysOfWeek), _edition.Locale.Text("plan.week", (week + _plan.Week(_first)).ToString(CultureInfo.InvariantCulture))));
    }

    private View Tick(DateOnly day, string label)
    {
        var place = Place(day);
        return new View("tick") { { "x", Along(place) }, { "label", label }, { "is_late", place > 96 } };
    }

    /// <summary>Steps that people count in.</summary>
    private static int Step(int count, int most)
    {
        int[] steps = [1, 2, 3, 4, 6, 12, 24, 60, 120];
        return steps.FirstOrDefault(step => count / step <= most, Math.Max(1, count / most));
    }

    /// <summary>The day's place in the picture in percent: its morning, or its evening.</summary>
    private double Place(DateOnly day, bool isEnd = false) => Math.Clamp((day.DayNumber - _first.DayNumber + (isEnd ? 1 : 0)) * 100.0 / _days, 0, 100);

    private string Along(double place) => Percent(_isMirrored ? 100 - place : place);

    private static string Percent(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.##}%");
}
