using System.Text;

namespace Playbooks.Verifying;

/// <summary>Finds the file of a site that an address on one of its pages means, as a browser and a plain file server do.</summary>
internal static class LinkTargets
{
    private const string Index = "index.html";

    /// <summary>The number of the file, or -1 when the address leads to none or out of the site.</summary>
    /// <param name="folder">The published files.</param>
    /// <param name="from">The folder of the page, with a closing slash, or empty.</param>
    /// <param name="path">The address without query and anchor, not empty; a leading slash means the root of the site.</param>
    /// <param name="isFromRoot">True when the address leads up to the root first, so that it means the same on every page of equal depth.</param>
    public static int Resolve(PublishedFolder folder, ReadOnlySpan<char> from, ReadOnlySpan<byte> path, out bool isFromRoot)
    {
        isFromRoot = false;
        if (path.Contains((byte)'%'))
        {
            path = Encoding.UTF8.GetBytes(Uri.UnescapeDataString(Encoding.UTF8.GetString(path)));
        }

        var capacity = from.Length + path.Length + Index.Length + 1;
        var target = capacity <= 512 ? stackalloc char[512] : new char[capacity];
        var length = 0;
        if (path[0] == '/')
        {
            var root = Encoding.UTF8.GetBytes(folder.RootPath);
            if (!path.StartsWith(root))
            {
                return -1;
            }

            path = path[root.Length..];
        }
        else
        {
            from.CopyTo(target);
            length = from.Length;
        }

        isFromRoot = length == 0;

        var namesFile = false;
        while (!path.IsEmpty)
        {
            var slash = path.IndexOf((byte)'/');
            var part = slash < 0 ? path : path[..slash];
            path = slash < 0 ? default : path[(slash + 1)..];
            namesFile = false;
            if (part.SequenceEqual(".."u8))
            {
                if (length == 0)
                {
                    return -1;
                }

                length = target[..(length - 1)].LastIndexOf('/') + 1;
                isFromRoot |= length == 0;
            }
            else if (!part.SequenceEqual("."u8))
            {
                length += Encoding.UTF8.GetChars(part, target[length..]);
                namesFile = slash < 0;
                if (slash >= 0)
                {
                    target[length++] = '/';
                }
            }
        }

        if (namesFile && folder.NumberOf(target[..length]) is var file and >= 0)
        {
            return file;
        }

        if (namesFile)
        {
            target[length++] = '/';
        }

        Index.CopyTo(target[length..]);
        return folder.NumberOf(target[..(length + Index.Length)]);
    }
}
