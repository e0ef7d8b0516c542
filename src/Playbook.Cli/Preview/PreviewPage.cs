using System.Text;

namespace Playbooks.Cli.Preview;

/// <summary>The preview's own part of a page: a script and a style, served by the preview itself.</summary>
internal static class PreviewPage
{
    private static readonly Dictionary<string, byte[]> Files = new[] { "preview.js", "preview.css" }.ToDictionary(name => name, Read, StringComparer.Ordinal);

    /// <summary>A page for an edition that cannot be shown.</summary>
    public static ReadOnlyMemory<byte> NotYet { get; } = Encoding.UTF8.GetBytes("""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>Preview</title>
        </head>
        <body class="preview-not-yet">
        <main>
        <h1>There is nothing to show yet</h1>
        <p>This edition has errors. It appears here as soon as they are mended.</p>
        </main>
        </body>
        </html>

        """);

    /// <summary>One of the preview's own files; null when it has no such file.</summary>
    public static byte[]? File(string name) => Files.GetValueOrDefault(name);

    /// <summary>A page with the script and the style before the end of its body.</summary>
    /// <param name="html">The page.</param>
    /// <param name="edition">Its edition.</param>
    /// <param name="build">The build it belongs to: a page of an old one loads itself again.</param>
    public static byte[] WithBar(ReadOnlyMemory<byte> html, string edition, string build)
    {
        var own = Encoding.UTF8.GetBytes(
            $"<link rel=\"stylesheet\" href=\"/{PreviewPages.OwnFolder}/preview.css\">"
            + $"<script defer src=\"/{PreviewPages.OwnFolder}/preview.js\" data-build=\"{build}\" data-edition=\"{Uri.EscapeDataString(edition)}\"></script>\n");
        var end = html.Span.LastIndexOf("</body>"u8);
        var at = end < 0 ? html.Length : end;
        return [.. html.Span[..at], .. own, .. html.Span[at..]];
    }

    private static byte[] Read(string name)
    {
        using var resource = typeof(PreviewPage).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return bytes.ToArray();
    }
}
