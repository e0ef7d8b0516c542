using Playbooks.Checking;
using Playbooks.Drawing;

namespace Playbooks.Rendering;

/// <summary>The colours of cards: those of the style sheet's light scheme (tokens.css; a test compares them).</summary>
internal static class CardColours
{
    public const string Paper = "#fbf8f2";
    public const string Rule = "#ddd5c5";
    public const string Ink = "#1d2124";
    public const string SoftInk = "#55595b";
    public const string Accent = "#17565f";

    // WCAG 2.2, success criterion 1.4.3.
    private const double LeastContrast = 4.5;

    /// <summary>A colour for letters: the given one where it can be read.</summary>
    public static Colour Readable(string colour) => Colour.Parse(Contrast.OnWhite(colour) >= LeastContrast ? colour : Ink);
}
