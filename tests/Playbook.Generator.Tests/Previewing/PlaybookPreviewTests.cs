using System.Text;
using Playbooks.Diagnostics;
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
            (Override, "---\noverride: {section: first, mode: replace}\n---\n## First {#first}\nInstead, a pilot.\n"),
            ("glossary.yml", "terms:\n  - {id: start, term: changed, definition: Something else.}\n"),
            ("organizations/birch/organization.yml", "id: birch\nname: Birchfield Archive\n"),
            ("areas/people/three.md", Page("people/three", "Three", "## Third {#third}\nAdded.")),
            ("areas/people/three.md", null),
            (Two, Page("people/two", "Two", "## Second {#second}\nNo link any more.")),
        ];
        foreach (var (path, text) in edits)
        {
            Edit(site, path, text);
            Assert.True(Rebuild(preview, [path]).IsChanged, $"{path}: {string.Join('\n', preview.Problems().Select(DiagnosticText.Format))}");
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
        Assert.Contains(preview.Problems(), IsError);
        site.Write("playbook.yml", manifest);
        Assert.True(Rebuild(preview, ["playbook.yml"]).IsChanged);

        Assert.DoesNotContain(preview.Problems(), IsError);
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
        var theme = CopyTheme(site);
        File.AppendAllText(Path.Combine(theme, "layouts", "chapter.liquid"), "<p><a href=\"../nowhere/\">Next</a></p>\n");
        var preview = Preview(site, theme);

        Rebuild(preview, changed: null);
        Assert.DoesNotContain(preview.Problems(), IsError);
        preview.Examine("birch", TestContext.Current.CancellationToken);

        Assert.Contains(preview.Problems(), problem => problem.Code == "PB0701");
    }

    [Fact]
    public void A_page_that_the_theme_cannot_render_stays_as_it_was_with_its_style()
    {
        using var site = TinySite.Of(World);
        var theme = CopyTheme(site);
        var layout = Path.Combine(theme, "layouts", "chapter.liquid");
        var preview = Preview(site, theme);
        Rebuild(preview, changed: null);
        var good = Text(preview.Site("birch")!.Find("people/one/index.html"));

        File.AppendAllText(layout, "{{ page.tilte }}");
        File.AppendAllText(Path.Combine(theme, "dist", "site.css"), "a{color:red}");
        preview.Rebuild("birch", isThemeChanged: true, []);

        var shown = preview.Site("birch")!;
        Assert.Equal(good, Text(shown.Find("people/one/index.html")));
        Assert.DoesNotContain("a{color:red}", Text(shown.Find(StyleOf(good))), StringComparison.Ordinal);
        Assert.Contains(preview.Problems(), problem => problem.Code == "PB0802");
        Assert.Contains("a{color:red}", Text(shown.Find(StyleOf(Text(shown.Find("index.html"))))), StringComparison.Ordinal);
    }

    private static string Text(ReadOnlyMemory<byte>? file) => Encoding.UTF8.GetString(file!.Value.Span);

    /// <summary>Path of a page's style sheet below the site's root.</summary>
    private static string StyleOf(string page) => page.Split("<link rel=\"stylesheet\" href=\"")[1].Split('"')[0].Replace("../", "", StringComparison.Ordinal).TrimStart('.', '/');

    private static bool IsError(Diagnostic problem) => problem.Severity == Severity.Error;

    private static PlaybookPreview Preview(TinySite site, string? theme = null) => new(
        new BuildOptions { InputFolder = site.InputFolder, ThemeFolder = theme ?? RepositoryFolder.PathOf("theme") },
        TimeProvider.System);

    /// <summary>The parts of the theme that a build reads, beside the input.</summary>
    private static string CopyTheme(TinySite site)
    {
        var theme = Path.Combine(site.InputFolder, "..", "theme");
        foreach (var folder in new[] { "layouts", "partials", "icons", "locales", "dist" })
        {
            var from = RepositoryFolder.PathOf("theme", folder);
            foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            {
                var to = Path.Combine(theme, folder, Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Copy(file, to);
            }
        }

        return theme;
    }

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
