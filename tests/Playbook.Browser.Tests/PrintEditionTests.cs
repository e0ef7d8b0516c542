using Microsoft.Playwright;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Outline;
using UglyToad.PdfPig.Tokens;

namespace Playbooks.Browser.Tests;

/// <summary>The print edition as a page, and as the PDF that <c>build --pdf</c> makes of it.</summary>
public sealed class PrintEditionTests(BuiltPlaybook playbook, HeadlessBrowser browser)
{
    [Theory]
    [InlineData(ColorScheme.Light, 1440, Media.Screen)]
    [InlineData(ColorScheme.Dark, 320, Media.Screen)]
    [InlineData(ColorScheme.Light, 1024, Media.Print)]
    public async Task Page_is_accessible_fits_and_is_free_of_errors(ColorScheme scheme, int widthInPixels, Media media)
    {
        await using var server = StaticSiteServer.Start(playbook.EditionFolder());
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = widthInPixels, Height = 900 },
        });
        var page = await context.NewPageAsync();
        var errors = PageChecks.CollectErrors(page);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = media, ColorScheme = scheme });
        await page.GotoAsync(new Uri(server.Address, "print/").ToString());

        // Tens of thousands of elements: what does not depend on the look is judged once.
        await PageChecks.AssertAccessibleAsync(page, (scheme, media) switch
        {
            (ColorScheme.Light, Media.Screen) => [],
            (_, Media.Screen) => ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"],
            // Nobody taps on paper.
            _ => ["color-contrast", "link-in-text-block"],
        });
        Assert.Empty(errors);
    }

    [Fact]
    public async Task Button_opens_the_print_dialogue_and_is_not_there_without_JavaScript()
    {
        await using var server = StaticSiteServer.Start(playbook.EditionFolder());
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions());
        var page = await context.NewPageAsync();
        await page.AddInitScriptAsync("window.print = () => { document.documentElement.dataset.printed = 'yes'; }");
        await page.GotoAsync(new Uri(server.Address, "print/").ToString());
        await page.Locator("print-button button").ClickAsync();
        await Assertions.Expect(page.Locator("html[data-printed=yes]")).ToHaveCountAsync(1);

        await using var plain = await browser.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        var still = await plain.NewPageAsync();
        await still.GotoAsync(new Uri(server.Address, "print/").ToString());
        await Assertions.Expect(still.Locator("print-button")).ToBeHiddenAsync();
        await Assertions.Expect(still.Locator("article.part").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Pdf_has_the_outline_of_the_navigation_the_title_and_the_language()
    {
        var output = Directory.CreateTempSubdirectory("playbook-pdf-tests-");
        try
        {
            await BuildPdfAsync(output.FullName);
            var titles = await MenuAsync(Path.Combine(output.FullName, "northmoor"));

            using var pdf = PdfDocument.Open(Path.Combine(output.FullName, "northmoor.pdf"));

            Assert.True(pdf.TryGetBookmarks(out var bookmarks));
            var outline = bookmarks.Roots.SelectMany(part => (string[])[part.Title, .. part.Children.Select(page => $"{part.Title} > {page.Title}")]).ToArray();
            Assert.Equal(titles, outline.Where(title => titles.Contains(title)));
            Assert.Equal(titles.Where(title => !title.Contains(" > ", StringComparison.Ordinal)), bookmarks.Roots.Select(part => part.Title).Where(titles.Contains));
            // Every chapter has a place of its own to go to.
            Assert.All(bookmarks.Roots.SelectMany(part => part.Children), page => Assert.InRange(Assert.IsType<DocumentBookmarkNode>(page).PageNumber, 2, pdf.NumberOfPages));
            Assert.Equal("Introducing social media · Northmoor", pdf.Information.Title);
            Assert.Equal((612, 792), (Math.Round(pdf.GetPage(1).Width), Math.Round(pdf.GetPage(1).Height))); // letter, in points
            Assert.Equal("en-US", Assert.IsType<StringToken>(pdf.Structure.Catalog.CatalogDictionary.Data["Lang"]).Data);
            // A PDF is handed on: it must not know the folder it was made in.
            Assert.DoesNotContain("file:", System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Path.Combine(output.FullName, "northmoor.pdf"), TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }

    /// <summary>Areas and sections, and behind each the pages in it as the menu of the published site lists them.</summary>
    private async Task<string[]> MenuAsync(string folder)
    {
        await using var server = StaticSiteServer.Start(folder);
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions());
        var page = await context.NewPageAsync();
        await page.GotoAsync(server.Address.ToString());
        var groups = await page.Locator("nav.menu a.menu-title").EvaluateAllAsync<string[]>("links => links.map(link => link.href)");
        var titles = new List<string>();
        foreach (var group in groups)
        {
            await page.GotoAsync(group);
            var title = await page.Locator("nav.menu .is-open > a.menu-title").TextContentAsync();
            var entries = await page.Locator("nav.menu .is-open .menu-entries a:not([data-kind=checklist])").AllTextContentsAsync();
            titles.AddRange([title!.Trim(), .. entries.Select(entry => $"{title.Trim()} > {entry.Trim()}")]);
        }

        return [.. titles];
    }

    private static async Task BuildPdfAsync(string output)
    {
        using var playwright = await Playwright.CreateAsync();
        await PlaybookProgram.RunAsync(
            ["build", "--pdf", "--organization", "northmoor", "--input", RepositoryFolder.PathOf("input"), "--output", output],
            ("PLAYBOOK_CHROMIUM", await ChromiumInstall.FindOrInstallAsync(playwright)));
    }
}
