using System.Globalization;
using Playbooks.Diagnostics;
using Playbooks.Model;
using Playbooks.Writing;

namespace Playbooks.Cli;

/// <summary>Prints the print edition of each site that was built into <c>output/&lt;edition&gt;.pdf</c>.</summary>
/// <remarks>The sites are published before; whatever goes wrong here leaves them as they are.</remarks>
internal static class PdfEditions
{
    private const int BytesPerMegabyte = 1_000_000;

    /// <summary>Prints one edition after the other: a browser uses all cores by itself.</summary>
    /// <param name="build">What was built.</param>
    /// <param name="editions">The editions that are published.</param>
    /// <param name="say">Told a line for each PDF.</param>
    /// <param name="cancellation">Stops the browser.</param>
    /// <exception cref="UnusableEnvironmentException">There is no browser, it failed, or a PDF could not be written.</exception>
    public static async Task PrintAsync(BuildOptions build, IEnumerable<BuiltEdition> editions, Action<string> say, CancellationToken cancellation)
    {
        using var output = OutputFolder.Open(build.OutputFolder!, [build.InputFolder, build.ThemeFolder], onWaiting: null, cancellation);
        Chromium browser;
        try
        {
            browser = Chromium.Find();
        }
        catch (UnusableEnvironmentException exception)
        {
            throw new UnusableEnvironmentException($"{exception.Message}; the sites are built, without PDFs", exception);
        }

        foreach (var edition in editions)
        {
            var pdf = await browser.PrintAsync(Path.Combine(output.Root, edition.Id, Site.PrintPage), cancellation);
            output.PutPdf(Slug.Of(edition.Id), pdf);
            say(string.Create(CultureInfo.InvariantCulture, $"  {edition.Id}.pdf: {(double)pdf.Length / BytesPerMegabyte:0.0} MB"));
        }
    }
}
