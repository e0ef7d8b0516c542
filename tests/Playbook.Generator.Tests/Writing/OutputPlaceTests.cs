using Playbooks.Diagnostics;
using Playbooks.Writing;

namespace Playbooks.Tests.Writing;

public sealed class OutputPlaceTests : OutputFixture
{
    [Fact]
    public void Folder_that_is_not_there_is_created_with_a_marker()
    {
        OutputFolder.Open(Path.Join(Output, "deep"), []).Dispose();

        Assert.Equal(OutputPlace.MarkerText, File.ReadAllText(Path.Join(Output, "deep", ".playbook-output")));
    }

    [Fact]
    public void Empty_folder_becomes_ours()
    {
        Directory.CreateDirectory(Output);

        OutputFolder.Open(Output, []).Dispose();

        Assert.True(File.Exists(Path.Join(Output, ".playbook-output")));
    }

    [Fact]
    public void Folder_in_which_a_first_build_died_before_the_marker_becomes_ours()
    {
        Directory.CreateDirectory(Output);
        File.WriteAllText(Path.Join(Output, ".lock"), "");

        OutputFolder.Open(Output, []).Dispose();

        Assert.True(File.Exists(Path.Join(Output, ".playbook-output")));
    }

    [Theory]
    [InlineData("input", "a folder the build reads from")]
    [InlineData("input/areas", "is inside")]
    [InlineData(".", "contains")]
    [InlineData("file.txt", "is a file")]
    [InlineData("link-to-empty", "is a link")]
    [InlineData("broken-link", "is a link")]
    [InlineData("link-around/input", "a folder the build reads from")]
    [InlineData("foreign", "files that no build has put there")]
    [InlineData("foreign-dot", "files that no build has put there")]
    [InlineData("foreign-lock", "files that no build has put there")]
    [InlineData("linked-marker", "holds a link")]
    [InlineData("file.txt/below", "cannot write to the output folder")]
    public void Place_that_is_not_ours_is_refused_and_not_touched(string place, string reason)
    {
        Put("input/areas/people.md", "# People");
        Put("file.txt", "mine");
        Put("foreign/thesis.txt", "mine");
        Put("foreign-dot/.env", "mine");
        Put("foreign-lock/.lock", "not empty");
        Directory.CreateDirectory(Path.Join(Base, "empty"));
        Directory.CreateSymbolicLink(Path.Join(Base, "link-to-empty"), Path.Join(Base, "empty"));
        Directory.CreateSymbolicLink(Path.Join(Base, "broken-link"), Path.Join(Base, "nowhere"));
        Directory.CreateSymbolicLink(Path.Join(Base, "link-around"), Base);
        Directory.CreateDirectory(Path.Join(Base, "linked-marker"));
        File.CreateSymbolicLink(Path.Join(Base, "linked-marker", ".playbook-output"), Path.Join(Base, "file.txt"));
        var before = Snapshot(Base);

        var refusal = Assert.Throws<UnusableEnvironmentException>(() => OutputFolder.Open(Path.Join(Base, place), [Path.Join(Base, "input")]).Dispose());

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
        Assert.Equal(before, Snapshot(Base));
    }

    [Fact]
    public void Input_reached_through_a_link_is_still_the_input()
    {
        Directory.CreateDirectory(Output);
        Directory.CreateSymbolicLink(Path.Join(Base, "input"), Output);

        var refusal = Assert.Throws<UnusableEnvironmentException>(() => OutputFolder.Open(Output, [Path.Join(Base, "input")]).Dispose());

        Assert.Contains("a folder the build reads from", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("", Snapshot(Output));
    }

    [Fact]
    public void Folder_whose_name_only_begins_like_the_input_is_fine()
    {
        OutputFolder.Open(Path.Join(Base, "input-site"), [Path.Join(Base, "input")]).Dispose();

        Assert.True(Directory.Exists(Path.Join(Base, "input-site")));
    }

    [Fact]
    public void Root_of_the_disk_is_refused()
    {
        var refusal = Assert.Throws<UnusableEnvironmentException>(() => OutputFolder.Open(Path.GetPathRoot(Base)!, []).Dispose());

        Assert.Contains("root of the disk", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Edition_folder_that_is_not_ours_is_refused_and_not_touched()
    {
        Build(SiteOf("common", "1"));
        Put("output/harbour/thesis.txt", "mine");
        var before = Snapshot(Output);

        using var output = OutputFolder.Open(Output, []);
        var refusal = Assert.Throws<UnusableEnvironmentException>(() => output.Stage(SiteOf("harbour", "1"), CancellationToken.None));
        output.RemoveEditionsExcept([]);

        Assert.Contains("was not built by Playbook", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Path.Join(Output, "harbour/thesis.txt")));
        Assert.False(Directory.Exists(Path.Join(Output, "common")));
        Assert.Contains("common/", before, StringComparison.Ordinal);
    }

    [Fact]
    public void Edition_folder_that_is_a_link_is_refused()
    {
        Build(SiteOf("common", "1"));
        Directory.Move(Path.Join(Output, "common"), Path.Join(Base, "elsewhere"));
        Directory.CreateSymbolicLink(Path.Join(Output, "common"), Path.Join(Base, "elsewhere"));
        var before = Snapshot(Base);

        using (var output = OutputFolder.Open(Output, []))
        {
            Assert.Throws<UnusableEnvironmentException>(() => output.Stage(SiteOf("common", "2"), CancellationToken.None));
            output.RemoveEditionsExcept([]);
        }

        Assert.Equal(before, Snapshot(Base));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\0b")]
    public void Name_that_is_none_is_refused(string name) =>
        Assert.Throws<UnusableEnvironmentException>(() => OutputFolder.Open(name, []).Dispose());

    [Theory]
    [InlineData("output")]
    [InlineData("output/../other")]
    [InlineData("output/a/../../other")]
    [InlineData("output-2/a")]
    [InlineData("")]
    public void Nothing_outside_the_output_folder_can_be_changed(string path)
    {
        Directory.CreateDirectory(Path.Join(Base, "other"));
        Directory.CreateDirectory(Path.Join(Base, "output-2", "a"));
        var files = new OutputFiles(Output);
        files.CreateFolder(Output);
        var target = path.Length == 0 ? Base : $"{Base}/{path}";

        Assert.Throws<InvalidOperationException>(() => files.DeleteFolder(target));
        Assert.Throws<InvalidOperationException>(() => files.WriteNew(target, []));
        Assert.Throws<InvalidOperationException>(() => files.MoveFolder(target, $"{Output}/a"));
        Assert.Throws<InvalidOperationException>(() => files.MoveFolder($"{Output}/a", target));
        Assert.Throws<InvalidOperationException>(() => files.TryExchange($"{Output}/a", target));
        Assert.True(Directory.Exists(Path.Join(Base, "other")) && Directory.Exists(Output));
    }

    private void Put(string path, string text)
    {
        var full = Path.Join(Base, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
