namespace Playbooks.Browser.Tests;

/// <summary>Every page of every edition, held against the HTML standard.</summary>
public sealed class HtmlStandardTests(BuiltPlaybook playbook)
{
    [Fact]
    public async Task Pages_have_no_error()
    {
        var folder = RepositoryFolder.PathOf("tests", "html-check");
        await OtherProgram.RunAsync(folder, OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);

        var printed = await OtherProgram.RunAsync(folder, "node", ["check.mjs", playbook.OutputFolder]);

        var pages = Directory.EnumerateFiles(playbook.OutputFolder, "*.html", SearchOption.AllDirectories).Count();
        Assert.EndsWith($"{pages} pages, 0 errors", printed.TrimEnd(), StringComparison.Ordinal);
    }
}
