using System.Text.Json;
using System.Text.RegularExpressions;

namespace Playbooks.Tests;

/// <summary>What the build makes of the theme's sources (<c>theme/build.mjs</c>), before the generator takes it up.</summary>
public sealed partial class ThemeAssetsTests
{
    private static readonly string Dist = RepositoryFolder.PathOf("theme", "dist");

    [Fact]
    public void Fonts_wanted_before_the_first_paint_weigh_at_most_60_kB()
    {
        var sizeInBytes = new[] { "text.woff2", "heading.woff2" }.Sum(name => new FileInfo(Path.Combine(Dist, "fonts", name)).Length);
        Assert.InRange(sizeInBytes, 1, 60_000);
    }

    [Fact]
    public void Every_url_in_the_style_sheet_is_a_file_beside_it()
    {
        var urls = Url().Matches(File.ReadAllText(Path.Combine(Dist, "site.css"))).Select(match => match.Groups["url"].Value).ToList();
        Assert.NotEmpty(urls);
        Assert.All(urls, url => Assert.True(File.Exists(Path.Combine(Dist, url)), $"site.css names {url}, which the build did not make"));
    }

    [Theory]
    [InlineData("site.css")]
    [InlineData("book.css")]
    [InlineData("site.js")]
    [InlineData("scheme.js")]
    public void Assets_do_not_know_where_they_were_built(string name) =>
        Assert.DoesNotContain(RepositoryFolder.Root.TrimEnd('/', '\\'), File.ReadAllText(Path.Combine(Dist, name)), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Package_lock_names_no_registry()
    {
        using var file = File.OpenRead(RepositoryFolder.PathOf("theme", "package-lock.json"));
        using var lockFile = JsonDocument.Parse(file);
        Assert.All(
            lockFile.RootElement.GetProperty("packages").EnumerateObject(),
            package => Assert.False(package.Value.TryGetProperty("resolved", out _), $"{package.Name} names a registry; theme/.npmrc should have kept it out"));
    }

    [GeneratedRegex("""url\(["']?(?<url>[^"')]+)["']?\)""")]
    private static partial Regex Url();
}
