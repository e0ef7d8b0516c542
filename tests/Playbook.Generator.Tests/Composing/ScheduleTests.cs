using System.Globalization;
using CsCheck;
using Playbooks.Composing;
using Playbooks.Model;

namespace Playbooks.Tests.Composing;

public sealed class ScheduleTests
{
    private const string World = """
        -- playbook.yml --
        id: tiny
        title: Tiny playbook
        version: "1"
        locale: en
        areas:
          - {id: people, prefix: PEO, title: People}
        phases:
          - {id: start, title: Start, length: 4w}
          - {id: run, title: Run, length: 2w}
          - {id: rest, title: Rest}
        gates:
          - {id: before-run, title: Ready, at: "end-of:start"}
        roles:
          - {id: lead, title: Lead}
        DEFAULTS
        -- organizations/alpha/organization.yml --
        name: Alpha
        PHASES

        """;

    [Theory]
    [InlineData("phases: {start: 2027-01-04}", "01-04 01-31, 02-01 02-14, 02-15 -")]
    [InlineData("phases: {start: 2027-01-04, scale_factor: 0.5}", "01-04 01-17, 01-18 01-24, 01-25 -")]
    [InlineData("phases: {start: 2027-01-04, scale_factor: 1.25}", "01-04 02-07, 02-08 02-25, 02-26 -")]
    [InlineData("phases: {start: 2027-01-04, run: {length: 3w}}", "01-04 01-31, 02-01 02-21, 02-22 -")]
    [InlineData("phases: {start: 2027-01-04, scale_factor: 0.5, run: {length: 3w}}", "01-04 01-17, 01-18 02-07, 02-08 -")]
    [InlineData("phases: {start: 2027-01-04, run: {start: 2027-03-01}}", "01-04 01-31, 03-01 03-14, 03-15 -")]
    [InlineData("phases: {start: 2027-01-04, start-is-no-phase: {}}", null)]
    [InlineData("phases: {run: {start: 2027-03-01, end: 2027-03-05}, rest: {end: 2027-12-31}, start: 2027-02-01}", "02-01 02-28, 03-01 03-05, 03-06 12-31")]
    [InlineData("phases: {start: 2027-01-04, avoid: [2027-01-18/2027-01-24]}", "01-04 02-07, 02-08 02-21, 02-22 -")]
    [InlineData("phases: {start: 2027-01-04, avoid: [2027-02-01/2027-02-07]}", "01-04 01-31, 02-08 02-21, 02-22 -")]
    [InlineData("phases: {start: 2027-01-04, avoid: [2027-01-25/2027-02-07]}", "01-04 02-14, 02-15 02-28, 03-01 -")]
    [InlineData("phases: {start: 2027-01-04, avoid: [2027-01-01/2027-01-10]}", "01-11 02-07, 02-08 02-21, 02-22 -")]
    [InlineData("phases: {start: 2027-01-04, avoid: [2027-01-20/2027-01-26, 2027-01-18/2027-01-24]}", "01-04 02-09, 02-10 02-23, 02-24 -")]
    [InlineData("phases: {start: 2027-01-04, avoid: [2027-01-18/2027-01-24, 2027-01-20/2027-01-22]}", "01-04 02-07, 02-08 02-21, 02-22 -")]
    public void Phases_follow_each_other_in_the_organizations_time(string phases, string? days)
    {
        using var site = TinySite.Of(World.Replace("PHASES", phases, StringComparison.Ordinal).Replace("DEFAULTS", "", StringComparison.Ordinal));
        if (days is null)
        {
            Assert.Contains(site.Check().Diagnostics, each => each.Code == "PB0104");
            return;
        }

        var edition = Editions.Of(Editions.Load(site), "alpha", site.InputFolder);
        Assert.Equal(days, string.Join(", ", edition.Phases.Select(phase => $"{phase.Start:MM-dd} {(phase.End is { } end ? $"{end:MM-dd}" : "-")}")));
        Assert.All(edition.Phases, phase => Assert.Equal(phase.Start, edition.Phases[0].Start!.Value.AddDays(phase.StartDay - edition.Phases[0].StartDay)));
        Assert.Equal(edition.Phases[0].End, edition.Gates.Single().Date);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("defaults: {start: 2027-01-04}", "2027-01-04")]
    public void Edition_without_a_date_of_its_own_has_the_playbooks_or_none(string defaults, string? day)
    {
        var world = World.Replace("PHASES", "", StringComparison.Ordinal).Replace("DEFAULTS", defaults, StringComparison.Ordinal);
        Assert.Equal(day is null ? null : DateOnly.Parse(day, CultureInfo.InvariantCulture), Editions.Of(world).Phases[0].Start);
        Assert.Equal([(0, 27), (28, 41), (42, null)], Editions.Of(world).Phases.Select(phase => (phase.StartDay, phase.EndDay)));
        Assert.Null(Editions.Of(world, "alpha").Phases[0].Start);
    }

