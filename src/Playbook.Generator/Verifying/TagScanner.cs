using System.Text;
using Playbooks.Markup;

namespace Playbooks.Verifying;

/// <summary>
/// Reads one tag after the other: hands every address to the link scanner, collects ids, and refuses what the content
/// security policy would stop in the browser.
/// </summary>
/// <remarks>Belongs to one thread.</remarks>
/// <param name="links">Checks addresses.</param>
/// <param name="findings">Where refused code goes.</param>
internal sealed class TagScanner(LinkScanner links, Findings findings)
{
    private int _number;
    private bool _isPicture;

    /// <summary>The ids since <see cref="Begin"/>, with the places of their values.</summary>
    public List<(ulong Hash, int Start, int Length)> Ids { get; } = [];

    /// <summary>How much code was refused so far.</summary>
    public int Refused { get; private set; }

    /// <summary>Begins a file.</summary>
    /// <param name="number">The file's number.</param>
    /// <param name="isPicture">True for SVG, which may hold style: the header for it has rules of its own.</param>
    public void Begin(int number, bool isPicture)
    {
        (_number, _isPicture) = (number, isPicture);
        Ids.Clear();
    }

    /// <summary>Reads the attributes of the tag the reader stands at.</summary>
    public void Scan(ref HtmlReader reader)
    {
        var tag = new Tag { Name = reader.Name };
        while (reader.ReadAttribute())
        {
            ScanAttribute(ref reader, ref tag);
        }

        if (HtmlReader.Is(tag.Name, "link"u8))
        {
            links.Check(tag.Address, tag.AddressStart, IsLoadedFor(tag.Relation));
        }
        else if (HtmlReader.Is(tag.Name, "script"u8) && !tag.HasSource && !IsData(tag.Type))
        {
            Refuse("script without src", reader.TagStart, tag.Name.Length + 1);
        }
        else if (HtmlReader.Is(tag.Name, "base"u8) || (HtmlReader.Is(tag.Name, "style"u8) && !_isPicture))
        {
            Refuse($"<{Encoding.UTF8.GetString(tag.Name)}>", reader.TagStart, tag.Name.Length + 1);
        }
        else if (!tag.Refresh.IsEmpty && tag.Refresh.IndexOf("url="u8) is var url and >= 0)
        {
            links.Check(tag.Refresh[(url + 4)..], tag.AddressStart + url + 4, isLoad: true);
        }
    }

    private void ScanAttribute(ref HtmlReader reader, ref Tag tag)
    {
        var name = reader.AttributeName;
        var value = reader.Value;
        switch (name.Length)
        {
            case 2 when HtmlReader.Is(name, "id"u8):
                Ids.Add((PageAnchors.Hash(value), reader.ValueStart, value.Length));
                break;
            case 3 when HtmlReader.Is(name, "src"u8):
                tag.HasSource = true;
                links.Check(value, reader.ValueStart, isLoad: true);
                break;
            case 3 when HtmlReader.Is(name, "rel"u8):
                tag.Relation = value;
                break;
            case 4 when HtmlReader.Is(name, "href"u8):
                ScanHref(ref reader, ref tag);
                break;
            case 4 when HtmlReader.Is(name, "type"u8):
                tag.Type = value;
                break;
            case 4 when HtmlReader.Is(name, "data"u8) && HtmlReader.Is(tag.Name, "object"u8):
            case 4 when HtmlReader.Is(name, "ping"u8):
            case 6 when HtmlReader.Is(name, "poster"u8) || HtmlReader.Is(name, "action"u8):
            case 10 when HtmlReader.Is(name, "formaction"u8) || HtmlReader.Is(name, "xlink:href"u8):
                links.Check(value, reader.ValueStart, isLoad: true);
                break;
            case 6 when HtmlReader.Is(name, "srcset"u8):
            case 11 when HtmlReader.Is(name, "imagesrcset"u8):
                links.CheckSet(value, reader.ValueStart);
                break;
            case 5 when HtmlReader.Is(name, "style"u8) && !_isPicture:
                Refuse("`style` attribute", reader.NameStart, name.Length);
                break;
            case 7 when HtmlReader.Is(name, "content"u8) && HtmlReader.Is(tag.Name, "meta"u8):
                tag.Content = value;
                tag.AddressStart = reader.ValueStart;
                break;
            case 10 when HtmlReader.Is(name, "http-equiv"u8):
                tag.IsRefresh = HtmlReader.Is(value, "refresh"u8);
                break;
            default:
                if (IsHandler(name))
                {
                    Refuse($"`{Encoding.UTF8.GetString(name)}` attribute", reader.NameStart, name.Length);
                }

                break;
        }
    }

    private void ScanHref(ref HtmlReader reader, ref Tag tag)
    {
        if (HtmlReader.Is(tag.Name, "link"u8))
        {
            tag.Address = reader.Value;
            tag.AddressStart = reader.ValueStart;
            return;
        }

        // In pictures a href loads (image, use), on pages it leads.
        links.Check(reader.Value, reader.ValueStart, HtmlReader.Is(tag.Name, "use"u8) || HtmlReader.Is(tag.Name, "image"u8));
    }

    private void Refuse(string code, int start, int length)
    {
        Refused++;
        findings.Add(new Finding(FindingKind.InlineCode, code, code, _number, start, length));
    }

    private static bool IsHandler(ReadOnlySpan<byte> name) =>
        name.Length > 4 && (name[0] | 0x20) == 'o' && (name[1] | 0x20) == 'n' && !name.ContainsAny("-:."u8);

    /// <summary>True for scripts that are data, which no policy stops.</summary>
    private static bool IsData(ReadOnlySpan<byte> type) =>
        HtmlReader.Is(type, "application/json"u8) || HtmlReader.Is(type, "application/ld+json"u8);

    /// <summary>True for the relations whose target the browser fetches; canonical, alternate and the like only name it.</summary>
    private static bool IsLoadedFor(ReadOnlySpan<byte> relation) =>
        relation.IndexOf("stylesheet"u8) >= 0
        || relation.IndexOf("icon"u8) >= 0
        || relation.IndexOf("load"u8) >= 0
        || relation.IndexOf("fetch"u8) >= 0
        || relation.IndexOf("preconnect"u8) >= 0
        || relation.IndexOf("manifest"u8) >= 0;

    /// <summary>What must be known of a tag before its address can be judged, in whatever order its attributes stand.</summary>
    private ref struct Tag
    {
        public ReadOnlySpan<byte> Name;
        public ReadOnlySpan<byte> Relation;
        public ReadOnlySpan<byte> Type;
        public ReadOnlySpan<byte> Address;
        public ReadOnlySpan<byte> Content;
        public int AddressStart;
        public bool HasSource;
        public bool IsRefresh;

        /// <summary>Seconds and address of a page that leads on by itself; else empty.</summary>
        public readonly ReadOnlySpan<byte> Refresh => IsRefresh ? Content : default;
    }
}
