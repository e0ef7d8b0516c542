using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Playbooks.Tests.Sites;

/// <summary>How long and how hard a text is to read, as a reader of the built page meets it.</summary>
/// <remarks>
/// Sentences are those of paragraphs and list items; headings and cells of tables are none. The grade is that of Kincaid,
/// Fishburne, Rogers and Chissom (1975): 0.39 × words per sentence + 11.8 × syllables per word − 15.59. Syllables are
/// counted by groups of vowels with the usual silent endings, which is off by a few percent for single words and not for
/// a chapter.
/// </remarks>
internal sealed partial class Readability
{
    private static readonly string[] Prose = ["P", "LI"];

    private Readability(int words, string[] paragraphs)
    {
        WordCount = words;
        Paragraphs = paragraphs;
        var sentences = paragraphs.SelectMany(paragraph => Sentences().Split(paragraph)).Select(sentence => Words().Matches(sentence)).Where(each => each.Count > 0).ToArray();
        var count = sentences.Sum(sentence => sentence.Count);
        MeanSentenceLength = (double)count / Math.Max(1, sentences.Length);
        var syllables = sentences.SelectMany(sentence => sentence).Sum(word => Syllables(word.Value));
        Grade = (0.39 * MeanSentenceLength) + (11.8 * syllables / Math.Max(1, count)) - 15.59;
    }

    /// <summary>Words of the whole text, with headings and tables.</summary>
    public int WordCount { get; }

    /// <summary>Paragraphs and list items, without the lists inside them.</summary>
    public IReadOnlyList<string> Paragraphs { get; }

    /// <summary>Words per sentence.</summary>
    public double MeanSentenceLength { get; }

    /// <summary>School grade in the United States at which the text can be read.</summary>
    public double Grade { get; }

    /// <summary>Measures an element of a page.</summary>
    public static Readability Of(IElement text)
    {
        var copy = (IElement)text.Clone(deep: true);
        foreach (var mark in copy.QuerySelectorAll(".anchor, .citation, svg").ToArray())
        {
            mark.Remove();
        }

        var blocks = copy.QuerySelectorAll("p, li").Where(block => Prose.Contains(block.TagName)).Select(OwnText).Where(paragraph => paragraph.Length > 0);
        return new Readability(Words().Count(copy.TextContent), [.. blocks]);
    }

    /// <summary>Number of words.</summary>
    public static int CountWords(string text) => Words().Count(text);

    private static string OwnText(IElement block) =>
        Spaces().Replace(string.Concat(block.ChildNodes.Where(child => child is not IElement { TagName: "P" or "UL" or "OL" or "TABLE" or "DIV" }).Select(child => child.TextContent)), " ").Trim();

    private static int Syllables(string word)
    {
        var letters = word.ToUpperInvariant();
        var count = Vowels().Count(letters);
        var hasSilentEnd = letters.EndsWith('E') && !letters.EndsWith("LE", StringComparison.Ordinal) && !letters.EndsWith("EE", StringComparison.Ordinal);
        var hasSilentEnding = SilentEnding().IsMatch(letters) && !SpokenEnding().IsMatch(letters);
        return Math.Max(1, count - (count > 1 && (hasSilentEnd || hasSilentEnding) ? 1 : 0));
    }

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}'’\-]*")]
    private static partial Regex Words();

    [GeneratedRegex(@"(?<=[.!?][”""’)]*)\s+")]
    private static partial Regex Sentences();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("[AEIOUY]+")]
    private static partial Regex Vowels();

    [GeneratedRegex("E[SD]$")]
    private static partial Regex SilentEnding();

    // In "boxes", "pages" and "needed" the ending is spoken.
    [GeneratedRegex("([SXZCG]|[CS]H)ES$|[TD]ED$")]
    private static partial Regex SpokenEnding();
}
