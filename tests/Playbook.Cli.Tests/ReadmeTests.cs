using System.Text.RegularExpressions;

namespace Playbooks.Cli.Tests;

/// <summary>A reader copies commands from the README; each of them must be one that the program knows.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public void The_readme_shows_how_to_build()
    {
        var commands = Commands();

        Assert.Contains(commands, command => command is ["build", ..]);
    }

    [Fact]
    public void Commands_of_the_readme_name_the_project()
    {
        foreach (var line in DotnetRuns())
        {
            Assert.Matches(@"^dotnet run --project src/Playbook\.Cli( -c Release)? -- ", line);
        }

        Assert.True(File.Exists(RepositoryFolder.PathOf("src", "Playbook.Cli", "Playbook.Cli.csproj")));
    }

    [Fact]
    public async Task Every_command_of_the_readme_parses()
    {
        foreach (var command in Commands())
        {
            // With --help the command line is read as a whole and nothing is run.
            var result = await PlaybookProgram.Run([.. command, "--help"]);
            Assert.True(result.ExitCode == 0, $"README.md: `{string.Join(' ', command)}` is not understood: {result.Error}");
        }
    }

    [Fact]
    public async Task Every_option_of_the_readme_exists()
    {
        var help = (await PlaybookProgram.Run("build", "--help")).Exits(0).Output + (await PlaybookProgram.Run("assess", "--help")).Exits(0).Output;

        var options = Option().Matches(Readme()).Select(match => match.Value).Distinct().ToArray();

        Assert.NotEmpty(options);
        Assert.All(options, option => Assert.Contains($"  {option} ", help, StringComparison.Ordinal));
    }

    private static string[][] Commands() => [.. DotnetRuns().Select(line => Arguments(line.Split(" -- ", 2)[1]))];

    /// <summary>The lines of code fences that run the program, without comments and line continuations.</summary>
    private static string[] DotnetRuns()
    {
        var fences = CodeFence().Matches(Readme()).Select(match => match.Groups["code"].Value.Replace("\\\n", " ", StringComparison.Ordinal));
        return
        [
            .. fences.SelectMany(code => code.Split('\n'))
                .Select(line => Comment().Replace(line, "").Trim().TrimStart('$', ' '))
                .Where(line => line.StartsWith("dotnet run ", StringComparison.Ordinal) && line.Contains(" -- ", StringComparison.Ordinal)),
        ];
    }

    private static string Readme()
    {
        var readme = RepositoryFolder.PathOf("README.md");
        Assert.True(File.Exists(readme), "there is no README.md; it must show how to build");
        return File.ReadAllText(readme).ReplaceLineEndings("\n");
    }

    /// <summary>Splits as a shell does; quotes hold words together.</summary>
    private static string[] Arguments(string line) =>
        [.. Word().Matches(line).Select(match => match.Groups["quoted"].Success ? match.Groups["quoted"].Value : match.Value)];

    [GeneratedRegex(@"^[ ]*```[^\n]*\n(?<code>.*?)^[ ]*```[ ]*$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeFence();

    [GeneratedRegex(@"(^|\s)#.*$")]
    private static partial Regex Comment();

    /// <summary>An option in a table or a sentence: <c>`--shard I/N`</c>.</summary>
    [GeneratedRegex(@"(?<=`)--[a-z-]+")]
    private static partial Regex Option();

    [GeneratedRegex("[\"'](?<quoted>[^\"']*)[\"']|\\S+")]
    private static partial Regex Word();
}
