namespace Playbooks.Cli.Tests;

public sealed class ExportCommandTests
{
    private const string Dated = "-- organizations/alder/organization.yml --\nid: alder\nname: Alderwood Clinic\nphases: {start: 2027-01-04}\n";

    [Theory]
    [InlineData("csv", "\uFEFFid,title,status")]
    [InlineData("ics", "BEGIN:VCALENDAR\r\n")]
    [InlineData("markdown", "# Tiny playbook: Alderwood Clinic\n")]
    [InlineData("json", "{\n  \"$schema\": \"checklist.schema.json\"")]
    [InlineData("jira", "Issue Id,Issue Type,Summary")]
    [InlineData("github", "title,body,labels\r\n")]
    public async Task Each_format_is_written_to_the_file_that_is_named(string format, string start)
    {
        using var world = new SmallWorld(Dated);
        var file = world.PathOf("plan.out");
        File.WriteAllText(file, "what was there before");

        var result = (await world.Run("export", "--organization", "alder", "--format", format, "--output", file)).Exits(0);

        Assert.StartsWith(start, System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(file)), StringComparison.Ordinal);
        Assert.Contains($"Wrote {file}", result.Output, StringComparison.Ordinal);
        Assert.Equal([file], Directory.EnumerateFiles(Path.GetDirectoryName(file)!, "plan.out*"));
    }

    [Fact]
    public async Task Without_a_file_the_bytes_go_to_the_terminal()
    {
        using var world = new SmallWorld(Dated);
        var result = (await PlaybookProgram.Run(["export", "--input", world.Input, "--theme", RepositoryFolder.PathOf("theme"), "--organization", "common", "--format", "github"])).Exits(0);
        Assert.StartsWith("title,body,labels\r\nPEO-01: Begin,", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("input/areas/people/plan.csv", "is inside")]
    [InlineData("output/alder/exports/checklist.csv", "output folder")]
    [InlineData("nowhere/plan.csv", "does not exist")]
    [InlineData("input", "is a folder")]
    public async Task Place_that_is_not_the_users_to_lose_is_refused(string place, string why)
    {
        using var world = new SmallWorld(Dated);
        await world.Build();
        var before = world.Snapshot();

        var result = (await world.Run("export", "--organization", "alder", "--format", "csv", "--output", world.PathOf(place))).Exits(2);

        Assert.Contains(why, result.Error, StringComparison.Ordinal);
        Assert.Equal(before, world.Snapshot());
    }

    [Theory]
    [InlineData("name it with --organization", "export", "--format", "csv")]
    [InlineData("did you mean `alder`", "export", "--format", "csv", "--organization", "aldr")]
    [InlineData("has no dates", "export", "--format", "ics", "--organization", "birch")]
    [InlineData("--format", "export", "--organization", "alder")]
    [InlineData("pdf", "export", "--organization", "alder", "--format", "pdf")]
    public async Task What_cannot_be_exported_is_said_in_one_line(string words, params string[] arguments)
    {
        using var world = new SmallWorld(Dated);

        var result = (await world.Run(arguments[0], arguments[1..])).Exits(2);

        Assert.Contains(words, result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
        Assert.Equal("", result.Output);
    }

    [Fact]
    public async Task Content_with_errors_gives_no_file()
    {
        using var world = new SmallWorld(Dated + "-- areas/people/two.md --\n---\nid: people/two\ntitle: Two\n---\n[Gone](xref:people/gone)\n");
        var file = world.PathOf("plan.csv");

        var result = (await world.Run("export", "--organization", "alder", "--format", "csv", "--output", file)).Exits(1);

        Assert.Contains("PB0102", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(file));
    }
}
