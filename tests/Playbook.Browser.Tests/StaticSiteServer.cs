using System.Net;
using System.Net.Mime;

namespace Playbooks.Browser.Tests;

/// <summary>Serves one built edition on this machine as its host would, with the headers of its <c>_headers</c> file.</summary>
/// <remarks>
/// <c>/a/</c> gives <c>a/index.html</c>, <c>/a</c> is redirected to <c>/a/</c>, a miss gives <c>404.html</c> with
/// status 404. Left out are <c>Strict-Transport-Security</c> and <c>upgrade-insecure-requests</c>: both would send
/// the browser to https, which this server does not speak.
/// </remarks>
internal sealed class StaticSiteServer : IAsyncDisposable
{
    private static readonly Dictionary<string, string> ContentTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".json"] = "application/json",
        [".webmanifest"] = "application/manifest+json",
        [".md"] = "text/markdown; charset=utf-8",
        [".txt"] = "text/plain; charset=utf-8",
        [".csv"] = "text/csv; charset=utf-8",
        [".ics"] = "text/calendar; charset=utf-8",
        [".xml"] = "application/xml",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".webp"] = "image/webp",
        [".avif"] = "image/avif",
        [".ico"] = "image/x-icon",
        [".pdf"] = "application/pdf",
        [".zip"] = "application/zip",
        [".woff2"] = "font/woff2",
    };

    private readonly string _folder;
    private readonly IReadOnlyList<HeaderRule> _headerRules;
    private readonly HttpListener _listener;
    private readonly Task _loop;

    private StaticSiteServer(string folder, HttpListener listener, Uri address)
    {
        _folder = folder;
        _headerRules = HeaderRule.ReadFrom(Path.Combine(folder, "_headers"));
        _listener = listener;
        Address = address;
        _loop = Task.Run(ServeAsync);
    }

    /// <summary>Where the site's home page is, such as <c>http://127.0.0.1:40123/</c>.</summary>
    public Uri Address { get; }

    /// <param name="folder">A publish folder, such as <c>output/common</c>.</param>
    public static StaticSiteServer Start(string folder)
    {
        // HttpListener cannot ask the system for a free port, so ports are tried until one is free.
        for (var attempt = 0; ; attempt++)
        {
            var address = new Uri($"http://127.0.0.1:{Random.Shared.Next(20_000, 60_000)}/");
            var listener = new HttpListener { Prefixes = { address.ToString() } };
            try
            {
                listener.Start();
                return new StaticSiteServer(Path.GetFullPath(folder), listener, address);
            }
            catch (HttpListenerException) when (attempt < 100)
            {
                listener.Close();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _loop;
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return; // closed
            }

            _ = Task.Run(() => AnswerAsync(context));
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            var path = Uri.UnescapeDataString(context.Request.Url!.AbsolutePath);
            var response = context.Response;
            foreach (var (name, value) in HeadersFor(path))
            {
                response.Headers[name] = value;
            }

            var file = FileFor(path);
            if (file is null && !path.EndsWith('/') && FileFor(path + "/") is not null)
            {
                response.StatusCode = (int)HttpStatusCode.MovedPermanently;
                response.Headers["Location"] = context.Request.Url.AbsolutePath + "/" + context.Request.Url.Query;
                response.Close();
                return;
            }

            if (file is null)
            {
                response.StatusCode = (int)HttpStatusCode.NotFound;
                file = FileFor("/404.html");
            }

            if (file is not null)
            {
                response.ContentType = ContentTypes.GetValueOrDefault(Path.GetExtension(file), MediaTypeNames.Application.Octet);
                var bytes = await File.ReadAllBytesAsync(file);
                response.ContentLength64 = bytes.Length;
                if (context.Request.HttpMethod != "HEAD")
                {
                    await response.OutputStream.WriteAsync(bytes);
                }
            }

            response.Close();
        }
        catch (Exception error) when (error is HttpListenerException or ObjectDisposedException or IOException)
        {
            // The browser left the page before the answer was complete.
        }
    }

    /// <summary>The file behind a path, or null; never one outside the folder, nor one that hosts keep to themselves.</summary>
    private string? FileFor(string path)
    {
        if (path is "/_headers" or "/_redirects")
        {
            return null;
        }

        var file = Path.GetFullPath(Path.Join(_folder, path.EndsWith('/') ? path + "index.html" : path));
        return file.StartsWith(_folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(file) ? file : null;
    }

    /// <summary>All rules that match, in the order of the file; the last one to set a header wins.</summary>
    private Dictionary<string, string> HeadersFor(string path)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in _headerRules.Where(rule => rule.Matches(path)).SelectMany(rule => rule.Headers))
        {
            headers[name] = value;
        }

        headers.Remove("Strict-Transport-Security");
        if (headers.TryGetValue("Content-Security-Policy", out var policy))
        {
            headers["Content-Security-Policy"] = string.Join("; ", policy
                .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Where(directive => directive != "upgrade-insecure-requests"));
        }

        return headers;
    }

    /// <summary>A block of a <c>_headers</c> file: a path at a line's start, then indented <c>Name: value</c> lines.</summary>
    /// <param name="Path">An exact path, or one that ends in <c>*</c>.</param>
    private sealed record HeaderRule(string Path, List<(string Name, string Value)> Headers)
    {
        public static IReadOnlyList<HeaderRule> ReadFrom(string file)
        {
            var rules = new List<HeaderRule>();
            foreach (var line in File.Exists(file) ? File.ReadAllLines(file) : [])
            {
                var text = line.Trim();
                if (text.Length == 0 || text.StartsWith('#'))
                {
                    continue;
                }

                if (!char.IsWhiteSpace(line[0]))
                {
                    rules.Add(new HeaderRule(text, []));
                    continue;
                }

                var colon = text.IndexOf(':', StringComparison.Ordinal);
                Assert.True(colon > 0 && rules.Count > 0, $"not a header of any path: '{line}' in {file}");
                rules[^1].Headers.Add((text[..colon].Trim(), text[(colon + 1)..].Trim()));
            }

            return rules;
        }

        public bool Matches(string path) =>
            Path.EndsWith('*') ? path.StartsWith(Path[..^1], StringComparison.Ordinal) : path == Path;
    }
}
