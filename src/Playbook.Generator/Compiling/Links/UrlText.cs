using System.Buffers;

namespace Playbooks.Compiling;

/// <summary>Writes web addresses into attributes.</summary>
internal static class UrlText
{
    private static readonly SearchValues<char> Refused = SearchValues.Create("\"<>^`{|}[]%");

    /// <summary>
    /// Percent-encodes what the URL standard does not allow where it stands, and leaves letters of other scripts, which it
    /// does allow. A percent sign that encodes nothing becomes <c>%25</c>.
    /// </summary>
    public static void Write(FragmentWriter writer, ReadOnlySpan<char> url)
    {
        while (true)
        {
            var next = url.IndexOfAny(Refused);
            writer.WriteEscaped(next < 0 ? url : url[..next]);
            if (next < 0)
            {
                return;
            }

            var isEncoding = url[next] == '%' && url.Length > next + 2 && char.IsAsciiHexDigit(url[next + 1]) && char.IsAsciiHexDigit(url[next + 2]);
            writer.WriteEscaped(isEncoding ? "%" : string.Create(CultureInfo.InvariantCulture, $"%{(int)url[next]:X2}"));
            url = url[(next + 1)..];
        }
    }
}
