using Playbooks.Compiling;
using Playbooks.Diagnostics;
using Playbooks.Model;

namespace Playbooks.Tests.Compiling;

public sealed class SlotParserTests
{
    [Theory]
    [InlineData("no slots", "no slots")]
    [InlineData("", "")]
    [InlineData("a {{ term.staff.a }} b", "a |{term.staff.a}| b")]
    [InlineData("{{ a.b }}{{ c.d }}", "{a.b}|{c.d}")]
    [InlineData(@"write \{{ a.b }} so", "write {{ a.b }} so")]
    [InlineData("one { brace } and }}", "one { brace } and }}")]
    public void Text_becomes_literal_pieces_and_slots(string text, string expected)
    {
        var parsed = Parse(text, text, 1, out var diagnostics);
        Assert.Equal(expected, string.Join('|', parsed.Parts.Select(part => part.Literal ?? $"{{{part.Slot}}}")));
        Assert.Equal(text, parsed.Source);
        Assert.False(diagnostics.HasErrors);
    }

    [Theory]
    [InlineData("title: Ask {{ a.b }}", 8, 12)]
    [InlineData("title: \"Ask {{ a.b }}\"", 8, 13)]
    [InlineData("title: 'Ask {{ a.b }}'", 8, 13)]
    public void Slot_of_a_scalar_on_one_line_has_its_own_place(string yaml, int scalarColumn, int slotColumn)
    {
        var slot = Parse(yaml, "Ask {{ a.b }}", scalarColumn, out _).Parts[1].Slot!;
        Assert.Equal((1, slotColumn, 9), (slot.Span.Line, slot.Span.Column, slot.Span.Length));
    }

    [Fact]
    public void Slot_of_a_folded_scalar_has_the_place_of_the_scalar()
    {
        var slot = Parse("title: >\n  Ask\n  {{ a.b }}", "Ask {{ a.b }}", 8, out _).Parts[1].Slot!;
        Assert.Equal((1, 8), (slot.Span.Line, slot.Span.Column));
    }

    [Theory]
    [InlineData("a {{ b")]
    [InlineData("a {{ b }}")]
    public void Malformed_slot_is_reported_and_stays_text(string text)
    {
        var parsed = Parse(text, text, 1, out var diagnostics);
        Assert.True(parsed.IsPlain);
        Assert.Equal(text, string.Concat(parsed.Parts.Select(part => part.Literal)));
        Assert.Equal("PB0320", Assert.Single(diagnostics.Sorted()).Code);
    }

    private static SlottedText Parse(string source, string text, int column, out DiagnosticBag diagnostics)
    {
        diagnostics = new DiagnosticBag();
        var file = new SourceText(new InputPath("playbook.yml"), source);
        return SlotParser.ParseText(text, new SourceSpan(file, 1, column, text.Length), diagnostics);
    }
}
