namespace Playbooks.Tests.Verifying;

public sealed class LinkTests : VerifierFixture
{
    [Fact]
    public void Sound_site_has_no_findings()
    {
        Put("index.html", "<!doctype html><html><head><link rel=canonical href=https://example.org/><link rel=stylesheet href=assets/a.css>"
            + "<script type=application/ld+json>{\"a\":\"<a href=x>\"}</script></head>"
            + "<body id=page><a href=people/>People</a> <a href=\"people/#first\">first</a> <a href=#page>up</a> <a href=#top>top</a>"
            + "<a href='people/index.html?x=1#first'>first</a> <a href=mailto:a@example.org>mail</a> <a href=https://example.org>out</a>"
            + "<img src=\"media/a%20b.png\" srcset=\"media/a%20b.png 1x, assets/icons.svg 2x\"><svg><use href=\"assets/icons.svg#home\"/></svg>"
            + "<!-- <a href=nowhere> --></body></html>");
        Put("people/index.html", "<h1 id=first>People</h1><a href=..>home</a><a href=../>home</a><a href=./>self</a><a href=\"\">self</a><a href=../people>self</a>");
        Put("404.html", "<a href=/>home</a><a href=/people/#first>people</a>");
        Put("assets/a.css", "");
        Put("assets/icons.svg", "<svg><symbol id=\"home\"/></svg>");
        Put("media/a b.png", "\0");

        Assert.Empty(Verify());
    }

    [Theory]
    [InlineData("<a href=\"nowhere/\">x</a>", 10, "nowhere/")]
    [InlineData("<a href=People/>x</a>", 9, "People/")]
    [InlineData("<a href=../>x</a>", 9, "../")]
    [InlineData("<a href=people/../../people/>x</a>", 9, "people/../../people/")]
    [InlineData("<a href=/nowhere>x</a>", 9, "/nowhere")]
    [InlineData("<img src='missing.png'>", 11, "missing.png")]
    [InlineData("<img srcset=\"people/index.html 1x, missing.png 2x\">", 36, "missing.png")]
    [InlineData("<link rel=canonical href=missing/>", 26, "missing/")]
    [InlineData("<script src=assets/missing.js></script>", 13, "assets/missing.js")]
    [InlineData("<form action=missing/></form>", 14, "missing/")]
    [InlineData("<meta http-equiv=refresh content=\"0; url=missing/\">", 42, "missing/")]
    [InlineData("<A HREF=missing/>x</A>", 9, "missing/")]
    [InlineData("<a href=people/%2e%2e/missing/>x</a>", 9, "people/%2e%2e/missing/")]
    public void Link_to_no_file_is_found_at_its_place(string html, int column, string link)
    {
        Put("index.html", $"<!doctype html>\n{html}");
        Put("people/index.html", "");

        Assert.Equal([$"PB0701 common/index.html:2:{column} the link `{link}` leads to no file of this site"], Verify());
    }

    [Fact]
    public void Absolute_address_begins_with_the_root_of_the_site()
    {
        Put("manifest.json", "{\"generator\":\"playbook\",\"format\":1,\"edition\":\"common\",\"root\":\"/handbook/\",\"files\":[]}");
        Put("404.html", "<a href=/handbook/>home</a><a href=/handbook/404.html>x</a>");
        Put("index.html", "<a href=/404.html>x</a>");

        Assert.Equal(["PB0701 common/index.html:1:9 the link `/404.html` leads to no file of this site"], Verify());
    }

    [Theory]
    [InlineData("#nowhere", "index.html#nowhere")]
    [InlineData("people/#nowhere", "people/index.html#nowhere")]
    [InlineData("people/#First", "people/index.html#First")]
    [InlineData("assets/icons.svg#nowhere", "assets/icons.svg#nowhere")]
    public void Link_to_no_place_of_a_page_is_found(string link, string target)
    {
        Put("index.html", $"<!doctype html>\n<a href=\"{link}\">x</a>");
        Put("people/index.html", "<h1 id=first>x</h1>");
        Put("assets/icons.svg", "<svg><symbol id=\"home\"/></svg>");

        Assert.Equal([$"PB0702 common/index.html:2:10 the link `{link}` leads to no place of its page: there is no `{target}`"], Verify());
    }

    [Fact]
    public void Equal_lines_on_pages_of_different_folders_are_told_apart()
    {
        const string lines = "<p>a</p>\n<a href=x/>x</a>\n<p>b</p>\n<a href=../../top/>x</a>\n<a href=../up/>x</a>\n<p>c</p>\n";
        Put("top/index.html", "");
        Put("a/x/index.html", "");
        Put("a/index.html", lines.Replace("../../", "../", StringComparison.Ordinal).Replace("../up/", "", StringComparison.Ordinal));
        Put("a/b/index.html", lines.Replace("href=x/", "href=../x/", StringComparison.Ordinal));
        Put("a/up/index.html", "");
        Put("b/c/index.html", lines);
        Put("b/c/d/index.html", lines);

        Assert.Equal(
            [
                "PB0701 common/b/c/d/index.html:2:9 the link `x/` leads to no file of this site",
                "PB0701 common/b/c/d/index.html:4:9 the link `../../top/` leads to no file of this site",
                "PB0701 common/b/c/d/index.html:5:9 the link `../up/` leads to no file of this site",
                "PB0701 common/b/c/index.html:2:9 the link `x/` leads to no file of this site",
                "PB0701 common/b/c/index.html:5:9 the link `../up/` leads to no file of this site",
            ],
            Verify());
    }

