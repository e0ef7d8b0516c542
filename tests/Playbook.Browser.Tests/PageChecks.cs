using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Playbooks.Browser.Tests;

/// <summary>What must be true of any page a reader sees.</summary>
internal static class PageChecks
{
    private static readonly string AxeScript = new BundledAxeScriptProvider().GetScript();

    private static readonly string[] AxeTags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    /// <summary>The print edition has tens of thousands of elements.</summary>
    private static readonly TimeSpan AxeLimit = TimeSpan.FromMinutes(2);

    /// <summary>Everything that a developer's console would show in red, and every answer that is not a success.</summary>
    /// <param name="page">A page that has loaded nothing yet.</param>
    /// <param name="into">Where to add them, for tests with several pages.</param>
    public static List<string> CollectErrors(IPage page, List<string>? into = null)
    {
        var errors = into ?? [];
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                errors.Add($"console: {message.Text}");
            }
        };
        page.PageError += (_, error) => errors.Add($"script: {error}");
        page.RequestFailed += (_, request) => errors.Add($"no answer: {request.Url} ({request.Failure})");
        page.Response += (_, response) =>
        {
            if (response.Status >= 400)
            {
                errors.Add($"status {response.Status}: {response.Url}");
            }
        };
        return errors;
    }

    /// <summary>Fits the window, and axe finds nothing that WCAG 2.2 AA or good practice forbids.</summary>
    /// <param name="page">The page, as it is now.</param>
    /// <param name="rules">The names of the rules to judge by; all when none is given.</param>
    public static async Task AssertAccessibleAsync(IPage page, params string[] rules)
    {
        await AssertFitsAsync(page);

        // In the page itself: a second page, as axe's own runner opens for its summary, would take the focus away.
        await page.EvaluateAsync(AxeScript);
        var violations = await page.EvaluateAsync<string[]>(
            """
            async ([rules, tags]) => {
              // Where scripts are off no timer ever fires, and axe takes its turns by timers.
              if (matchMedia("(scripting: none)").matches) setTimeout = (act) => void Promise.resolve().then(act);
              const runOnly = rules.length > 0 ? { type: "rule", values: rules } : { type: "tag", values: tags };
              const { violations } = await axe.run(document, { runOnly, resultTypes: ["violations"], preload: false });
              return violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `    ${node.html}`).join("\n")}`);
            }
            """,
            new[] { rules, AxeTags }).WaitAsync(AxeLimit);
        Assert.True(violations.Length == 0, $"{page.Url}:\n{string.Join("\n", violations)}");
    }

    /// <summary>Nothing is wider than the window: reading needs no sideways scrolling.</summary>
    public static async Task AssertFitsAsync(IPage page)
    {
        var excess = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(excess <= 0, $"{page.Url} is {excess} px wider than the window");
    }
}
