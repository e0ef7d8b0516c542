namespace Playbooks.Drawing;

/// <summary>Huffman's codes: what is used often gets few bits.</summary>
internal static class CodeLengths
{
    /// <summary>Bits for each symbol; 0 for one that is not used. At least two symbols get a code, as some readers want.</summary>
    public static int[] Of(int[] uses, int most)
    {
        var weights = uses.Select(count => (long)count).ToArray();
        for (var symbol = 0; weights.Count(weight => weight > 0) < 2; symbol++)
        {
            weights[symbol] = Math.Max(weights[symbol], 1);
        }

        while (true)
        {
            var lengths = Of(weights);
            if (lengths.Max() <= most)
            {
                return lengths;
            }

            // Evener weights make a flatter tree; a few bits are lost in the rare case.
            weights = [.. weights.Select(weight => (weight + 1) / 2)];
        }
    }

    /// <summary>The codes that follow from the lengths (RFC 1951, 3.2.2), with the first bit lowest.</summary>
    public static int[] CodesOf(int[] lengths)
    {
        var codes = new int[lengths.Length];
        var code = 0;
        for (var length = 1; length <= lengths.Max(); length++)
        {
            for (var symbol = 0; symbol < lengths.Length; symbol++)
            {
                if (lengths[symbol] == length)
                {
                    codes[symbol] = Reversed(code++, length);
                }
            }

            code <<= 1;
        }

        return codes;
    }

    private static int[] Of(long[] weights)
    {
        var parents = new int[weights.Length * 2];
        // The number makes every priority different: a queue promises no order for equal ones.
        var queue = new PriorityQueue<int, (long Weight, int Number)>();
        for (var symbol = 0; symbol < weights.Length; symbol++)
        {
            if (weights[symbol] > 0)
            {
                queue.Enqueue(symbol, (weights[symbol], symbol));
            }
        }

        var next = weights.Length;
        while (queue.Count > 1)
        {
            queue.TryDequeue(out var first, out var weight);
            queue.TryDequeue(out var second, out var other);
            (parents[first], parents[second]) = (next, next);
            queue.Enqueue(next, (weight.Weight + other.Weight, next));
            next++;
        }

        // A parent has a higher number than its children, so depths follow from the root down.
        var depths = new int[next];
        for (var node = next - 2; node >= 0; node--)
        {
            depths[node] = parents[node] > 0 ? depths[parents[node]] + 1 : 0;
        }

        return depths[..weights.Length];
    }

    private static int Reversed(int code, int length)
    {
        var reversed = 0;
        for (var bit = 0; bit < length; bit++)
        {
            reversed |= ((code >> bit) & 1) << (length - 1 - bit);
        }

        return reversed;
    }
}
