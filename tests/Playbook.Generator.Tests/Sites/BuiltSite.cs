using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Playbooks.Diagnostics;

namespace Playbooks.Tests.Sites;

/// <summary>An input folder of this repository, built once for the tests of a class, with its pages to look at.</summary>
public abstract partial class BuiltSite : IDisposable
{
    private static readonly string[] SpokenAttributes = ["alt", "aria-label", "title", "placeholder", "content", "data-label"];

    private readonly TinySite _site;
    private readonly ConcurrentDictionary<string, IHtmlDocument> _pages = new(StringComparer.Ordinal);

    private protected BuiltSite(params ReadOnlySpan<string> folder)
    {
        _site = TinySite.FromFolder(RepositoryFolder.PathOf(folder), isWhole: true);
        Result = _site.Build();
    }

    /// <summary>What the build came to.</summary>
    public BuildResult Result { get; }

    /// <summary>Everything the build said, as a person reads it; empty when it said nothing.</summary>
    public string Said => string.Join('\n', Result.Diagnostics.Select(DiagnosticText.Format));

    /// <summary>True when a file was published: <c>common/people/one/index.html</c>.</summary>
    public bool Has(string path) => _site.Has(path);

    /// <summary>A published folder.</summary>
    public string Folder(params ReadOnlySpan<string> path) => Path.Combine([_site.OutputFolder, .. path]);

    /// <summary>A published file as text.</summary>
    public string Read(string path) => _site.Read(path);

    /// <summary>A page by edition and address: <c>common/people/one/</c>.</summary>
    public IHtmlDocument Page(string address) =>
        _pages.GetOrAdd(address, each => new HtmlParser().ParseDocument(_site.Read(each.EndsWith('/') ? $"{each}index.html" : each)));

    /// <summary>Addresses of all pages of an edition.</summary>
    public IEnumerable<string> Pages(string edition) => _site.Published(edition).Keys
        .Where(path => path.EndsWith(".html", StringComparison.Ordinal))
        .Select(path => $"{edition}/{path}");

    /// <summary>What a reader of the page's main part reads, with single spaces.</summary>
    public string Main(string address) => Spaced(Page(address).QuerySelector("main")!);

    /// <summary>Everything a page says to eyes and screen readers, one text a line.</summary>
    public string Words(string address)
    {
        var texts = Page(address).Descendants().Select(node => node switch
        {
            IText { ParentElement: not (IHtmlScriptElement or IHtmlStyleElement) } text => text.Data,
            IElement element => string.Join('\n', SpokenAttributes.Select(element.GetAttribute).OfType<string>()),
            _ => "",
        });
        return string.Join('\n', texts.Select(text => text.Trim()).Where(text => text.Length > 0));
    }

    /// <summary>The words of an element with single spaces.</summary>
    public static string Spaced(INode node) => Space().Replace(node.TextContent, " ").Trim();

    /// <inheritdoc />
    public void Dispose()
    {
        _site.Dispose();
        GC.SuppressFinalize(this);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
