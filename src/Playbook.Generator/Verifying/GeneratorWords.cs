using System.Text;
using Playbooks.Exporting;

namespace Playbooks.Verifying;

/// <summary>
/// Words that the generator itself writes into files and that no input file or template need hold: names of headers,
/// of properties of structured data, of calendar fields. They are common to all editions.
/// </summary>
/// <remarks>A writer that gains a constant of five letters or more adds it here; else an organization that uses the word
/// in its own text would seem to leak it.</remarks>
internal static class GeneratorWords
{
    /// <summary>The words below, and those of the exported files' formats.</summary>
    public static IEnumerable<string> All => [Text, string.Join(' ', ChecklistCsv.Columns), Encoding.UTF8.GetString(ChecklistJson.Schema().Span)];

    private const string Text =
        """
        Content-Security-Policy default-src none script-src self style-src img-src font-src connect-src manifest-src worker-src
        base-uri form-action frame-ancestors require-trusted-types-for script trusted-types playbook upgrade-insecure-requests
        unsafe-inline sandbox Strict-Transport-Security max-age includeSubDomains preload X-Content-Type-Options nosniff
        X-Frame-Options DENY Referrer-Policy no-referrer Permissions-Policy accelerometer autoplay browsing-topics camera
        display-capture encrypted-media fullscreen geolocation gyroscope hid idle-detection magnetometer microphone midi payment
        publickey-credentials-get screen-wake-lock serial usb xr-spatial-tracking Cross-Origin-Opener-Policy same-origin
        Cross-Origin-Resource-Policy Cross-Origin-Embedder-Policy require-corp Cache-Control public must-revalidate immutable
        no-cache Content-Disposition attachment filename X-Robots-Tag noindex nofollow Content-Type charset utf-8

        User-agent Disallow Allow Sitemap urlset xmlns schemas sitemaps lastmod changefreq priority
        feed entry title subtitle updated published author contributor category content summary link generator rights

        html lang viewport width device-width initial-scale description canonical alternate stylesheet modulepreload robots
        color-scheme theme-color assets cards apple-touch-icon icon manifest application json module text javascript image svg xml
        og twitter card image height summary_large_image favicon sizes website article locale site_name article:modified_time property
        aria-current aria-label aria-labelledby aria-describedby aria-hidden aria-expanded aria-controls aria-live polite
        aria-modal aria-pressed aria-haspopup aria-selected role status navigation main banner complementary contentinfo
        button checkbox radio hidden disabled checked required placeholder autocomplete
        figure figcaption blockquote thead tbody tfoot colgroup caption details summary section article aside header footer
        heading paragraph table column align start center end numbered bulleted footnote backref

        schema.org https http www context type BreadcrumbList itemListElement ListItem position WebSite WebPage TechArticle
        HowTo HowToStep Organization headline datePublished dateModified inLanguage isPartOf publisher mainEntityOfPage
        potentialAction SearchAction target query-input breadcrumb name url item

        playbook manifest generator format edition files path size sha256 sources
        BEGIN END VCALENDAR VEVENT VTODO VERSION PRODID CALSCALE GREGORIAN METHOD PUBLISH DTSTAMP DTSTART DTEND DURATION DUE
        SUMMARY DESCRIPTION LOCATION CATEGORIES STATUS NEEDS-ACTION COMPLETED PRIORITY RELATED-TO TRANSP TRANSPARENT VALUE DATE
        RRULE FREQ INTERVAL DAILY WEEKLY MONTHLY BYMONTHDAY BYSETPOS X-WR-CALNAME Checklists
        index search shard terms postings sections headings levels anchors words pages offset
        """;
}
