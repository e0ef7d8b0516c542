using System.Collections.Concurrent;
using System.Text;

namespace Playbooks.Drawing;

/// <summary>A face for drawing: one font for most letters and others for those it lacks.</summary>
/// <param name="fonts">The first that has a letter draws it.</param>
/// <param name="spacing">Added to each letter's width, as a part of the size.</param>
internal sealed class Typeface(ImmutableArray<FontFile> fonts, float spacing = 0)
{
    // Letters stand at quarters of a pixel, so that the gaps between small ones look even.
    private const int Places = 4;

    private readonly ConcurrentDictionary<(int Font, int Glyph, int Size, int Place), Coverage> _drawn = new();

    /// <summary>
    /// A text as glyphs. Signs the fonts lack are left out; null when they lack a letter or a digit, because half a word is
    /// worse than none.
    /// </summary>
    public Line? Read(string text)
    {
        var glyphs = new List<Glyph>();
        foreach (var rune in Composed(text).EnumerateRunes())
        {
            var known = Known(rune);
            if (Find(known) is { } found)
            {
                glyphs.Add(new Glyph(found.Font, found.Number, (fonts[found.Font].WidthOf(found.Number) / (float)fonts[found.Font].UnitsPerEm) + spacing, known.Value == ' '));
            }
            else if (Rune.IsLetterOrDigit(rune))
            {
                return null;
            }
        }

        for (var at = 0; at + 1 < glyphs.Count; at++)
        {
            var (glyph, next) = (glyphs[at], glyphs[at + 1]);
            if (glyph.Font == next.Font)
            {
                var font = fonts[glyph.Font];
                glyphs[at] = glyph with { Width = glyph.Width + (font.Kerning(glyph.Number, next.Number) / (float)font.UnitsPerEm) };
            }
        }

        return new Line([.. glyphs]);
    }

    /// <summary>What a glyph covers, with its origin at the left of the line of writing.</summary>
    /// <param name="glyph">The glyph.</param>
    /// <param name="size">In pixels.</param>
    /// <param name="x">Where the glyph stands; what is drawn lies as far right of a whole pixel as this does.</param>
    public Coverage Draw(Glyph glyph, int size, float x)
    {
        var place = (int)((x - MathF.Floor(x)) * Places);
        return _drawn.GetOrAdd((glyph.Font, glyph.Number, size, place), key =>
            Coverage.Of(fonts[key.Font].ShapeOf(key.Glyph, key.Size, (float)key.Place / Places, 0)));
    }

    /// <summary>The shape of a letter; null when no font has it.</summary>
    public Outline? ShapeOf(Rune letter, float size, float x, float y) =>
        Find(letter) is { } found ? fonts[found.Font].ShapeOf(found.Number, size, x, y) : null;

    private (int Font, int Number)? Find(Rune rune)
    {
        for (var font = 0; font < fonts.Length; font++)
        {
            if (fonts[font].GlyphOf(rune) is > 0 and var number)
            {
                return (font, number);
            }
        }

        return null;
    }

    /// <summary>Letters with their accents as one sign each, which is how fonts have them; a text with half a pair stays as it is.</summary>
    private static string Composed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    /// <summary>White space of every kind is a space, and the hyphens that keep words together are hyphens.</summary>
    private static Rune Known(Rune rune) => Rune.IsWhiteSpace(rune) ? new Rune(' ') : rune.Value is 0x2010 or 0x2011 ? new Rune('-') : rune;
}

/// <summary>One letter of a line.</summary>
/// <param name="Font">Number of the font in its face.</param>
/// <param name="Number">Number in the font.</param>
/// <param name="Width">How far the next letter stands, as a part of the size.</param>
/// <param name="IsSpace">Whether a line may be broken here.</param>
internal readonly record struct Glyph(int Font, int Number, float Width, bool IsSpace);

/// <summary>Letters beside each other.</summary>
/// <param name="Glyphs">In their order.</param>
internal readonly record struct Line(ImmutableArray<Glyph> Glyphs)
{
    /// <summary>As a part of the size.</summary>
    public float Width { get; } = Glyphs.Sum(glyph => glyph.Width);
}
