using System.Buffers.Binary;
using AngleSharp.Html.Parser;

namespace Playbooks.Tests.Rendering;

public sealed class SiteIconsTests
{
    private const string Shapes = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><circle cx=\"4\" cy=\"4\" r=\"3\" fill=\"#7a1f4f\"/></svg>";

    [Fact]
    public void Every_edition_has_an_icon_of_32_and_one_of_180_pixels_and_says_so()
    {
        using var site = World("").Built();

        foreach (var edition in new[] { "common", "alpha" })
        {
            var (icon, touch) = (Icon(site, edition), site.Published(edition)["apple-touch-icon.png"]);
            Assert.Equal([0, 0, 1, 0, 1, 0, 32, 32], icon[..8]);
            Assert.Equal((32, 32), SizeOf(icon.AsSpan(22)));
            Assert.Equal(icon.Length - 22, BinaryPrimitives.ReadInt32LittleEndian(icon.AsSpan(14)));
            Assert.Equal((180, 180), SizeOf(touch));
            var head = new HtmlParser().ParseDocument(site.Read($"{edition}/people/one/index.html")).Head!;
            Assert.Equal("../../favicon.ico", head.QuerySelector("link[rel='icon'][sizes='32x32']")!.GetAttribute("href"));
            Assert.Equal("../../apple-touch-icon.png", head.QuerySelector("link[rel='apple-touch-icon']")!.GetAttribute("href"));
            Assert.NotNull(head.QuerySelector("link[rel='icon'][type='image/svg+xml']"));
        }
    }

    [Fact]
    public void Icon_follows_the_accent_the_name_and_the_logo()
    {
        using var plain = World("").Built();
        using var red = World("brand: {accent: \"#7a1f1f\"}").Built();
        using var blue = World("brand: {accent: \"#1f1f7a\"}").Built();
        using var other = World("brand: {accent: \"#1f1f7a\"}\nshort_name: Zeta").Built();
        using var shapes = World("brand: {accent: \"#1f1f7a\", logo: brand/logo.svg}", Shapes).Built();
        using var words = World("brand: {accent: \"#1f1f7a\", logo: brand/logo.svg}", Shapes.Replace("<circle", "<text>A</text><circle", StringComparison.Ordinal)).Built();

        var icons = new[] { plain, red, blue, other, shapes }.Select(site => Convert.ToHexString(Icon(site, "alpha"))).ToArray();
        Assert.Equal(icons.Length, icons.Distinct().Count());
        Assert.Equal(Icon(plain, "common"), Icon(plain, "alpha"));
        // A logo that cannot be drawn small: the letter stands for it.
        Assert.Equal(Icon(blue, "alpha"), Icon(words, "alpha"));
    }

    [Fact]
    public void Logo_of_pixels_is_scaled()
    {
        // Black and white squares, two by two.
        var png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAAAAABX3VL4AAAADElEQVR4nGNg+A+EAAYAAf+T0eSJAAAAAElFTkSuQmCC");
        using var site = World("brand: {logo: brand/logo.png}");
        Directory.CreateDirectory(Path.Combine(site.InputFolder, "organizations/alpha/brand"));
        File.WriteAllBytes(Path.Combine(site.InputFolder, "organizations/alpha/brand/logo.png"), png);
        site.Built();

        Assert.NotEqual(Icon(site, "common"), Icon(site, "alpha"));
        var head = new HtmlParser().ParseDocument(site.Read("alpha/people/one/index.html")).Head!;
        Assert.Null(head.QuerySelector("link[type='image/svg+xml']"));
    }

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"M0 0L4 x\"/></svg>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"L\"/></svg>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"a b c d\"><path d=\"M0 0h4v4z\"/></svg>")]
    public void Broken_logo_is_an_error_at_the_line_that_names_it(string logo)
    {
        using var site = World("brand: {logo: brand/logo.svg}", logo);

        var error = Assert.Single(site.Build().Diagnostics);
        Assert.Equal("PB0013", error.Code);
        Assert.Equal("organizations/alpha/organization.yml", error.Span.Path.Value);
    }

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 80 8\"><path d=\"M0 0h80v8z\"/></svg>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"M0 0h1e30v8z\"/></svg>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"M0 0h8v8z\" fill=\"url(#a)\"/></svg>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><g transform=\"skewX(3)\"><path d=\"M0 0h8v8z\"/></g></svg>")]
    public void Logo_that_cannot_be_drawn_small_is_no_error(string logo)
    {
        using var site = World("brand: {logo: brand/logo.svg}", logo).Built();

        Assert.True(site.Has("alpha/favicon.ico"));
    }

    private static TinySite World(string settings, string? logo = null)
    {
        var site = TinySite.Of($"""
            -- organizations/alpha/organization.yml --
            name: Alpha
            {settings}
            """);
        if (logo is not null)
        {
            site.Write("organizations/alpha/brand/logo.svg", logo);
        }

        return site;
    }

    private static byte[] Icon(TinySite site, string edition) => site.Published(edition)["favicon.ico"];

    private static (int Width, int Height) SizeOf(ReadOnlySpan<byte> png) =>
        (BinaryPrimitives.ReadInt32BigEndian(png[16..]), BinaryPrimitives.ReadInt32BigEndian(png[20..]));
}
