using System.Text;
using Playbooks.Diagnostics;
using Playbooks.Writing;

namespace Playbooks.Tests.Writing;

public sealed class OutputFolderTests : OutputFixture
{
    [Fact]
    public void Site_is_published_with_a_manifest()
    {
        Build(SiteOf("common", ("index.html", "home")));

        Assert.Equal("home", File.ReadAllText(Path.Join(Output, "common/index.html")));
        Assert.Equal(
            """
            {
              "generator": "playbook",
              "format": 1,
              "edition": "common",
              "root": "/",
              "files": [
                {"path":"index.html","size":4,"sha256":"4ea140588150773ce3aace786aeef7f4049ce100fa649c94fbbddb960f1da942","sources":["areas/people/area.yml"]}
              ]
            }

            """,
            File.ReadAllText(Path.Join(Output, "common/manifest.json")),
            ignoreLineEndingDifferences: true);
        Assert.Equal("", Litter("common"));
    }

    [Fact]
    public void Files_that_are_gone_from_the_site_are_gone_from_the_folder()
    {
        Build(SiteOf("common", ("index.html", "home"), ("old/index.html", "old")));

        Build(SiteOf("common", ("index.html", "home")));

        Assert.False(Directory.Exists(Path.Join(Output, "common/old")));
    }

    [Fact]
    public void Unchanged_site_is_not_touched()
    {
        Build(SiteOf("common", "1"), SiteOf("harbour", "1"));
        var past = new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        foreach (var entry in new DirectoryInfo(Output).EnumerateFileSystemInfos("*", SearchOption.AllDirectories))
        {
            entry.LastWriteTimeUtc = past;
        }

        var steps = new List<string>();
        Build(new OutputOptions { BeforeStep = (verb, _) => steps.Add(verb) }, SiteOf("common", "1"), SiteOf("harbour", "1"));

        Assert.Empty(steps);
        Assert.All(
            new DirectoryInfo(Output).EnumerateFileSystemInfos("*", SearchOption.AllDirectories),
            entry => Assert.Equal(past, entry.LastWriteTimeUtc));
    }

    [Theory]
    [InlineData("changed")]
    [InlineData("missing")]
    [InlineData("extra file")]
    [InlineData("extra folder")]
    [InlineData("hidden extra file")]
    [InlineData("link")]
    [InlineData("emptied by a power cut")]
    public void Published_folder_that_differs_from_the_site_is_mended(string damage)
    {
        Build(SiteOf("common", "1"));
        var whole = Snapshot(Path.Join(Output, "common"));
        var page = Path.Join(Output, "common/people/index.html");
        switch (damage)
        {
            case "changed": File.WriteAllText(page, "people 2"); break;
            case "missing": File.Delete(page); break;
            case "extra file": File.WriteAllText(page + "l", ""); break;
            case "extra folder": Directory.CreateDirectory(page + "l"); break;
            case "hidden extra file": File.WriteAllText(Path.Join(Output, "common/.env"), ""); break;
            case "emptied by a power cut": File.WriteAllText(page, ""); break;
            default:
                File.Move(page, Path.Join(Base, "moved.html"));
                File.CreateSymbolicLink(page, Path.Join(Base, "moved.html"));
                break;
        }

        Build(SiteOf("common", "1"));

        Assert.Equal(whole, Snapshot(Path.Join(Output, "common")));
        Assert.Equal("", Litter("common"));
    }

    [Fact]
    public void What_is_not_published_leaves_nothing_behind()
    {
        Build(SiteOf("common", "1"));
        var before = Snapshot(Output);

        using (var output = OutputFolder.Open(Output, []))
        {
            var staged = output.Stage(SiteOf("common", "2"), CancellationToken.None);
            Assert.False(staged.IsUnchanged);
            Assert.Equal("home 2", File.ReadAllText(Path.Join(staged.Folder, "index.html")));
        }

        Assert.Equal(before, Snapshot(Output));
    }

