namespace Playbooks.Verifying;

/// <summary>What is remembered of a page until all pages are read: its ids and the links that name an id.</summary>
/// <param name="Ids">Hashes of the ids, sorted.</param>
/// <param name="Links">Links with an anchor whose file exists.</param>
internal sealed record PageAnchors(ulong[] Ids, AnchorLink[] Links)
{
    public bool Has(ulong id) => Array.BinarySearch(Ids, id) >= 0;

    /// <summary>The hash of an id; two ids of one site have the same by chance once in 10^19 pairs.</summary>
    public static ulong Hash(ReadOnlySpan<byte> id)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var value in id)
        {
            hash = (hash ^ value) * 0x9E3779B97F4A7C15;
        }

        return hash ^ (hash >> 32);
    }
}

/// <summary>A link to a place in a page.</summary>
/// <param name="Target">Number of the page.</param>
/// <param name="Id">Hash of the id.</param>
/// <param name="Start">First byte of the link as written.</param>
/// <param name="Length">In bytes.</param>
internal readonly record struct AnchorLink(int Target, ulong Id, int Start, int Length);
