using System.Text.Json;
using Microsoft.Playwright;

namespace Playbooks.Browser.Tests;

/// <summary>Answering, coming back, seeing results, and putting several people's answers together.</summary>
public sealed class AssessmentJourneyTests(BuiltPlaybook playbook, HeadlessBrowser browser) : IAsyncLifetime
{
    private const string BlockStorage = """
        Object.defineProperty(window, "localStorage", { get() { throw new DOMException("blocked", "SecurityError"); } });
        """;

    private const string FillStorage = """
        Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
        """;

    private readonly List<string> _errors = [];
    private readonly DirectoryInfo _files = Directory.CreateTempSubdirectory("playbook-answers-");
    private StaticSiteServer _server = null!;

    public ValueTask InitializeAsync()
    {
        _server = StaticSiteServer.Start(playbook.EditionFolder());
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _files.Delete(recursive: true);
        Assert.Empty(_errors);
    }

    [Fact]
    public async Task Answers_are_kept_when_the_page_is_loaded_again()
    {
        var page = await OpenAsync();
        await AnswerAsync(page, 0, 3);
        await AnswerAsync(page, 1, 5);
        await page.Locator("assessment-group select").SelectOptionAsync("managers");

        await page.ReloadAsync();

        Assert.Equal("3 5", await ChosenAsync(page, 2));
        await Assertions.Expect(page.Locator("assessment-group select")).ToHaveValueAsync("managers");
        await Assertions.Expect(page.Locator("[data-count]")).ToContainTextAsync("2 of");
    }

    [Fact]
    public async Task Results_and_home_show_what_was_answered_and_send_nothing()
    {
        var page = await OpenAsync();
        await AnswerAllAsync(page, at => at % 5);
        var requests = new List<string>();
        page.Request += (_, request) => requests.Add($"{request.Method} {request.Url}");

        await page.GotoAsync($"{_server.Address}results/");

        await Assertions.Expect(page.Locator(".one-view").First).ToBeVisibleAsync();
        Assert.Equal(await page.Locator("[data-own] .area-scores tbody tr").CountAsync(), await page.Locator("[data-own] .level-line").CountAsync());
        Assert.True(await page.Locator("[data-own] .opportunities > li").CountAsync() == 5);
        var scores = await page.Locator("[data-own] .area-scores b").AllTextContentsAsync();
        await page.GotoAsync(_server.Address.ToString());
        var tiles = await page.Locator("area-score").AllTextContentsAsync();
        Assert.Equal(scores, tiles.Select(tile => tile.Split(" · ")[0]));
        Assert.All(requests, request => Assert.StartsWith($"GET {_server.Address}", request, StringComparison.Ordinal));
    }

    // The same answers, once scored by the page and once by the program.
    [Fact]
    public async Task Several_files_come_to_the_same_here_and_on_the_command_line()
    {
        var page = await OpenAsync();
        var groups = new[] { "leaders", "leaders", "leaders", "managers", "managers", "managers", "managers", "managers", "staff", "staff", "staff", "staff", "staff", "staff" };
        var files = new List<string>();
        foreach (var (group, at) in groups.Select((group, at) => (group, at)))
        {
            files.Add(await ExportAsync(page, group, question => (question * 3 + at * (group.Length + 1)) % 7));
        }

        await page.GotoAsync($"{_server.Address}results/");
        await page.Locator("#_files").SetInputFilesAsync(files);
        await Assertions.Expect(page.Locator("[data-several] .report")).ToBeVisibleAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("[data-several]").GetByRole(AriaRole.Button, new() { Name = "JSON" }).ClickAsync());
        using var shown = JsonDocument.Parse(await File.ReadAllTextAsync(await download.PathAsync()));

        var written = await AssessAsync(files.AsEnumerable().Reverse());

