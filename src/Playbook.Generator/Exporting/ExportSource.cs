using Playbooks.Planning;
using Playbooks.Rendering;

namespace Playbooks.Exporting;

/// <summary>An edition with its plan, and what all formats say of an item in the same words.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="Plan">Its plan.</param>
internal sealed record ExportSource(Edition Edition, Plan Plan)
{
    private readonly SiteMap _map = new(Edition);

    private readonly Dictionary<Slug, EditionArea> _areas = Edition.AreasAndProgramme.ToDictionary(area => area.Area.Id);

    /// <summary>Texts of the interface.</summary>
    public Locale Locale => Edition.Locale;

    /// <summary>The area an item is listed in.</summary>
    public EditionArea AreaOf(EditionItem item) => _areas[item.Area];

    /// <summary>Title of an item's phase.</summary>
    public string PhaseOf(EditionItem item) => Edition.Phases.First(phase => phase.Phase.Id.Value == item.Phase.Value).Phase.Title;

    /// <summary>The gate an item stands before; null for none.</summary>
    public EditionGate? GateOf(EditionItem item) => Edition.Gates.FirstOrDefault(gate => gate.Gate.Id.Value == item.Gate?.Value);

    /// <summary>Where the item is published; null when the site's address is unknown.</summary>
    public string? AddressOf(EditionItem item) =>
        Edition.BaseUrl is { } root && _map.Find(item.Item.Id.Value) is { } address ? $"{root}{address.Path}#{address.Anchor}" : null;

    /// <summary>Label of a step of a scale.</summary>
    /// <param name="scale">What the interface calls the scale: <c>priority</c>, <c>effort</c>, <c>evidence</c>.</param>
    /// <param name="entry">The step.</param>
    public string Label(string scale, ScaleEntry entry) => entry.Label ?? Locale.Text($"{scale}.{entry.Id}");

    /// <summary>Who is accountable: the title, and the name where the organization shows names.</summary>
    public static string OwnerOf(EditionItem item) => item.OwnerRole.Person is { } person ? $"{item.OwnerRole.Title} ({person})" : item.OwnerRole.Title;

    /// <summary>Titles of the others who take part, without the owner's.</summary>
    public static IEnumerable<string> HelpersOf(EditionItem item) =>
        item.WithRoles.Select(role => role.Title).Where(title => title != item.OwnerRole.Title).Distinct();

    /// <summary>The day an item is due as year-month-day; null without dates.</summary>
    public string? DueOf(PlannedItem item) => Plan.HasDates ? Iso(item.Due) : null;

    /// <summary>A day as year-month-day.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Ids of the items that come first.</summary>
    public static IEnumerable<string> IdsBefore(PlannedItem item) => item.DependsOn.Select(other => other.Item.Id.Value);

    /// <summary><c>waived</c> for an item that the organization has decided not to do, else <c>todo</c>.</summary>
    public static string StatusOf(EditionItem item) => item.Waiver is null ? "todo" : "waived";

    /// <summary>An interval as ISO 8601 writes it: <c>P3M</c>; null for none.</summary>
    public static string? Interval(Duration? every) => every is not { Count: > 0 } length ? null
        : string.Create(CultureInfo.InvariantCulture, $"P{length.Count}{length.Unit switch { DurationUnit.Days => 'D', DurationUnit.Weeks => 'W', _ => 'M' }}");
}
