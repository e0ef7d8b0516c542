using Microsoft.Playwright;

namespace Playbooks.Browser.Tests;

/// <summary>A reader looks for something: with the keyboard alone, on a small screen, without JavaScript, from a disk.</summary>
public sealed class SearchJourneyTests(BuiltPlaybook playbook, HeadlessBrowser browser)
{
    private const string Query = "house rules";
    private const string QueryOfNothing = "xylophone";
    private const int Desktop = 1280;
    private const int Narrow = 320;

    [Fact]
    public async Task Keyboard_alone_opens_searches_moves_closes_and_arrives()
    {
        await using var server = StaticSiteServer.Start(playbook.EditionFolder());
        await using var context = await ContextAsync(Desktop);
        var page = await context.NewPageAsync();
        var errors = PageChecks.CollectErrors(page);
        await page.GotoAsync(server.Address.ToString());

        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.Locator("dialog.search-dialog input")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(Query);
        await Assertions.Expect(Status(page)).ToContainTextAsync("found");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(Links(page).First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("End");
        await Assertions.Expect(Links(page).Last).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Home");
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(page.Locator("dialog.search-dialog input")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.TypeAsync("x");
        await Assertions.Expect(page.Locator("dialog.search-dialog input")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("dialog.search-dialog input")).ToHaveValueAsync($"{Query}x");

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("dialog.search-dialog")).Not.ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("site-search a")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("dialog.search-dialog input")).ToBeFocusedAsync();
        await page.Locator("dialog.search-dialog input").FillAsync(Query);
        await Assertions.Expect(Links(page).First).ToBeVisibleAsync();
        await page.Locator("dialog.search-dialog input").PressAsync("Enter");
        await page.ArriveAsync("/policies/community-and-moderation/");
        await page.WaitForFunctionAsync("() => CSS.highlights.get('playbook-search')?.size > 0");
        Assert.Empty(errors);
    }

    [Theory]
    [InlineData(ColorScheme.Light, Desktop)]
    [InlineData(ColorScheme.Dark, Desktop)]
    [InlineData(ColorScheme.Light, Narrow)]
    [InlineData(ColorScheme.Dark, Narrow)]
    public async Task Dialog_and_search_page_are_accessible_in_every_state(ColorScheme scheme, int widthInPixels)
    {
        await using var server = StaticSiteServer.Start(playbook.EditionFolder());
        await using var context = await ContextAsync(widthInPixels, scheme);
        var page = await context.NewPageAsync();
        var errors = PageChecks.CollectErrors(page);
        await page.GotoAsync(server.Address.ToString());
        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.Locator(".search-hint")).ToBeVisibleAsync();
        await PageChecks.AssertAccessibleAsync(page);
        await page.Locator("dialog.search-dialog input").FillAsync(Query);
        await Assertions.Expect(page.Locator(".search-excerpt mark").First).ToBeVisibleAsync();
        await PageChecks.AssertAccessibleAsync(page);
        await page.Locator("dialog.search-dialog input").FillAsync(QueryOfNothing);
        await Assertions.Expect(page.Locator(".search-nothing")).ToBeVisibleAsync();
        await PageChecks.AssertAccessibleAsync(page);

