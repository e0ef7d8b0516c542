using System.Text;
using CsCheck;
using Playbooks.Drawing;

namespace Playbooks.Tests.Drawing;

public sealed class SvgPictureTests
{
    private static readonly Colour White = new(255, 255, 255);

    [Theory]
    [InlineData("<circle cx='8' cy='8' r='6' fill='#f00'/>", true)]
    [InlineData("<path d='M2 8a6 6 0 1 1 12 0a6 6 0 1 1-12 0z' fill='#f00'/>", true)]
    [InlineData("<path d='M2 2h12v12H2z' fill='#f00'/>", true)]
    [InlineData("<path d='M2 8C2 0 14 0 14 8S2 16 2 8' fill='red'/>", null)]
    [InlineData("<path d='M2 8Q8-4 14 8T2 8z' fill='#f00'/>", true)]
    [InlineData("<g transform='translate(8 8) rotate(45)'><rect x='-4' y='-4' width='8' height='8' rx='1' style='fill: #f00'/></g>", true)]
    [InlineData("<path d='M2 2h12v12H2zM4 4h8v8H4z' fill='#f00' fill-rule='evenodd'/>", false)]
    [InlineData("<path d='M2 2h12v12H2zM4 4v8h8V4z' fill='#f00'/>", false)]
    [InlineData("<path d='M2 2h12v12H2zM4 4h8v8H4z' fill='#f00'/>", true)]
    [InlineData("<path d='M2 8h12' stroke='#f00' stroke-width='4'/>", true)]
    [InlineData("<polyline points='2,2 14,2 14,14' fill='none' stroke='#f00' stroke-width='2'/>", false)]
    [InlineData("<ellipse cx='8' cy='8' rx='7' ry='3' fill='#f00'/><title>Words</title>", true)]
    [InlineData("<text>A</text>", null)]
    [InlineData("<use href='#a'/>", null)]
    [InlineData("<style>path{fill:red}</style><path d='M2 2h12v12H2z'/>", null)]
    [InlineData("<image href='a.png'/>", null)]
    [InlineData("<path d='M2 2h12v12H2z' mask='url(#m)'/>", null)]
    public void Plain_shapes_are_drawn_and_anything_else_leaves_no_picture(string shapes, bool? isMiddleRed)
    {
        var picture = Read(shapes);

        Assert.Equal(isMiddleRed is null, picture is null);
        if (picture is not null)
        {
            Assert.Equal(isMiddleRed!.Value ? new Colour(255, 0, 0) : White, picture.Draw(64, 64).On(White, 32, 32));
            Assert.Equal(White, picture.Draw(64, 64).On(White, 1, 62));
        }
    }

    [Theory]
    [InlineData("<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg viewBox='0 0 1 1'>&a;</svg>")]
    [InlineData("<svg viewBox='0 0 1 1'><path d='M0 0h1v1z'/>")]
    public void Entities_and_broken_markup_are_refused(string file) =>
        Assert.Throws<InvalidDataException>(() => SvgPicture.Read(Encoding.UTF8.GetBytes(file)));

    [Fact]
    public void Paths_of_any_letters_and_numbers_are_drawn_left_out_or_told()
    {
        string[] words = ["M", "m", "L", "h", "v", "C", "s", "q", "T", "A", "a", "z", "0", "1", "9.5", "-3", "1e9", "1e-9", ".5", " ", ",", "x"];
        Gen.Int[0, words.Length - 1].Select(at => words[at]).Array[1, 24].Sample(parts =>
        {
            try
            {
                Read($"<path d='M1 1{string.Concat(parts)}' stroke='#f00'/>")?.Draw(32, 32);
            }
            catch (InvalidDataException)
            {
                // What the loader reports.
            }
        });
    }

    private static SvgPicture? Read(string shapes) => SvgPicture.Read(Encoding.UTF8.GetBytes($"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'>{shapes}</svg>"));
}
