namespace Playbooks.Cli.Tests;

public sealed class AssessCommandTests
{
    private const string Assessment = """
        -- assessment.yml --
        id: check
        title: Where we stand
        version: 1
        scale:
          levels: [{value: 1, label: Low}, {value: 2, label: Some}, {value: 3, label: High}]
          extra_answers: [{id: dont-know, label: I do not know, counts_as: missing}]
        targets: {default: 2}
        combining: {groups: [leaders, staff], method: equal-groups, group_summary: median, minimum_group: 3, differ_at: 1}
        -- areas/people/assessment.yml --
        items:
          - id: PEO-A1
            statement: We ask.
            levels: {1: Never., 2: At times., 3: Always.}
        """;

    [Fact]
    public async Task Aggregate_is_written_into_the_named_file_and_can_be_built()
    {
        using var world = new SmallWorld(Assessment);
        var files = Answers(world, 1, 2, 3);
        var output = Path.Combine(world.Input, "organizations", "alder", "results", "2027-03-01.yml");

        var result = (await Assess(world, files, "--organization", "alder", "--date", "2027-03-01", "--output", output)).Exits(0);

        Assert.Equal("", result.Output);
        Assert.Contains("PEO-A1: {staff: 2, score: 2, answers: 3, low: 1, high: 3, unknown: 0}", await File.ReadAllTextAsync(output, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await world.Build();
        Assert.Contains("shared-result", world.Read("alder/results/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Aggregate_is_printed_when_no_file_is_named_and_does_not_depend_on_the_order()
    {
        using var world = new SmallWorld(Assessment);
        var files = Answers(world, 1, 2, 3, 3);

        var first = (await Assess(world, files, "--organization", "alder", "--date", "2027-03-01")).Exits(0).Output;
        var second = (await Assess(world, [.. files.Reverse()], "--organization", "alder", "--date", "2027-03-01")).Exits(0).Output;

        Assert.StartsWith("# Combined from answer files.", first, StringComparison.Ordinal);
        Assert.Equal(first, second);
        Assert.False(Directory.Exists(world.Output));
    }

    [Fact]
    public async Task Wrong_answer_is_told_with_its_place_and_nothing_is_written()
    {
        using var world = new SmallWorld(Assessment);
        var files = Answers(world, 1, 2, 9);
        var output = world.PathOf("result.yml");

        var result = (await Assess(world, files, "--organization", "alder", "--output", output)).Exits(1);

        Assert.Contains("error[PB0534]: `9` is no answer to `PEO-A1`", result.Error, StringComparison.Ordinal);
        Assert.Contains("2.json:3:24", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(output));
    }

    [Fact]
    public async Task Missing_answer_file_is_said_in_one_line()
    {
        using var world = new SmallWorld(Assessment);

        Assert.Contains("nowhere.json", (await Assess(world, [world.PathOf("nowhere.json")])).Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_file_is_never_overwritten()
    {
        using var world = new SmallWorld(Assessment);
        var files = Answers(world, 1, 2, 3);

        Assert.Contains("one of the answer files", (await Assess(world, files, "--organization", "alder", "--output", files[0])).Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_are_needed()
    {
        using var world = new SmallWorld(Assessment);

        (await world.Run("assess")).Refused();
    }

    private static string[] Answers(SmallWorld world, params int[] levels) =>
    [
        .. levels.Select((level, at) =>
        {
            var file = world.PathOf($"{at}.json");
            File.WriteAllText(file, $$$"""
                {"format": "playbook-answers", "schema": 1, "playbook": "tiny", "edition": "alder",
                 "assessment": "check", "version": 1, "group": "staff",
                 "answers": {"PEO-A1": {{{level}}} }, "pulse": {}}
                """);
            return file;
        }),
    ];

    private static Task<ProgramResult> Assess(SmallWorld world, string[] files, params string[] more) =>
        PlaybookProgram.Run(["assess", "--answers", .. files, "--input", world.Input, "--theme", RepositoryFolder.PathOf("theme"), .. more]);
}
