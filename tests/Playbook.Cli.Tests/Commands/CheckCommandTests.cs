namespace Playbooks.Cli.Tests;

public sealed class CheckCommandTests
{
    [Fact]
    public async Task Check_writes_nothing_where_nothing_was_built()
    {
        using var world = new SmallWorld();
        var before = world.Snapshot();

        var result = (await world.Run("check")).Exits(0);

        Assert.Equal(before, world.Snapshot());
        Assert.Contains("Checked 4 editions", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_writes_nothing_where_something_was_built()
    {
        using var world = new SmallWorld();
        await world.Build();
        world.Write("areas/people/one.md", "---\nid: people/one\ntitle: One\n---\n## First {#first}\nOther words.\n");
        var before = world.Snapshot();

        (await world.Run("check")).Exits(0);

        Assert.Equal(before, world.Snapshot());
    }

    [Fact]
    public async Task Check_finds_the_errors_a_build_finds()
    {
        using var world = new SmallWorld();
        world.Write("areas/people/two.md", "---\nid: people/two\ntitle: Two\n---\n## First {#first}\n[Gone](xref:people/gone)\n");

        var check = (await world.Run("check")).Exits(1);
        var build = (await world.Run("build")).Exits(1);

        Assert.NotEqual("", check.Error);
        // What check says beyond that are warnings of its own.
        Assert.Equal(build.Error, ErrorsOf(check.Error));
        Assert.StartsWith("Checked: 1 error", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_reports_an_overdue_review_which_a_build_does_not_mind()
    {
        using var world = new SmallWorld();
        world.Write("areas/people/one.md", "---\nid: people/one\ntitle: One\nreviewed: 2001-01-01\nreview_every: 12m\n---\n## First {#first}\nWords.\n");

        var check = (await world.Run("check")).Exits(0);
        var build = await world.Build();

        Assert.Contains("2002-01-01", check.Error, StringComparison.Ordinal);
        Assert.Contains("warning", check.Output, StringComparison.Ordinal);
        Assert.Equal("", build.Error);
    }

    private static string ErrorsOf(string printed) =>
        string.Join("\n\n", printed.TrimEnd('\n').Split("\n\n").Where(each => each.StartsWith("error", StringComparison.Ordinal))) + "\n\n";
}
