using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Playbooks.Browser.Tests;

/// <summary>What every reader does first: from the home page to an area, a chapter and the checklist, by links alone.</summary>
public sealed class ReadingJourneyTests(BuiltPlaybook playbook, HeadlessBrowser browser)
{
    private const int Desktop = 1440;

    /// <summary>The width that WCAG 2.2 (1.4.10 Reflow) asks for.</summary>
    private const int Narrow = 320;

    [Theory]
    [InlineData(ColorScheme.Light, Desktop, true)]
    [InlineData(ColorScheme.Light, Narrow, true)]
    [InlineData(ColorScheme.Dark, Desktop, true)]
    [InlineData(ColorScheme.Dark, Narrow, true)]
    [InlineData(ColorScheme.Light, Desktop, false)]
    [InlineData(ColorScheme.Light, Narrow, false)]
    public async Task Every_stop_is_reached_accessible_and_free_of_errors(ColorScheme scheme, int widthInPixels, bool hasJavaScript)
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
            await PageChecks.AssertAccessibleAsync(page);
            Assert.True(errors.Count == 0, $"{page.Url}:\n{string.Join("\n", errors)}");
        }
    }

    [Fact]
    public async Task Whole_way_from_the_first_page_to_the_results_is_gone_with_the_keyboard()
    {
        await using var server = StaticSiteServer.Start(playbook.EditionFolder());
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ReducedMotion = ReducedMotion.Reduce, // no stop is judged while the page still glides there
            ViewportSize = new ViewportSize { Width = Desktop, Height = 900 },
        });
        var page = await context.NewPageAsync();
        var errors = PageChecks.CollectErrors(page);
        await page.GotoAsync(server.Address.ToString());

        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".skip-link")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.closest('main') !== null"), "the skip link does not lead into the text");

        await page.GotoAsync(server.Address.ToString());
        await page.TabToAsync(page.Locator("[popovertarget=_menu]:visible"));
        await page.Keyboard.PressAsync("Enter");
        await PressAsync(page.Locator("#_menu a[href$='structure/']"), "/structure/$");
        await PressAsync(page.Locator("nav.menu a[href$='/listening-and-response/']").Filter(new() { Visible = true }).First, "/listening-and-response/$");

        var word = page.Locator("article a.word").First;
        await page.TabToAsync(word);
        await Assertions.Expect(page.Locator($"#_word-{await word.GetAttributeAsync("data-word")}")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(word).ToBeFocusedAsync();

        await PressAsync(page.Locator("article a[href*='/checklist/']").First, "/checklist/[^/]+/#");
        var box = page.Box(page.Url.Split('#')[1]);
        await page.TabToAsync(box);
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(box).ToBeCheckedAsync();
        await PageChecks.AssertFocusIsSeenAsync(page);

        // Up again, as readers do who have read to the end.
        await PressAsync(page.Locator("a[href='#_top']"), "#_top$");
        await PressAsync(page.Locator("header a[href$='assessment/']"), "/assessment/$");
        await page.TabToAsync(page.Locator("[data-question] input[type=radio]").First);
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("ArrowDown");
        await PageChecks.AssertFocusIsSeenAsync(page);
        await Assertions.Expect(page.Locator("[data-question]").First.Locator("input:checked")).ToHaveCountAsync(1);
        await PressAsync(page.Locator("a.button[href$='results/']"), "/results/$");
        await Assertions.Expect(page.Locator("[data-own]")).ToBeVisibleAsync();
        Assert.Empty(errors);

        async Task PressAsync(ILocator link, string address)
        {
            await page.TabToAsync(link);
            await page.Keyboard.PressAsync("Enter");
            await page.ArriveAsync(address);
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

        var address = await visible.EvaluateAsync<string>("link => link.href");
        await visible.ClickAsync();
        await page.ArriveAsync($"^{Regex.Escape(address)}");
    }
}
