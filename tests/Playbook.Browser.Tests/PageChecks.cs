using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Playbooks.Browser.Tests;

/// <summary>What must hold on any page in any state.</summary>
internal static class PageChecks
{
    /// <summary>Everything that a developer's console would show in red from now on.</summary>
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
        return errors;
    }

    /// <summary>No violation that axe knows of, and nothing wider than the window.</summary>
    public static async Task AssertAccessibleAsync(IPage page)
    {
        var excess = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(excess <= 0, $"{page.Url} is {excess} px wider than the window");
        var result = await page.RunAxe(new AxeRunOptions
        {
            RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"),
        });
        Assert.True(result.Violations.Length == 0, $"{page.Url}:\n{string.Join("\n", result.Violations.Select(violation => $"{violation.Id}: {violation.Help}\n{string.Join("\n", violation.Nodes.Select(node => $"    {node.Html}"))}"))}");
    }
}
