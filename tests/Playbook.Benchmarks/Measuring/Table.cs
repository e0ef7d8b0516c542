using System.Globalization;

namespace Playbooks.Benchmarks;

/// <summary>Prints rows under headings: the first column to the left, the others to the right.</summary>
internal sealed class Table(params string[] headings)
{
    private readonly List<string[]> _rows = [headings];

    /// <summary>Adds a row.</summary>
    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>A number with this many decimals and commas between thousands.</summary>
    public static string Number(double value, int decimals = 0) => value.ToString($"N{decimals}", CultureInfo.InvariantCulture);

    /// <summary>Prints everything.</summary>
    public void Print()
    {
        var widths = Enumerable.Range(0, headings.Length).Select(column => _rows.Max(row => row[column].Length)).ToArray();
        for (var at = 0; at < _rows.Count; at++)
        {
            Console.WriteLine(string.Join("  ", _rows[at].Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd());
            if (at == 0)
            {
                Console.WriteLine(string.Join("  ", widths.Select(width => new string('-', width))));
            }
        }

        Console.WriteLine();
    }
}