        await page.GotoAsync($"{server.Address}search/?q={Uri.EscapeDataString(Query)}");
        await Assertions.Expect(page.Locator(".search-excerpt mark").First).ToBeVisibleAsync();
        await PageChecks.AssertAccessibleAsync(page);
        Assert.Empty(errors);
    }

    [Fact]
    public async Task Page_load_fetches_nothing_of_the_search_and_the_search_nothing_from_elsewhere()
    {
        await using var server = StaticSiteServer.Start(playbook.EditionFolder());
        await using var context = await ContextAsync(Desktop);
        var page = await context.NewPageAsync();
        var requests = new List<string>();
        page.Request += (_, request) => requests.Add(request.Url);
        await page.GotoAsync(server.Address.ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.DoesNotContain(requests, url => url.Contains("search", StringComparison.Ordinal));

        await OpenAsync(page, Query);
        Assert.Contains(requests, url => url.EndsWith("/search/index.json", StringComparison.Ordinal));
        Assert.All(requests, url => Assert.StartsWith(server.Address.ToString(), url, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Slash_opens_only_for_readers_who_switched_single_keys_on()
    {
        await using var server = StaticSiteServer.Start(playbook.EditionFolder());
        await using var context = await ContextAsync(Desktop);
        var page = await context.NewPageAsync();
        await page.GotoAsync(server.Address.ToString());
        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(page.Locator("dialog.search-dialog")).ToHaveCountAsync(0);
        await page.EvaluateAsync("localStorage.setItem('playbook-shortcuts', 'on')");
        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(page.Locator("dialog.search-dialog input")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("dialog.search-dialog input")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Search_page_has_the_query_in_its_address()
    {
        await using var server = StaticSiteServer.Start(playbook.EditionFolder());
        await using var context = await ContextAsync(Desktop);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{server.Address}search/?q=moderation");
        await Assertions.Expect(page.Locator("search-page input")).ToHaveValueAsync("moderation");
        await Assertions.Expect(Links(page).First).ToBeVisibleAsync();
        await page.Locator("search-page input").FillAsync("captions");
        await page.ArriveAsync(@"/search/\?q=captions$");
    }

    [Fact]
    public async Task Filters_narrow_and_say_how_many()
    {
        await using var server = StaticSiteServer.Start(playbook.EditionFolder());
        await using var context = await ContextAsync(Desktop);
        var page = await context.NewPageAsync();
        await page.GotoAsync(server.Address.ToString());
        await OpenAsync(page, Query);
        var all = await Links(page).CountAsync();
        var kind = page.Locator(".search-facets select").First;
        await kind.SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await Assertions.Expect(Links(page)).Not.ToHaveCountAsync(all);
        await Assertions.Expect(kind).ToHaveAttributeAsync("data-chosen", "");
    }

    [Fact]
    public async Task Recent_searches_are_kept_and_can_be_forgotten()
    {
        await using var server = StaticSiteServer.Start(playbook.EditionFolder());
        await using var context = await ContextAsync(Desktop);
        var page = await context.NewPageAsync();
        await page.GotoAsync(server.Address.ToString());
        await OpenAsync(page, Query);
        await page.Locator("dialog.search-dialog input").PressAsync("Enter");
        await page.ArriveAsync("/policies/");

        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.Locator(".search-recent-word")).ToHaveTextAsync([Query]);
        await page.Locator(".search-recent > .button").ClickAsync();
        await Assertions.Expect(page.Locator(".search-recent")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("dialog.search-dialog input")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Search_that_cannot_be_loaded_says_so_and_tries_again_with_what_was_typed()
    {
        await using var server = StaticSiteServer.Start(playbook.EditionFolder());
        await using var context = await ContextAsync(Desktop);
        var page = await context.NewPageAsync();
        await page.RouteAsync("**/search/index.json", route => route.AbortAsync());
        await page.GotoAsync(server.Address.ToString());
        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(Status(page)).ToContainTextAsync("could not be loaded");
        await page.Locator("dialog.search-dialog input").FillAsync(Query);
        await page.UnrouteAsync("**/search/index.json");
        await page.Locator(".search-list > .button").ClickAsync();
        await Assertions.Expect(Links(page).First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("dialog.search-dialog input")).ToHaveValueAsync(Query);
    }

    [Fact]
    public async Task Field_is_there_before_the_search_is_and_code_and_index_are_fetched_together()
    {
        await using var server = StaticSiteServer.Start(playbook.EditionFolder());
        await using var context = await ContextAsync(Desktop);
        var page = await context.NewPageAsync();
        var areAsked = new TaskCompletionSource();
        var isOpen = new TaskCompletionSource();
        var asked = new List<string>();
        await page.RouteAsync("**/{assets/search.*.js,search/index.json}", async route =>
        {
            asked.Add(new Uri(route.Request.Url).AbsolutePath);
            if (asked.Count == 2)
            {
                areAsked.SetResult();
            }

            await isOpen.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync(server.Address.ToString());
        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.Locator("dialog.search-dialog input")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(Query);
        // Neither has come yet, so neither can have waited for the other.
        await areAsked.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Contains("/search/index.json", asked);
        Assert.Equal(0, await Links(page).CountAsync());

        isOpen.SetResult();
        await Assertions.Expect(Links(page).First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("dialog.search-dialog input")).ToHaveValueAsync(Query);
        Assert.Equal(2, asked.Count);
    }

    [Fact]
    public async Task On_a_slow_net_the_first_result_stands_before_the_titles_of_the_others_have_come()
    {
        var folder = Directory.CreateTempSubdirectory("playbook-large-");
        try
        {
            WriteLargePlaybook(Path.Combine(folder.FullName, "input"));
            await PlaybookProgram.BuildAsync(Path.Combine(folder.FullName, "input"), Path.Combine(folder.FullName, "output"));
            await using var server = StaticSiteServer.Start(Path.Combine(folder.FullName, "output", BuiltPlaybook.CommonEdition));
            await using var context = await ContextAsync(Desktop);
            var page = await context.NewPageAsync();
            var othersMayCome = new TaskCompletionSource();
            var asked = 0;
            await page.RouteAsync("**/search/data/d*.json", async route =>
            {
                if (Interlocked.Increment(ref asked) > 1)
                {
                    await othersMayCome.Task;
                }

                await route.ContinueAsync();
            });
            await page.GotoAsync(server.Address.ToString());
            await page.Keyboard.PressAsync("Control+k");
            await page.Locator("dialog.search-dialog input").FillAsync("harbour");

            var results = page.Locator(".search-results > li");
            await Assertions.Expect(results.First).ToContainTextAsync("Harbour 0");
            Assert.InRange(await results.CountAsync(), 1, 9);
            othersMayCome.SetResult();
            await Assertions.Expect(results).ToHaveCountAsync(10);
            await Assertions.Expect(results.Last).ToContainTextAsync("Harbour 9");
            // What is found is ranked without any title having been read.
            Assert.InRange(asked, 2, 10);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Phrase_in_quotes_keeps_words_together()
    {
        await using var server = StaticSiteServer.Start(playbook.EditionFolder());
        await using var context = await ContextAsync(Desktop);
        var page = await context.NewPageAsync();
        await page.GotoAsync(server.Address.ToString());
        await OpenAsync(page, "rules house");
        await page.Locator("dialog.search-dialog input").FillAsync("\"rules house\"");
        await Assertions.Expect(page.Locator(".search-nothing")).ToBeVisibleAsync();
        await page.Locator("dialog.search-dialog input").FillAsync("\"house rules\"");
        await Assertions.Expect(Links(page).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_JavaScript_the_link_leads_to_an_index_of_all_headings()
    {
        await using var server = StaticSiteServer.Start(playbook.EditionFolder());
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        await page.GotoAsync(server.Address.ToString());
        await page.Locator("site-search a").ClickAsync();
        await page.ArriveAsync("/search/$");
        await Assertions.Expect(page.Locator(".search-off")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("search-page")).Not.ToBeVisibleAsync();
        Assert.InRange(await page.Locator(".search-index a").CountAsync(), 500, 5_000);
        await page.Locator(".search-index a[href$='#house-rules'], .search-index ul ul a").First.ClickAsync();
        Assert.Contains("#", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Site_on_a_disk_is_searched_as_well()
    {
        await using var context = await ContextAsync(Desktop);
        var page = await context.NewPageAsync();
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        await page.GotoAsync(new Uri(Path.Combine(playbook.EditionFolder(), "index.html")).ToString());
        await OpenAsync(page, Query);
        await page.Locator("dialog.search-dialog input").PressAsync("Enter");
        await page.ArriveAsync(@"/policies/community-and-moderation/index\.html");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        Assert.Empty(errors);
    }

    private static ILocator Links(IPage page) => page.Locator(".search-list a.search-hit");

    private static ILocator Status(IPage page) => page.Locator(".search-status");

    private static async Task OpenAsync(IPage page, string query)
    {
        await page.Keyboard.PressAsync("Control+k");
        await page.Locator("dialog.search-dialog input").FillAsync(query);
        await Assertions.Expect(Links(page).First).ToBeVisibleAsync();
    }

    private Task<IBrowserContext> ContextAsync(int widthInPixels, ColorScheme scheme = ColorScheme.Light) => browser.NewContextAsync(new BrowserNewContextOptions
    {
        ColorScheme = scheme,
        ReducedMotion = ReducedMotion.Reduce,
        ViewportSize = new ViewportSize { Width = widthInPixels, Height = 800 },
    });

    /// <summary>More titles and headings than are kept in the index's first file.</summary>
    private static void WriteLargePlaybook(string folder)
    {
        const int Pages = 100;
        const int Headings = 20;
        var chapters = Directory.CreateDirectory(Path.Combine(folder, "areas", "people")).FullName;
        File.WriteAllText(Path.Combine(folder, "playbook.yml"), ItemWorld.Manifest);
        for (var number = 0; number < Pages; number++)
        {
            var headings = Enumerable.Range(0, Headings).Select(at => $"## Part {at} of what is told on page {number}, in a heading long enough for a slow net {{#part-{at}}}\n");
            File.WriteAllText(Path.Combine(chapters, $"page-{number:000}.md"), $"---\nid: people/page-{number:000}\ntitle: Harbour {number}\n---\n{string.Concat(headings)}");
        }
    }
}
