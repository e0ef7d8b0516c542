using Playbooks.Drawing;
using Playbooks.Rendering;

namespace Playbooks.Tests.Drawing;

public sealed class TypefaceTests
{
    private static readonly Typeface Title = CardFaces.Load(RepositoryFolder.PathOf("theme", "dist"))!.Title;

    [Fact]
    public void Every_letter_of_Latin_alphabets_has_a_shape()
    {
        foreach (var letter in "ABCXYZabcxyz0123456789äéñøßÅŁőşŽž&?!“”…–")
        {
            var glyph = Assert.Single(Title.Read(letter.ToString())!.Value.Glyphs);
            Assert.Contains(Title.Draw(glyph, 64, 0).Parts, part => part == 255);
        }
    }

    [Theory]
    [InlineData("AV")]
    [InlineData("To")]
    public void Pairs_move_together(string pair) =>
        Assert.True(Title.Read(pair)!.Value.Width < pair.Sum(letter => Title.Read(letter.ToString())!.Value.Width) - 0.02f);

    [Fact]
    public void Letters_no_font_has_leave_no_line_and_signs_are_left_out()
    {
        Assert.Null(Title.Read("Abc мир"));
        Assert.Equal(3, Title.Read("a🎉b c")!.Value.Glyphs.Count(glyph => !glyph.IsSpace));
    }

    [Fact]
    public void Lines_fit_their_box_whatever_the_text()
    {
        var ellipsis = Title.Read("…")!.Value;
        foreach (var text in new[] { "One", "Some words to be broken into several lines", new string('m', 400), string.Join(' ', Enumerable.Repeat("word", 200)), "a  b   c" })
        {
            var (lines, size) = LineBreaking.Fit(Title.Read(text)!.Value, ellipsis, [(60, 2), (40, 3)], 500);

            Assert.InRange(lines.Length, 1, size == 60 ? 2 : 3);
            Assert.All(lines, line => Assert.InRange(line.Width * size, 1, 500.5f));
        }
    }
}
