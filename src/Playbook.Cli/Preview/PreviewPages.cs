using System.Runtime.CompilerServices;
using System.Text;
using Playbooks.Previewing;

namespace Playbooks.Cli.Preview;

/// <summary>Answers requests for pages as the editions' host would, with the preview's own script and style in each page.</summary>
internal sealed class PreviewPages(PlaybookPreview preview, EventHub events)
{
    /// <summary>Folder of the preview's own files; no edition has its name.</summary>
    public const string OwnFolder = "_preview";

    private static readonly string[] Unpublished = ["_headers", "_redirects"];

    private readonly ConditionalWeakTable<PreviewSite, SiteRules> _rules = [];
    private volatile string _edition = "";
    private volatile string _build = "";

    /// <summary>Which build the pages belong to. Set after the build's pages can be asked for.</summary>
    public string Build { get => _build; set => _build = value; }

    /// <summary>The edition that was looked at last, and the one that <c>/</c> leads to before any was.</summary>
    public string Edition { get => _edition; set => _edition = value; }

    /// <summary>Answers a request.</summary>
    public HttpAnswer Answer(HttpRequest request)
    {
        if (RequestGuard.Refuse(request) is { } refusal)
        {
            return refusal;
        }

        if (RequestGuard.PathOf(request.Target) is not { } path)
        {
            return HttpAnswer.Text(400, "There is no such path.");
        }

        return path[1..].Split('/', 2) switch
        {
            [""] => HttpAnswer.Redirect(302, $"/{Edition}/"),
            [OwnFolder, "events"] => events.Answer(),
            [OwnFolder, var file] => OwnFile(file),
            [var edition, var rest] => AnswerPage(edition, rest, Query(request.Target)),
            [var edition, ..] when IsEdition(edition) => HttpAnswer.Redirect(301, $"/{edition}/"),
            _ => NotFound(),
        };
    }

    private bool IsEdition(string name) => preview.Editions.Any(edition => edition.Id == name);

    private HttpAnswer AnswerPage(string edition, string path, string query)
    {
        // Read before the page: a page that is newer than its number is loaded once too often, the other way round never again.
        var build = Build;
        if (preview.Site(edition) is not { } site)
        {
            return IsEdition(edition) || preview.Editions.IsEmpty ? NotYet(edition, build) : NotFound();
        }

        var rules = _rules.GetValue(site, SiteRules.Of);
        var file = path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path;
        if (!Unpublished.Contains(file) && site.Find(file) is { } bytes)
        {
            if (file.EndsWith(".html", StringComparison.Ordinal))
            {
                _edition = edition;
            }

            return File(rules, edition, path, file, bytes, build, 200);
        }

        if (rules.Redirects.Find("/" + path) is { } moved)
        {
            return HttpAnswer.Redirect(moved.Status, moved.To.StartsWith('/') ? $"/{edition}{moved.To}" : moved.To);
        }

        if (!path.EndsWith('/') && site.Find(path + "/index.html") is not null)
        {
            return HttpAnswer.Redirect(301, $"/{edition}/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}/{query}");
        }

        return Missing(site, edition, path, build);
    }

    private HttpAnswer NotFound() =>
        preview.Site(Edition) is { } site ? Missing(site, Edition, "404.html", Build) : HttpAnswer.Text(404, "There is no such page.");

    private HttpAnswer Missing(PreviewSite site, string edition, string path, string build) =>
        site.Find("404.html") is { } page
            ? File(_rules.GetValue(site, SiteRules.Of), edition, path, "404.html", page, build, 404)
            : HttpAnswer.Text(404, "There is no such page.");

    private static HttpAnswer File(SiteRules rules, string edition, string path, string file, ReadOnlyMemory<byte> bytes, string build, int status)
    {
        var headers = rules.Headers.For("/" + path);
        AddOwn(headers, ContentTypes.Of(file));
        return new HttpAnswer
        {
            Status = status,
            Headers = headers,
            Body = file.EndsWith(".html", StringComparison.Ordinal) ? PreviewPage.WithBar(bytes, edition, build) : bytes,
        };
    }

    /// <summary>In place of an edition that has had errors since the preview began.</summary>
    private static HttpAnswer NotYet(string edition, string build)
    {
        var answer = new HttpAnswer { Status = 503, Body = PreviewPage.WithBar(PreviewPage.NotYet, edition, build) };
        AddOwn(answer.Headers, ContentTypes.Of(".html"));
        answer.Headers["Content-Security-Policy"] = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";
        return answer;
    }

    private static HttpAnswer OwnFile(string name)
    {
        if (PreviewPage.File(name) is not { } bytes)
        {
            return HttpAnswer.Text(404, "There is no such file.");
        }

        var answer = new HttpAnswer { Status = 200, Body = bytes };
        AddOwn(answer.Headers, ContentTypes.Of(name));
        answer.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return answer;
    }

    private static void AddOwn(Dictionary<string, string> headers, string type)
    {
        headers["Content-Type"] = type;
        headers["X-Content-Type-Options"] = "nosniff";
        headers["X-Robots-Tag"] = "noindex";
        headers["Cache-Control"] = "no-store";
    }

    private static string Query(string target) => target.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? target[at..] : "";

    private sealed record SiteRules(HeaderRules Headers, RedirectRules Redirects)
    {
        public static SiteRules Of(PreviewSite site) => new(new HeaderRules(Text(site, "_headers")), new RedirectRules(Text(site, "_redirects")));

        private static string Text(PreviewSite site, string file) => site.Find(file) is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : "";
    }
}
