using System.Text;
using System.Xml;

namespace Playbooks.Rendering;

/// <summary>The files of a site that are no pages: for search engines, for servers, for language models.</summary>
internal static class PlainFiles
{
    // Checked with Netlify's own parser and Mozilla Observatory's graders; each directive is one the pages need or forbid.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types playbook; upgrade-insecure-requests";

    private const string PermissionsPolicy =
        "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(self), geolocation=(), "
        + "gyroscope=(), hid=(), idle-detection=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), "
        + "screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()";

    /// <summary>All of them.</summary>
    public static IEnumerable<SiteFile> Of(Edition edition, ImmutableArray<PagePlan> plan)
    {
        var listed = plan.Where(page => page.Kind is not PagePlan.NotFound and not SearchViews.Kind).ToArray();
        yield return File("robots.txt", Robots(edition));
        yield return File("_headers", Headers(edition));
        yield return File("_redirects", Redirects(edition));
        yield return File("llms.txt", Llms(edition, listed));
        if (ChangeFeed.IsOffered(edition))
        {
            yield return File(ChangeFeed.Path, ChangeFeed.Of(edition));
        }

        if (edition is { BaseUrl: { } root, IsIndexable: true })
        {
            yield return File("sitemap.xml", Sitemap(root, listed));
        }
    }

    private static string Robots(Edition edition)
    {
        var rule = edition.IsIndexable ? "Allow: /" : "Disallow: /";
        var sitemap = edition is { BaseUrl: { } root, IsIndexable: true } ? $"\nSitemap: {root}sitemap.xml\n" : "";
        return $"User-agent: *\n{rule}\n{sitemap}";
    }

    private static string Headers(Edition edition)
    {
        var hidden = edition.IsIndexable ? "" : "  X-Robots-Tag: noindex\n";
        return $"""
            /*
              Content-Security-Policy: {ContentSecurityPolicy}
              Strict-Transport-Security: max-age=63072000
              X-Content-Type-Options: nosniff
              X-Frame-Options: DENY
              Referrer-Policy: no-referrer
              Permissions-Policy: {PermissionsPolicy}
              Cross-Origin-Opener-Policy: same-origin
              Cross-Origin-Resource-Policy: same-origin
              Cross-Origin-Embedder-Policy: require-corp
              Cache-Control: public, max-age=0, must-revalidate
            {hidden}/assets/*
              Cache-Control: public, max-age=31536000, immutable
            /search/data/*
              Cache-Control: public, max-age=31536000, immutable
            /media/*
              Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; sandbox
            /exports/*
              Content-Disposition: attachment
              X-Robots-Tag: noindex

            """.ReplaceLineEndings("\n");
    }

    private static string Redirects(Edition edition)
    {
        var lines = edition.Pages.Values
            .SelectMany(page => page.Page.RedirectFrom.Select(old => $"/{old.Value}/ /{page.Page.Id}/ 301\n"))
            .Order(StringComparer.Ordinal);
        return string.Concat(lines);
    }

    /// <summary>A list of all pages for language models, in the form that llmstxt.org describes; it leads to the Markdown copies.</summary>
    private static string Llms(Edition edition, PagePlan[] pages)
    {
        var text = new StringBuilder().Append("# ").Append(edition.Title).Append('\n');
        if (edition.Description is { } description)
        {
            text.Append("\n> ").Append(description).Append('\n');
        }

        var titles = edition.Areas.Select(area => (area.Area.Id.Value, area.Area.Title)).Concat(edition.Sections.Select(section => (section.Section.Id.Value, section.Section.Title)))
            .ToDictionary(StringComparer.Ordinal);
        foreach (var group in pages.Where(page => page.Path.Length > 0).GroupBy(page => page.Group ?? ""))
        {
            text.Append("\n## ").Append(titles.GetValueOrDefault(group.Key, edition.Locale.Text("llms.other"))).Append("\n\n");
            foreach (var page in group)
            {
                text.Append("- [").Append(page.Title.Replace("[", "(", StringComparison.Ordinal).Replace("]", ")", StringComparison.Ordinal)).Append("](")
                    .Append(edition.BaseUrl ?? "/").Append(page.Copy).Append(')')
                    .Append(page.Description is { } sentence ? $": {sentence}" : "").Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Sitemap(string root, PagePlan[] pages)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, NewLineChars = "\n" }))
        {
            writer.WriteStartElement("urlset", "http://www.sitemaps.org/schemas/sitemap/0.9");
            foreach (var page in pages.OrderBy(page => page.Path, StringComparer.Ordinal))
            {
                writer.WriteStartElement("url");
                writer.WriteElementString("loc", root + page.Path);
                writer.WriteEndElement();
            }

            writer.WriteEndElement();
        }

        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{text}\n";
    }

    private static SiteFile File(string path, string text) => new(new SitePath(path), Encoding.UTF8.GetBytes(text), []);
}
