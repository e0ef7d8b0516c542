using System.Globalization;
using Playbooks.Compiling;
using Playbooks.Diagnostics;
using Playbooks.Model;

namespace Playbooks.Tests.Compiling;

public sealed class FrontMatterTests
{
    [Theory]
    [InlineData("---\nid: a\n---\ntext", "id: a\n", "text")]
    [InlineData("---\r\nid: a\r\n---\r\ntext", "id: a\r\n", "text")]
    [InlineData("--- \t\nid: a\n---\t\n", "id: a\n", "")]
    [InlineData("---\n---\ntext", "", "text")]
    [InlineData("---\na: |\n  ---- \n---", "a: |\n  ---- \n", "")]
    public void Front_matter_lies_between_two_fences(string text, string yaml, string body)
    {
        var split = FrontMatter.Split(Source(text))!.Value;
        Assert.Equal(yaml, text.Substring(split.YamlStart, split.YamlLength));
        Assert.Equal(body, text[split.BodyOffset..]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("text\n---\n")]
    [InlineData("\n---\nid: a\n---\n")]
    [InlineData("----\nid: a\n----\n")]
    [InlineData(" ---\nid: a\n---\n")]
    public void Other_files_have_none(string text) => Assert.Null(FrontMatter.Split(Source(text)));

    [Fact]
    public void Missing_second_fence_is_reported_at_the_first()
    {
        var diagnostics = new DiagnosticBag();
        Assert.Null(FrontMatter.Split(Source("---\nid: a\n"), diagnostics));
        var problem = Assert.Single(diagnostics.Sorted());
        Assert.Equal(("PB0409", 1, 1), (problem.Code, problem.Span.Line, problem.Span.Column));
    }

    [Fact]
    public void Thai_culture_finds_the_same_fences()
    {
        // Under th-TH "a\n---".IndexOf("\n---") is 0 unless the search is ordinal.
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("th-TH");
            Assert.Equal((4, 6, 14), FrontMatter.Split(Source("---\nid: a\n---\ntext")));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static SourceText Source(string text) => new(new InputPath("areas/a/b.md"), text);
}
