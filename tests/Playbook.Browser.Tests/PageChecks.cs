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

    /// <summary>Something has the focus, it is in the window, nothing lies over it, and a ring shows it (WCAG 2.2, 2.4.7 and 2.4.11).</summary>
    public static async Task AssertFocusIsSeenAsync(IPage page)
    {
        var fault = await page.EvaluateAsync<string?>(
            """
            () => {
              const at = document.activeElement;
              if (!at || at === document.body) return "nothing has the focus";
              // A box that is drawn by its label is seen, and ringed, there.
              const seen = [at, ...(at.labels ?? [])].find((element) => {
                const style = getComputedStyle(element);
                return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
              });
              if (!seen) return `no ring around ${at.outerHTML.slice(0, 200)}`;
              // A link that wraps has a box for each line.
              const box = [...seen.getClientRects()].find(({ width, height, top, bottom }) => width > 0 && height > 0 && bottom > 0 && top < innerHeight);
              if (!box) return `outside the window: ${at.outerHTML.slice(0, 200)}`;
              const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
              const y = Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1);
              const over = document.elementFromPoint(x, y);
              return over && (seen.contains(over) || over.contains(seen)) ? null : `${over?.outerHTML.slice(0, 100)} lies over ${at.outerHTML.slice(0, 200)}`;
            }
            """);
        Assert.True(fault is null, $"{page.Url}: {fault}");
    }

    /// <summary>Nothing is wider than the window: reading needs no sideways scrolling.</summary>
    public static async Task AssertFitsAsync(IPage page)
    {
        var excess = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(excess <= 0, $"{page.Url} is {excess} px wider than the window");
    }
}
