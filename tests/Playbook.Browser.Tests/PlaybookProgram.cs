namespace Playbooks.Browser.Tests;

/// <summary>Runs the program as its users do.</summary>
internal static class PlaybookProgram
{
    /// <summary>Builds every edition of an input folder; fails the test when that fails.</summary>
    /// <remarks>Each edition is served as a site of its own; the page for missing addresses has to know that.</remarks>
    public static Task BuildAsync(string inputFolder, string outputFolder) =>
        RunAsync(["build", "--input", inputFolder, "--output", outputFolder, "--base-url", "https://example.org/"]);

    /// <summary>Runs a command with the repository's theme.</summary>
    /// <returns>What it wrote to its standard output.</returns>
    public static Task<string> RunAsync(IEnumerable<string> command, params (string Name, string? Value)[] environment) => OtherProgram.RunAsync(
        RepositoryFolder.Root,
        "dotnet",
        [RepositoryFolder.Metadata("PlaybookProgram"), .. command, "--theme", RepositoryFolder.PathOf("theme")],
        // All editions, whatever the developer's shell asks for.
        [("PLAYBOOK_ORGANIZATION", null), .. environment]);
}
