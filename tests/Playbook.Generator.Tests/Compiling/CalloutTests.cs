using System.Text.RegularExpressions;
using Playbooks.Model;

namespace Playbooks.Tests.Compiling;

public sealed partial class CalloutTests
{
    [Fact]
    public void Callout_is_a_note_named_by_its_title() => Assert.Equal(
        """
        <aside class="callout callout-example" role="note" aria-labelledby="ID-1">
        <p class="callout-title" id="ID-1">Ashgrove Transport</p>
        <p>a</p>
        </aside>

        """,
        Html("::: example \"Ashgrove Transport\"\na\n:::\n"));

    [Fact]
    public void Callout_without_a_title_has_the_label_of_its_kind_and_an_icon() => Assert.Contains(
        "<p class=\"callout-title\" id=\"ID-1\"><svg class=\"icon\" aria-hidden=\"true\" width=\"24\" height=\"24\"><use href=\"#_i-lightbulb\"/></svg>Tip</p>",
        Html("::: tip\na\n:::\n"),
        StringComparison.Ordinal);

    [Fact]
    public void Title_is_text_with_slots_and_never_markup() => Assert.Contains(
        ">Ask ⟦role.sponsor⟧ about \"*this*\" &amp; &lt;b&gt;</p>",
        Html("::: example \"Ask {{ role.sponsor }} about \\\"*this*\\\" & <b>\"\na\n:::\n"),
        StringComparison.Ordinal);

    [Fact]
    public void Slot_in_a_title_knows_its_place()
    {
        var slot = Assert.Single(CompiledText.Of("a\n\n::: tip \"Ask {{ role.sponsor }}\"\nb\n:::\n").Slots.OfType<FragmentSlot.Value>());
        Assert.Equal((3, 14, 18), (slot.Expression.Span.Line, slot.Expression.Span.Column, slot.Expression.Span.Length));
    }

    [Fact]
    public void Kind_with_requirements_shows_them_in_a_note() => Assert.Contains(
        "<p class=\"callout-note\"><span class=\"callout-jurisdiction\">US</span> · ⟦callout.reviewed: 2026-11-20⟧ · ⟦@ftc-255⟧⟦@ftc-465⟧</p>\n<p>a</p>",
        Html("::: law \"Gifts\" jurisdiction=us reviewed=2026-11-20 sources=ftc-255,ftc-465\na\n:::\n"),
        StringComparison.Ordinal);

    [Fact]
    public void Sources_know_their_places()
    {
        var compiled = CompiledText.Of("::: law jurisdiction=us reviewed=2026-11-20 sources=ab,c\na\n:::\n");
        Assert.Equal([53, 56], compiled.Slots.OfType<FragmentSlot.Citation>().Select(each => each.Source.Span.Column));
    }

    [Theory]
    [InlineData("::: law\na\n:::\n", "PB0415 1:1+7", "PB0415 1:1+7", "PB0415 1:1+7")]
    [InlineData("::: law jurisdiction=us sources=a reviewed=2026-11-31\na\n:::\n", "PB0412 1:44+10")]
    [InlineData("::: law jurisdiction=us sources=a, reviewed=2026-11-30\na\n:::\n", "PB0412 1:35+1")]
    [InlineData("::: law jurisdiction=us sources=A reviewed=2026-11-30\na\n:::\n", "PB0412 1:33+1")]
    [InlineData("::: law jurisdiction= sources=a reviewed=2026-11-30\na\n:::\n", "PB0412 1:9+13")]
    [InlineData("::: tip jurisdiction=us\na\n:::\n", "PB0416 1:9+12")]
    [InlineData("::: tip reviewed=2026-01-01 reviewed=2026-01-02\na\n:::\n", "PB0412 1:29+9")]
    public void Attributes_are_checked(string text, params string[] problems) =>
        Assert.Equal(problems, CompiledText.Of(text).Problems);

    [Fact]
    public void Kind_for_questions_ends_with_a_line_to_write_on() => Assert.EndsWith(
        "<p>b</p>\n<p class=\"write-line\"></p>\n</aside>\n", Html("::: ask \"Why?\"\nb\n:::\n"), StringComparison.Ordinal);

    [Fact]
    public void Ids_of_callouts_differ_on_a_page_and_between_its_files()
    {
        var common = Ids(CompiledText.Of("::: tip\na\n:::\n\n::: tip\nb\n:::\n"));
        var changed = Ids(CompiledText.Of("::: tip\na\n:::\n", path: "organizations/x/areas/people/managers.md"));
        Assert.Equal(3, common.Concat(changed).Distinct().Count());
    }

    private static string[] Ids(CompiledText text) => [.. CalloutId().Matches(text.Html).Select(match => match.Value).Distinct()];

    private static string Html(string text) => CalloutId().Replace(CompiledText.HtmlOf(text), match => $"ID-{match.Groups[1].Value}");

    [GeneratedRegex("callout-[0-9a-f]{6}-([0-9]+)")]
    private static partial Regex CalloutId();
}
