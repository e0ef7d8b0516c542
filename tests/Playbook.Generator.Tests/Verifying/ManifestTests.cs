using Playbooks.Diagnostics;
using Playbooks.Tests.Writing;
using Playbooks.Verifying;

namespace Playbooks.Tests.Verifying;

public sealed class ManifestTests : OutputFixture
{
    [Fact]
    public void Published_folder_is_what_its_manifest_says()
    {
        Build(SiteOf("common", "1"));

        Assert.Empty(Verify());
    }

    [Fact]
    public void Missing_extra_and_changed_files_are_named()
    {
        Build(SiteOf("common", "1"));
        File.Delete(Path.Join(Output, "common/_headers"));
        File.WriteAllText(Path.Join(Output, "common/people/index.html"), "people 2");
        File.WriteAllText(Path.Join(Output, "common/people/.env"), "");

        Assert.Equal(
            [
                "PB0706 common/_headers:1:1 `_headers` is missing, says the manifest",
                "PB0706 common/people/.env:1:1 `people/.env` does not stand in the manifest",
                "PB0706 common/people/index.html:1:1 `people/index.html` is not what was built, says the manifest",
            ],
            Verify());
    }

    [Fact]
    public void Folder_without_our_manifest_is_told()
    {
        Directory.CreateDirectory(Path.Join(Output, "common"));
        Assert.Equal(["PB0706 common/manifest.json:1:1 there is no manifest.json of Playbook in this folder"], Verify());

        File.WriteAllText(Path.Join(Output, "common/manifest.json"), "[[[");
        Assert.Single(Verify());
    }

    [Fact]
    public void Site_in_memory_is_verified_like_the_same_site_on_disk()
    {
        var site = SiteOf("common", ("index.html", "<a href=nowhere/>x</a><a href=manifest.json#x>y</a>"), ("people/index.html", "<p id=a><p id=a>"));
        Build(site);
        var onDisk = new DiagnosticBag();
        SiteVerifier.Verify(Path.Join(Output, "common"), site.Edition, IsolationRules.Create([], []), onDisk);
        var inMemory = new DiagnosticBag();
        SiteVerifier.Verify(site, IsolationRules.Create([], []), inMemory);

        Assert.Equal(DiagnosticText.ToJson(onDisk.Sorted()), DiagnosticText.ToJson(inMemory.Sorted()));
        Assert.Equal(2, inMemory.Sorted().Length);
    }

    private string[] Verify()
    {
        var diagnostics = new DiagnosticBag();
        SiteVerifier.VerifyManifest(Path.Join(Output, "common"), diagnostics);
        return [.. diagnostics.Sorted().Select(each => $"{each.Code} {each.Span} {each.Message}")];
    }
}
