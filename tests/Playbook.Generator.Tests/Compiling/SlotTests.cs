using Playbooks.Model;

namespace Playbooks.Tests.Compiling;

public sealed class SlotTests
{
    [Theory]
    [InlineData("{{ term.staff }}", "⟦term.staff⟧")]
    [InlineData("{{term.staff.many.own}}", "⟦term.staff.many.own⟧")]
    [InlineData("{{  date.programme-start  }}", "⟦date.programme-start⟧")]
    [InlineData("{{ org.short_name }}'s", "⟦org.short_name⟧'s")]
    [InlineData("**{{ a.b }}**", "<strong>⟦a.b⟧</strong>")]
    [InlineData("x_{{ a.b_c }}_x", "x_⟦a.b_c⟧_x")]
    [InlineData("{{ a.b }}{{ c.d }}", "⟦a.b⟧⟦c.d⟧")]
    [InlineData("{ {{ a.b }} }", "{ ⟦a.b⟧ }")]
    public void Slot_in_a_paragraph_is_put_in_where_it_stands(string text, string expected) =>
        Assert.Equal($"<p>{expected}</p>\n", CompiledText.HtmlOf(text));

    [Theory]
    [InlineData("`{{ a.b }}`", "<p><code>{{ a.b }}</code></p>\n")]
    [InlineData("```\n{{ a.b }}\n```", "<pre tabindex=\"0\"><code>{{ a.b }}\n</code></pre>\n")]
    [InlineData("    {{ a.b }}", "<pre tabindex=\"0\"><code>{{ a.b }}\n</code></pre>\n")]
    [InlineData(@"\{{ a.b }}", "<p>{{ a.b }}</p>\n")]
    public void Braces_in_code_or_after_a_backslash_are_text(string text, string expected) =>
        Assert.Equal(expected, CompiledText.HtmlOf(text));

    [Fact]
    public void Slot_works_in_headings_lists_cells_link_texts_and_image_descriptions()
    {
        var html = CompiledText.HtmlOf("""
            ## Ask {{ role.sponsor }}

            - {{ a.b }}

            | {{ c.d }} |
            |---|
            | [{{ e.f }}](xref:x/y) |

            ![A {{ g.h }}](x.png)
            """);
        Assert.Contains("<h2 id=\"ask\">Ask ⟦role.sponsor⟧ <a", html, StringComparison.Ordinal);
        Assert.Contains("<li>⟦a.b⟧</li>", html, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"⟦c.d⟧\"", html, StringComparison.Ordinal);
        Assert.Contains("⟦a x/y⟧⟦e.f⟧⟦/a⟧", html, StringComparison.Ordinal);
        Assert.Contains("alt=\"A ⟦g.h⟧\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Capital_group_asks_for_a_capital_letter()
    {
        var slot = Assert.Single(CompiledText.Of("{{ Term.staff.many }}").Slots.OfType<FragmentSlot.Value>()).Expression;
        Assert.Equal(("term", "staff", true), (slot.Group, slot.Key, slot.IsCapitalized));
        Assert.Equal(["many"], slot.Forms);
    }

    [Fact]
    public void Slot_knows_its_place_in_the_whole_file()
    {
        var compiled = CompiledText.Of("---\ntitle: x\n---\n\n> - a {{ term.staff }} b\n>   and {{ x.y }}\n");
        Assert.Equal(["5:7+16", "6:9+9"], compiled.Slots.OfType<FragmentSlot.Value>().Select(slot => $"{slot.Expression.Span.Line}:{slot.Expression.Span.Column}+{slot.Expression.Span.Length}"));
    }

    [Theory]
    [InlineData("a {{ term.staff", "PB0320 1:3+2")]
    [InlineData("{{ term.\nstaff }}", "PB0320 1:1+2")]
    [InlineData("{{ }}", "PB0320 1:1+5")]
    [InlineData("{{ staff }}", "PB0320 1:1+11")]
    [InlineData("{{ term.Staff }}", "PB0320 1:1+16")]
    [InlineData("{{ TERM.staff }}", "PB0320 1:1+16")]
    [InlineData("{{ term..many }}", "PB0320 1:1+16")]
    [InlineData("{{ term.staff | upper }}", "PB0320 1:1+24")]
    [InlineData("{{ a.b.c.d.e.f }}", "PB0320 1:1+17")]
    public void Slot_that_cannot_be_read_is_named_with_its_place(string text, string problem) =>
        Assert.Equal([problem], CompiledText.Of(text).Problems);
}
