namespace Playbooks.Browser.Tests;

/// <summary>The scripts' own tests (<c>theme/tests</c>), among them the properties of merging.</summary>
public sealed class ThemeScriptTests
{
    [Fact]
    public async Task Tests_of_the_scripts_pass() =>
        Assert.Contains("# pass ", await OtherProgram.RunAsync(RepositoryFolder.PathOf("theme"), "node", ["test.mjs"]), StringComparison.Ordinal);
}
