using System.Collections.Concurrent;
using System.Security.Cryptography;
using Playbooks.Drawing;

namespace Playbooks.Rendering;

/// <summary>The pictures that link previews show of an edition's pages.</summary>
/// <remarks>
/// A preview needs an address in full, and search engines' preferences tell whether an edition is for the public: so only an
/// edition with a base address that may be listed has cards. Nobody's browser fetches them to read a page.
/// A card is the paper of the site with one tab for each area; the one of the page's own area is pulled out.
/// </remarks>
internal sealed class SiteCards
{
    private const string Folder = "assets/cards";

    // Begins with a sign that no area's id has.
    private const string HomeGround = "/";

    private const int HashLength = 16;

    // The grid, in pixels. Everything stands on one left edge; the title has the box between the first line and the rule.
    private const int Margin = 88, TextWidth = 970;
    private const int KickerLine = 128, KickerSize = 30;
    private const int HomeTitleTop = 118, TitleTop = 164, TitleBottom = 484;
    private const int RuleTop = 508, LogoTop = 536, LogoSize = 56, LogoGap = 22;
    private const int FirstFootLine = 560, SecondFootLine = 592, OnlyFootLine = 574, FootSize = 28, SmallFootSize = 24;
    private const int BarHeight = 10;
    private const int TabTop = 88, TabsHeight = 396, TabGap = 12, TallestTab = 64, TabReach = 36, OwnTabReach = 76, MostTabs = 12;
    private const int SmallestMark = 240;
    private const float LineHeight = 1.12f;

    // Steps from paper to ink: enough for smooth letters, and every step more costs bytes.
    private const int InkSteps = 7, TabSteps = 5;

    private static readonly int[] TitleSizes = [96, 84, 74, 64, 56, 48];
    private static readonly (int Size, int Lines)[] TitleBoxes =
        [.. TitleSizes.Select(size => (size, (int)((TitleBottom - TitleTop) / (size * LineHeight))))];

    private readonly Edition _edition;
    private readonly PageViews _pages;
    private readonly SiteIcons _icons;
    private readonly CardFaces? _faces;
    private readonly bool _isMirrored;
    private readonly ConcurrentDictionary<string, Lazy<Ground>> _grounds = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SiteFile> _drawn = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SiteFile> _byPath = new(StringComparer.Ordinal);

    public SiteCards(Edition edition, Theme theme, SiteMap map, SiteIcons icons)
    {
        _edition = edition;
        _pages = new PageViews(edition, map);
        _icons = icons;
        _faces = edition is { BaseUrl: not null, IsIndexable: true } ? theme.CardFaces : null;
        _isMirrored = edition.Locale.Direction == "rtl";
    }

    /// <summary>All cards that were drawn, each once.</summary>
    public IEnumerable<SiteFile> Drawn => _byPath.Values;

