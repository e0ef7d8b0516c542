using Microsoft.Playwright;

namespace Playbooks.Browser.Tests;

/// <summary>One page of each kind, in every way a reader may see it.</summary>
public sealed class PageKindTests(BuiltPlaybook playbook, HeadlessBrowser browser)
{
    private const int Desktop = 1440;

    /// <summary>The width that WCAG 2.2 (1.4.10 Reflow) asks for.</summary>
    private const int Narrow = 320;

    private static readonly string[] Pages =
    [
        "", "start/", "leadership/", "leadership/signals/", "structure/listening-and-response/", "plays/force-field/", "templates/t-08/", "plays/",
        "routes/sponsor/", "checklist/", "checklist/essentials/", "checklist/leadership/", "assessment/", "results/", "plan/", "search/",
        "reference/glossary/", "reference/sources/", "reference/templates/", "does-not-apply/", "404.html",
    ];

    [Theory]
    [InlineData(ColorScheme.Light, Desktop, Media.Screen, true)]
    [InlineData(ColorScheme.Light, Narrow, Media.Screen, true)]
    [InlineData(ColorScheme.Dark, Desktop, Media.Screen, true)]
    [InlineData(ColorScheme.Dark, Narrow, Media.Screen, true)]
    [InlineData(ColorScheme.Light, Desktop, Media.Print, true)]
    [InlineData(ColorScheme.Light, Desktop, Media.Screen, false)]
    [InlineData(ColorScheme.Dark, Narrow, Media.Screen, false)]
    public async Task Page_of_every_kind_is_accessible_and_free_of_errors(ColorScheme scheme, int widthInPixels, Media media, bool hasJavaScript)
    {
        await using var server = StaticSiteServer.Start(playbook.EditionFolder());
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ColorScheme = scheme,
            JavaScriptEnabled = hasJavaScript,
            ViewportSize = new ViewportSize { Width = widthInPixels, Height = 900 },
        });
        var page = await context.NewPageAsync();
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = media, ColorScheme = scheme });
        var errors = PageChecks.CollectErrors(page);
        foreach (var address in Pages)
        {
            await page.GotoAsync(server.Address + address);
            await PageChecks.AssertAccessibleAsync(page);
            Assert.True(errors.Count == 0, $"{page.Url}:\n{string.Join("\n", errors)}");
        }
    }

    [Fact]
    public async Task Every_page_is_reached_from_the_first_by_links_without_JavaScript()
    {
        var folder = playbook.EditionFolder("larkfield");
        await using var server = StaticSiteServer.Start(folder);
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        var seen = new HashSet<string> { server.Address.ToString() };
        var next = new Queue<string>(seen);
        while (next.TryDequeue(out var address))
        {
            await page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded });
            var links = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href]')].map(link => link.href.split(/[#?]/)[0])");
            foreach (var link in links.Where(link => link.StartsWith(server.Address.ToString(), StringComparison.Ordinal) && link.EndsWith('/') && seen.Add(link)))
            {
                next.Enqueue(link);
            }
        }

        var published = Directory.EnumerateFiles(folder, "index.html", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, Path.GetDirectoryName(file)!).Replace('\\', '/'))
            .Select(path => path == "." ? server.Address.ToString() : $"{server.Address}{path}/");
        Assert.Empty(published.Except(seen));
    }
}
