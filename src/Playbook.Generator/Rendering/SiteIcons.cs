using System.Security.Cryptography;
using System.Text;
using Playbooks.Checking;
using Playbooks.Drawing;

namespace Playbooks.Rendering;

/// <summary>The small pictures that stand for an edition in tabs, bookmarks and on home screens.</summary>
/// <remarks>
/// From the organization's logo where it can be drawn small: a PNG, or an SVG of plain shapes, about as wide as high. Else from
/// the first letter of its name in its accent; an organization without either has the theme's own icon, as the common edition.
/// </remarks>
internal sealed class SiteIcons
{
    /// <summary>Where browsers look when nothing tells them.</summary>
    public const string IconPath = "favicon.ico";

    /// <summary>The picture for home screens.</summary>
    public const string TouchPath = "apple-touch-icon.png";

    private const int IconSize = 32, TouchSize = 180, TouchMargin = 18;

    private readonly Edition _edition;
    private readonly Theme _theme;
    private readonly LogoPicture? _picture;
    private readonly ReadOnlyMemory<byte> _source;
    private readonly ThemeAsset? _monogram;

    public SiteIcons(Edition edition, Theme theme)
    {
        _edition = edition;
        _theme = theme;
        var logo = edition.Logo is { } file ? edition.Assets.GetValueOrDefault(file.Value) : null;
        var own = logo is null ? null : LogoPicture.Read(logo);
        _monogram = own is null && (edition.Accent is not null || logo is not null) ? Monogram(edition, theme.CardFaces) : null;
        var common = theme.Asset("favicon.svg");
        _picture = own ?? (_monogram is not null ? LogoPicture.ReadSvg(_monogram.Bytes) : common is null ? null : LogoPicture.ReadSvg(common.Bytes));
        _source = own is not null ? logo!.Bytes : _monogram?.Bytes ?? common?.Bytes;
        Scalable = logo is not null && logo.File.Value.EndsWith(".svg", StringComparison.Ordinal) ? PageWriter.AssetPath(logo.File)
            : _monogram?.Path ?? (own is null ? common?.Path : null);
    }

    /// <summary>Path of the picture as SVG; null when there is only one of pixels.</summary>
    public string? Scalable { get; }

    /// <summary>Whether there are <see cref="IconPath"/> and <see cref="TouchPath"/>; only a theme without an icon has none.</summary>
    public bool AreDrawn => _picture is not null;

    /// <summary>The picture in a square, transparent around it.</summary>
    public Picture Draw(int size) => _picture?.Draw(size) ?? new Picture(size, size);

    /// <summary>The files.</summary>
    public IEnumerable<SiteFile> Files()
    {
        if (_picture is null)
        {
            yield break;
        }

        ImmutableArray<InputPath> sources = _edition.Logo is { } logo && _monogram is null ? [logo] : [];
        var (icon, touch) = _theme.DrawnIcons.GetOrAdd(
            Convert.ToHexStringLower(SHA256.HashData(_source.Span)), _ => (IconFile.Write(Draw(IconSize)), PngWriter.Write(TouchIcon())));
        yield return new SiteFile(new SitePath(IconPath), icon, sources);
        yield return new SiteFile(new SitePath(TouchPath), touch, sources);
        if (_monogram is { } monogram)
        {
            yield return new SiteFile(new SitePath(monogram.Path), monogram.Bytes, []);
        }
    }

    /// <summary>On paper and with a margin: telephones show black where such a picture is transparent, and cut its corners.</summary>
    private Picture TouchIcon()
    {
        var picture = new Picture(TouchSize, TouchSize);
        picture.Paint(Coverage.Of(Outline.Rectangle(0, 0, TouchSize, TouchSize)), Colour.Parse(CardColours.Paper));
        const int Inner = TouchSize - (2 * TouchMargin);
        picture.Paint(Draw(Inner), TouchMargin, TouchMargin, Inner, Inner);
        return picture;
    }

    /// <summary>The first letter of the organization's name on its accent; null when no font has it.</summary>
    private static ThemeAsset? Monogram(Edition edition, CardFaces? faces)
    {
        const int Side = 64, LetterSize = 48, Corner = 12;
        var letter = edition.ShortName.EnumerateRunes().FirstOrDefault(Rune.IsLetterOrDigit);
        if (faces is null || letter == default || faces.Title.Read(Rune.ToUpperInvariant(letter).ToString()) is not { Glyphs.IsEmpty: false } line
            || faces.Title.ShapeOf(Rune.ToUpperInvariant(letter), LetterSize, (Side - (line.Width * LetterSize)) / 2, (Side + (LetterSize * 0.66f)) / 2) is not { } shape)
        {
            return null;
        }

        var accent = edition.Accent ?? CardColours.Accent;
        var path = new StringBuilder();
        foreach (var (points, _) in shape.Polygons)
        {
            path.Append('M').AppendJoin(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.##} {point.Y:0.##}"))).Append('z');
        }

        // The letter's own colour must be read on the accent, which the checks have compared with white.
        var ink = Contrast.OnWhite(accent) >= 3 ? "#ffffff" : CardColours.Ink;
        var svg = Encoding.UTF8.GetBytes($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Side} {Side}\">"
            + $"<rect width=\"{Side}\" height=\"{Side}\" rx=\"{Corner}\" fill=\"{accent}\"/><path d=\"{path}\" fill=\"{ink}\"/></svg>\n");
        return new ThemeAsset("icon.svg", Theme.HashedPath("assets", "icon.svg", svg), svg);
    }
}
