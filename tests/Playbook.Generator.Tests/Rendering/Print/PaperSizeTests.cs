namespace Playbooks.Tests.Rendering.Print;

public sealed class PaperSizeTests
{
    private const string World = """
        -- organizations/alpha/organization.yml --
        name: Alpha
        locale: {0}
        """;

    [Theory]
    [InlineData("fr", true)]
    [InlineData("en-GB", true)]
    [InlineData("en-US", false)] // Browsers print on letter by themselves.
    public void Edition_is_printed_on_the_paper_of_its_language(string locale, bool isA4)
    {
        using var site = TinySite.Of(World.Replace("{0}", locale, StringComparison.Ordinal)).Built("alpha");
        var sheets = site.Published("alpha").Where(file => file.Key.StartsWith("assets/organization.", StringComparison.Ordinal)).ToArray();

        Assert.Equal(isA4, sheets.Any(sheet => System.Text.Encoding.UTF8.GetString(sheet.Value).Contains("@page{size:A4}", StringComparison.Ordinal)));
        Assert.All(sheets, sheet => Assert.Contains(sheet.Key, site.Read("alpha/print/index.html"), StringComparison.Ordinal));
    }

    [Fact]
    public void Paper_that_nobody_makes_is_an_error()
    {
        using var site = TinySite.Of("-- locales/en.yml --\nformat.paper: \"A4} body {display: none\"\n");

        var problem = Assert.Single(site.Build().Diagnostics);

        Assert.Equal(("PB0207", "locales/en.yml", 1), (problem.Code, problem.Span.Source.Path.Value, problem.Span.Line));
        Assert.Contains("letter", problem.Message, StringComparison.Ordinal);
    }
}
