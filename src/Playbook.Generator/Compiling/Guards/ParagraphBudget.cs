using Markdig.Syntax;

namespace Playbooks.Compiling;

/// <summary>
/// A file's allowance for what is slow in Markdig. Reading the inside of a paragraph is quadratic in the worst case
/// (<c>[a](b[a](b…</c>, 0.67 ns per character squared), so the squares of all paragraphs' lengths are added up. Of 6,339 public
/// Markdown files none comes near the limits.
/// </summary>
internal sealed class ParagraphBudget
{
    private const long MaximumSquares = 2_000_000_000;
    private const int MaximumLines = 1_000;
    private const int MaximumColumns = 200;
    private const int MaximumCells = 200_000;
    private const int MaximumDefinitions = 1_000;

    private long _squares;
    private int _definitions;

    /// <summary>Counts a paragraph or heading before its inside is read.</summary>
    /// <exception cref="TextRefusedException">It is too much.</exception>
    public void Spend(CompileContext context, LeafBlock block)
    {
        ref var lines = ref block.Lines;
        var (length, pipes, hasSeparator) = (0L, 0, false);
        for (var at = 0; at < lines.Count; at++)
        {
            var line = lines.Lines[at].Slice.AsSpan();
            length += line.Length + 1;
            pipes = Math.Max(pipes, line.Count('|'));
            hasSeparator |= pipes > 0 && IsSeparator(line);
        }

        // Markdig gives every row as many cells as the longest: 28 KB of text become 16 million cells.
        if (hasSeparator && (pipes + 1 > MaximumColumns || (pipes + 1L) * lines.Count > MaximumCells))
        {
            throw new TextRefusedException(DiagnosticCatalog.TableTooLarge(pipes + 1, lines.Count, context.FirstLine(block)));
        }

        _squares += length * length;
        if (_squares > MaximumSquares)
        {
            throw new TextRefusedException(DiagnosticCatalog.ParagraphTooLong(context.FirstLine(block)));
        }
    }

    /// <summary>Looks at a paragraph that is still growing; rows of a table are lines of one paragraph and may be many.</summary>
    /// <exception cref="TextRefusedException">It has too many lines.</exception>
    public static void CheckGrowing(CompileContext context, LeafBlock block)
    {
        if (block.Lines.Count > MaximumLines && !block.Lines.Lines[0].Slice.AsSpan().Contains('|'))
        {
            throw new TextRefusedException(DiagnosticCatalog.ParagraphTooLong(context.FirstLine(block)));
        }
    }

    /// <summary>Counts link definitions: Markdig looks through all of them for each new one.</summary>
    /// <exception cref="TextRefusedException">There are too many.</exception>
    public void SpendDefinitions(CompileContext context, LeafBlock block, int count)
    {
        _definitions += count;
        if (_definitions > MaximumDefinitions)
        {
            throw new TextRefusedException(DiagnosticCatalog.ParagraphTooLong(context.FirstLine(block)));
        }
    }

    private static bool IsSeparator(ReadOnlySpan<char> line) => line.Contains('-') && !line.ContainsAnyExcept("|-: \t");
}
