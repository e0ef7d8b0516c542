using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Playbooks.Browser.Tests;

/// <summary>What an author sees while writing: the page as it was saved, and what is wrong over the last good one.</summary>
public sealed class PreviewTests(HeadlessBrowser browser)
{
    private const string AddressLine = "Preview on ";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 320)]
    public async Task A_saved_chapter_loads_again_and_an_error_lies_over_the_last_good_page(ColorScheme scheme, int widthInPixels)
    {
        using var folder = new CopiedInput();
        using var preview = Start(folder.Path);
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new ViewportSize { Width = widthInPixels, Height = 900 },
        });
        var page = await context.NewPageAsync();
        var errors = PageChecks.CollectErrors(page);
        await page.GotoAsync(new Uri(await AddressOf(preview), $"common/{folder.Page}/").ToString());
        await Assertions.Expect(page.Locator("aside.preview-bar")).ToContainTextAsync("Built in");
        await PageChecks.AssertAccessibleAsync(page);

        folder.Append("\nA sentence that was not there before.\n");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("A sentence that was not there before.");

        var overlay = page.GetByRole(AriaRole.Alertdialog);
        folder.Append("\n[Nowhere](xref:people/not-there)\n");
        await Assertions.Expect(overlay).ToBeVisibleAsync();
        await Assertions.Expect(overlay).ToContainTextAsync(folder.File);
        await Assertions.Expect(overlay).ToContainTextAsync("[Nowhere](xref:people/not-there)");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("A sentence that was not there before.");
        Assert.True(await overlay.EvaluateAsync<bool>("dialog => dialog.contains(document.activeElement)"), "the focus is not in the overlay");
        await PageChecks.AssertAccessibleAsync(page);

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(overlay).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "1 error" }).ClickAsync();
        await Assertions.Expect(overlay).ToBeVisibleAsync();

        folder.Restore();
        await Assertions.Expect(overlay).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("A sentence that was not there before.");
        Assert.Empty(errors);
    }

    [Fact]
    public async Task The_bar_leads_to_the_same_page_of_another_edition()
    {
        using var folder = new CopiedInput();
        using var preview = Start(folder.Path);
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions());
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(await AddressOf(preview), "common/checklist/").ToString());

        await page.GetByRole(AriaRole.Button, new() { Name = "Edition:" }).ClickAsync();
        var other = page.Locator("#_preview-editions a:not([aria-current])").First;
        var address = await other.GetAttributeAsync("href");
        await PageChecks.AssertAccessibleAsync(page);
        await other.ClickAsync();

        await page.ArriveAsync(Regex.Escape(address!));
        Assert.EndsWith("/checklist/", address, StringComparison.Ordinal);
    }

    private static RunningProcess Start(string input)
    {
        var start = new ProcessStartInfo("dotnet",
            [RepositoryFolder.Metadata("PlaybookProgram"), "preview", "--input", input, "--theme", RepositoryFolder.PathOf("theme")])
        {
            RedirectStandardOutput = true,
        };
        start.Environment.Remove("PLAYBOOK_ORGANIZATION");
        return new RunningProcess(Process.Start(start)!);
    }

    private static async Task<Uri> AddressOf(RunningProcess preview)
    {
        using var timer = new CancellationTokenSource(Limit);
        while (await preview.Process.StandardOutput.ReadLineAsync(timer.Token) is { } line)
        {
            if (line.StartsWith(AddressLine, StringComparison.Ordinal))
            {
                // A pipe that nobody reads would stop the program.
                _ = preview.Process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return new Uri(line[AddressLine.Length..].Split(' ')[0]);
            }
        }

        throw new InvalidOperationException("the preview has ended");
    }

    private sealed record RunningProcess(Process Process) : IDisposable
    {
        public void Dispose()
        {
            Process.Kill(entireProcessTree: true);
            Process.Dispose();
        }
    }

    /// <summary>The repository's playbook in a folder of its own, with one chapter that is edited.</summary>
    private sealed class CopiedInput : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("playbook-preview-");
        private readonly string _text;

        public CopiedInput()
        {
            var input = RepositoryFolder.PathOf("input");
            foreach (var file in Directory.EnumerateFiles(input, "*", SearchOption.AllDirectories))
            {
                var copy = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(input, file));
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
                System.IO.File.Copy(file, copy);
            }

            var chapter = Directory.EnumerateFiles(System.IO.Path.Combine(Path, "areas"), "*.md", SearchOption.AllDirectories)
                .Select(file => System.IO.Path.GetRelativePath(Path, file).Replace('\\', '/'))
                .Where(file => file.Split('/').Length == 3)
                .Order(StringComparer.Ordinal)
                .First();
            (File, Page) = (chapter, chapter["areas/".Length..^".md".Length]);
            _text = System.IO.File.ReadAllText(System.IO.Path.Combine(Path, File));
        }

        public string Path => _folder.FullName;

        /// <summary>The chapter's file below the folder.</summary>
        public string File { get; }

        /// <summary>Its address below an edition.</summary>
        public string Page { get; }

        public void Append(string text) => System.IO.File.AppendAllText(System.IO.Path.Combine(Path, File), text);

        public void Restore() => System.IO.File.WriteAllText(System.IO.Path.Combine(Path, File), _text);

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
