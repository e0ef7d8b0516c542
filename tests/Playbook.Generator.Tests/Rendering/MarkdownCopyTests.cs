using System.Text;
using Playbooks.Rendering;

namespace Playbooks.Tests.Rendering;

public sealed class MarkdownCopyTests
{
    [Theory]
    [InlineData("<h2>Title <a class=\"anchor\" href=\"#t\">#</a></h2><p>One\n two.</p>", "## Title\n\nOne two.\n")]
    [InlineData("<p>A <strong>b</strong> <em>c</em> <code>d</code> <a href=\"../e/\">f</a>.</p>", "A **b** *c* `d` [f](../e/).\n")]
    [InlineData("<p>1 * 2 &lt; 3_4 [5] &amp; é</p>", "1 \\* 2 \\< 3\\_4 \\[5\\] & é\n")]
    [InlineData("<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul><p>d</p>", "- a\n- b\n  - c\n\nd\n")]
    [InlineData("<ol><li><p>a</p><p>b</p></li><li>c</li></ol>", "1. a\n\n   b\n2. c\n")]
    [InlineData("<aside class=\"callout\"><p>Tip</p><ul><li>a</li></ul></aside><p>b</p>", "> Tip\n>\n> - a\n\nb\n")]
    [InlineData("<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td></td></tr></tbody></table>", "| A | B |\n| --- | --- |\n| 1 |   |\n")]
    [InlineData("<pre><code>a\n  b\n</code></pre>", "```\na\n  b\n\n```\n")]
    [InlineData("<dl><dt>Time</dt><dd>45 minutes</dd></dl>", "**Time**\n\n45 minutes\n")]
    [InlineData("<ul><li><label><input type=\"checkbox\"> <span>Do it</span></label></li></ul>", "- [ ] Do it\n")]
    [InlineData("<nav><p>a</p></nav><button>b</button><p hidden>c</p><svg><use href=\"#x\"/></svg><p>d</p>", "d\n")]
    [InlineData("<p>a<br>b</p><hr><p>c</p>", "a\nb\n\n---\n\nc\n")]
    public void Element_becomes_the_markdown_that_says_the_same(string html, string markdown) =>
        Assert.Equal(markdown, MarkdownCopy.Of(Encoding.UTF8.GetBytes($"<body><nav>menu</nav><main>{html}</main></body>")).Replace("  \n", "\n", StringComparison.Ordinal));

    [Fact]
    public void Every_page_that_says_something_of_its_own_has_a_copy_that_its_head_and_the_list_for_programs_name()
    {
        using var site = TinySite.Of("""
            -- organizations/alpha/organization.yml --
            name: Alpha
            site: {base_url: "https://example.org/"}
            """).Built("alpha");
        var published = site.Published("alpha").Keys;
        var pages = published.Where(path => path.EndsWith("index.html", StringComparison.Ordinal) && path != "print/index.html").Select(path => path[..^"html".Length]).ToArray();

        Assert.Equal(pages.Select(page => page + "md"), published.Where(path => path.EndsWith(".md", StringComparison.Ordinal)));
        Assert.Contains("<link rel=\"alternate\" type=\"text/markdown\" href=\"../../people/one/index.md\">", site.Read("alpha/people/one/index.html"), StringComparison.Ordinal);
        Assert.Equal("# One\n\n- 1 minute\n\n## First\n\nSome words.\n", site.Read("alpha/people/one/index.md"));
        Assert.Contains("## People\n\n- [People](https://example.org/people/index.md)", site.Read("alpha/llms.txt"), StringComparison.Ordinal);
    }
}
