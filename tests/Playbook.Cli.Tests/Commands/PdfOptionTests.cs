namespace Playbooks.Cli.Tests;

/// <summary>What <c>build --pdf</c> does with browsers that are missing, broken or stuck; what it prints is a matter of the browser tests.</summary>
public sealed class PdfOptionTests
{
    [Fact]
    public async Task Missing_browser_is_said_in_one_line_and_the_sites_stay_published()
    {
        using var world = new SmallWorld();

        var result = (await Build(world, world.PathOf("nowhere"))).Exits(2);

        Assert.Equal($"error: PLAYBOOK_CHROMIUM names `{world.PathOf("nowhere")}`, and there is no such file; the sites are built, without PDFs", result.Error.TrimEnd());
        Assert.Equal(SmallWorld.Editions.Order(StringComparer.Ordinal), world.Published());
        Assert.Empty(Directory.GetFiles(world.Output, "*.pdf"));
    }

    [Fact]
    public async Task Browser_that_prints_nothing_is_an_error_that_quotes_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the pretended browser is a shell script");
        using var world = new SmallWorld();

        var result = (await Build(world, Script(world, "echo Please install the snap"))).Exits(2);

        Assert.EndsWith("printed no PDF (Please install the snap)", result.Error.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(4, world.Published().Length);
    }

    [Fact]
    public async Task Browser_that_hangs_is_stopped_with_everything_it_started()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the pretended browser is a shell script");
        using var world = new SmallWorld();
        var child = world.PathOf("child");

        var result = (await Build(world, Script(world, $"sleep 1000 & echo $! > '{child}'; wait"), limit: "2")).Exits(2);

        Assert.Contains("did not print the PDF within 2 seconds and was stopped", result.Error, StringComparison.Ordinal);
        var id = int.Parse(await File.ReadAllTextAsync(child, TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(!File.Exists($"/proc/{id}/stat") || File.ReadAllText($"/proc/{id}/stat").Contains(" Z ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pdf_lies_beside_the_folder_of_its_edition()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the pretended browser is a shell script");
        using var world = new SmallWorld();

        var result = (await Build(world, Script(world, """for each; do case "$each" in --print-to-pdf=*) printf '%%PDF-1.4 sample' > "${each#*=}";; esac; done"""))).Exits(0);

        Assert.Equal("%PDF-1.4 sample", world.Read("alder.pdf"));
        Assert.Equal(["alder.pdf", "birch.pdf", "cedar.pdf", "common.pdf"], Directory.GetFiles(world.Output, "*.pdf").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        Assert.Contains("  birch.pdf: 0.0 MB", result.Output, StringComparison.Ordinal);
    }

    private static async Task<ProgramResult> Build(SmallWorld world, string browser, string? limit = null)
    {
        using var program = PlaybookProgram.Start(
            world.Arguments("build", "--pdf"),
            variables: [("PLAYBOOK_CHROMIUM", browser), ("PLAYBOOK_CHROMIUM_SECONDS", limit ?? "60")]);
        return await program.Ended();
    }

    private static string Script(SmallWorld world, string commands)
    {
        var path = world.PathOf("browser.sh");
        File.WriteAllText(path, $"#!/bin/sh\n{commands}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        }

        return path;
    }
}
