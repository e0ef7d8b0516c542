namespace Playbooks.Cli.Tests;

public sealed class BuildCommandTests
{
    [Fact]
    public async Task Build_writes_a_folder_for_each_edition_and_ends_with_a_summary()
    {
        using var world = new SmallWorld();

        var result = await world.Build();

        Assert.Equal(SmallWorld.Editions.Order(StringComparer.Ordinal), world.Published());
        Assert.All(SmallWorld.Editions, edition => Assert.Contains("<html", world.Read($"{edition}/index.html"), StringComparison.Ordinal));
        Assert.Contains("Words for Birchfield Library.", world.Read("birch/people/one/index.html"), StringComparison.Ordinal);
        Assert.Equal("", result.Error);
        var lines = Lines(result.Output);
        Assert.Matches($@"^Built 4 editions, \d+ pages in {System.Text.RegularExpressions.Regex.Escape(world.Output)}: no problems, \d+\.\d\d s$", lines[^1]);
        Assert.Equal(SmallWorld.Editions, lines[..^1].Select(line => line.Trim().Split(':')[0]));
    }

    [Fact]
    public async Task The_summary_counts_the_pages_that_were_written()
    {
        using var world = new SmallWorld();

        var lines = Lines((await world.Build()).Output);

        var written = SmallWorld.Editions.Select(edition =>
            $"  {edition}: {Directory.GetFiles(Path.Combine(world.Output, edition), "*.html", SearchOption.AllDirectories).Length} pages");
        Assert.Equal(written, lines[..^1]);
    }

    [Fact]
    public async Task A_second_build_says_that_nothing_changed_and_leaves_every_file_as_it_was()
    {
        using var world = new SmallWorld();
        await world.Build();
        var (before, times) = (world.Snapshot(), TimesOf(world));

        var result = await world.Build();

        Assert.All(Lines(result.Output)[..^1], line => Assert.EndsWith(", unchanged", line, StringComparison.Ordinal));
        Assert.Equal(before, world.Snapshot());
        Assert.Equal(times, TimesOf(world));
    }

    [Fact]
    public async Task An_edition_whose_organization_is_gone_is_removed()
    {
        using var world = new SmallWorld();
        await world.Build();
        Directory.Delete(Path.Combine(world.Input, "organizations", "birch"), recursive: true);

        await world.Build();

        Assert.Equal(["alder", "cedar", "common"], world.Published());
    }

    [Fact]
    public async Task A_content_error_is_shown_on_standard_error_and_the_published_sites_stay_byte_for_byte()
    {
        using var world = new SmallWorld();
        await world.Build();
        world.Write("areas/people/two.md", "---\nid: people/two\ntitle: Two\n---\n## First {#first}\n[Gone](xref:people/gone)\n");
        var before = world.Snapshot();

        var result = (await world.Run("build")).Exits(1);

        Assert.StartsWith("error[PB", result.Error, StringComparison.Ordinal);
        Assert.Contains(" --> areas/people/two.md:6:8\n", result.Error, StringComparison.Ordinal);
        Assert.Contains("people/gone", result.Error, StringComparison.Ordinal);
        Assert.Matches(@"^Nothing was written: 1 error, \d+\.\d\d s\n$", result.Output);
        Assert.Equal(before, world.Snapshot());
    }

    [Fact]
    public async Task An_error_in_one_edition_keeps_all_others_from_being_published()
    {
        using var world = new SmallWorld();
        await world.Build();
        world.Write("areas/people/one.md", "---\nid: people/one\ntitle: One\n---\n## First {#first}\nOther words, written by staffers.\n");
        world.Write("organizations/cedar/organization.yml", "id: cedar\nname: Cedarbrook Museum\nbanned_words:\n  - staffers\n");
        var before = world.Snapshot();

        var result = (await world.Run("build")).Exits(1);

        Assert.Contains("= in: cedar", result.Error, StringComparison.Ordinal);
        Assert.Equal(before, world.Snapshot());
    }

    [Fact]
    public async Task Shards_are_disjoint_and_together_they_are_everything()
    {
        using var world = new SmallWorld();
        await world.Build();
        var whole = PublishedFiles(world);
        var shards = new List<string[]>();
        foreach (var shard in new[] { "1/2", "2/2" })
        {
            Directory.Delete(world.Output, recursive: true);
            await world.Build("--shard", shard);
            shards.Add(world.Published());
            Assert.Equal(whole.Where(file => world.Published().Contains(file.Key.Split('/')[0])), PublishedFiles(world));
        }

        Assert.Empty(shards[0].Intersect(shards[1]));
        Assert.Equal(SmallWorld.Editions.Order(StringComparer.Ordinal), shards[0].Concat(shards[1]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_shard_keeps_the_editions_of_the_others()
    {
        using var world = new SmallWorld();
        await world.Build("--shard", "1/2");
        await world.Build("--shard", "2/2");

        Assert.Equal(SmallWorld.Editions.Order(StringComparer.Ordinal), world.Published());
    }

    [Theory]
    [InlineData("3/2")]
    [InlineData("0/2")]
    [InlineData("1/0")]
    [InlineData("-1/2")]
    [InlineData("2")]
    [InlineData("1/2/3")]
    [InlineData("one/two")]
    public async Task A_shard_that_is_none_is_refused(string shard)
    {
        using var world = new SmallWorld();
        var before = world.Snapshot();

        var line = (await world.Run("build", $"--shard={shard}")).Refused();

        Assert.Contains(shard, line, StringComparison.Ordinal);
        Assert.Equal(before, world.Snapshot());
    }

    private static string[] Lines(string text) => text.TrimEnd('\n').Split('\n');

    private static SortedDictionary<string, string> PublishedFiles(SmallWorld world) => new(
        Directory.EnumerateFiles(world.Output, "*", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(world.Output, file).Replace('\\', '/'), file))
            .Where(each => each.Path.Contains('/', StringComparison.Ordinal))
            .ToDictionary(each => each.Path, each => Convert.ToHexString(File.ReadAllBytes(each.file))),
        StringComparer.Ordinal);

    private static DateTime[] TimesOf(SmallWorld world) =>
    [
        .. Directory.EnumerateFiles(world.Output, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetDirectoryName(file) != world.Output)
            .Order(StringComparer.Ordinal).Select(File.GetLastWriteTimeUtc),
    ];
}
