using System.Diagnostics;
using System.Text;
using Playbooks.Verifying;

namespace Playbooks.Tests.Verifying;

/// <summary>The verifier reads what it is given to the end, whatever it is.</summary>
public sealed class HostileBytesTests : VerifierFixture
{
    private static readonly IsolationRules Rules =
        IsolationRules.Create([Organization("harbour", ("a.md", "Harbour Trust decides alone about money"))], ["about {{ org.name }} alone"]);

    [Fact]
    public void Mutated_pages_are_read_without_a_failure()
    {
        const string page = "<!doctype html><html lang=en><p id=\"a\">Har<b>bour</b> &amp; &#104;i &eacute; %C3%A9 \\u0041 \u00e9 \u6771</p><!-- x -->"
            + "<a href='b/#c?d'>x</a><img srcset=\"a 1x, b 2x\"><script type=\"application/json\">{\"a\":\"\\ud83d\\ude00\"}</script></html>";
        var random = new Random(20261124);
        var original = Encoding.UTF8.GetBytes(page);
        for (var round = 0; round < 300; round++)
        {
            var bytes = original.ToArray();
            for (var change = random.Next(1, 12); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(1, 256);
            }

            var length = random.Next(bytes.Length);
            foreach (var name in new[] { "index.html", "data.json", "text.txt", "plan.ics", "search/t.json" })
            {
                Directory.CreateDirectory(Path.Join(Folder, "search"));
                File.WriteAllBytes(Path.Join(Folder, name), bytes[..length]);
            }

            Verify(Rules);
            var text = Encoding.UTF8.GetString(bytes);
            IsolationRules.Create([Organization("harbour", ("a.md", text))], [text]);
        }
    }

    [Theory]
    [InlineData("<")]
    [InlineData("<!--")]
    [InlineData("<script>")]
    [InlineData("</script")]
    [InlineData("<a ")]
    [InlineData("<a b=\"")]
    [InlineData("<p id=a>")]
    [InlineData("a<b>")]
    [InlineData("&")]
    [InlineData("&#")]
    [InlineData("%C3")]
    [InlineData("\\u")]
    [InlineData("{{")]
    [InlineData("{{a}} ")]
    [InlineData("](")]
    [InlineData("[@")]
    [InlineData("a: ")]
    [InlineData("- ")]
    [InlineData("*")]
    [InlineData("\u00ad")]
    [InlineData("\u0301")]
    [InlineData("harbour ")]
    [InlineData("../")]
    [InlineData("A")]
    public void Repetition_costs_time_only_by_its_size(string piece)
    {
        // Half a megabyte takes milliseconds when reading is linear and minutes when it is not.
        var text = string.Concat(Enumerable.Repeat(piece, 500_000 / piece.Length));
        Put("index.html", text);
        Put("data.json", text);
        Put("text.txt", text);
        Put("links.html", $"<a href=\"{text}\">x</a>");
        var clock = Stopwatch.StartNew();

        Verify(Rules);
        IsolationRules.Create([Organization("harbour", ("a.md", text))], [text]);

        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 20);
    }
}
