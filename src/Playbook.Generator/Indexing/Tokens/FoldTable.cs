using System.Text;

namespace Playbooks.Indexing;

/// <summary>
/// Folded forms of letters, so that case, accents, width and ligatures do not matter. An own table, because what ICU or
/// .NET make of a letter depends on the machine, and in invariant mode normalization silently does nothing.
/// </summary>
/// <remarks>Written by <c>theme/fold-table.mjs</c> with the code that folds in the browser.</remarks>
internal static class FoldTable
{
    /// <summary>Name of the table among the assembly's resources.</summary>
    public const string Resource = "Indexing.fold.txt";

    private const int Ascii = 0x80;

    private static readonly string?[] Basic = new string?[0x10000];
    private static readonly Dictionary<int, string> Beyond = [];

    // Filled here and not where declared: the table's two halves come from one file.
#pragma warning disable CA1810
    static FoldTable()
#pragma warning restore CA1810
    {
        using var stream = typeof(FoldTable).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var value = int.Parse(line.AsSpan(0, space), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            if (value < Basic.Length)
            {
                Basic[value] = line[(space + 1)..];
            }
            else
            {
                Beyond[value] = line[(space + 1)..];
            }
        }
    }

    /// <summary>Number of code points that change.</summary>
    public static int Count => Basic.Count(each => each is not null) + Beyond.Count;

    /// <summary>Writes the folded form of a letter, digit or mark; nothing, or up to a few letters.</summary>
    /// <returns>How many UTF-16 units were written.</returns>
    public static int Fold(Rune rune, Span<char> to)
    {
        if (rune.Value < Ascii)
        {
            to[0] = (char)(rune.Value is >= 'A' and <= 'Z' ? rune.Value | 0x20 : rune.Value);
            return 1;
        }

        var folded = rune.IsBmp ? Basic[rune.Value] : Beyond.GetValueOrDefault(rune.Value);
        if (folded is null)
        {
            return rune.EncodeToUtf16(to);
        }

        folded.CopyTo(to);
        return folded.Length;
    }
}
