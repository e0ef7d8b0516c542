namespace Playbooks.Model;

/// <summary>The address of a published site's root, such as <c>https://example.org/handbook/</c>.</summary>
public static class SiteAddress
{
    /// <summary>Stands for the edition's id in an address that serves several editions.</summary>
    public const string EditionMark = "{edition}";

    /// <summary>Reads an address and adds the closing slash; false for anything but http and https, and with a query or fragment.</summary>
    public static bool TryNormalize(string text, out string address)
    {
        ArgumentNullException.ThrowIfNull(text);
        address = text.EndsWith('/') ? text : text + "/";
        var sample = address.Replace(EditionMark, "edition", StringComparison.Ordinal);
        return Uri.TryCreate(sample, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            && uri.Host.Length > 0 && uri.UserInfo.Length == 0
            && !sample.AsSpan().ContainsAny("?#\"'<>\\ ");
    }

    /// <summary>The address for one edition.</summary>
    public static string For(string address, Slug edition)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.Replace(EditionMark, edition.Value, StringComparison.Ordinal);
    }
}
