using Microsoft.Playwright;

namespace Playbooks.Browser.Tests;

/// <summary>The checklist's pages: reachable without JavaScript, accessible in both schemes, narrowed by the address, printable.</summary>
public sealed class ChecklistPagesTests(BuiltPlaybook playbook, HeadlessBrowser browser)
{
    private const int Desktop = 1280;
    private const int Narrow = 320;

    [Theory]
    [InlineData(ColorScheme.Light, Desktop)]
    [InlineData(ColorScheme.Dark, Narrow)]
    public async Task Every_checklist_page_is_accessible_while_it_is_used(ColorScheme scheme, int widthInPixels)
    {
        await using var server = StaticSiteServer.Start(playbook.EditionFolder());
        await using var context = await browser.NewContextAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = widthInPixels, Height = 900 } });
        var page = await context.NewPageAsync();
        var errors = PageChecks.CollectErrors(page);
        foreach (var path in PathsOf(playbook.EditionFolder()))
        {
            await page.GotoAsync(server.Address + path);
            var first = await page.Locator("[data-item]").First.GetAttributeAsync("data-item");
            await page.Box(first!).CheckAsync();
            await page.RecordAsync(first!, ("note", "Looked at"));
            await PageChecks.AssertAccessibleAsync(page);
        }

        Assert.Empty(errors);
    }

    [Fact]
    public async Task Without_JavaScript_every_list_is_reached_by_links_and_complete_with_empty_boxes()
    {
        await using var server = StaticSiteServer.Start(playbook.EditionFolder());
        await using var context = await browser.NewContextAsync(new() { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var next = new Queue<string>([$"{server.Address}checklist/"]);
        while (next.TryDequeue(out var url))
        {
            if (!seen.Add(url))
            {
                continue;
            }

            await page.GotoAsync(url);
            await Assertions.Expect(page.Locator("input.box:checked")).ToHaveCountAsync(0);
            await Assertions.Expect(page.Locator("progress-tools, checklist-filter, .item-record").Filter(new() { Visible = true })).ToHaveCountAsync(0);
            foreach (var link in await page.Locator(".tabs a, .chips a").EvaluateAllAsync<string[]>("links => links.map(link => link.href.split('#')[0])"))
            {
                next.Enqueue(link);
            }
        }

        Assert.Equal(
            PathsOf(playbook.EditionFolder()).Order(StringComparer.Ordinal),
            seen.Select(url => url[server.Address.ToString().Length..]).Order(StringComparer.Ordinal));
        await page.GotoAsync($"{server.Address}checklist/");
        var all = await page.Locator("[data-item]").CountAsync();
        foreach (var path in new[] { "checklist/phase/", "checklist/role/", "checklist/date/" })
        {
            await page.GotoAsync(server.Address + path);
            await Assertions.Expect(page.Locator("[data-item] input.box")).ToHaveCountAsync(all);
        }
    }

    [Fact]
    public async Task What_the_list_is_narrowed_by_stands_in_the_address()
    {
        await using var server = StaticSiteServer.Start(playbook.EditionFolder());
        await using var context = await browser.NewContextAsync(new());
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{server.Address}checklist/?priority=could&text=champions");
        var shown = page.Locator("[data-item]").Filter(new() { Visible = true });
        await Assertions.Expect(page.Locator("select[name='priority']")).ToHaveValueAsync("could");
        await page.Locator("input[name='text']").FillAsync("");
        var could = await shown.CountAsync();
        Assert.InRange(could, 1, 20);
        Assert.Equal(could, await shown.Locator("[data-priority='could']").CountAsync());
        Assert.EndsWith("?priority=could", page.Url, StringComparison.Ordinal);

        await page.Locator("select[name='priority']").SelectOptionAsync("");
        await page.Box("LDR-01").CheckAsync();
        await page.Locator("select[name='status']").SelectOptionAsync("done");
        await Assertions.Expect(shown).ToHaveCountAsync(1);
        await page.Locator("checklist-filter button").ClickAsync();
        Assert.EndsWith("/checklist/", page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("checklist/")]
    [InlineData("checklist/leadership/")]
    public async Task Paper_has_boxes_and_lines_for_evidence_and_no_controls(string path)
    {
        await using var server = StaticSiteServer.Start(playbook.EditionFolder());
        await using var context = await browser.NewContextAsync(new());
        var page = await context.NewPageAsync();
        await page.GotoAsync(server.Address + path);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var items = await page.Locator("[data-item]").CountAsync();
        await Assertions.Expect(page.Locator("input.box").Filter(new() { Visible = true })).ToHaveCountAsync(items);
        await Assertions.Expect(page.Locator("[data-item] .write-line").Filter(new() { Visible = true })).ToHaveCountAsync(items);
        await Assertions.Expect(page.Locator("progress-tools, checklist-filter, .item-record, .tabs, .chips").Filter(new() { Visible = true })).ToHaveCountAsync(0);
    }

    private static IEnumerable<string> PathsOf(string edition) =>
        Directory.EnumerateFiles(Path.Combine(edition, "checklist"), "index.html", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(edition, file).Replace('\\', '/').Replace("index.html", "", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}
