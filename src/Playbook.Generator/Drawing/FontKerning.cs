using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Numerics;
using System.Text;

namespace Playbooks.Drawing;

/// <summary>How far pairs of letters move together: the feature <c>kern</c> of a font's table GPOS.</summary>
internal sealed class FontKerning
{
    private const int Pairs = 2, Extension = 9;

    private readonly ReadOnlyMemory<byte> _table;
    private readonly int[][] _lookups;
    private readonly ConcurrentDictionary<(int, int), int> _known = new();

    public FontKerning(ReadOnlyMemory<byte> table)
    {
        _table = table;
        var (features, lookups) = (U16(6), U16(8));
        var used = new SortedSet<int>();
        for (var at = features + 2; at < features + 2 + (U16(features) * 6); at += 6)
        {
            if (Encoding.ASCII.GetString(_table.Span.Slice(at, 4)) == "kern")
            {
                var feature = features + U16(at + 4);
                used.UnionWith(Enumerable.Range(0, U16(feature + 2)).Select(number => U16(feature + 4 + (number * 2))));
            }
        }

        _lookups = [.. used.Select(number => SubtablesOf(lookups + U16(lookups + 2 + (number * 2))))];
    }

    /// <summary>What is added to the first glyph's width.</summary>
    public int Between(int glyph, int next) => _known.GetOrAdd((glyph, next), pair => _lookups.Sum(lookup => Find(lookup, pair.Item1, pair.Item2)));

    private int[] SubtablesOf(int lookup)
    {
        var type = U16(lookup);
        var subtables = Enumerable.Range(0, U16(lookup + 4)).Select(number => lookup + U16(lookup + 6 + (number * 2)));
        return type switch
        {
            Pairs => [.. subtables],
            Extension => [.. subtables.Where(at => U16(at + 2) == Pairs).Select(at => at + I32(at + 4))],
            _ => [],
        };
    }

    /// <summary>The first part that knows the pair decides.</summary>
    private int Find(int[] subtables, int glyph, int next)
    {
        foreach (var at in subtables)
        {
            if (CoverageOf(at + U16(at + 2), glyph) is >= 0 and var covered && (U16(at) == 1 ? InList(at, covered, next) : InClasses(at, glyph, next)) is { } found)
            {
                return found;
            }
        }

        return 0;
    }

    private int? InList(int at, int covered, int next)
    {
        var (first, second) = (U16(at + 4), U16(at + 6));
        var size = 2 + SizeOf(first) + SizeOf(second);
        var set = at + U16(at + 10 + (covered * 2));
        for (var (low, high) = (0, U16(set) - 1); low <= high;)
        {
            var middle = (low + high) / 2;
            var record = set + 2 + (middle * size);
            switch (U16(record).CompareTo(next))
            {
                case 0: return WidthIn(record + 2, first);
                case < 0: low = middle + 1; break;
                default: high = middle - 1; break;
            }
        }

        return null;
    }

    private int? InClasses(int at, int glyph, int next)
    {
        var (first, second) = (U16(at + 4), U16(at + 6));
        var (row, column) = (ClassOf(at + U16(at + 8), glyph), ClassOf(at + U16(at + 10), next));
        return WidthIn(at + 16 + (((row * U16(at + 14)) + column) * (SizeOf(first) + SizeOf(second))), first);
    }

    // A record holds a number for each bit of its format; the third bit is the width.
    private static int SizeOf(int format) => BitOperations.PopCount((uint)format) * 2;

    private int WidthIn(int record, int format) => (format & 4) == 0 ? 0 : I16(record + (BitOperations.PopCount((uint)format & 3) * 2));

    private int CoverageOf(int at, int glyph)
    {
        var isList = U16(at) == 1;
        for (var number = 0; number < U16(at + 2); number++)
        {
            if (isList && U16(at + 4 + (number * 2)) == glyph)
            {
                return number;
            }

            var range = at + 4 + (number * 6);
            if (!isList && glyph >= U16(range) && glyph <= U16(range + 2))
            {
                return U16(range + 4) + glyph - U16(range);
            }
        }

        return -1;
    }

    private int ClassOf(int at, int glyph)
    {
        if (U16(at) == 1)
        {
            var place = glyph - U16(at + 2);
            return place >= 0 && place < U16(at + 4) ? U16(at + 6 + (place * 2)) : 0;
        }

        for (var range = at + 4; range < at + 4 + (U16(at + 2) * 6); range += 6)
        {
            if (glyph >= U16(range) && glyph <= U16(range + 2))
            {
                return U16(range + 4);
            }
        }

        return 0;
    }

    private int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_table.Span[at..]);

    private int I16(int at) => BinaryPrimitives.ReadInt16BigEndian(_table.Span[at..]);

    private int I32(int at) => BinaryPrimitives.ReadInt32BigEndian(_table.Span[at..]);
}
