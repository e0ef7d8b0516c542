using System.Text;
using CsCheck;
using Playbooks.Rendering;

namespace Playbooks.Tests.Rendering;

/// <summary>Text that comes in pieces is the same bytes as text that comes at once.</summary>
public sealed class Utf8BufferTests
{
    private static readonly string[] Pieces = ["a", "é", "\u4E2D", "\U0001F600", "<p>", new string('x', 40_000)];

    private static readonly Gen<string> Texts = Gen.Int[0, Pieces.Length - 1].Array[0, 12].Select(numbers => string.Concat(numbers.Select(number => Pieces[number])));

    [Fact]
    public void Text_in_pieces_is_what_it_is_as_a_whole() => Gen.Select(Texts, Gen.Int[1, 9]).Sample((text, step) =>
    {
        using var whole = Utf8Buffer.Rent();
        using var letters = Utf8Buffer.Rent();
        using var bytes = Utf8Buffer.Rent();
        whole.Write(text);
        foreach (var letter in text)
        {
            letters.Write(letter);
        }

        foreach (var piece in Encoding.UTF8.GetBytes(text).Chunk(step * 1000))
        {
            piece.CopyTo(bytes.GetSpan(piece.Length));
            bytes.Advance(piece.Length);
        }

        Assert.Equal(Encoding.UTF8.GetBytes(text), whole.Written);
        Assert.Equal(Encoding.UTF8.GetBytes(text), letters.Written);
        Assert.Equal(Encoding.UTF8.GetBytes(text), bytes.Written);
    });

    [Fact]
    public void Memory_that_is_used_again_holds_nothing_of_before()
    {
        for (var round = 0; round < 3; round++)
        {
            using var buffer = Utf8Buffer.Rent();
            buffer.Write('a');
            Assert.Equal("a"u8, buffer.Written);
            // Half a letter whose other half never comes.
            buffer.Write('\uD83D');
        }
    }
}
