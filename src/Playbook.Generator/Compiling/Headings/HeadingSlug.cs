using System.Text;

namespace Playbooks.Compiling;

/// <summary>Makes an anchor of a heading's words.</summary>
internal static class HeadingSlug
{
    private const string Fallback = "section";
    private const int MaximumLength = 80;

    /// <summary>
    /// Lower-case letters and digits with single hyphens between. Latin letters lose their accents; letters of other scripts
    /// stay, with their marks, since without them many words are no words. <c>section</c> when nothing is left.
    /// </summary>
    public static string Of(SlottedText title)
    {
        var slug = new StringBuilder(MaximumLength);
        foreach (var part in title.Parts)
        {
            // A slot separates words; its value differs between editions and stays out.
            Append(slug, part.Literal ?? " ");
        }

        var end = slug.Length > 0 && slug[^1] == '-' ? slug.Length - 1 : slug.Length;
        return end == 0 ? Fallback : slug.ToString(0, end).Normalize(NormalizationForm.FormC);
    }

    private static void Append(StringBuilder slug, string text)
    {
        var isFolded = false;
        foreach (var rune in Folded(text).EnumerateRunes())
        {
            if (slug.Length >= MaximumLength)
            {
                return;
            }

            if (rune.IsAscii && char.IsAsciiLetterOrDigit((char)rune.Value))
            {
                slug.Append(char.ToLowerInvariant((char)rune.Value));
                isFolded = true;
            }
            else if (IsMark(rune))
            {
                if (!isFolded && slug.Length > 0 && slug[^1] != '-')
                {
                    slug.Append(rune.ToString());
                }
            }
            else if (Rune.IsLetterOrDigit(rune))
            {
                slug.Append(Rune.ToLowerInvariant(rune).ToString());
                isFolded = false;
            }
            else if (slug.Length > 0 && slug[^1] != '-' && rune.Value is not ('\'' or '\u2019'))
            {
                slug.Append('-');
            }
        }
    }

    /// <summary>
    /// Letters and marks apart. Half a surrogate pair, which no file can hold but a text in memory can, becomes U+FFFD:
    /// normalizing throws on it.
    /// </summary>
    private static string Folded(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append(rune.ToString());
        }

        return whole.ToString().Normalize(NormalizationForm.FormKD);
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
