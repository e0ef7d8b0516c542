using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Playbooks.Verifying;

/// <summary>
/// Phrases of the organizations, found by the hash of three words in a row. Each phrase stands under its longest three
/// words, which are the least likely to occur elsewhere. Filled in the same steps as <see cref="PrivateWords"/>.
/// </summary>
internal sealed class PrivatePhrases
{
    public const int FewestWords = 3;

    private readonly List<ulong> _words = [];
    private readonly List<Phrase> _phrases = [];
    private readonly Dictionary<ulong, int> _known = [];
    private readonly Dictionary<ulong, int> _bySeed = [];
    private KeyFilter _filter = new([]);

    public int Count => _phrases.Count;

    /// <summary>Adds a phrase of an organization.</summary>
    /// <param name="words">At least three.</param>
    /// <param name="places">The place of each word.</param>
    /// <param name="origin">The place of the phrase.</param>
    public void Add(ReadOnlySpan<ulong> words, ReadOnlySpan<(int Start, int End)> places, TextOrigin origin)
    {
        var key = (ulong)words.Length;
        foreach (var word in words)
        {
            key = BitOperations.RotateLeft(key, 21) * 0x9E3779B97F4A7C15 ^ word;
        }

        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_known, key, out var isKnown);
        if (isKnown)
        {
            CollectionsMarshal.AsSpan(_phrases)[number].Owners.Add(origin.Organization);
            return;
        }

        number = _phrases.Count;
        var phrase = new Phrase { First = _words.Count, Count = words.Length, Origin = origin, SeedAt = LongestThree(places) };
        phrase.Owners.Add(origin.Organization);
        _words.AddRange(words);
        _phrases.Add(phrase);
    }

    /// <summary>The words of a phrase.</summary>
    public ReadOnlySpan<ulong> WordsOf(int number) => CollectionsMarshal.AsSpan(_words).Slice(_phrases[number].First, _phrases[number].Count);

    public TextOrigin OriginOf(int number) => _phrases[number].Origin;

    /// <summary>Gives an organization every phrase that its texts hold.</summary>
    public void MarkOwners(ReadOnlySpan<ulong> words, int organization)
    {
        var phrases = _phrases;
        Find(words, -1, (number, _, _) => CollectionsMarshal.AsSpan(phrases)[number].Owners.Add(organization));
    }

    /// <summary>Takes privacy from the phrases of a common text. Safe from several threads at once.</summary>
    public void MarkCommon(ReadOnlySpan<ulong> words)
    {
        var phrases = _phrases;
        Find(words, -1, (number, _, _) => CollectionsMarshal.AsSpan(phrases)[number].IsCommon = true);
    }

    /// <summary>Makes the table ready for look-ups; what was marked as common is left out.</summary>
    public void Freeze()
    {
        _bySeed.Clear();
        var phrases = CollectionsMarshal.AsSpan(_phrases);
        for (var number = 0; number < phrases.Length; number++)
        {
            ref var phrase = ref phrases[number];
            if (!phrase.IsCommon)
            {
                var first = phrase.First + phrase.SeedAt;
                var seed = Window(_words[first], _words[first + 1], _words[first + 2]);
                ref var head = ref CollectionsMarshal.GetValueRefOrAddDefault(_bySeed, seed, out _);
                (phrase.Next, head) = (head, number + 1);
            }
        }

        _filter = new KeyFilter(_bySeed.Keys);
    }

    /// <summary>Calls back for each private phrase: its number, its first word in the list, and whether it is the given organization's own.</summary>
    public void Find(ReadOnlySpan<ulong> words, int organization, Action<int, int, bool> found)
    {
        for (var at = 0; at + FewestWords <= words.Length; at++)
        {
            var seed = Window(words[at], words[at + 1], words[at + 2]);
            if (!_filter.MayHold(seed) || !_bySeed.TryGetValue(seed, out var next))
            {
                continue;
            }

            for (; next > 0; next = _phrases[next - 1].Next)
            {
                var phrase = CollectionsMarshal.AsSpan(_phrases)[next - 1];
                var first = at - phrase.SeedAt;
                if (first >= 0
                    && first + phrase.Count <= words.Length
                    && words.Slice(first, phrase.Count).SequenceEqual(WordsOf(next - 1)))
                {
                    found(next - 1, first, phrase.Owners.Contains(organization));
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Window(ulong first, ulong second, ulong third)
    {
        var hash = (first * 0x9E3779B97F4A7C15) ^ BitOperations.RotateLeft(second, 23);
        hash = ((hash * 0xC2B2AE3D27D4EB4F) ^ BitOperations.RotateLeft(third, 41)) * 0x165667B19E3779F9;
        return hash ^ (hash >> 32);
    }

    private static int LongestThree(ReadOnlySpan<(int Start, int End)> places)
    {
        var (best, longest) = (0, 0);
        for (var at = 0; at + FewestWords <= places.Length; at++)
        {
            var length = 0;
            foreach (var (start, end) in places.Slice(at, FewestWords))
            {
                length += end - start;
            }

            (best, longest) = length > longest ? (at, length) : (best, longest);
        }

        return best;
    }

    private struct Phrase
    {
        public int First;
        public int Count;
        public int SeedAt;
        public int Next;
        public OwnerSet Owners;
        public TextOrigin Origin;
        public bool IsCommon;
    }
}
