using Microsoft.Playwright;

namespace Playbooks.Browser.Tests;

/// <summary>The plan's page: read by everybody, on any screen, and marked with the reader's own day where scripts run.</summary>
public sealed class PlanPageTests(BuiltPlaybook playbook, HeadlessBrowser browser)
{
    private const string Dated = "northmoor";

    [Theory]
    [InlineData(Dated, ColorScheme.Light, 1440)]
    [InlineData(Dated, ColorScheme.Light, 320)]
    [InlineData(Dated, ColorScheme.Dark, 1440)]
    [InlineData(Dated, ColorScheme.Dark, 320)]
    [InlineData(BuiltPlaybook.CommonEdition, ColorScheme.Light, 1440)]
    [InlineData(BuiltPlaybook.CommonEdition, ColorScheme.Dark, 320)]
    public async Task Page_is_accessible_and_fits(string edition, ColorScheme scheme, int widthInPixels)
    {
        await using var visit = await VisitAsync(edition, scheme, widthInPixels, hasJavaScript: true, today: "2027-07-20");

        await PageChecks.AssertAccessibleAsync(visit.Page);
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task What_is_late_and_what_has_to_begin_is_marked_by_the_readers_own_day()
    {
        await using var visit = await VisitAsync(Dated, ColorScheme.Light, 1440, hasJavaScript: true, today: "2027-07-20");
        var rows = await visit.Page.Locator("[data-due]").EvaluateAllAsync<string[][]>(
            "rows => rows.map(row => [row.dataset.due, row.dataset.begin, row.dataset.status ?? '', row.dataset.state, row.querySelector('.plan-state').textContent])");

        Assert.Contains(rows, row => row[3] == "late");
        Assert.Contains(rows, row => row[3] == "now");
        Assert.All(rows, row =>
        {
            var isOpen = row[2] != "waived";
            var state = isOpen && string.CompareOrdinal("2027-07-20", row[0]) > 0 ? "late" : isOpen && string.CompareOrdinal("2027-07-20", row[1]) >= 0 ? "now" : "";
            Assert.Equal((state, state switch { "late" => "Late", "now" => "Begin now", _ => "" }), (row[3], row[4]));
        });
        await Assertions.Expect(visit.Page.Locator(".plan-today")).ToContainTextAsync($"Late: {rows.Count(row => row[3] == "late")}");
    }

    [Fact]
    public async Task What_another_part_of_the_page_knows_to_be_done_is_not_late()
    {
        await using var visit = await VisitAsync(Dated, ColorScheme.Light, 1440, hasJavaScript: true, today: "2029-01-01");
        var first = visit.Page.Locator("[data-due]").First;
        await Assertions.Expect(first).ToHaveAttributeAsync("data-state", "late");

        await first.EvaluateAsync("row => { row.dataset.status = 'done'; document.dispatchEvent(new CustomEvent('playbook:progress')); }");

        await Assertions.Expect(first).ToHaveAttributeAsync("data-state", "");
        await Assertions.Expect(first.Locator(".plan-state")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Without_JavaScript_the_plan_is_whole_and_says_nothing_of_today()
    {
        await using var visit = await VisitAsync(Dated, ColorScheme.Light, 320, hasJavaScript: false, today: null);

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Img, new() { NameRegex = new("Roadmap") })).ToBeVisibleAsync();
        Assert.True(await visit.Page.GetByRole(AriaRole.Table).CountAsync() > 5);
        Assert.True(await visit.Page.Locator("[data-item]").CountAsync() > 60);
        Assert.Equal(0, await visit.Page.Locator(".plan-state:visible, .plan-today:visible").CountAsync());
    }

    [Theory]
    [InlineData("checklist.csv")]
    [InlineData("plan.ics")]
    [InlineData("checklist.md")]
    [InlineData("checklist.json")]
    public async Task File_is_downloaded_by_its_link(string name)
    {
        await using var visit = await VisitAsync(Dated, ColorScheme.Light, 1440, hasJavaScript: false, today: null);

        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.Locator($".downloads a[download='{name}']").ClickAsync());

        Assert.Equal(name, download.SuggestedFilename);
        Assert.True(new FileInfo(await download.PathAsync()).Length > 1000);
    }

    private async Task<Visit> VisitAsync(string edition, ColorScheme scheme, int widthInPixels, bool hasJavaScript, string? today)
    {
        var server = StaticSiteServer.Start(playbook.EditionFolder(edition));
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ColorScheme = scheme,
            JavaScriptEnabled = hasJavaScript,
            ViewportSize = new ViewportSize { Width = widthInPixels, Height = 900 },
        });
        if (today is not null)
        {
            await context.Clock.SetFixedTimeAsync($"{today}T12:00:00");
        }

        var page = await context.NewPageAsync();
        var errors = PageChecks.CollectErrors(page);
        await page.GotoAsync(new Uri(server.Address, "plan/").ToString());
        return new Visit(server, context, page, errors);
    }

    private sealed record Visit(StaticSiteServer Server, IBrowserContext Context, IPage Page, List<string> Errors) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Context.DisposeAsync();
            await Server.DisposeAsync();
        }
    }
}
