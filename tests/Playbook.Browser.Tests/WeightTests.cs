using System.IO.Compression;
using Microsoft.Playwright;

namespace Playbooks.Browser.Tests;

/// <summary>What a reader downloads for the first page, compressed as servers do, and that nothing moves or flashes while it arrives.</summary>
public sealed class WeightTests(BuiltPlaybook playbook, HeadlessBrowser browser)
{
    private const string Chapter = "structure/listening-and-response/";

    /// <summary>
    /// The layout shift that a busy machine may add: a page that is painted in pieces, or fonts after the first paint, move a
    /// title by a pixel or two (0.005 was seen). A line that a script puts in moves the page by 0.03 and more.
    /// </summary>
    private const double MostShift = 0.01;

    [Fact]
    public async Task First_page_stays_within_its_budget()
    {
        await using var server = StaticSiteServer.Start(playbook.EditionFolder("larkfield"));
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions());
        var page = await context.NewPageAsync();
        var answers = new List<IResponse>();
        page.Response += (_, response) => answers.Add(response);
        await page.GotoAsync(server.Address + Chapter, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        var weights = new Dictionary<string, int>();
        foreach (var answer in answers)
        {
            var bytes = await answer.BodyAsync();
            var kind = answer.Request.ResourceType;
            // Fonts are compressed already.
            weights[kind] = weights.GetValueOrDefault(kind) + (kind == "font" ? bytes.Length : Compressed(bytes));
        }

        var text = await page.EvaluateAsync<string>("document.querySelector('main').textContent.replace(/\\s+/g, ' ')");
        Assert.InRange(weights["document"] - Compressed(System.Text.Encoding.UTF8.GetBytes(text)), 1, 10_000);
        Assert.InRange(weights["stylesheet"], 1, 12_000);
        Assert.InRange(weights["script"], 1, 10_000);
        Assert.InRange(weights["font"], 1, 60_000);
        Assert.InRange(answers.Count, 1, 10);
        Assert.All(answers, answer => Assert.StartsWith(server.Address.ToString(), answer.Url, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData(Chapter)]
    [InlineData("checklist/")]
    [InlineData("assessment/")]
    public async Task Nothing_moves_while_a_page_arrives(string address)
    {
        await using var server = StaticSiteServer.Start(playbook.EditionFolder());
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions());
        var page = await context.NewPageAsync();
        await page.AddInitScriptAsync("window.moved = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.moved += entry.value; }).observe({ type: 'layout-shift', buffered: true });");
        await page.GotoAsync(server.Address + address, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.InRange(await page.EvaluateAsync<double>("window.moved"), 0, MostShift);
    }

    /// <summary>Scripts run when the page has been read; fonts never come, because when they come is chance.</summary>
    [Theory]
    [InlineData("")]
    [InlineData(Chapter)]
    [InlineData("checklist/")]
    [InlineData("assessment/")]
    public async Task Scripts_move_nothing(string address)
    {
        await using var server = StaticSiteServer.Start(playbook.EditionFolder());
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions());
        var page = await context.NewPageAsync();
        await page.RouteAsync("**/*.woff2", route => route.AbortAsync());
        await page.AddInitScriptAsync("window.moves = []; new PerformanceObserver((list) => window.moves.push(...list.getEntries())).observe({ type: 'layout-shift', buffered: true });");
        await page.GotoAsync(server.Address + address, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.Equal(0, await page.EvaluateAsync<double>(
            "moves.filter(({ startTime }) => startTime >= performance.getEntriesByType('navigation')[0].domInteractive).reduce((sum, { value }) => sum + value, 0)"), 4);
    }

    [Fact]
    public async Task Remembered_dark_page_is_dark_from_the_first_paint()
    {
        await using var server = StaticSiteServer.Start(playbook.EditionFolder());
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions { ColorScheme = ColorScheme.Light });
        var page = await context.NewPageAsync();
        await page.GotoAsync(server.Address.ToString());
        await page.EvaluateAsync("localStorage.setItem('playbook-scheme', 'dark')");
        // The colour when the body begins to exist: before anything of it can have been painted.
        await page.AddInitScriptAsync("new MutationObserver((_, observer) => { if (document.body) { window.firstScheme = document.documentElement.dataset.scheme; observer.disconnect(); } }).observe(document, { childList: true, subtree: true });");
        await page.ReloadAsync();
        Assert.Equal("dark", await page.EvaluateAsync<string>("window.firstScheme"));
    }

    private static int Compressed(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return (int)target.Length;
    }
}
