using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Playbooks.Browser.Tests;

/// <summary>What a reader ticks stays ticked: in the next visit, after a rename, in a file, in a link, in another window.</summary>
public sealed class ChecklistProgressTests(BuiltPlaybook playbook, HeadlessBrowser browser)
{
    private const int LongestFragment = 150;
    private const string Key = "playbook-progress:tiny:common";

    private static readonly string[] Statuses = ["todo", "doing", "done", "not-applicable", "waived"];

    [Fact]
    public async Task A_tick_and_a_record_are_there_after_a_reload()
    {
        await using var server = StaticSiteServer.Start(playbook.EditionFolder());
        await using var context = await browser.NewContextAsync(new());
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{server.Address}checklist/leadership/");
        await page.Box("LDR-01").CheckAsync();
        await page.RecordAsync("LDR-02", ("status", "waived"), ("by", "The board"), ("reason", "Agreed last year"), ("until", "2099-06-30"), ("note", "Ask again"));
        await page.ReloadAsync();

        await Assertions.Expect(page.Box("LDR-01")).ToBeCheckedAsync();
        await Assertions.Expect(page.Item("LDR-02").Locator(".item-state")).ToContainTextAsync("Waived · The board · Agreed last year · until June 30, 2099 · Ask again");

        // The same on every page that lists the item, and in the counts.
        await page.GotoAsync($"{server.Address}checklist/");
        await Assertions.Expect(page.Box("LDR-01")).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator(".chips a[href$='leadership/'] progress-count")).ToContainTextAsync("1 of 11 done");
    }

    [Fact]
    public async Task A_tick_that_is_taken_back_stays_taken_back()
    {
        await using var world = await ItemWorld.OfAsync(2);
        await using var server = StaticSiteServer.Start(world.EditionFolder);
        await using var context = await browser.NewContextAsync(new());
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{server.Address}checklist/people/");
        await page.Box("PEO-001").CheckAsync();
        var file = await page.ExportAsync();
        await page.Box("PEO-001").UncheckAsync();
        await page.ImportAsync(file);
        await Assertions.Expect(page.Locator("progress-tools [role=status]")).ToHaveTextAsync("1 record read");
        await page.ReloadAsync();
        await Assertions.Expect(page.Box("PEO-001")).Not.ToBeCheckedAsync();
    }

    [Fact]
    public async Task A_tick_follows_an_item_to_its_new_id()
    {
        await using var world = await ItemWorld.OfAsync(3);
        await using var server = StaticSiteServer.Start(world.EditionFolder);
        await using var context = await browser.NewContextAsync(new());
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{server.Address}checklist/");
        await page.Box("PEO-002").CheckAsync();

        world.WriteItems([("PEO-001", null), ("PEO-777", "formerly: [PEO-002]"), ("PEO-003", null)]);
        await world.BuildAsync();
        await page.ReloadAsync();

        await Assertions.Expect(page.Item("PEO-002")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Box("PEO-777")).ToBeCheckedAsync();
        await Assertions.Expect(page.Box("PEO-001")).Not.ToBeCheckedAsync();
    }

    [Fact]
    public async Task Two_editions_on_one_origin_do_not_mix()
    {
        await using var server = StaticSiteServer.Start(playbook.OutputFolder);
        await using var context = await browser.NewContextAsync(new());
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{server.Address}larkfield/checklist/leadership/");
        await page.Box("LDR-01").CheckAsync();
        await page.GotoAsync($"{server.Address}northmoor/checklist/leadership/");
        await Assertions.Expect(page.Item("LDR-01")).ToHaveAttributeAsync("data-status", "todo");
        await page.GotoAsync($"{server.Address}larkfield/checklist/leadership/");
        await Assertions.Expect(page.Box("LDR-01")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task A_saved_file_gives_the_same_list_after_everything_was_deleted()
    {
        await using var world = await ItemWorld.OfAsync(60);
        await using var server = StaticSiteServer.Start(world.EditionFolder);
        await using var context = await browser.NewContextAsync(new());
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{server.Address}checklist/");
        await page.ImportAsync(RandomProgress(60, seed: 6));
        await page.RecordAsync("PEO-003", ("status", "done"), ("evidence", "https://example.org/minutes"), ("by", "Zoë"));
        var states = await page.StatesAsync();
        var saved = await page.ExportAsync();

        await page.Locator("[data-act='clear']").ClickAsync();
        await page.Locator("[data-act='clear-yes']").ClickAsync();
        Assert.All((await page.StatesAsync()).Values, status => Assert.Equal("todo", status));
        Assert.Null(await page.EvaluateAsync<string?>($"localStorage.getItem('{Key}')"));

        await page.ImportAsync(saved);
        await Assertions.Expect(page.Locator("progress-tools [role=status]")).ToHaveTextAsync("60 records read");
        Assert.Equal(states, await page.StatesAsync());
        Assert.Equal(saved, await page.ExportAsync());
    }

    [Fact]
    public async Task A_file_of_an_older_list_says_what_was_left_out()
    {
        await using var world = await ItemWorld.OfAsync(2);
        await using var server = StaticSiteServer.Start(world.EditionFolder);
        await using var context = await browser.NewContextAsync(new());
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{server.Address}checklist/");
        await page.ImportAsync("""{"format": "playbook-progress", "version": 2, "items": {"PEO-001": {"status": "done", "at": [1, "a"]}, "OLD-01": {"status": "done", "at": [1, "a"]}}}""");
        await Assertions.Expect(page.Locator("[data-part='report'] li")).ToHaveTextAsync(["OLD-01 was left out: it is not in this list"]);
        await Assertions.Expect(page.Box("PEO-001")).ToBeCheckedAsync();

        await page.ImportAsync("no file of ours");
        await Assertions.Expect(page.Locator("progress-tools [role=status]")).ToHaveTextAsync("This file cannot be read. Nothing was changed.");
        await Assertions.Expect(page.Box("PEO-001")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task A_link_shows_the_states_of_300_items_and_changes_nothing_until_it_is_merged()
    {
        const int Count = 300;
        await using var world = await ItemWorld.OfAsync(Count);
        await using var server = StaticSiteServer.Start(world.EditionFolder);
        await using var context = await browser.NewContextAsync(new());
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{server.Address}checklist/");
        await page.ImportAsync(RandomProgress(Count, seed: 300));
        var states = await page.StatesAsync();
        Assert.True(states.Values.Distinct().Count() == Statuses.Length);
        await page.Locator("[data-act='share']").ClickAsync();
        var link = await page.Locator("[data-part='link']").InputValueAsync();
        var fragment = link[link.IndexOf('#', StringComparison.Ordinal)..];
        Assert.InRange(fragment.Length, 2, LongestFragment);
        TestContext.Current.TestOutputHelper?.WriteLine($"fragment for {Count} items: {fragment.Length} signs");

        await using var others = await browser.NewContextAsync(new());
        var other = await others.NewPageAsync();
        var requested = new List<string>();
        other.Request += (_, request) => requested.Add(request.Url);
        await other.GotoAsync(link);
        await Assertions.Expect(other.Locator("[data-part='view']")).ToBeVisibleAsync();
        Assert.Equal(states, await other.StatesAsync());
        await Assertions.Expect(other.Box("PEO-001")).ToBeDisabledAsync();
        Assert.Null(await other.EvaluateAsync<string?>($"localStorage.getItem('{Key}')"));
        Assert.DoesNotContain(requested, url => url.Contains("shared", StringComparison.Ordinal) && !url.Contains('#', StringComparison.Ordinal));

        await other.Locator("[data-act='take']").ClickAsync();
        await Assertions.Expect(other.Locator("[data-part='view']")).ToBeHiddenAsync();
        await other.ReloadAsync();
        Assert.Equal(states, await other.StatesAsync());
        Assert.DoesNotContain('#', other.Url);
    }

    [Theory]
    [InlineData("blocked", "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } })", "does not let the page keep anything")]
    [InlineData("full", "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }", "storage is full")]
    [InlineData("corrupt", $"localStorage.getItem('{Key}') ?? localStorage.setItem('{Key}', '{{broken')", "set aside, not deleted")]
    [InlineData("newer", $"localStorage.setItem('{Key}', '{{\"format\":\"playbook-progress\",\"version\":99}}')", "They are untouched")]
    public async Task Storage_that_cannot_be_used_is_said_and_the_page_works(string trouble, string script, string sentence)
    {
        await using var world = await ItemWorld.OfAsync(3);
        await using var server = StaticSiteServer.Start(world.EditionFolder);
        await using var context = await browser.NewContextAsync(new());
        await context.AddInitScriptAsync(script);
        var page = await context.NewPageAsync();
        var errors = PageChecks.CollectErrors(page);
        await page.GotoAsync($"{server.Address}checklist/");
        await page.Box("PEO-001").CheckAsync();
        await Assertions.Expect(page.Locator("[data-part='trouble']")).ToContainTextAsync(sentence);
        await Assertions.Expect(page.Item("PEO-001")).ToHaveAttributeAsync("data-status", "done");
        Assert.Contains("\"PEO-001\"", await page.ExportAsync(), StringComparison.Ordinal);
        await page.GotoAsync($"{server.Address}people/one/");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("One");
        if (trouble == "corrupt")
        {
            Assert.Equal("{broken", await page.EvaluateAsync<string?>($"localStorage.getItem('{Key}:unreadable-1')"));
        }

        Assert.Empty(errors);
    }

    [Fact]
    public async Task Two_windows_agree()
    {
        await using var world = await ItemWorld.OfAsync(3);
        await using var server = StaticSiteServer.Start(world.EditionFolder);
        await using var context = await browser.NewContextAsync(new());
        var (first, second) = (await context.NewPageAsync(), await context.NewPageAsync());
        await first.GotoAsync($"{server.Address}checklist/");
        await second.GotoAsync($"{server.Address}checklist/people/");
        var aSecond = new LocatorAssertionsToBeCheckedOptions { Timeout = 1000 };
        await first.Box("PEO-001").CheckAsync();
        await Assertions.Expect(second.Box("PEO-001")).ToBeCheckedAsync(aSecond);
        await second.Box("PEO-002").CheckAsync();
        await Assertions.Expect(first.Box("PEO-002")).ToBeCheckedAsync(aSecond);
        await Assertions.Expect(first.Box("PEO-001")).ToBeCheckedAsync(aSecond);
    }

    [Fact]
    public async Task An_item_says_what_it_waits_for_and_a_gate_what_is_open()
    {
        await using var world = await ItemWorld.OfAsync(3, number => number == 3 ? "depends_on: [PEO-001, PEO-002]\n    gate: before-run" : "gate: before-run");
        await using var server = StaticSiteServer.Start(world.EditionFolder);
        await using var context = await browser.NewContextAsync(new());
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{server.Address}checklist/essentials/");
        await Assertions.Expect(page.Item("PEO-003").Locator(".blocked")).ToContainTextAsync("PEO-001 Do the thing that PEO-001 names");
        await Assertions.Expect(page.Locator("open-items")).ToContainTextAsync("PEO-001 PEO-002 PEO-003");

        await page.RecordAsync("PEO-001", ("status", "not-applicable"), ("reason", "Nobody here"));
        await Assertions.Expect(page.Item("PEO-003").Locator(".blocked")).ToHaveTextAsync("Waits for: PEO-002 Do the thing that PEO-002 names");
        await page.Box("PEO-002").CheckAsync();
        await Assertions.Expect(page.Item("PEO-003").Locator(".blocked")).ToHaveCountAsync(0);
        await page.Box("PEO-003").CheckAsync();
        await Assertions.Expect(page.Locator("open-items")).ToHaveTextAsync("Nothing is open before this.");
    }

    [Fact]
    public async Task A_recurring_item_shows_its_next_days_and_keeps_its_history()
    {
        await using var world = await ItemWorld.OfAsync(1, _ => "repeat: {every: 3m}");
        await using var server = StaticSiteServer.Start(world.EditionFolder);
        await using var context = await browser.NewContextAsync(new());
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{server.Address}checklist/people/");
        await page.RecordAsync("PEO-001", ("status", "done"), ("date", "2020-01-31"));
        // That was long ago: the item is due again, and the days count on from then.
        await Assertions.Expect(page.Item("PEO-001")).ToHaveAttributeAsync("data-status", "todo");
        await Assertions.Expect(page.Item("PEO-001").Locator(".item-state")).ToHaveTextAsync("Due again");
        await Assertions.Expect(page.Item("PEO-001").Locator("[data-next]")).ToHaveTextAsync("Comes back: April 30, 2020 · July 31, 2020 · October 31, 2020");

        await page.Box("PEO-001").CheckAsync();
        await Assertions.Expect(page.Item("PEO-001")).ToHaveAttributeAsync("data-status", "done");
        await Assertions.Expect(page.Item("PEO-001").Locator(".record-history li")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Item("PEO-001").Locator(".record-history li").Last).ToContainTextAsync("January 31, 2020");
        await page.Item("PEO-001").Locator(".record-history li").Last.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(page.Item("PEO-001").Locator(".record-history li")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Five_hundred_items_answer_at_once()
    {
        const int Count = 500;
        await using var world = await ItemWorld.OfAsync(Count);
        await using var server = StaticSiteServer.Start(world.EditionFolder);
        await using var context = await browser.NewContextAsync(new());
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{server.Address}checklist/");
        await page.ImportAsync(RandomProgress(Count, seed: 500));
        // From the click to the finished layout, in the page itself; the figure is reported, no machine is held to it.
        var times = await page.EvaluateAsync<double[]>("""
            () => [...document.querySelectorAll('input.box')].slice(0, 60).map(box => {
              const start = performance.now();
              box.click();
              document.body.offsetHeight;
              return performance.now() - start;
            })
            """);
        Array.Sort(times);
        TestContext.Current.TestOutputHelper?.WriteLine($"a tick among {Count} items: median {times[times.Length / 2]:0.0} ms, highest {times[^1]:0.0} ms");
        Assert.Equal(60, times.Length);
        await Assertions.Expect(page.Locator("[data-item]")).ToHaveCountAsync(Count);
    }

    private static string RandomProgress(int count, int seed)
    {
#pragma warning disable CA5394 // The same numbers every time are wanted here.
        var random = new Random(seed);
        var items = new JsonObject();
        for (var number = 1; number <= count; number++)
        {
            items[ItemWorld.IdOf(number)] = new JsonObject { ["status"] = Statuses[random.Next(Statuses.Length)], ["at"] = new JsonArray(random.Next(1, 9), "a") };
        }
#pragma warning restore CA5394

        return new JsonObject { ["format"] = "playbook-progress", ["version"] = 2, ["items"] = items }.ToJsonString(JsonSerializerOptions.Default);
    }
}