    /// <summary>A card that was drawn, by its path; null for any other path.</summary>
    public SiteFile? Find(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>The card of a page; null for pages that are not for search engines, and in editions without cards.</summary>
    public SiteFile? Of(PagePlan page) => _faces is not { } faces || page.Kind is PagePlan.NotFound or SearchViews.Kind ? null
        : _drawn.GetOrAdd(page.Path, _ =>
        {
            var bytes = Draw(page, faces);
            // By its content: pages with equal cards share one, and a card that changes has another address.
            var path = $"{Folder}/{Convert.ToHexStringLower(SHA256.HashData(bytes))[..HashLength]}.png";
            return _byPath.GetOrAdd(path, new SiteFile(new SitePath(path), bytes, []));
        });

    private byte[] Draw(PagePlan page, CardFaces faces)
    {
        var isHome = page.Path.Length == 0;
        var ground = _grounds.GetOrAdd(isHome ? HomeGround : page.Area?.Area.Id.Value ?? "", _ => new(() => Prepare(page.Area, isHome, faces))).Value;
        using var card = ground.Canvas.Copy();
        if (!isHome)
        {
            Write(card, faces.Text, KickerOf(page), KickerLine, KickerSize, ground.AreaInk);
        }

        if (faces.Title.Read(page.Title.Trim()) is { Glyphs.IsEmpty: false } title)
        {
            var (lines, size) = LineBreaking.Fit(title, Ellipsis(faces.Title), TitleBoxes, TextWidth);
            var top = isHome ? HomeTitleTop : TitleTop;
            for (var line = 0; line < lines.Length; line++)
            {
                Write(card, faces.Title, lines[line], top + (int)(size * (0.92f + (line * LineHeight))), size, ground.Ink);
            }
        }
        else
        {
            // No font has the letters of this title. The preview shows it as text beside the card, so the mark may stand alone.
            card.Put(_icons.Draw(SmallestMark), Mirrored(Margin, SmallestMark), (TitleTop + TitleBottom - SmallestMark) / 2);
        }

        return card.ToPng();
    }

    /// <summary>What all pages of an area have in common.</summary>
    private Ground Prepare(EditionArea? area, bool isHome, CardFaces faces)
    {
        var accent = _edition.Accent ?? CardColours.Accent;
        var canvas = new CardCanvas(Colour.Parse(CardColours.Paper));
        PaintTabs(canvas, area, accent);
        var bar = canvas.Ink(Colour.Parse(accent), 1);
        canvas.Fill(0, CardCanvas.Height - BarHeight, CardCanvas.Width, BarHeight, bar);
        canvas.Fill(Mirrored(Margin, TextWidth), RuleTop, TextWidth, 2, canvas.Ink(Colour.Parse(CardColours.Rule), 1));
        var ground = new Ground(
            canvas,
            canvas.Ink(Colour.Parse(CardColours.Ink), InkSteps),
            canvas.Ink(CardColours.Readable(area?.Area.Colour ?? accent), InkSteps));
        WriteFoot(canvas, faces, isHome, ground.Ink, canvas.Ink(Colour.Parse(CardColours.SoftInk), InkSteps));
        return ground;
    }

    /// <summary>Tabs at the edge of the paper, as in the theme's icon: one for each area.</summary>
    private void PaintTabs(CardCanvas canvas, EditionArea? own, string accent)
    {
        const float Corner = 10;
        const int QuietPart = 35, Whole = 100;
        var count = _edition.Areas.Length;
        if (count is 0 or > MostTabs)
        {
            return;
        }

        var height = Math.Min(TallestTab, ((TabsHeight + TabGap) / count) - TabGap);
        var paper = Colour.Parse(CardColours.Paper);
        for (var at = 0; at < count; at++)
        {
            var area = _edition.Areas[at];
            var colour = Colour.Parse(area.Area.Colour ?? accent);
            var isOwn = own?.Area.Id == area.Area.Id;
            var ink = canvas.Ink(own is null || isOwn ? colour : colour.Over(paper, QuietPart, Whole), TabSteps);
            var reach = isOwn ? OwnTabReach : TabReach;
            // Wider than what is seen: the round corners on the other side lie outside the card.
            var x = _isMirrored ? reach - (2 * OwnTabReach) : CardCanvas.Width - reach;
            canvas.Paint(Coverage.Of(Outline.Rectangle(x, TabTop + (at * (height + TabGap)), 2 * OwnTabReach, height, Corner, Corner)), ink);
        }
    }

    /// <summary>Whose playbook it is. The first page says the playbook's title in large letters, so there it is not said again.</summary>
    private void WriteFoot(CardCanvas canvas, CardFaces faces, bool isHome, CardInk ink, CardInk soft)
    {
        string?[] names = [_edition.Id.Value == Edition.CommonId ? null : _edition.Name, isHome ? null : _edition.Title, _edition.Subtitle];
        var lines = names.OfType<string>().Where(name => faces.Text.Read(name) is { Glyphs.IsEmpty: false }).ToArray();
        canvas.Put(_icons.Draw(LogoSize), Mirrored(Margin, LogoSize), LogoTop);
        const int Indent = LogoSize + LogoGap;
        if (lines is [var first, ..])
        {
            Write(canvas, faces.Text, first, lines.Length > 1 ? FirstFootLine : OnlyFootLine, FootSize, ink, Indent);
        }

        if (lines is [_, var second, ..])
        {
            Write(canvas, faces.Text, second, SecondFootLine, SmallFootSize, soft, Indent);
        }
    }

    /// <summary>What kind of page it is and where it belongs.</summary>
    private string KickerOf(PagePlan page)
    {
        var kind = page.Page is { } written ? _pages.LabelOf(written).One : page is { Kind: "area", Area: not null } ? _edition.WordFor("area").One : null;
        var place = page.Above.IsEmpty ? null : page.Above[0].Title;
        return string.Join(" · ", new[] { place, kind }.OfType<string>()) is { Length: > 0 } kicker ? kicker : _edition.Title;
    }

    /// <summary>Writes one line of text, shortened if it must be; nothing when no font has its letters.</summary>
    private void Write(CardCanvas canvas, Typeface face, string text, int baseline, int size, CardInk ink, int indent = 0)
    {
        if (face.Read(text) is { } line)
        {
            Write(canvas, face, LineBreaking.Shorten(line, Ellipsis(face), (float)(TextWidth - indent) / size), baseline, size, ink, indent);
        }
    }

    private void Write(CardCanvas canvas, Typeface face, Line line, int baseline, int size, CardInk ink, int indent = 0)
    {
        var x = _isMirrored ? CardCanvas.Width - Margin - indent - (line.Width * size) : Margin + indent;
        foreach (var glyph in line.Glyphs)
        {
            canvas.Paint(face.Draw(glyph, size, x), ink, (int)MathF.Floor(x), baseline);
            x += glyph.Width * size;
        }
    }

    private static Line Ellipsis(Typeface face) => face.Read("…")!.Value;

    /// <summary>Where something stands on a card that is read from right to left.</summary>
    private int Mirrored(int x, int width) => _isMirrored ? CardCanvas.Width - x - width : x;

    /// <summary>What cards of one area begin with.</summary>
    /// <param name="Canvas">Never changed again.</param>
    /// <param name="Ink">For titles.</param>
    /// <param name="AreaInk">For the line above.</param>
    private sealed record Ground(CardCanvas Canvas, CardInk Ink, CardInk AreaInk);
}