    [Fact]
    public void Anchor_in_percent_codes_is_the_anchor()
    {
        Put("index.html", "<h1 id=\"über-uns\">x</h1><a href=\"#%C3%BCber-uns\">x</a><a href=\"#über-uns\">x</a>");

        Assert.Empty(Verify());
    }

    [Fact]
    public void Second_use_of_an_id_is_found()
    {
        Put("index.html", "<!doctype html>\n<p id=a></p><p id=b></p>\n<p id=\"a\"></p><p id=a></p>");

        Assert.Equal(["PB0703 common/index.html:3:8 the id `a` is used twice on this page"], Verify());
    }

    [Theory]
    [InlineData("<script src=https://cdn.example/x.js></script>", "https://cdn.example/x.js")]
    [InlineData("<img src=//cdn.example/x.png>", "//cdn.example/x.png")]
    [InlineData("<link href=https://cdn.example/x.css rel=stylesheet>", "https://cdn.example/x.css")]
    [InlineData("<link rel=\"preconnect\" href=https://cdn.example>", "https://cdn.example")]
    [InlineData("<img srcset='https://cdn.example/x.png 2x'>", "https://cdn.example/x.png")]
    [InlineData("<iframe src=https://video.example/></iframe>", "https://video.example/")]
    [InlineData("<form action=https://form.example/></form>", "https://form.example/")]
    public void Load_from_another_site_is_found(string html, string address)
    {
        Put("index.html", html);

        Assert.StartsWith($"PB0704 common/index.html:1:{html.IndexOf(address, StringComparison.Ordinal) + 1} the page loads `{address}`", Assert.Single(Verify()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "script without src")]
    [InlineData("<script type=module>alert(1)</script>", "script without src")]
    [InlineData("<script type=importmap>{}</script>", "script without src")]
    [InlineData("<style>p{}</style>", "<style>")]
    [InlineData("<base href=/>", "<base>")]
    [InlineData("<td style=\"text-align:left\">", "`style` attribute")]
    [InlineData("<img onerror=alert(1)>", "`onerror` attribute")]
    [InlineData("<p ONCLICK=\"x()\">", "`ONCLICK` attribute")]
    [InlineData("<a href=\"javascript:alert(1)\">", "`javascript:` address")]
    [InlineData("<a href=\" java&#115;cript:alert(1)\">", "`javascript:` address")]
    [InlineData("<img src=data:image/png;base64,AAAA>", "`data:` address")]
    public void Code_that_the_policy_forbids_is_found(string html, string code)
    {
        Put("index.html", html);

        Assert.Contains($"the page holds code that its content security policy forbids: {code}", Assert.Single(Verify()), StringComparison.Ordinal);
    }

    [Fact]
    public void One_cause_on_many_pages_is_told_once()
    {
        Put("a/index.html", "<a href=../nowhere/>x</a>");
        Put("b/index.html", "<a href=../nowhere/>x</a>");
        Put("c/index.html", "<p style=x><p style=y>");
        Put("d/index.html", "<p style=x>");

        Assert.Equal(
            [
                "PB0701 common/a/index.html:1:9 the link `../nowhere/` leads to no file of this site (one more file has it too)",
                "PB0705 common/c/index.html:1:4 the page holds code that its content security policy forbids: `style` attribute (one more file has it too)",
            ],
            Verify());
    }

    [Theory]
    [InlineData("")]
    [InlineData("<")]
    [InlineData("<a")]
    [InlineData("<a href")]
    [InlineData("<a href=")]
    [InlineData("<a href=\"x")]
    [InlineData("<!--")]
    [InlineData("<!")]
    [InlineData("</")]
    [InlineData("<script src=index.html>")]
    [InlineData("<script src=index.html></scrip")]
    [InlineData("a < b <c/ =x / > & &#; &#x110000; % %z \\")]
    public void Page_that_breaks_off_is_read_to_its_end(string html)
    {
        Put("index.html", html);

        Assert.True(Verify(IsolationRules([], [])).Length <= 1);
    }

    private static Playbooks.Verifying.IsolationRules IsolationRules(string[] words, string[] common) =>
        Playbooks.Verifying.IsolationRules.Create([Organization("harbour", ("organization.yml", string.Join(' ', words)))], common);
}
