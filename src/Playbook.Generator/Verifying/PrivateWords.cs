using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Playbooks.Verifying;

/// <summary>
/// All words that only some organizations use, found by hash. Filled in three steps: <see cref="Add"/> for each
/// organization's words, <see cref="MarkOwners"/> and <see cref="MarkCommon"/> for all texts, then <see cref="Freeze"/>.
/// </summary>
internal sealed class PrivateWords
{
    private readonly Dictionary<ulong, Entry> _entries = [];
    private KeyFilter _filter = new([]);

    public int Count => _entries.Count;

    /// <summary>Adds a word of an organization.</summary>
    public void Add(ulong hash, TextOrigin origin)
    {
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_entries, hash, out var isKnown);
        // A line of text shows an author more than the name of a file.
        if (!isKnown || (entry.Origin.Start < 0 && entry.Origin.Organization == origin.Organization))
        {
            entry.Origin = origin;
        }

        entry.Owners.Add(origin.Organization);
    }

    public bool IsKnown(ulong hash) => _entries.ContainsKey(hash);

    /// <summary>Gives an organization every word of the table that its texts hold, however short or spelled.</summary>
    public void MarkOwners(ReadOnlySpan<ulong> words, int organization)
    {
        foreach (var hash in words)
        {
            ref var entry = ref CollectionsMarshal.GetValueRefOrNullRef(_entries, hash);
            if (!Unsafe.IsNullRef(ref entry))
            {
                entry.Owners.Add(organization);
            }
        }
    }

    /// <summary>Takes privacy from the words of a common text. Safe from several threads at once.</summary>
    public void MarkCommon(ReadOnlySpan<ulong> words)
    {
        foreach (var hash in words)
        {
            if (_filter.MayHold(hash))
            {
                ref var entry = ref CollectionsMarshal.GetValueRefOrNullRef(_entries, hash);
                if (!Unsafe.IsNullRef(ref entry))
                {
                    entry.IsCommon = true;
                }
            }
        }
    }

    /// <summary>Drops what turned out to be common and makes the table ready for look-ups.</summary>
    public void Freeze()
    {
        foreach (var (hash, entry) in _entries)
        {
            if (entry.IsCommon)
            {
                _entries.Remove(hash);
            }
        }

        _entries.TrimExcess();
        _filter = new KeyFilter(_entries.Keys);
    }

    /// <summary>Calls back for each private word: its place in the list, its origin, and whether it is the given organization's own.</summary>
    public void Find(ReadOnlySpan<ulong> words, int organization, Action<int, TextOrigin, bool> found)
    {
        for (var at = 0; at < words.Length; at++)
        {
            if (_filter.MayHold(words[at]) && _entries.TryGetValue(words[at], out var entry))
            {
                found(at, entry.Origin, entry.Owners.Contains(organization));
            }
        }
    }

    private struct Entry
    {
        public OwnerSet Owners;
        public TextOrigin Origin;
        public bool IsCommon;
    }
}
