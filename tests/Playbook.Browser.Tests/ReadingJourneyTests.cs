using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Playbooks.Browser.Tests;

/// <summary>What every reader does first: from the home page to an area, a chapter and the checklist, by links alone.</summary>
public sealed class ReadingJourneyTests(BuiltPlaybook playbook, HeadlessBrowser browser)
{
    private const int Desktop = 1440;

    /// <summary>The width that WCAG 2.2 (1.4.10 Reflow) asks for.</summary>
    private const int Narrow = 320;

    private static readonly TimeSpan LoadLimit = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(ColorScheme.Light, Desktop)]
    [InlineData(ColorScheme.Light, Narrow)]
    [InlineData(ColorScheme.Dark, Desktop)]
    [InlineData(ColorScheme.Dark, Narrow)]
    public Task Every_stop_is_accessible_and_free_of_errors(ColorScheme scheme, int widthInPixels) =>
        TravelAsync(scheme, widthInPixels, hasJavaScript: true, atEachStop: AssertAccessibleAsync);

    [Theory]
    [InlineData(Desktop)]
    [InlineData(Narrow)]
    public Task Every_stop_is_reached_without_JavaScript(int widthInPixels) =>
        TravelAsync(ColorScheme.Light, widthInPixels, hasJavaScript: false, atEachStop: AssertFitsAsync);

    private async Task TravelAsync(ColorScheme scheme, int widthInPixels, bool hasJavaScript, Func<IPage, Task> atEachStop)
    {
        await using var server = StaticSiteServer.Start(playbook.EditionFolder());
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ColorScheme = scheme,
            JavaScriptEnabled = hasJavaScript,
            ViewportSize = new ViewportSize { Width = widthInPixels, Height = 900 },
        });
        var page = await context.NewPageAsync();
        var errors = CollectErrors(page);

        await page.GotoAsync(server.Address.ToString());
        await AtStopAsync();

        await FollowAsync(page, page.Locator("main nav[data-areas] a[href$='/']"));
        await AtStopAsync();

        await FollowAsync(page, page.Locator("main [data-chapters] a[href]"));
        await AtStopAsync();

        await FollowAsync(page, page.Locator("a[href$='/checklist/']"));
        await AtStopAsync();

        async Task AtStopAsync()
        {
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveCountAsync(1);
            await atEachStop(page);
            Assert.True(errors.Count == 0, $"{page.Url}:\n{string.Join("\n", errors)}");
        }
    }

    /// <summary>Clicks the first of some links that a reader can see, and waits for the page it leads to.</summary>
    /// <remarks>On a narrow screen the links may be in a menu: then its button is pressed first, as a reader would.</remarks>
    private static async Task FollowAsync(IPage page, ILocator links)
    {
        Assert.True(await links.CountAsync() > 0, $"{page.Url} has no link that matches {links}");

        var visible = links.Filter(new() { Visible = true }).First;
        if (await visible.CountAsync() == 0)
        {
            var menu = page.Locator("[popover]").Filter(new() { Has = links }).First;
            await page.Locator($"[popovertarget='{await menu.GetAttributeAsync("id")}']").Filter(new() { Visible = true }).First.ClickAsync();
        }

        // Listening before the click: a page this small can be loaded before WaitForURLAsync would begin to look.
        var loaded = new TaskCompletionSource();
        page.Load += OnLoad;
        await visible.ClickAsync();
        await loaded.Task.WaitAsync(LoadLimit);
        page.Load -= OnLoad;

        void OnLoad(object? sender, IPage _) => loaded.TrySetResult();
    }

    /// <summary>Everything that a developer's console would show in red, and every answer that is not a success.</summary>
    private static List<string> CollectErrors(IPage page)
    {
        var errors = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                errors.Add($"console: {message.Text}");
            }
        };
        page.PageError += (_, error) => errors.Add($"script: {error}");
        page.RequestFailed += (_, request) => errors.Add($"no answer: {request.Url} ({request.Failure})");
        page.Response += (_, response) =>
        {
            if (response.Status >= 400)
            {
                errors.Add($"status {response.Status}: {response.Url}");
            }
        };
        return errors;
    }

    private static async Task AssertAccessibleAsync(IPage page)
    {
        await AssertFitsAsync(page);
        var result = await page.RunAxe(new AxeRunOptions
        {
            RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"),
        });
        Assert.True(result.Violations.Length == 0, $"{page.Url}:\n{string.Join("\n", result.Violations.Select(Describe))}");
    }

    private static string Describe(AxeResultItem violation) =>
        $"{violation.Id}: {violation.Help}\n{string.Join("\n", violation.Nodes.Select(node => $"    {node.Html}"))}";

    /// <summary>Nothing is wider than the window: reading needs no sideways scrolling.</summary>
    private static async Task AssertFitsAsync(IPage page)
    {
        var excess = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(excess <= 0, $"{page.Url} is {excess} px wider than the window");
    }
}
