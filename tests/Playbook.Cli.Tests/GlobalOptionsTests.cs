using System.Text.Json;

namespace Playbooks.Cli.Tests;

public sealed class GlobalOptionsTests
{
    [Fact]
    public async Task Organization_builds_that_edition_alone()
    {
        using var world = new SmallWorld();

        var result = await world.Build("--organization", "birch");

        Assert.Equal(["birch"], world.Published());
        Assert.Contains("Built 1 edition, ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Organization_can_be_given_several_times()
    {
        using var world = new SmallWorld();

        await world.Build("--organization", "birch", "--organization", "common");

        Assert.Equal(["birch", "common"], world.Published());
    }

    [Fact]
    public async Task A_build_of_one_organization_names_no_other()
    {
        using var world = new SmallWorld();

        var result = await world.Build("--organization", "birch", "--verbose");

        Assert.Equal(["birch"], world.Published());
        var published = Directory.EnumerateFiles(world.Output, "*", SearchOption.AllDirectories).Select(File.ReadAllText);
        Assert.All(published.Append(result.Output).Append(result.Error), text =>
        {
            foreach (var other in new[] { "alder", "Alderwood", "cedar", "Cedarbrook" })
            {
                Assert.DoesNotContain(other, text, StringComparison.OrdinalIgnoreCase);
            }
        });
    }

    [Fact]
    public async Task A_build_of_one_organization_leaves_the_sites_of_others_alone()
    {
        using var world = new SmallWorld();
        await world.Build();

        await world.Build("--organization", "birch");

        Assert.Equal(SmallWorld.Editions.Order(StringComparer.Ordinal), world.Published());
    }

    [Fact]
    public async Task The_environment_names_the_organization_when_the_command_line_does_not()
    {
        using var world = new SmallWorld();
        using (var program = PlaybookProgram.Start(world.Arguments("build"), organization: "cedar"))
        {
            (await program.Ended()).Exits(0);
        }

        Assert.Equal(["cedar"], world.Published());
    }

    [Fact]
    public async Task The_command_line_wins_over_the_environment()
    {
        using var world = new SmallWorld();
        using (var program = PlaybookProgram.Start(world.Arguments("build", "--organization", "alder"), organization: "cedar"))
        {
            (await program.Ended()).Exits(0);
        }

        Assert.Equal(["alder"], world.Published());
    }

    [Fact]
    public async Task Quiet_prints_nothing_when_there_is_nothing_wrong()
    {
        using var world = new SmallWorld();

        var result = await world.Build("--quiet");

        Assert.Equal("", result.Output);
        Assert.Equal("", result.Error);
    }

    [Fact]
    public async Task Quiet_still_prints_what_is_wrong()
    {
        using var world = new SmallWorld();
        world.Write("terms.yml", "terms:\n  staff: {one: person}\n");

        var result = (await world.Run("build", "--quiet")).Exits(1);

        Assert.Equal("", result.Output);
        Assert.Contains("--> terms.yml:2", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verbose_says_how_long_each_stage_took()
    {
        using var world = new SmallWorld();

        var result = await world.Build("--verbose");

        foreach (var stage in new[] { "loading", "checking", "composing", "rendering", "writing", "verifying" })
        {
            Assert.Matches($@"(?m)^  {stage}: \d+\.\d ms$", result.Output);
        }
    }

    [Fact]
    public async Task Json_holds_every_problem_with_its_place()
    {
        using var world = new SmallWorld();
        world.Write("areas/people/two.md", "---\nid: people/two\ntitle: Two\n---\n## First {#first}\n[Gone](xref:people/gone) and [lost](xref:people/lost)\n");

        var result = (await world.Run("check", "--format", "json")).Exits(1);

        Assert.Equal("", result.Error);
        using var json = JsonDocument.Parse(result.Output);
        var errors = json.RootElement.EnumerateArray().Where(each => each.GetProperty("severity").GetString() == "error").ToArray();
        Assert.Equal(2, errors.Length);
        Assert.All(errors, error =>
        {
            Assert.Equal(
                ["code", "column", "edition", "file", "hint", "length", "line", "message", "severity"],
                error.EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal));
            Assert.Matches(@"^PB\d{4}$", error.GetProperty("code").GetString());
            Assert.NotEqual("", error.GetProperty("message").GetString());
            Assert.Equal("areas/people/two.md", error.GetProperty("file").GetString());
            Assert.Equal(6, error.GetProperty("line").GetInt32());
            Assert.True(error.GetProperty("length").GetInt32() > 0);
        });
        Assert.Equal([8, 37], errors.Select(error => error.GetProperty("column").GetInt32()));
    }

    [Fact]
    public async Task Json_is_an_empty_list_when_there_is_nothing_wrong()
    {
        using var world = new SmallWorld();

        var result = await world.Build("--format", "json");

        Assert.Equal("", result.Error);
        using var json = JsonDocument.Parse(result.Output);
        Assert.Empty(json.RootElement.EnumerateArray());
    }

    [Fact]
    public async Task Base_url_is_in_canonical_links_and_in_the_sitemap()
    {
        using var world = new SmallWorld();

        await world.Build("--base-url", "https://books.example");

        Assert.Contains("<link rel=\"canonical\" href=\"https://books.example/people/one/\">", world.Read("common/people/one/index.html"), StringComparison.Ordinal);
        Assert.Contains("<loc>https://books.example/people/one/</loc>", world.Read("common/sitemap.xml"), StringComparison.Ordinal);
        Assert.Contains("Sitemap: https://books.example/sitemap.xml", world.Read("common/robots.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Base_url_can_lie_below_a_host_and_hold_the_edition()
    {
        using var world = new SmallWorld();

        await world.Build("--base-url", "https://books.example/play/{edition}/");

        foreach (var edition in SmallWorld.Editions)
        {
            Assert.Contains($"<loc>https://books.example/play/{edition}/people/one/</loc>", world.Read($"{edition}/sitemap.xml"), StringComparison.Ordinal);
            Assert.Contains($"\"https://books.example/play/{edition}/people/one/\"", world.Read($"{edition}/people/one/index.html"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("books.example")]
    [InlineData("ftp://books.example/")]
    [InlineData("https://books.example/?page=1")]
    [InlineData("https://me:secret@books.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task A_base_url_that_is_none_is_refused(string address)
    {
        using var world = new SmallWorld();
        var before = world.Snapshot();

        (await world.Run("build", "--base-url", address)).Refused();

        Assert.Equal(before, world.Snapshot());
    }
}
