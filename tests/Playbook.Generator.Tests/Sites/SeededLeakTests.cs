using System.Text;
using System.Text.RegularExpressions;
using Playbooks.Diagnostics;
using Playbooks.Loading;
using Playbooks.Model;
using Playbooks.Tests.Composing;
using Playbooks.Verifying;

namespace Playbooks.Tests.Sites;

/// <summary>
/// Nobody wants to trust that no writer ever leaks. Here each of them does: a text of one organization is put into another
/// edition's published files in the way that writer would have written it, and the verifier must see it.
/// </summary>
public sealed class SeededLeakTests : IClassFixture<SeededLeakTests.BuiltCanaries>, IDisposable
{
    private readonly BuiltCanaries _built;
    private readonly string _folder = Directory.CreateTempSubdirectory("playbook-leak-").FullName;

    public SeededLeakTests(BuiltCanaries built)
    {
        _built = built;
        foreach (var (path, bytes) in built.World.Site.Published("beta"))
        {
            var file = Path.Combine(_folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }
    }

    [Fact]
    public void Folder_as_it_was_built_has_no_leak() => Assert.Equal([], Verify());

    // A field; a file (or the end of its name); what stands in it; what the leaking writer would have written.
    [Theory]
    [InlineData("name", "people/one/index.html", "</main>", "<p>For {0}</p></main>")]
    [InlineData("local title", "people/one/index.html", "</nav>", "<li><a href=\"../../\">{0}</a></li></nav>")]
    [InlineData("home notice", "index.html", "</main>", "<p>{0}</p></main>")]
    [InlineData("legal_name", "404.html", "</footer>", "{0}</footer>")]
    [InlineData("local description", "people/index.html", "<meta name=\"description\"", "<meta name=\"description\" content=\"{0}\"><meta name=\"x\"")]
    [InlineData("short_name", "people/index.html", "<title>", "<title>{0} · ")]
    [InlineData("image description", "people/one/index.html", "</main>", "<img src=\"../../assets/x.svg\" alt=\"{0}\"></main>")]
    [InlineData("item title", "checklist/index.html", "</main>", "<li data-item=\"PEO-01\" data-title=\"{0}\"></main>")]
    [InlineData("waived why", "checklist/people/index.html", "</main>", "<!-- {0} --></main>")]
    [InlineData("a page's exclusion", "checklist/index.html", "</main>", "<p>Left out: {0}</main>")]
    [InlineData("term many", "assessment/index.html", "</main>", "<p>all {0}</p></main>")]
    [InlineData("added item title", "assessment/index.html", "</main>", "<script type=\"application/json\">{{\"title\":\"{0}\"}}</script></main>")]
    [InlineData("heading id", "people/one/index.html", "</main>", "<a href=\"#{0}\">x</a></main>")]
    [InlineData("link target", "people/one/index.html", "</main>", "<a href=\"https://{0}.example/\">x</a></main>")]
    [InlineData("local page", "llms.txt", "", "- [Page](https://tiny.example/beta/{0}/)\n")]
    [InlineData("local description", "llms.txt", "", "- [Page](/people/): {0}\n")]
    [InlineData("base url", "sitemap.xml", "</urlset>", "<url><loc>https://{0}.example/</loc></url></urlset>")]
    [InlineData("local old address", "_redirects", "", "/old/{0}/ /people/one/ 301\n")]
    [InlineData("base url", "robots.txt", "", "Sitemap: https://{0}.example/sitemap.xml\n")]
    [InlineData("site footer", "_headers", "", "  X-Footer: {0}\n")]
    [InlineData("the accent", "organization.*.css", "", ":root{{--accent:#{0}}}")]
    [InlineData("name", "organization.*.css", "", "/* {0} */")]
    [InlineData("name", "site.*.js", "", "\n//{0}")]
    [InlineData("local page", "manifest.json", "\"sources\":[]", "\"sources\":[\"organizations/x/local/{0}.md\"]")]
    [InlineData("download file name", "manifest.json", "\"path\":\"404.html\"", "\"path\":\"media/{0}.csv\"")]
    [InlineData("text of a file for download", "media/local/list.csv", "", "column\n{0}\n")]
    [InlineData("text of a picture", "media/local/plan.svg", "", "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>{0}</title></svg>")]
    [InlineData("download file name", "media/local/{0}.csv", "", "column\n")]
    [InlineData("local page", "local/{0}/index.html", "", "<!doctype html><title>x</title>")]
    [InlineData("item why", "print/index.html", "", "<!doctype html><title>x</title><p>{0}</p>")]
    [InlineData("text", "people/one/index.md", "", "Text\n\n{0}\n")]
    [InlineData("text under a condition", "search/index.json", "", "[{{\"text\":\"{0}\"}}]")]
    [InlineData("local keyword", "search/index.js", "", "self.index=[\"{0}\"]")]
    [InlineData("local title", "search/index.json", "\"v\":1", "\"v\":1,\"leak\":\"{0}\"")]
    [InlineData("local title", "search/offline.js", "\"v\":1", "\"v\":1,\"leak\":\"{0}\"")]
    [InlineData("local page", "search/t0000000000.json", "", "[\"A{0}\",\"A\"]")]
    [InlineData("added item sign", "exports/checklist.csv", "", "id,done\nX-01,{0}\n")]
    [InlineData("item title", "exports/checklist.ics", "", "BEGIN:VTODO\r\nSUMMARY:{0}\r\nEND:VTODO\r\n")]
    [InlineData("local title", "feed.xml", "", "<feed><entry><title>{0}</title></entry></feed>")]
    [InlineData("role person", "people/one/index.html", "</main>", "<p>Ask {0}</p></main>")]
    [InlineData("a number fact", "people/one/index.html", "</main>", "<p>{0} people</p></main>")]
    [InlineData("an override's reason", "people/one/index.html", "</main>", "<p>{0}</p></main>")]
    [InlineData("what to say instead", "people/one/index.html", "</main>", "<p>{0}</p></main>")]
    [InlineData("a comment", "people/one/index.html", "</main>", "<p>{0}</p></main>")]
    [InlineData("text of the other branch", "people/one/index.html", "</main>", "<p>{0}</p></main>")]
    public void Leak_in_the_way_of_each_writer_is_found(string field, string file, string stands, string writes)
    {
        var word = _built.World[field];
        var path = Seed(Fill(file, word), stands, Fill(writes, word));

        var leak = Assert.Single(Verify());
        Assert.Equal("PB0710", leak.Code);
        Assert.StartsWith($"beta/{path}", leak.Span.Path.Value, StringComparison.Ordinal);
        Assert.Contains("edition `beta` would show", leak.Message, StringComparison.Ordinal);
        Assert.Contains($"which only `{CanaryWorld.Owner}` may see", leak.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Leak_in_the_menu_of_every_page_is_told_once_with_the_number_of_pages()
    {
        foreach (var page in Directory.EnumerateFiles(_folder, "*.html", SearchOption.AllDirectories))
        {
            File.WriteAllText(page, File.ReadAllText(page).Replace("</nav>", $"<a href=\"#top\">{_built.World["local title"]}</a></nav>", StringComparison.Ordinal));
        }

        Assert.Contains("more files", Assert.Single(Verify()).Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Id_of_another_organization_is_a_leak_wherever_it_stands()
    {
        Seed("people/one/index.html", "</main>", $"<p data-edition=\"{CanaryWorld.Owner}\"></p></main>");
        Assert.Equal("PB0710", Assert.Single(Verify()).Code);
    }

    [Fact]
    public void Site_of_another_organization_in_ones_own_folder_is_a_leak_on_every_page()
    {
        Directory.Delete(_folder, recursive: true);
        foreach (var (path, bytes) in _built.World.Site.Published(CanaryWorld.Owner))
        {
            var file = Path.Combine(_folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }

        var leaks = Verify();
        Assert.All(leaks, leak => Assert.Equal("PB0710", leak.Code));
        Assert.InRange(leaks.Length, 10, int.MaxValue);
    }

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Writes into a file, in the place of what stands there or at its end; gives the file's path.</summary>
    private string Seed(string file, string stands, string writes)
    {
        var pattern = new Regex($"^(assets/)?{Regex.Escape(file).Replace("\\*", "[0-9a-f]+", StringComparison.Ordinal)}$");
        var existing = Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories)
            .Select(each => Path.GetRelativePath(_folder, each).Replace('\\', '/')).FirstOrDefault(each => pattern.IsMatch(each));
        var path = existing ?? file;
        var full = Path.Combine(_folder, path);
        var text = existing is null ? "" : File.ReadAllText(full);
        Assert.True(stands.Length == 0 || text.Contains(stands, StringComparison.Ordinal), $"{path} does not hold {stands}");
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, stands.Length == 0 ? text + writes : new Regex(Regex.Escape(stands)).Replace(text, writes.Replace("$", "$$", StringComparison.Ordinal), 1), new UTF8Encoding(false));
        return path;
    }

    private static string Fill(string text, string word) => text.Replace("{0}", word, StringComparison.Ordinal).Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal);

    /// <summary>Leaks only: what is seeded need not be a sound page.</summary>
    private Diagnostic[] Verify()
    {
        var diagnostics = new DiagnosticBag();
        SiteVerifier.Verify(_folder, Slug.Of("beta"), _built.Rules, diagnostics, TestContext.Current.CancellationToken);
        return [.. diagnostics.Sorted().Where(each => each.Code == "PB0710")];
    }

    /// <summary>The canaries' world, built once, with the rules its build made.</summary>
    public sealed class BuiltCanaries : IDisposable
    {
        public BuiltCanaries()
        {
            World.Site.Built();
            var diagnostics = new DiagnosticBag();
            var playbook = Editions.Load(World.Site);
            var locales = EditionLocales.Read(playbook, [null, .. playbook.Organizations], Editions.Theme.LocaleFiles, InputFolder.Open(World.Site.InputFolder, diagnostics), diagnostics)!;
            // As the pipeline makes them.
            Rules = IsolationRules.Create(
                [.. playbook.Organizations.Select(organization => new OrganizationTexts(organization.Id, organization.Own.Files))],
                [.. playbook.CommonFiles.Select(file => file.Text), .. Editions.Theme.PublicTexts, .. locales.Texts]);
        }

        internal CanaryWorld World { get; } = new();

        internal IsolationRules Rules { get; }

        /// <inheritdoc />
        public void Dispose() => World.Dispose();
    }
}
