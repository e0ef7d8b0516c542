using Microsoft.Playwright;

namespace Playbooks.Browser.Tests;

/// <summary>What a page does for a reader beyond its text: words explained, the way on, what changed, keys, a play step by step.</summary>
public sealed class ReadingAidsTests(BuiltPlaybook playbook, HeadlessBrowser browser)
{
    private const string Chapter = "structure/listening-and-response/";

    [Fact]
    public Task Word_is_explained_on_hover_and_focus_and_the_note_goes_with_Escape() => VisitAsync(Chapter, async page =>
    {
        var word = page.Locator("article a.word").First;
        var note = page.Locator($"#_word-{await word.GetAttributeAsync("data-word")}");
        await Assertions.Expect(note).ToBeHiddenAsync();
        await word.HoverAsync();
        await Assertions.Expect(note).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(note).ToBeHiddenAsync();

        await page.Mouse.MoveAsync(0, 0);
        await page.TabToAsync(word);
        await Assertions.Expect(note).ToBeVisibleAsync();
        await PageChecks.AssertAccessibleAsync(page);
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("/reference/glossary/#");
    });

    [Fact]
    public async Task Word_is_explained_by_the_first_tap() => await VisitAsync(
        Chapter,
        async page =>
        {
            var word = page.Locator("article a.word").First;
            await word.TapAsync();
            await Assertions.Expect(page.Locator($"#_word-{await word.GetAttributeAsync("data-word")}")).ToBeVisibleAsync();
            Assert.EndsWith(Chapter, page.Url, StringComparison.Ordinal);
        },
        new BrowserNewContextOptions { HasTouch = true, IsMobile = true, ViewportSize = new ViewportSize { Width = 360, Height = 740 } });

    [Fact]
    public Task Route_leads_from_page_to_page_and_remembers_what_was_read() => VisitAsync("routes/sponsor/", async page =>
    {
        var steps = page.Locator(".route-steps .page-entry");
        var first = await steps.First.Locator("a").TextContentAsync();
        var second = await steps.Nth(1).Locator("a").TextContentAsync();
        await steps.First.Locator("a").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(first!);
        await page.WaitForLoadStateAsync();
        var onward = page.Locator("reading-route nav:visible");
        await Assertions.Expect(onward).ToHaveCountAsync(1);
        await onward.ScrollIntoViewIfNeededAsync();
        await onward.Locator("a[rel=next]").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(second!);
        await page.WaitForLoadStateAsync();
        await Assertions.Expect(page.Locator("reading-route nav:visible [rel=prev] .to-title")).ToHaveTextAsync(first!);

        await page.Locator("reading-route nav:visible .route-place a").ClickAsync();
        await Assertions.Expect(steps.First.Locator("[data-read]")).ToBeVisibleAsync();
        await Assertions.Expect(steps.Last.Locator("[data-read]")).ToBeHiddenAsync();
    });

    [Fact]
    public Task Section_that_changed_since_the_last_visit_is_marked_until_the_session_ends() => VisitAsync(Chapter, async page =>
    {
        var notice = page.Locator("section-changes");
        await Assertions.Expect(notice).ToBeHiddenAsync();
        await page.EvaluateAsync("""
            () => {
              const key = Object.keys(localStorage).find((each) => each.includes(':visit:'));
              const visit = JSON.parse(localStorage.getItem(key));
              visit.day = '2026-01-02';
              visit.sections.coverage = 'something else';
              localStorage.setItem(key, JSON.stringify(visit));
              sessionStorage.clear();
            }
            """);
        for (var visit = 0; visit < 2; visit++)
        {
            await page.ReloadAsync();
            await Assertions.Expect(notice).ToBeVisibleAsync();
            await Assertions.Expect(notice.Locator("li")).ToHaveTextAsync(["Coverage"]);
            await Assertions.Expect(notice).ToContainTextAsync("January 2, 2026");
        }

        await Assertions.Expect(page.Locator("#coverage .mark")).ToBeVisibleAsync();
        await page.EvaluateAsync("sessionStorage.clear()");
        await page.ReloadAsync();
        await Assertions.Expect(notice).ToBeHiddenAsync();
    });

    [Fact]
    public Task Single_keys_work_only_when_the_reader_wants_them() => VisitAsync(Chapter, async page =>
    {
        await page.Keyboard.PressAsync("h");
        Assert.EndsWith(Chapter, page.Url, StringComparison.Ordinal);
        await page.Keyboard.PressAsync("?");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToBeVisibleAsync();
        await PageChecks.AssertAccessibleAsync(page);
        await dialog.GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("c");
        await page.ArriveAsync("/checklist/$");
        await page.Keyboard.PressAsync("h");
        await Assertions.Expect(page.Locator("body.page-home")).ToBeAttachedAsync();
    });

    [Fact]
    public Task Play_is_run_step_by_step_by_keyboard() => VisitAsync("plays/force-field/", async page =>
    {
        await page.Locator("run-view [data-open]").ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog.Locator(".run-place")).ToHaveTextAsync("Step 1 of 7");
        await Assertions.Expect(dialog.Locator(".run-clock")).ToHaveTextAsync("5:00");
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(dialog.Locator(".run-place")).ToHaveTextAsync("Step 2 of 7");
        await Assertions.Expect(dialog.Locator(".run-clock")).ToHaveTextAsync("10:00");
        await PageChecks.AssertAccessibleAsync(page);
        await dialog.Locator("[data-clock]").ClickAsync();
        await Assertions.Expect(dialog.Locator(".run-clock")).Not.ToHaveTextAsync("10:00");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToBeHiddenAsync();
    });

    [Fact]
    public Task Storage_that_is_blocked_breaks_nothing() => VisitAsync(Chapter, async page =>
    {
        await page.Context.AddInitScriptAsync("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } }); Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } });");
        var errors = PageChecks.CollectErrors(page);
        await page.ReloadAsync();
        await page.Locator("reading-route").ScrollIntoViewIfNeededAsync();
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        Assert.Empty(errors);
    });

    private async Task VisitAsync(string address, Func<IPage, Task> act, BrowserNewContextOptions? options = null)
    {
        await using var server = StaticSiteServer.Start(playbook.EditionFolder());
        await using var context = await browser.NewContextAsync(options ?? new BrowserNewContextOptions { ReducedMotion = ReducedMotion.Reduce, ViewportSize = new ViewportSize { Width = 1440, Height = 900 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(server.Address + address);
        await act(page);
    }
}
