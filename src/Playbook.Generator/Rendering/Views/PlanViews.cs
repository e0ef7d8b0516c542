using Playbooks.Planning;

namespace Playbooks.Rendering;

/// <summary>Views of the plan's page: the roadmap, the longest chains, and every item by the month in which it is due.</summary>
internal sealed class PlanViews(Edition edition, Plan plan, SiteMap map)
{
    private const int WeeksOfGroup = 4;

    private readonly Dictionary<Slug, EditionArea> _areas = edition.AreasAndProgramme.ToDictionary(area => area.Area.Id);

    /// <summary>The page.</summary>
    public View Page() => new("plan")
    {
        { "has_dates", plan.HasDates },
        { "count", plan.Items.Length },
        { "span", plan.HasDates ? Locale.Text("plan.span", Locale.Date(plan.Start), Locale.Date(plan.End)) : Locale.Plural("duration.weeks", plan.Week(plan.End)) },
        { "checklist_url", Marks.Url(SiteMap.Checklist) },
        { "roadmap", new RoadmapViews(edition, plan).Picture() },
        { "phases", edition.Phases.Select(Phase) },
        { "chains", plan.Chains.Where(chain => chain.Items.Length > 1).Select(Chain) },
        { "groups", Groups() },
        { "repeats", plan.Items.Where(item => !item.Next.IsEmpty).OrderBy(item => item.Next[0]).Select(item => new View("repeat")
            {
                { "item", Link(item.Item) },
                { "owner", item.Item.OwnerRole.Title },
                { "days", item.Next.Select(Day) },
            }) },
    };

    private Locale Locale => edition.Locale;

    private View Phase(EditionPhase phase)
    {
        var gates = edition.Gates.Where(gate => gate.Gate.AtEndOf.Value == phase.Phase.Id.Value).Select(gate => gate.Gate.Title);
        return new View("phase")
        {
            { "title", phase.Phase.Title },
            { "start", Day(plan.Day(phase.StartDay)) },
            { "end", phase.EndDay is { } end ? Day(plan.Day(end)) : null },
            { "gates", gates },
        };
    }

    private View Chain(Chain chain) => new("chain")
    {
        { "title", chain.Gate is { } gate ? Locale.Text("plan.chain_to", gate.Gate.Title) : Locale.Text("plan.chain_whole") },
        { "length", Locale.Plural("duration.working_days", chain.Days) },
        { "steps", chain.Items.Select(item => new View("step")
            {
                { "item", Link(item) },
                { "length", Locale.Plural("duration.working_days", edition.Effort(item.Effort.Value).Days) },
            }) },
    };

    /// <summary>Items by month, or by four weeks without dates, each group as the language names it.</summary>
    private IEnumerable<View> Groups() => plan.Items.Index()
        .OrderBy(each => each.Item.Due).ThenBy(each => each.Index)
        .GroupBy(each => GroupOf(each.Item.Due), each => each.Item)
        .Select(group => new View("group") { { "title", group.Key }, { "items", group.Select(Item) } });

    private string GroupOf(DateOnly day)
    {
        if (plan.HasDates)
        {
            return Locale.Date(day, "format.month");
        }

        var first = (int)Math.Floor((plan.Week(day) - 1) / (double)WeeksOfGroup) * WeeksOfGroup;
        return Locale.Text("plan.weeks", Number(first + 1), Number(first + WeeksOfGroup));
    }

    private View Item(PlannedItem planned)
    {
        var item = planned.Item;
        return new View("item")
        {
            { "id", item.Item.Id.Value },
            { "title", item.Title },
            { "url", map.Find(item.Item.Id.Value)!.Url },
            { "due", Day(planned.Due) },
            { "begin", Day(planned.LatestStart) },
            { "area", new View("area") { { "id", item.Area.Value }, { "title", _areas[item.Area].Area.Title } } },
            { "owner", item.OwnerRole.Title },
            { "person", item.OwnerRole.Person },
            { "effort", Locale.Plural("duration.working_days", planned.Days) },
            { "is_strong", item.Priority.Value == edition.Priorities[0].Id },
            { "gate", edition.Gates.FirstOrDefault(gate => gate.Gate.Id.Value == item.Gate?.Value)?.Gate.Title },
            { "is_critical", planned.IsCritical },
            { "is_waived", item.Waiver is not null },
            { "is_short", planned.Slack < 0 && item.Waiver is null },
            { "questions", string.Join(' ', item.Item.Questions.Select(question => question.Value)) },
            { "depends_on", planned.DependsOn.Select(Link) },
        };
    }

    private View Link(EditionItem item) => new("other")
    {
        { "id", item.Item.Id.Value }, { "title", item.Title }, { "url", map.Find(item.Item.Id.Value)!.Url },
    };

    /// <summary>A day for people and machines; the week without dates.</summary>
    private View Day(DateOnly day) => new("day")
    {
        { "text", plan.HasDates ? Locale.Date(day, "format.day") : Locale.Text("plan.week", Number(plan.Week(day))) },
        { "long", plan.HasDates ? Locale.Date(day) : Locale.Text("plan.week", Number(plan.Week(day))) },
        { "iso", plan.HasDates ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null },
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
