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
    [InlineData(ColorScheme.Light, Desktop, true)]
    [InlineData(ColorScheme.Dark, Narrow, true)]
    [InlineData(ColorScheme.Light, Desktop, false)]
    [InlineData(ColorScheme.Dark, Narrow, false)]
    public async Task Every_stop_is_reached_fits_and_is_free_of_errors(ColorScheme scheme, int widthInPixels, bool hasJavaScript)
    {
        await using var server = StaticSiteServer.Start(playbook.EditionFolder());
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ColorScheme = scheme,
            JavaScriptEnabled = hasJavaScript,
            ViewportSize = new ViewportSize { Width = widthInPixels, Height = 900 },
        });
        var page = await context.NewPageAsync();
        var errors = PageChecks.CollectErrors(page);

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
            await PageChecks.AssertFitsAsync(page);
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
}