        Assert.Contains($"respondents: {{{string.Join(", ", shown.RootElement.GetProperty("respondents").EnumerateObject().Select(size => $"{size.Name}: {size.Value}"))}}}", written, StringComparison.Ordinal);
        Assert.DoesNotContain("leaders", shown.RootElement.GetProperty("respondents").ToString(), StringComparison.Ordinal);
        var items = shown.RootElement.GetProperty("items").EnumerateArray().Select(Line).ToArray();
        Assert.NotEmpty(items);
        Assert.Equal(items, written.Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Wrong_file_is_told_and_left_out()
    {
        var page = await OpenAsync("results/");
        var wrong = Path.Combine(_files.FullName, "wrong.json");
        var broken = Path.Combine(_files.FullName, "broken.json");
        await File.WriteAllTextAsync(wrong, """{"format": "playbook-answers", "schema": 1, "playbook": "another", "assessment": "else"}""");
        await File.WriteAllTextAsync(broken, "{");

        await page.Locator("#_files").SetInputFilesAsync([wrong, broken]);

        await Assertions.Expect(page.Locator(".file-problems li")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".file-problems")).ToContainTextAsync("broken.json: this is not JSON");
        await Assertions.Expect(page.Locator("[data-several] .report")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Too_few_people_are_not_shown()
    {
        var page = await OpenAsync();
        var files = new[] { await ExportAsync(page, "leaders", at => at % 5), await ExportAsync(page, "staff", at => at % 4) };

        await page.GotoAsync($"{_server.Address}results/");
        await page.Locator("#_files").SetInputFilesAsync(files);

        await Assertions.Expect(page.Locator("[data-several]")).ToContainTextAsync("at least 5 are needed");
        await Assertions.Expect(page.Locator("[data-several] .report")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(BlockStorage, "does not let the page keep anything")]
    [InlineData(FillStorage, "storage is full")]
    public async Task Form_works_and_says_so_when_nothing_can_be_kept(string script, string told)
    {
        var page = await OpenAsync(script: script);

        await AnswerAsync(page, 0, 2);
        await AnswerAsync(page, 1, 4);

        await Assertions.Expect(page.Locator("[data-storage]")).ToContainTextAsync(told);
        Assert.Equal("2 4", await ChosenAsync(page, 2));
        await Assertions.Expect(page.Locator("[data-count]")).ToContainTextAsync("2 of");
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("[data-do=export]").ClickAsync());
        using var saved = JsonDocument.Parse(await File.ReadAllTextAsync(await download.PathAsync()));
        Assert.Equal(2, saved.RootElement.GetProperty("answers").EnumerateObject().Count());
    }

    [Theory]
    [InlineData("not json at all")]
    [InlineData("{\"schema\": 9}")]
    [InlineData("{\"schema\": 1, \"assessment\": \"x\", \"version\": 1, \"answers\": {\"A\": []}, \"pulse\": {}}")]
    public async Task What_cannot_be_read_is_told_and_put_aside(string kept)
    {
        var page = await OpenAsync();
        var store = await page.EvaluateAsync<string>("JSON.parse(document.getElementById('_assessment-data').textContent).store");
        await page.EvaluateAsync("([key, text]) => localStorage.setItem(key, text)", new[] { store, kept });
        await page.ReloadAsync();

        await Assertions.Expect(page.Locator("[data-storage]")).ToContainTextAsync("could not be read");
        await AnswerAsync(page, 0, 3);

        await Assertions.Expect(page.Locator("[data-storage]")).ToHaveTextAsync("");
        Assert.Equal(kept, await page.EvaluateAsync<string>("key => localStorage.getItem(key)", $"{store}:before"));
        await page.ReloadAsync();
        Assert.Equal("3", await ChosenAsync(page, 1));
    }

    [Fact]
    public async Task Two_editions_on_one_server_do_not_mix()
    {
        await using var both = StaticSiteServer.Start(Path.GetDirectoryName(playbook.EditionFolder())!);
        var page = await NewPageAsync(null, hasJavaScript: true);
        await page.GotoAsync($"{both.Address}common/assessment/");
        await AnswerAsync(page, 0, 4);

        await page.GotoAsync($"{both.Address}larkfield/assessment/");
        Assert.Equal("", await ChosenAsync(page, 1));
        await AnswerAsync(page, 0, 1);

        await page.GotoAsync($"{both.Address}common/assessment/");
        Assert.Equal("4", await ChosenAsync(page, 1));
    }

    [Fact]
    public async Task Another_window_follows()
    {
        var page = await OpenAsync();
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync($"{_server.Address}assessment/");

        await AnswerAsync(page, 0, 2);

        await Assertions.Expect(other.Locator("[data-question]").First.Locator("input[value='2']")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task Clearing_asks_first_and_forgets_everything()
    {
        var page = await OpenAsync();
        await AnswerAsync(page, 0, 2);

        await page.Locator("[data-do=clear]").ClickAsync();
        Assert.Equal("2", await ChosenAsync(page, 1));
        await page.Locator("[data-do=forget]").ClickAsync();

        Assert.Equal("", await ChosenAsync(page, 1));
        Assert.Equal(0, await page.EvaluateAsync<int>("localStorage.length"));
    }

    [Fact]
    public async Task One_statement_at_a_time_goes_by_keyboard_alone()
    {
        var page = await OpenAsync();
        await page.Locator("input[name=_view][value=one]").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.Locator("[data-question]:visible")).ToHaveCountAsync(1);
        var first = await page.Locator("[data-question]:visible").GetAttributeAsync("data-question");

        await page.Locator("[data-question]:visible input").First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Locator("[data-step='1']").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("[data-question]:visible")).ToHaveCountAsync(1);
        Assert.NotEqual(first, await page.Locator("[data-question]:visible").GetAttributeAsync("data-question"));
        await Assertions.Expect(page.Locator("[data-question]:visible")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("[data-count]")).ToContainTextAsync("1 of");
    }

    [Fact]
    public async Task Statements_a_group_is_not_asked_are_out_of_its_way()
    {
        var page = await OpenAsync();
        var all = await page.Locator("[data-question]:visible").CountAsync();

        await page.Locator("assessment-group select").SelectOptionAsync("staff");

        Assert.InRange(await page.Locator("[data-question]:visible").CountAsync(), 1, all - 1);
        await Assertions.Expect(page.Locator("[data-not-asked-note]")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Form_and_explanation_are_complete_without_JavaScript()
    {
        var page = await NewPageAsync(null, hasJavaScript: false);
        await page.GotoAsync($"{_server.Address}assessment/");

        Assert.Equal(await page.Locator("[data-question]").CountAsync(), await page.Locator("[data-question]:visible").CountAsync());
        await Assertions.Expect(page.Locator(".scoring-key")).ToBeVisibleAsync();
        Assert.Equal(0, await page.Locator("button:visible").Filter(new() { HasText = "Save" }).CountAsync());
        await page.GotoAsync($"{_server.Address}results/");
        await Assertions.Expect(page.Locator("[data-without-script]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("assessment-results")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".result-method")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Light, 320)]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Dark, 320)]
    public async Task Form_and_results_are_accessible(ColorScheme scheme, int widthInPixels)
    {
        var page = await OpenAsync(options: new BrowserNewContextOptions { ColorScheme = scheme, ViewportSize = new ViewportSize { Width = widthInPixels, Height = 900 } });
        await AnswerAllAsync(page, at => at % 7);
        await PageChecks.AssertAccessibleAsync(page);

        await page.GotoAsync($"{_server.Address}results/");
        await Assertions.Expect(page.Locator("[data-own] .report")).ToBeVisibleAsync();
        await page.Locator(".all-items summary").ClickAsync();
        await PageChecks.AssertAccessibleAsync(page);
    }

    private async Task<IPage> OpenAsync(string path = "assessment/", string? script = null, BrowserNewContextOptions? options = null)
    {
        var page = await NewPageAsync(script, hasJavaScript: true, options);
        await page.GotoAsync($"{_server.Address}{path}");
        return page;
    }

    private async Task<IPage> NewPageAsync(string? script, bool hasJavaScript, BrowserNewContextOptions? options = null)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions(options ?? new()) { JavaScriptEnabled = hasJavaScript });
        if (script is not null)
        {
            await context.AddInitScriptAsync(script);
        }

        var page = await context.NewPageAsync();
        PageChecks.CollectErrors(page, _errors);
        return page;
    }

    private static Task AnswerAsync(IPage page, int question, int level) =>
        page.Locator("[data-question]").Nth(question).Locator($"input[value='{level}']").CheckAsync();

    /// <summary>Answers every statement: 0 to 4 for the levels from the lowest, then what is no level.</summary>
    private static async Task AnswerAllAsync(IPage page, Func<int, int> choice)
    {
        var count = await page.Locator("[data-question]").CountAsync();
        var choices = Enumerable.Range(0, count).Select(choice).ToArray();
        // A click by a script changes what a click by a reader does, and a hundred of them take no time.
        await page.EvaluateAsync("choices => document.querySelectorAll('[data-question]').forEach((question, at) => question.querySelectorAll('input')[choices[at]].click())", choices);
    }

    /// <summary>The levels chosen in the first statements, in one text.</summary>
    private static Task<string> ChosenAsync(IPage page, int questions) => page.EvaluateAsync<string>(
        "count => [...document.querySelectorAll('[data-question]')].slice(0, count).flatMap(question => [...question.querySelectorAll(':checked')].map(input => input.value)).join(' ')", questions);

    private async Task<string> ExportAsync(IPage page, string group, Func<int, int> choice)
    {
        await page.Locator("assessment-group select").SelectOptionAsync(group);
        await AnswerAllAsync(page, choice);
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("[data-do=export]").ClickAsync());
        var file = Path.Combine(_files.FullName, $"{_files.GetFiles().Length}.json");
        await download.SaveAsAsync(file);
        Assert.DoesNotContain("name", await File.ReadAllTextAsync(file), StringComparison.OrdinalIgnoreCase);
        return file;
    }

    private static Task<string> AssessAsync(IEnumerable<string> files) => PlaybookProgram.RunAsync(
        ["assess", "--input", RepositoryFolder.PathOf("input"), "--organization", BuiltPlaybook.CommonEdition, "--answers", .. files]);

    /// <summary>An item as the program writes it.</summary>
    private static string Line(JsonElement item)
    {
        var groups = item.GetProperty("groups").EnumerateArray().Select(group => $"{group.GetProperty("group").GetString()}: {group.GetProperty("level")}");
        string[] numbers = item.GetProperty("score").ValueKind == JsonValueKind.Null ? ["unknown"] : ["score", "answers", "low", "high", "spread", "unknown"];
        var rest = numbers.Where(name => item.GetProperty(name).ValueKind != JsonValueKind.Null).Select(name => $"{name}: {item.GetProperty(name)}");
        return $"  {item.GetProperty("id").GetString()}: {{{string.Join(", ", groups.Concat(rest))}}}";
    }
}
