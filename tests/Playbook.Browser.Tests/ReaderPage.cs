using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Playbooks.Browser.Tests;

/// <summary>What a reader does on a checklist.</summary>
internal static class ReaderPage
{
    /// <summary>Waits until the page is another one, and loaded.</summary>
    /// <param name="page">Where something led away from; it may have arrived already.</param>
    /// <param name="address">A regular expression that the address must hold.</param>
    public static async Task ArriveAsync(this IPage page, string address)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(address));
        await page.WaitForLoadStateAsync();
    }

    /// <summary>Presses Tab until something has the focus; at every stop on the way the focus can be seen.</summary>
    public static async Task TabToAsync(this IPage page, ILocator wanted)
    {
        const int MostStops = 400;
        for (var stop = 0; stop < MostStops; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            await PageChecks.AssertFocusIsSeenAsync(page);
            if (await wanted.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }
        }

        Assert.Fail($"{wanted} is not reached with the Tab key");
    }

    /// <summary>The row of an item.</summary>
    public static ILocator Item(this IPage page, string id) => page.Locator($"[data-item='{id}']");

    /// <summary>The box of an item.</summary>
    public static ILocator Box(this IPage page, string id) => page.Item(id).Locator("input.box");

    /// <summary>Opens an item's record and fills fields in; leaving a field keeps it.</summary>
    public static async Task RecordAsync(this IPage page, string id, params (string Field, string Value)[] fields)
    {
        var record = page.Item(id).Locator(".item-record");
        if (await record.GetAttributeAsync("open") is null)
        {
            await record.Locator("summary").ClickAsync();
        }

        foreach (var (field, value) in fields)
        {
            var control = record.Locator($"[data-field='{field}']");
            if (field == "status")
            {
                await control.SelectOptionAsync(value);
                continue;
            }

            await control.FillAsync(value);
            await control.BlurAsync();
        }
    }

    /// <summary>Every item's state as the page shows it.</summary>
    public static async Task<SortedDictionary<string, string>> StatesAsync(this IPage page) => new(
        await page.EvaluateAsync<Dictionary<string, string>>(
            "Object.fromEntries([...document.querySelectorAll('[data-item]')].map(row => [row.dataset.item, row.dataset.status]))"),
        StringComparer.Ordinal);

    /// <summary>The text of the file that a reader saves.</summary>
    public static async Task<string> ExportAsync(this IPage page)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("[data-act='export']").ClickAsync());
        return await File.ReadAllTextAsync(await download.PathAsync());
    }

    /// <summary>Adds from a file.</summary>
    public static Task ImportAsync(this IPage page, string json) => page.Locator("progress-tools input[type=file]").SetInputFilesAsync(
        new FilePayload { Name = "progress.json", MimeType = "application/json", Buffer = System.Text.Encoding.UTF8.GetBytes(json) });
}
