namespace Playbooks.Compiling;

/// <summary>Follows relative paths from one input file to another.</summary>
internal static class RelativePath
{
    /// <summary>The file a path leads to; null when it leaves the input folder.</summary>
    /// <param name="from">The file the path is written in.</param>
    /// <param name="path">With <c>/</c>; may hold <c>.</c> and <c>..</c>.</param>
    public static InputPath? Resolve(InputPath from, string path)
    {
        var parts = new List<string>(8);
        foreach (var part in $"{from.Folder}/{path}".Split('/'))
        {
            switch (part)
            {
                case "" or ".":
                    break;
                case ".." when parts.Count == 0:
                    return null;
                case "..":
                    parts.RemoveAt(parts.Count - 1);
                    break;
                default:
                    parts.Add(part);
                    break;
            }
        }

        return parts.Count == 0 ? null : new InputPath(string.Join('/', parts));
    }
}
