using Playbooks.Markup;

namespace Playbooks.Verifying;

/// <summary>
/// Cuts a page into pieces that can be read one by one: each ends with a line behind which a tag begins that ends a text,
/// so that no word and no phrase runs over the cut.
/// </summary>
/// <remarks>A tag, comment or script of several lines may still be cut; reading the piece tells (see <see cref="HtmlReader.IsCut"/>).</remarks>
internal static class MarkupLines
{
    /// <summary>First byte behind the piece that begins at a place.</summary>
    public static int End(ReadOnlySpan<byte> html, int start)
    {
        for (var at = start; ;)
        {
            var length = html[at..].IndexOf((byte)'\n');
            if (length < 0)
            {
                return html.Length;
            }

            at += length + 1;
            if (BeginsWithBlock(html[at..]))
            {
                return at;
            }
        }
    }

    private static bool BeginsWithBlock(ReadOnlySpan<byte> line)
    {
        var tag = line.IndexOfAnyExcept((byte)' ');
        if (tag < 0 || line[tag] != '<')
        {
            return false;
        }

        var name = line[(tag + 1)..];
        name = !name.IsEmpty && name[0] == '/' ? name[1..] : name;
        var length = 0;
        while (length < name.Length && char.IsAsciiLetterOrDigit((char)name[length]))
        {
            length++;
        }

        return length > 0 && !InlineTags.Contains(name[..length]);
    }
}
