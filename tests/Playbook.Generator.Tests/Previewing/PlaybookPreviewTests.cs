using Playbooks.Previewing;

namespace Playbooks.Tests.Previewing;

/// <summary>Whatever was edited before: what the preview shows is what a build of the same files would publish.</summary>
public sealed class PlaybookPreviewTests
{
    private const string World = """
        -- playbook.yml --
        id: tiny
        title: Tiny playbook
        version: "1"
        locale: en
        areas:
          - {id: people, prefix: PEO, title: People}
        phases:
          - {id: run, title: Run}
        roles:
          - {id: lead, title: Lead}
        -- glossary.yml --
        terms:
          - {id: pilot, term: pilot, definition: A small start.}
        -- areas/people/one.md --
        ---
        id: people/one
        title: One
        ---
        ## First {#first}
        A pilot for {{ org.name }}.
        -- areas/people/two.md --
        ---
        id: people/two
        title: Two
        ---
        ## Second {#second}
        See [one](xref:people/one#first).
        -- organizations/birch/organization.yml --
        id: birch
        name: Birchfield Library
        -- organizations/birch/areas/people/one.md --
        ---
        override: {section: first, mode: after}
        ---
        ### Here {#here}
        A word of our own.
        """;

    private const string One = "areas/people/one.md";
    private const string Two = "areas/people/two.md";
    private const string Override = "organizations/birch/areas/people/one.md";

    [Fact]
    public void Every_file_is_that_of_a_build_after_each_edit()
    {
        using var site = TinySite.Of(World);
        var preview = Preview(site);
        Rebuild(preview, changed: null);
        AssertAsBuilt(site, preview);

        (string Path, string? Text)[] edits =
        [
            (One, Page("people/one", "One", "## First {#first}\nA pilot, changed.")),
            (One, Page("people/one", "One renamed", "## First {#first}\nA pilot, changed.")),
            (Override, "---\noverride: {section: first, mode: replace}\n---\n### Here {#here}\nInstead, a pilot.\n"),
            ("glossary.yml", "terms:\n  - {id: start, term: changed, definition: Something else.}\n"),
            ("organizations/birch/organization.yml", "id: birch\nname: Birchfield Archive\n"),
            ("areas/people/three.md", Page("people/three", "Three", "## Third {#third}\nAdded.")),
            ("areas/people/three.md", null),
            (Two, Page("people/two", "Two", "## Second {#second}\nNo link any more.")),
        ];
        foreach (var (path, text) in edits)
        {
            Edit(site, path, text);
            Assert.True(Rebuild(preview, [path]).IsChanged, path);
            AssertAsBuilt(site, preview);
        }
    }

    [Fact]
    public void A_file_that_nobody_named_is_read_after_a_rebuild_with_errors()
    {
        using var site = TinySite.Of(World);
        var preview = Preview(site);
        Rebuild(preview, changed: null);

        // The manifest cannot be read, so nobody gets to the chapter that changed with it.
        var manifest = File.ReadAllText(Path.Combine(site.InputFolder, "playbook.yml"));
        site.Write("playbook.yml", "id: [");
        site.Write(Two, Page("people/two", "Two", "## Second {#second}\nChanged meanwhile."));
        Assert.False(Rebuild(preview, ["playbook.yml", Two]).IsChanged);
        Assert.NotEmpty(preview.Problems());
        site.Write("playbook.yml", manifest);
        Assert.True(Rebuild(preview, ["playbook.yml"]).IsChanged);

        Assert.Empty(preview.Problems());
        AssertAsBuilt(site, preview);
    }

    [Fact]
    public void A_folder_that_was_renamed_is_read_again()
    {
        using var site = TinySite.Of(World);
        var preview = Preview(site);
        Rebuild(preview, changed: null);

        Directory.Move(Path.Combine(site.InputFolder, "organizations/birch"), Path.Combine(site.InputFolder, "organizations/cedar"));
        site.Write("organizations/cedar/organization.yml", "id: cedar\nname: Cedarbrook\n");
        preview.Rebuild("cedar", isThemeChanged: false, ["organizations/birch", "organizations/cedar"]);

        Assert.Equal(["common", "cedar"], preview.Editions.Select(edition => edition.Id));
        Assert.Null(preview.Site("birch"));
        AssertAsBuilt(site, preview, "common", "cedar");
    }

    [Fact]
    public void Problems_of_a_text_that_did_not_change_are_told_again()
    {
        using var site = TinySite.Of(World);
        site.Write(Two, Page("people/two", "Two", "## Second {#second}\n<b>HTML</b>"));
        var preview = Preview(site);
        Rebuild(preview, changed: null);
        var problems = preview.Problems().Select(problem => problem.ToString()).ToArray();
        Assert.NotEmpty(problems);

        site.Write(One, Page("people/one", "One", "## First {#first}\nChanged."));
        Rebuild(preview, [One]);

        Assert.Equal(problems, preview.Problems().Select(problem => problem.ToString()));
    }

    [Fact]
    public void What_a_verifier_finds_is_told_once_everything_was_looked_at()
    {
        using var site = TinySite.Of(World);
        site.Write("organizations/cedar/organization.yml", "id: cedar\nname: Cedarbrook Museum\n");
        site.Write(Override, "---\noverride: {section: first, mode: after}\n---\n### Here {#here}\nWords that Cedarbrook Museum alone may read.\n");
        var preview = Preview(site);

        Rebuild(preview, changed: null);
        Assert.Empty(preview.Problems());
        preview.Examine("birch", TestContext.Current.CancellationToken);

        var expected = site.Build().Diagnostics.Select(problem => problem.Code).ToArray();
        Assert.NotEmpty(expected);
        Assert.Equal(expected, preview.Problems().Select(problem => problem.Code));
    }

    private static PlaybookPreview Preview(TinySite site) => new(
        new BuildOptions { InputFolder = site.InputFolder, ThemeFolder = RepositoryFolder.PathOf("theme") },
        TimeProvider.System);

    private static PreviewRebuild Rebuild(PlaybookPreview preview, string[]? changed) => preview.Rebuild("birch", isThemeChanged: false, changed);

    private static void Edit(TinySite site, string path, string? text)
    {
        if (text is null)
        {
            File.Delete(Path.Combine(site.InputFolder, path));
        }
        else
        {
            site.Write(path, text);
        }
    }

    private static void AssertAsBuilt(TinySite site, PlaybookPreview preview, params string[] editions)
    {
        site.Built();
        foreach (var edition in editions.Length > 0 ? editions : ["common", "birch"])
        {
            var shown = preview.Site(edition)!;
            foreach (var (path, bytes) in site.Published(edition).Where(file => file.Key != "manifest.json"))
            {
                Assert.True(shown.Find(path) is { } own && own.Span.SequenceEqual(bytes), $"{edition}/{path} is another than in a build");
            }
        }
    }

    private static string Page(string id, string title, string body) => $"---\nid: {id}\ntitle: {title}\n---\n{body}\n";
}
