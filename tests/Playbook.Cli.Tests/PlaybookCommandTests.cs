namespace Playbooks.Cli.Tests;

/// <summary>What cannot be run ends with exit code 2, one line that says why, and nothing touched.</summary>
public sealed class PlaybookCommandTests
{
    [Fact]
    public async Task No_command_is_refused() =>
        Assert.Contains("--help", (await PlaybookProgram.Run()).Refused(), StringComparison.Ordinal);

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("bulid")]
    public async Task An_unknown_command_is_named(string command)
    {
        var line = (await PlaybookProgram.Run(command)).Refused();

        Assert.Contains(command, line, StringComparison.Ordinal);
        Assert.Contains("--help", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--frobnicate")]
    [InlineData("--organisation=birch")]
    [InlineData("extra")]
    public async Task An_unknown_option_or_argument_is_named(string option)
    {
        using var world = new SmallWorld();
        var before = world.Snapshot();

        var line = (await world.Run("build", option)).Refused();

        Assert.Contains(option.Split('=')[0], line, StringComparison.Ordinal);
        Assert.Equal(before, world.Snapshot());
    }

    [Fact]
    public async Task A_format_that_does_not_exist_is_refused()
    {
        using var world = new SmallWorld();

        Assert.Contains("yaml", (await world.Run("build", "--format", "yaml")).Refused(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("build")]
    [InlineData("check")]
    public async Task An_unknown_organization_is_refused_without_listing_the_others(string command)
    {
        using var world = new SmallWorld();
        var before = world.Snapshot();

        var line = (await world.Run(command, "--organization", "brch")).Refused();

        Assert.Contains("`brch`", line, StringComparison.Ordinal);
        Assert.Contains("`birch`", line, StringComparison.Ordinal);
        Assert.DoesNotContain("alder", line, StringComparison.Ordinal);
        Assert.Equal(before, world.Snapshot());
    }

    [Fact]
    public async Task An_unknown_organization_in_the_environment_is_refused()
    {
        using var world = new SmallWorld();
        using var program = PlaybookProgram.Start(world.Arguments("build"), organization: "willow");

        Assert.Contains("`willow`", (await program.Ended()).Refused(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("build", "--input")]
    [InlineData("build", "--theme")]
    [InlineData("check", "--input")]
    [InlineData("check", "--theme")]
    public async Task A_folder_that_does_not_exist_is_refused(string command, string option)
    {
        using var world = new SmallWorld();
        var before = world.Snapshot();
        var missing = world.PathOf("missing");

        var line = (await world.Run(command, option, missing)).Refused();

        Assert.Contains(missing, line, StringComparison.Ordinal);
        Assert.Equal(before, world.Snapshot());
    }

    [Fact]
    public async Task A_folder_with_files_of_others_is_never_written_to()
    {
        using var world = new SmallWorld();
        Directory.CreateDirectory(Path.Combine(world.Output, "photos"));
        await File.WriteAllTextAsync(Path.Combine(world.Output, "photos", "holiday.txt"), "mine");
        var before = world.Snapshot();

        var line = (await world.Run("build")).Refused();

        Assert.Contains(world.Output, line, StringComparison.Ordinal);
        Assert.Equal(before, world.Snapshot());
    }

    [Fact]
    public async Task A_folder_of_others_in_the_place_of_an_edition_is_never_replaced()
    {
        using var world = new SmallWorld();
        await world.Build("--organization", "common");
        Directory.CreateDirectory(Path.Combine(world.Output, "birch"));
        await File.WriteAllTextAsync(Path.Combine(world.Output, "birch", "mine.txt"), "mine");
        var before = world.Snapshot();

        var line = (await world.Run("build")).Refused();

        Assert.Contains("birch", line, StringComparison.Ordinal);
        Assert.Equal(before, world.Snapshot());
    }

    [Fact]
    public async Task A_file_in_the_place_of_the_output_is_refused()
    {
        using var world = new SmallWorld();
        await File.WriteAllTextAsync(world.Output, "mine");
        var before = world.Snapshot();

        (await world.Run("build")).Refused();

        Assert.Equal(before, world.Snapshot());
    }

    [Theory]
    [InlineData("input")]
    [InlineData("input/organizations/new")]
    [InlineData(".")]
    public async Task An_output_inside_or_around_the_input_is_refused(string place)
    {
        using var world = new SmallWorld();
        var before = world.Snapshot();

        (await world.Run("build", "--output", world.PathOf(place))).Refused();

        Assert.Equal(before, world.Snapshot());
    }

    [Fact]
    public async Task An_output_inside_the_theme_is_refused()
    {
        using var world = new SmallWorld();
        var place = RepositoryFolder.PathOf("theme", "output-of-a-test");

        (await world.Run("build", "--output", place)).Refused();

        Assert.False(Directory.Exists(place));
    }

    [Fact]
    public async Task An_output_where_nothing_can_be_written_is_refused()
    {
        using var world = new SmallWorld();
        await File.WriteAllTextAsync(world.PathOf("file"), "a file is no folder, for the administrator either");
        var before = world.Snapshot();

        var line = (await world.Run("build", "--output", Path.Combine(world.PathOf("file"), "output"))).Refused();

        Assert.Contains(world.PathOf("file"), line, StringComparison.Ordinal);
        Assert.Equal(before, world.Snapshot());
    }

    [Theory]
    [InlineData("build")]
    [InlineData("check")]
    public async Task Help_of_a_command_shows_an_example(string command)
    {
        var result = (await PlaybookProgram.Run(command, "--help")).Exits(0);

        Assert.Equal("", result.Error);
        Assert.Matches($@"(?m)^\s*Example:\s*\n\s+playbook {command} --", result.Output);
    }

    [Fact]
    public async Task The_example_of_each_command_parses()
    {
        var help = (await PlaybookProgram.Run("--help")).Exits(0).Output;
        var examples = help.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("playbook ", StringComparison.Ordinal) && !line.Contains('[', StringComparison.Ordinal)).ToArray();

        Assert.NotEmpty(examples);
        foreach (var example in examples)
        {
            (await PlaybookProgram.Run([.. example.Split(' ')[1..], "--help"])).Exits(0);
        }
    }

    [Theory]
    [InlineData("--help", "build")]
    [InlineData("--help", "check")]
    [InlineData("--version", ".")]
    public async Task Help_and_version_are_printed(string option, string expected) =>
        Assert.Contains(expected, (await PlaybookProgram.Run(option)).Exits(0).Output, StringComparison.Ordinal);
}
