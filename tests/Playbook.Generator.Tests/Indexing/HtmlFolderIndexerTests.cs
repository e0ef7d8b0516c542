using System.Text;
using System.Text.Json;
using Playbooks.Diagnostics;
using Playbooks.Indexing;

namespace Playbooks.Tests.Indexing;

/// <summary>A search for pages that somebody else built.</summary>
public sealed class HtmlFolderIndexerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("playbook-html-");

    private string Pages => Path.Combine(_folder.FullName, "pages");

    private string Output => Path.Combine(_folder.FullName, "out");

    [Fact]
    public void Folder_of_pages_becomes_searchable()
    {
        Write("index.html", "<html lang=en><title>Home | Site</title><nav>zwqmenu</nav><main><h1>Welcome</h1><p>First words.</main><footer>zwqfooter</footer>");
        Write("guide/index.html", """
            <!doctype html><html lang="en"><head><title>Guide - Site</title><meta name="description" content="About zebras"><script>var zwqscript = "<h2 id=x>";</script></head>
            <body><main><h1>The guide</h1><p>Intro &amp; more</p>
            <h2 id="feeding">Feeding<a class="headerlink" href="#feeding">¶</a></h2><p>Hay<b>stack</b></p>
            <section id="sleeping"><h2>Sleeping</h2><p>At night.</p></section>
            <h3>Without an anchor</h3><p>Rhinoceros</p><div hidden>zwqhidden</div></main></body></html>
            """);
        Write("404.html", "<h1>zwqmissing</h1>");

        var made = HtmlFolderIndexer.Index(Pages, RepositoryFolder.PathOf("theme"), Output, TestContext.Current.CancellationToken);

        Assert.Equal((2, 4), (made.Pages, made.Sections));
        Assert.Equal(("guide/", "feeding"), Ask("feeding"));
        Assert.Equal(("guide/", "sleeping"), Ask("sleep"));
        Assert.Equal(("guide/", "sleeping"), Ask("rhinoceros"));
        Assert.Equal(("guide/", ""), Ask("zebra"));
        Assert.Equal(("", ""), Ask("welcome"));
        var words = DecodedIndex.Words(Directory.EnumerateFiles(Path.Combine(Output, "search", "data")).ToDictionary(file => $"search/data/{Path.GetFileName(file)}", File.ReadAllBytes, StringComparer.Ordinal));
        Assert.DoesNotContain(words, word => word.StartsWith("zwq", StringComparison.Ordinal));
        Assert.Superset(new HashSet<string> { "hay", "stack" }, words);
        Assert.Contains("<search-page", File.ReadAllText(Path.Combine(Output, "search", "index.html")), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Output, "search", "search.js")));
    }

    [Fact]
    public void Missing_or_empty_folder_is_said_in_one_line()
    {
        Assert.Contains("does not exist", Refusal(), StringComparison.Ordinal);
        Directory.CreateDirectory(Pages);
        Assert.Contains("no HTML page", Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<")]
    [InlineData("<h2 id=a>")]
    [InlineData("<div hidden>")]
    [InlineData("<h1><h2><h3></h1></h2>")]
    [InlineData("<main></main></main><main>")]
    [InlineData("<a id=&amp;&amp;><svg></svg>")]
    [InlineData("&#0;&#x110000;&&&&;\0")]
    [InlineData("<!--")]
    [InlineData("<title>")]
    public void Hostile_page_takes_time_in_proportion_to_its_length(string piece)
    {
        var time = TimeProvider.System;
        Read(piece, 1_000);
        var start = time.GetTimestamp();
        Read(piece, 200_000);

        // Quadratic time would be minutes.
        Assert.InRange(time.GetElapsedTime(start).TotalSeconds, 0, 20);
    }

    /// <inheritdoc />
    public void Dispose() => _folder.Delete(recursive: true);

    private static void Read(string piece, int count) =>
        HtmlPageReader.Read("x/", Encoding.UTF8.GetBytes(new StringBuilder().Insert(0, piece, count).ToString()), new WordTable());

    private string Refusal() => Assert.Throws<UnusableEnvironmentException>(
        () => HtmlFolderIndexer.Index(Pages, RepositoryFolder.PathOf("theme"), Output, TestContext.Current.CancellationToken)).Message;

    private (string Url, string Anchor) Ask(string query)
    {
        using var answer = JsonDocument.Parse(NodeProgram.Run("ask.mjs", Path.Combine(Output, "search"), query));
        var page = answer.RootElement.GetProperty("pages")[0];
        return (page.GetProperty("url").GetString()!, page.GetProperty("sections")[0].GetString()!);
    }

    private void Write(string path, string html)
    {
        var file = Path.Combine(Pages, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, html);
    }
}