    [Fact]
    public void Stopped_build_leaves_nothing_behind()
    {
        Build(SiteOf("common", "1"));
        var before = Snapshot(Output);
        using var stopping = new CancellationTokenSource();
        var options = new OutputOptions
        {
            BeforeStep = (_, path) =>
            {
                if (path.EndsWith("people/index.html", StringComparison.Ordinal))
                {
                    stopping.Cancel();
                }
            },
        };

        using (var output = OutputFolder.Open(Output, [], options))
        {
            Assert.Throws<OperationCanceledException>(() => output.Stage(SiteOf("common", "2"), stopping.Token));
            Assert.Equal(before, Snapshot(Output));
        }
    }

    [Fact]
    public void Editions_that_are_no_more_are_removed()
    {
        Build(SiteOf("common", "1"), SiteOf("harbour", "1"));

        Build(SiteOf("common", "1"));

        Assert.False(Directory.Exists(Path.Join(Output, "harbour")));
        Assert.Equal("", Litter("common"));
    }

    [Fact]
    public void Second_build_waits_and_then_gives_up()
    {
        using var first = OutputFolder.Open(Output, []);
        var waits = 0;

        var refusal = Assert.Throws<UnusableEnvironmentException>(() => OutputFolder.Open(
            Output,
            [],
            new OutputOptions { OnWaiting = () => waits++, Patience = TimeSpan.FromMilliseconds(60) }));

        Assert.Equal(1, waits);
        Assert.Contains("another build", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Manifest_is_the_same_for_the_same_site()
    {
        var site = SiteOf("common", "1");
        var shuffled = site with { Files = [.. site.Files.Reverse()] };

        Assert.Equal(SiteManifest.Write(site), SiteManifest.Write(shuffled));
        Assert.Equal(
            site.Files.Select(file => (file.Path.Value, (long)file.Utf8.Length)),
            SiteManifest.Read(SiteManifest.Write(site))!.Files.Select(file => (file.Path, file.Size)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"generator\"")]
    [InlineData("{\"generator\":\"hugo\",\"format\":1,\"edition\":\"common\",\"root\":\"/\",\"files\":[]}")]
    [InlineData("{\"generator\":\"playbook\",\"format\":1,\"edition\":\"common\",\"root\":\"/\",\"files\":[{}]}")]
    [InlineData("{\"generator\":\"playbook\",\"format\":1,\"edition\":\"common\",\"root\":\"/\",\"files\":[1]}")]
    [InlineData("{\"generator\":\"playbook\",\"format\":\"x\",\"edition\":\"common\",\"root\":\"/\",\"files\":[]}")]
    [InlineData("{\"generator\":\"playbook\",\"format\":1,\"edition\":null,\"root\":\"/\",\"files\":[{\"path\":null,\"size\":1,\"sha256\":\"\"}]}")]
    public void Manifest_of_somebody_else_is_not_ours(string json) =>
        Assert.Null(SiteManifest.Read(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("../escaped.html")]
    [InlineData("/absolute.html")]
    [InlineData("a//b.html")]
    [InlineData("a/./b.html")]
    [InlineData("a/../b.html")]
    [InlineData("a\\b.html")]
    [InlineData("c:/b.html")]
    [InlineData("con.html")]
    [InlineData("a/LPT1")]
    [InlineData("a./b.html")]
    [InlineData("a /b.html")]
    [InlineData("new\nline.html")]
    [InlineData("manifest.json")]
    [InlineData("people/INDEX.html")]
    [InlineData("People/other.html")]
    [InlineData("people/index.html/below.html")]
    [InlineData("")]
    public void Path_that_cannot_be_a_file_everywhere_is_a_bug_of_ours(string path)
    {
        using var output = OutputFolder.Open(Output, []);

        Assert.Throws<InvalidOperationException>(() => output.Stage(
            SiteOf("common", ("people/index.html", "x"), (path, "x")),
            CancellationToken.None));
        Assert.Equal("", Litter());
    }

    [Fact]
    public void Two_spellings_of_one_accent_are_one_path()
    {
        using var output = OutputFolder.Open(Output, []);

        Assert.Throws<InvalidOperationException>(() => output.Stage(
            SiteOf("common", ("caf\u00e9.html", "x"), ("cafe\u0301.html", "x")),
            CancellationToken.None));
    }
}
