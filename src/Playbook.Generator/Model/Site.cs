namespace Playbooks.Model;

/// <summary>One edition as files, ready to be written. Holds every byte that will be published but the manifest.</summary>
/// <param name="Edition">Id of the organization, or <c>common</c>; the name of the folder below the output folder.</param>
/// <param name="RootPath">Path of the site's root on its server, with a slash at either end; <c>/</c> unless it lies below one.</param>
/// <param name="Files">By path, ordinal; no two paths are the same when case is ignored.</param>
public sealed record Site(Slug Edition, string RootPath, ImmutableArray<SiteFile> Files)
{
    /// <summary>Path of the page that holds the whole edition once, to be printed.</summary>
    public const string PrintPage = "print/index.html";

    /// <summary>The site with more files, whose paths are not taken.</summary>
    public Site With(IEnumerable<SiteFile> more) => this with { Files = [.. Files.Concat(more).OrderBy(file => file.Path)] };
}

/// <summary>One file of a site.</summary>
/// <param name="Path">Where it is published.</param>
/// <param name="Utf8">Its bytes.</param>
/// <param name="Sources">The input files it was made from, ordinal, without repeats; empty for files made from everything.</param>
public sealed record SiteFile(SitePath Path, ReadOnlyMemory<byte> Utf8, ImmutableArray<InputPath> Sources);

/// <summary>The path of a published file below its edition's folder, such as <c>people/managers/index.html</c>.</summary>
/// <param name="Value">Forward slashes; never absolute; no empty, <c>.</c> or <c>..</c> part.</param>
public readonly record struct SitePath(string Value) : IComparable<SitePath>
{
    /// <summary>How many folders deep the file lies; 0 at the root.</summary>
    public int Depth => Value.AsSpan().Count('/');

    /// <inheritdoc />
    public int CompareTo(SitePath other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
