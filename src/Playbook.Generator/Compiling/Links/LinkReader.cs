using System.Buffers;

namespace Playbooks.Compiling;

/// <summary>
/// The one door for addresses: what is not on this list is not published. Addresses arrive with entities and backslashes
/// decoded, so <c>javascript&amp;#58;</c> is seen as what it is.
/// </summary>
/// <remarks>
/// Browsers are generous: they drop tabs and line ends, read <c>\</c> as <c>/</c>, <c>https:host</c> as a relative path and
/// <c>//host</c> as another site. So all of these are refused rather than repaired.
/// </remarks>
internal static class LinkReader
{
    private static readonly SearchValues<char> TelephoneCharacters = SearchValues.Create("0123456789+-.()");

    /// <summary>Reads an address; null after a diagnostic.</summary>
    /// <param name="url">As the author meant it, decoded.</param>
    /// <param name="context">Receives diagnostics; knows the folder that relative paths start from.</param>
    /// <param name="span">Where the address is written.</param>
    public static LinkAddress? Read(string? url, CompileContext context, SourceSpan span)
    {
        if (AddressText.ProblemOf(url) is { } problem)
        {
            context.Report(problem(span));
            return null;
        }

        if (url![0] == '#')
        {
            return Anchored("", url[1..], context, span);
        }

        var colon = url.AsSpan().IndexOfAny(":/?#");
        if (colon >= 0 && url[colon] == ':')
        {
            return WithScheme(url[..colon].ToLowerInvariant(), url, colon + 1, context, span);
        }

        return Relative(url, context, span);
    }

    private static LinkAddress? WithScheme(string scheme, string url, int restStart, CompileContext context, SourceSpan span)
    {
        var rest = url.AsSpan(restStart);
        switch (scheme)
        {
            case "http" or "https":
                return AddressText.HasHost(rest)
                    ? new LinkAddress(LinkKind.External, url, null)
                    : Refuse(context, DiagnosticCatalog.MalformedAddress("names no host", span, $"write `{scheme}://` and the name of the site"));
            case "mailto":
                return rest.IndexOf('@') > 0
                    ? new LinkAddress(LinkKind.Contact, url, null)
                    : Refuse(context, DiagnosticCatalog.MalformedAddress("names no mailbox", span));
            case "tel":
                return !rest.IsEmpty && !rest.ContainsAnyExcept(TelephoneCharacters)
                    ? new LinkAddress(LinkKind.Contact, url, null)
                    : Refuse(context, DiagnosticCatalog.MalformedAddress("is no telephone number", span, "use digits, `+` and hyphens"));
            case "xref":
                return Reference(rest, context, span);
            default:
                return Refuse(context, DiagnosticCatalog.ForbiddenScheme(scheme, span));
        }
    }

    private static LinkAddress? Reference(ReadOnlySpan<char> rest, CompileContext context, SourceSpan span)
    {
        var hash = rest.IndexOf('#');
        var reference = hash < 0 ? rest : rest[..hash];
        if (!AddressText.IsReference(reference))
        {
            return Refuse(context, DiagnosticCatalog.MalformedAddress(
                "names no page or item", span, "write it as `xref:people/managers#first-week` or `xref:PEO-03`"));
        }

        return hash < 0
            ? new LinkAddress(LinkKind.Playbook, reference.ToString(), null)
            : Anchored(reference.ToString(), rest[(hash + 1)..].ToString(), context, span);
    }

    private static LinkAddress? Relative(string url, CompileContext context, SourceSpan span)
    {
        if (url[0] == '/')
        {
            var problem = url.StartsWith("//", StringComparison.Ordinal) ? "an address cannot begin with `//`" : "a path cannot begin with `/`";
            return Refuse(context, DiagnosticCatalog.UnsupportedAddress(problem, span));
        }

        var hash = url.IndexOf('#', StringComparison.Ordinal);
        var path = hash < 0 ? url : url[..hash];
        if (!path.EndsWith(".md", StringComparison.Ordinal) || !AddressText.IsReference(path))
        {
            return Refuse(context, DiagnosticCatalog.UnsupportedAddress($"links cannot lead to `{path}`", span));
        }

        if (RelativePath.Resolve(context.Source.Path, path) is not { } file)
        {
            return Refuse(context, DiagnosticCatalog.AddressOutsideInput(span));
        }

        return hash < 0
            ? new LinkAddress(LinkKind.Playbook, file.Value, null)
            : Anchored(file.Value, url[(hash + 1)..], context, span);
    }

    private static LinkAddress? Anchored(string target, string anchor, CompileContext context, SourceSpan span)
    {
        var decoded = anchor.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(anchor) : anchor;
        return AddressText.IsAnchor(decoded)
            ? new LinkAddress(LinkKind.Playbook, target, decoded)
            : Refuse(context, DiagnosticCatalog.MalformedAddress("names no heading after `#`", span));
    }

    private static LinkAddress? Refuse(CompileContext context, Diagnostic diagnostic)
    {
        context.Report(diagnostic);
        return null;
    }
}
