namespace Playbooks.Compiling;

/// <summary>Finds the file of an image. Only files beside the pages are shown: a foreign image tells its owner who reads what.</summary>
internal static class ImageReader
{
    private static readonly string[] Endings = [".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"];

    /// <summary>The file below the input folder; null after a diagnostic.</summary>
    public static InputPath? Read(string? url, CompileContext context, SourceSpan span)
    {
        if (AddressText.ProblemOf(url) is { } problem)
        {
            context.Report(problem(span));
            return null;
        }

        if (!AddressText.IsReference(url))
        {
            context.Report(DiagnosticCatalog.ExternalImage(span));
            return null;
        }

        if (!Endings.Any(ending => url!.EndsWith(ending, StringComparison.Ordinal)))
        {
            context.Report(DiagnosticCatalog.UnsupportedImage(Endings, span));
            return null;
        }

        var file = RelativePath.Resolve(context.Source.Path, url!);
        if (file is null)
        {
            context.Report(DiagnosticCatalog.AddressOutsideInput(span));
        }

        return file;
    }
}
