using System.Text;
using Playbooks.Rendering;
using Playbooks.Writing;

namespace Playbooks.Indexing;

/// <summary>Makes a search for a folder of plain HTML pages, whoever built them.</summary>
/// <remarks>In: a folder. Out: a folder <c>search</c> to be put beside the pages, with a small search page in it.</remarks>
public static class HtmlFolderIndexer
{
    private const string DefaultLanguage = "en";
    private const long LargestPageInBytes = 16 * 1024 * 1024;

    /// <summary>Reads the pages and publishes the search.</summary>
    /// <param name="folder">The pages.</param>
    /// <param name="theme">Folder of the theme whose script searches.</param>
    /// <param name="output">Output folder; receives a folder <c>search</c>.</param>
    /// <param name="cancellation">Stops between files.</param>
    /// <returns>How many pages and sections are in the index, and its size.</returns>
    /// <exception cref="UnusableEnvironmentException">A folder is missing or cannot be used, or holds no page.</exception>
    public static IndexedFolder Index(string folder, string theme, string output, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (!Directory.Exists(folder))
        {
            throw new UnusableEnvironmentException($"the folder `{folder}` does not exist");
        }

        var script = Theme.Load(theme).Asset("search.js")?.Bytes
            ?? throw new UnusableEnvironmentException($"the theme in `{theme}` has no search: run `npm ci` and `node build.mjs` in it");
        var source = Read(folder, cancellation);
        var index = IndexWriter.Write(source, out var pageCount, out var sectionCount);
        if (pageCount == 0)
        {
            throw new UnusableEnvironmentException($"there is no HTML page in `{folder}`");
        }

        SiteFile[] files =
        [
            .. index.Select(file => file with { Path = new SitePath(file.Path.Value[SearchIndexer.Folder.Length..]) }),
            Text("index.html", Page(source.Language)),
            Text("start.js", "import { prepare } from \"./search.js\";\nprepare(\"../\");\n"),
            new SiteFile(new SitePath("search.js"), script, []),
        ];
        var site = new Site(Slug.Of("search"), "/", [.. files.OrderBy(file => file.Path)]);
        using var target = OutputFolder.Open(output, [folder, theme], onWaiting: null, cancellation);
        target.Publish([target.Stage(site, cancellation)]);
        return new IndexedFolder(pageCount, sectionCount, index.Where(file => !file.Path.Value.EndsWith(".js", StringComparison.Ordinal)).Sum(file => (long)file.Utf8.Length));
    }

    /// <summary>What an index of the folder is written from.</summary>
    internal static IndexSource Read(string folder, CancellationToken cancellation)
    {
        var root = Path.GetFullPath(folder);
        var files = Directory.EnumerateFiles(root, "*.html", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint })
            .Where(file => new FileInfo(file).Length <= LargestPageInBytes)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(path => path != "404.html" && !path.StartsWith(SearchIndexer.Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToArray();
        var table = new WordTable();
        var pages = new (IndexedPage Page, string Language)[files.Length];
        Parallel.For(0, files.Length, new ParallelOptions { CancellationToken = cancellation }, at =>
            pages[at] = HtmlPageReader.Read(AddressOf(files[at]), File.ReadAllBytes(Path.Combine(root, files[at])), table));
        var language = pages.Select(page => page.Language).Where(tag => tag.Length > 0).GroupBy(tag => tag, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).FirstOrDefault()?.Key ?? DefaultLanguage;
        return new IndexSource { Pages = pages.Select(page => page.Page).ToArray(), Language = language, Texts = Texts };
    }

    private static string AddressOf(string path) =>
        path == "index.html" ? "" : path.EndsWith("/index.html", StringComparison.Ordinal) ? path[..^"index.html".Length] : path;

    // The page and its texts are in English whatever the pages are in: there is no locale to take them from.
    private static readonly ImmutableSortedDictionary<string, string> Texts = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["search.hint"] = "Words in “quotation marks” stay together. A minus before a word leaves out what holds it.",
        ["search.found.one"] = "{0} page found",
        ["search.found.other"] = "{0} pages found",
        ["search.partial.one"] = "{0} page with some of the words",
        ["search.partial.other"] = "{0} pages with some of the words",
        ["search.none"] = "Nothing found for {0}",
        ["search.looked_for"] = "Looked for: {0}",
        ["search.without"] = "without {0}",
        ["search.nearest"] = "Words that are here:",
        ["search.corrected"] = "Nothing says {0}. Showing {1}.",
        ["search.recent"] = "Recent searches",
        ["search.recent_clear"] = "Forget them",
        ["search.more"] = "Show more",
        ["format.quote"] = "“{0}”",
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static string Page(string language) =>
        $"""
        <!doctype html>
        <html lang="{language}">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Search</title>
        <main>
        <h1>Search</h1>
        <search-page hidden data-root="../" data-failed="The search could not be loaded." data-retry="Try again">
        <form role="search"><label>Search <input name="q" type="search"></label></form>
        <div data-results></div>
        </search-page>
        <noscript><p>Searching needs JavaScript.</p></noscript>
        </main>
        <script type="module" src="start.js"></script>
        </html>

        """.ReplaceLineEndings("\n").Replace($"lang=\"{language}\"", $"lang=\"{System.Text.Encodings.Web.HtmlEncoder.Default.Encode(language)}\"", StringComparison.Ordinal);

    private static SiteFile Text(string path, string text) => new(new SitePath(path), Encoding.UTF8.GetBytes(text), []);
}

/// <summary>What an index of a folder came to.</summary>
/// <param name="Pages">Number of pages.</param>
/// <param name="Sections">Number of sections, the pages themselves included.</param>
/// <param name="SizeInBytes">Size of all files that a browser may fetch, before compression.</param>
public sealed record IndexedFolder(int Pages, int Sections, long SizeInBytes);
