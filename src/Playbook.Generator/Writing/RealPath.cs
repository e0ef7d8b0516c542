namespace Playbooks.Writing;

/// <summary>Where a path really leads, with every link on the way followed, so that two names of one folder compare equal.</summary>
internal static class RealPath
{
    private const int MaximumLinks = 40;

    private static readonly StringComparison Comparison =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>The full path without links; what does not exist is kept as it is written.</summary>
    /// <exception cref="IOException">Links lead in a circle.</exception>
    public static string Of(string path)
    {
        var linksLeft = MaximumLinks;
        return Of(Path.GetFullPath(path), ref linksLeft);
    }

    /// <summary>True when the two are one folder or <paramref name="inner"/> lies below <paramref name="outer"/>; both real.</summary>
    public static bool IsSameOrBelow(string inner, string outer)
    {
        var (innerPath, outerPath) = (Closed(inner), Closed(outer));
        return innerPath.StartsWith(outerPath, Comparison);
    }

    private static string Closed(string path) =>
        Path.EndsInDirectorySeparator(path) ? path : path + Path.DirectorySeparatorChar;

    private static string Of(string fullPath, ref int linksLeft)
    {
        var current = Path.GetPathRoot(fullPath) ?? "";
        foreach (var part in fullPath[current.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            current = Path.Join(current, part);
            if (new FileInfo(current).LinkTarget is not { } target)
            {
                continue;
            }

            if (--linksLeft < 0)
            {
                throw new IOException($"too many links in {fullPath}");
            }

            current = Of(Path.GetFullPath(target, Path.GetDirectoryName(current)!), ref linksLeft);
        }

        return current;
    }
}
