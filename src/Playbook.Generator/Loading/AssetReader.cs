using System.Text;
using System.Xml;
using Playbooks.Drawing;

namespace Playbooks.Loading;

/// <summary>Reads the files that pages, templates and brands refer to, and refuses what a browser would run.</summary>
internal static class AssetReader
{
    private static readonly string[] AllowedEndings =
        [".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".csv", ".pdf", ".docx", ".xlsx", ".odt", ".ods", ".txt"];

    /// <summary>All files that something refers to, by path.</summary>
    public static ImmutableSortedDictionary<string, Asset> ReadReferenced(Playbook playbook, InputFolder input, DiagnosticBag diagnostics)
    {
        var assets = ImmutableSortedDictionary.CreateBuilder<string, Asset>(StringComparer.Ordinal);
        // A name that could not be read was reported and is no reference.
        var references = References(playbook).Where(each => each.Value != default).ToArray();
        foreach (var (file, span) in references.Where(each => OwnerOf(each.Value) is { } owner && OwnerOf(each.Span.Path) != owner))
        {
            diagnostics.Add(DiagnosticCatalog.AssetNotAllowed(span, file.Name, $"it belongs to the organization `{OwnerOf(file)}`"));
        }

        foreach (var (file, span) in references.DistinctBy(each => each.Value))
        {
            if (Read(file, span, input, diagnostics) is { } asset)
            {
                assets[file.Value] = asset;
            }
        }

        foreach (var logo in LogosOf(playbook).Where(logo => assets.ContainsKey(logo.Value.Value)))
        {
            CheckLogo(assets[logo.Value.Value], logo.Span, diagnostics);
        }

        return assets.ToImmutable();
    }

    /// <summary>Icons are drawn from a logo much later; what is wrong with it is said here, at the line that names it.</summary>
    private static void CheckLogo(Asset logo, SourceSpan span, DiagnosticBag diagnostics)
    {
        try
        {
            LogoPicture.Read(logo);
        }
        catch (InvalidDataException exception)
        {
            diagnostics.Add(DiagnosticCatalog.BrokenLogo(span, logo.File.Name, exception.Message));
        }
    }

    private static IEnumerable<Located<InputPath>> LogosOf(Playbook playbook) =>
        playbook.Organizations.Select(organization => organization.Brand.Logo).OfType<Located<InputPath>>().Where(logo => logo.Value != default);

    /// <summary>The organization in whose folder a file lies; null for a common one.</summary>
    private static string? OwnerOf(InputPath file) =>
        file.Value.Split('/') is [PlaybookLoader.OrganizationsFolder, var organization, ..] ? organization : null;

    private static IEnumerable<Located<InputPath>> References(Playbook playbook)
    {
        var layers = playbook.Layers.Concat(playbook.Organizations.Select(organization => organization.Own)).ToArray();
        var pages = playbook.Pages
            .Concat(layers.SelectMany(layer => layer.AddedPages))
            .Concat(layers.SelectMany(layer => layer.Overrides).Select(each => each.Replacement).OfType<ContentPage>())
            .ToArray();
        var sections = pages.SelectMany(page => page.Body.Sections)
            .Concat(layers.SelectMany(layer => layer.Overrides).SelectMany(each => each.Parts).SelectMany(part => part.Sections));
        return
        [
            .. LogosOf(playbook),
            .. pages.SelectMany(page => page.Template?.Files ?? []).Select(file => file.File),
            // In parallel, because of thousands of slots a handful are files; in order, because the first place is told.
            .. sections.AsParallel().AsOrdered().SelectMany(section => section.Body.Slots.OfType<FragmentSlot.Asset>().Select(slot => new Located<InputPath>(slot.File, section.Span))),
        ];
    }

    private static Asset? Read(InputPath file, SourceSpan span, InputFolder input, DiagnosticBag diagnostics)
    {
        if (!input.Has(file))
        {
            diagnostics.Add(DiagnosticCatalog.UnknownFile(span, file.Value, NearestName.Find(file.Value, input.Files.Select(each => each.Value))));
            return null;
        }

        var ending = Path.GetExtension(file.Value);
        if (!AllowedEndings.Contains(ending, StringComparer.Ordinal))
        {
            diagnostics.Add(DiagnosticCatalog.AssetNotAllowed(span, file.Name, $"only files ending in {string.Join(", ", AllowedEndings)} are"));
            return null;
        }

        if (input.ReadAsset(file, diagnostics) is not { } bytes)
        {
            return null;
        }

        if (ending == ".svg" && ActivePart(bytes) is { } active)
        {
            diagnostics.Add(DiagnosticCatalog.AssetNotAllowed(span, file.Name, active));
            return null;
        }

        return new Asset(file, bytes);
    }

    /// <summary>What in a picture could run or load something; null when there is nothing.</summary>
    private static string? ActivePart(byte[] bytes)
    {
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 4_000_000 };
            using var reader = XmlReader.Create(new StringReader(Encoding.UTF8.GetString(bytes)), settings);
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.ProcessingInstruction || (reader.NodeType == XmlNodeType.Element && ActiveElement(reader) is not null))
                {
                    return reader.NodeType == XmlNodeType.Element ? ActiveElement(reader) : "it holds a processing instruction";
                }
            }

            return null;
        }
        catch (XmlException)
        {
            return "it is not well-formed SVG";
        }
    }

    private static string? ActiveElement(XmlReader reader)
    {
        if (reader.LocalName is "script" or "foreignObject" or "iframe" or "object" or "embed" or "handler" or "a" or "set" or "animate")
        {
            return $"it holds the element `{reader.LocalName}`";
        }

        for (var isThere = reader.MoveToFirstAttribute(); isThere; isThere = reader.MoveToNextAttribute())
        {
            if (reader.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase))
            {
                return $"it holds the handler `{reader.LocalName}`";
            }

            if (reader.LocalName == "href" && !reader.Value.StartsWith('#'))
            {
                return "it refers to something outside itself";
            }
        }

        reader.MoveToElement();
        return null;
    }
}
