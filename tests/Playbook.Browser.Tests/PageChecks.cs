using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Playbooks.Browser.Tests;

/// <summary>What must hold of any page in a browser.</summary>
internal static class PageChecks
{
    /// <summary>Everything that a developer's console would show in red, and every answer that is not a success.</summary>
    public static List<string> CollectErrors(IPage page)
    {
        var errors = new List<string>();
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

    /// <summary>axe finds nothing, and nothing is too wide.</summary>
    public static async Task AssertAccessibleAsync(IPage page)
    {
        await AssertFitsAsync(page);
        var result = await page.RunAxe(new AxeRunOptions
        {
            RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"),
        });
        Assert.True(result.Violations.Length == 0, $"{page.Url}:\n{string.Join("\n", result.Violations.Select(Describe))}");
    }

    private static string Describe(AxeResultItem violation) =>
        $"{violation.Id}: {violation.Help}\n{string.Join("\n", violation.Nodes.Select(node => $"    {node.Html}"))}";

    /// <summary>Nothing is wider than the window: reading needs no sideways scrolling.</summary>
    public static async Task AssertFitsAsync(IPage page)
    {
        var excess = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(excess <= 0, $"{page.Url} is {excess} px wider than the window");
    }
}