    // start: 4 January to 31 January; run: 1 to 14 February. The days are Monday to Friday: a deadline on a weekend is the Friday before.
    [Theory]
    [InlineData("phase: start", "01-29")]
    [InlineData("phase: rest", "02-15")]
    [InlineData("phase: run, due: {from: phase-start, offset: 1w}", "02-08")]
    [InlineData("phase: run, due: {offset: 3d}", "02-04")]
    [InlineData("phase: run, due: {from: phase-end, offset: -1w}", "02-05")]
    [InlineData("phase: run, due: {from: phase-end, offset: 0d}", "02-12")]
    [InlineData("phase: run, due: {from: programme-start, offset: 10d}", "01-14")]
    [InlineData("phase: run, due: {from: programme-start, offset: 0d}", "01-04")]
    [InlineData("phase: run, due: {from: \"item:PEO-01\", offset: 2w}", "01-25")]
    [InlineData("phase: rest, due: {from: phase-end, offset: 1m}", "03-17")]
    public void Item_is_due_where_its_offset_leads(string field, string day) =>
        Assert.Equal($"2027-{day}", DueDate("phases: {start: 2027-01-04}", field));

    [Theory]
    [InlineData("phases: {start: 2027-01-02}", "phase: start, due: {offset: 0d}", "2027-01-04")]
    [InlineData("phases: {start: 2027-01-04}\nholidays: [2027-01-18]", "phase: start, due: {offset: 2w}", "2027-01-15")]
    [InlineData("phases: {start: 2027-01-04}\nholidays: [2027-01-14/2027-01-20]", "phase: start, due: {offset: 2w}", "2027-01-13")]
    [InlineData("phases: {start: 2027-01-04}\nworking_days: [sun, mon, tue, wed, thu]", "phase: start, due: {offset: 27d}", "2027-01-31")]
    [InlineData("phases: {start: 2027-01-04, scale_factor: 0.5}", "phase: start, due: {offset: 2w}", "2027-01-11")]
    [InlineData("phases: {start: 2027-01-04, avoid: [2027-01-15/2027-01-20]}", "phase: start, due: {offset: 2w}", "2027-01-21")]
    [InlineData("phases: {start: 2027-01-04, avoid: [2027-01-15/2027-01-20, 2027-01-21/2027-01-22]}", "phase: start, due: {offset: 2w}", "2027-01-25")]
    [InlineData("phases: {start: 2027-01-04, avoid: [2027-01-11/2027-01-15]}", "phase: start, due: {offset: 12d}", "2027-01-18")]
    [InlineData("", "phase: start, due: {offset: 2w}", null)]
    public void Due_days_shrink_with_the_programme_and_avoid_what_it_avoids(string phases, string field, string? day) =>
        Assert.Equal(day, DueDate(phases, field));

    [Theory]
    [InlineData("phases: {start: 2999-12-01}", "phase: run, due: {offset: 99d}")]
    [InlineData("phases: {start: 1000-01-01, scale_factor: 10}", "phase: start, due: {offset: -9999w}")]
    [InlineData("phases: {start: 2027-01-04, avoid: [2027-01-05/9999-12-31]}", "phase: run")]
    [InlineData("phases: {start: 2027-01-04, scale_factor: 10, run: {length: 9999m}}", "phase: rest, due: {offset: 9999m}")]
    public void Calendar_that_ends_stops_nothing(string phases, string field) => Assert.NotNull(DueDate(phases, field));

    [Fact]
    public void Phases_neither_overlap_nor_start_on_avoided_days_and_keep_their_length()
    {
        using var site = TinySite.Of(World.Replace("PHASES", "", StringComparison.Ordinal).Replace("DEFAULTS", "", StringComparison.Ordinal));
        var playbook = Editions.Load(site);
        var start = new DateOnly(2027, 1, 4);
        var range = Gen.Select(Gen.Int[0, 80], Gen.Int[0, 20], (from, length) => new DateRange(start.AddDays(from - 10), start.AddDays(from - 10 + length)));

        range.Array[0, 5].Sample(ranges =>
        {
            var settings = playbook.Organizations.Single().Phases with { Start = start, Avoid = [.. ranges] };
            var phases = Schedule.Of(playbook, playbook.Organizations.Single() with { Phases = settings }, _ => null).Phases;

            bool IsAvoided(DateOnly day) => ranges.Any(each => day >= each.First && day <= each.Last);
            int Worked(EditionPhase phase) => Enumerable.Range(0, phase.End!.Value.DayNumber - phase.Start!.Value.DayNumber + 1).Count(day => !IsAvoided(phase.Start.Value.AddDays(day)));
            Assert.All(phases, phase => Assert.False(IsAvoided(phase.Start!.Value), $"{phase.Phase.Id} starts on {phase.Start}"));
            Assert.Equal((28, 14), (Worked(phases[0]), Worked(phases[1])));
            Assert.True(phases[0].End < phases[1].Start && phases[1].End < phases[2].Start);
        });
    }

    private static string? DueDate(string phases, string field)
    {
        var items = $$"""
            -- areas/people/checklist.yml --
            items:
              - {id: PEO-01, title: First, why: So., how: people/one, done_when: [Done], evidence: note, owner: lead, phase: start, due: {from: phase-start, offset: 1w}, effort: S, priority: must}
              - {id: PEO-02, title: Second, why: So., how: people/one, done_when: [Done], evidence: note, owner: lead, {{field}}, effort: S, priority: must}
            """;
        var world = World.Replace("PHASES", phases, StringComparison.Ordinal).Replace("DEFAULTS", "", StringComparison.Ordinal) + items;
        return Editions.Of(world, "alpha").Item("PEO-02").DueDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
