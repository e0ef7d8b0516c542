using System.Runtime.InteropServices;
using System.Text;

namespace Playbooks.Verifying;

/// <summary>
/// Reads the tags of one page: checks every address, collects the ids, and refuses what the content security policy would
/// stop in the browser (inline script and style, things loaded from elsewhere).
/// </summary>
/// <remarks>Belongs to one thread.</remarks>
/// <param name="folder">The published files.</param>
/// <param name="findings">Where problems go.</param>
internal sealed class PageScanner(PublishedFolder folder, Findings findings)
{
    private readonly LinkScanner _links = new(folder, findings);
    private readonly KnownHashes _sound = new(1 << 13);
    private readonly List<(ulong Hash, int Start, int Length)> _ids = [];
    private int _number;
    private bool _isPicture;
    private int _refused;
    private ulong _reading;

    /// <summary>Begins an HTML or SVG file.</summary>
    public void Begin(int number)
    {
        var path = folder.Files[number].Path;
        _number = number;
        _isPicture = path.EndsWith(".svg", StringComparison.Ordinal);
        _reading = ((ulong)path.AsSpan().Count('/') << 1) | (_isPicture ? 1UL : 0);
        _links.Begin(number);
        _ids.Clear();
    }

    /// <summary>Reads a piece of the file; false when it ends inside a tag or script, and then nothing is remembered of it.</summary>
    /// <param name="html">The whole file.</param>
    /// <param name="piece">The bytes of the piece.</param>
    /// <param name="hash">The hash of the piece; a sound one is not read again on a page of the same depth.</param>
    public bool Scan(ReadOnlySpan<byte> html, (int Start, int End) piece, ulong hash)
    {
        if (_sound.Contains(hash + _reading))
        {
            return true;
        }

        var (ids, links, remarks) = (_ids.Count, _links.Links.Count, _links.Remarks + _refused);
        var reader = new HtmlReader(html[..piece.End], piece.Start);
        while (reader.ReadTag())
        {
            if (!reader.IsClosing && !reader.Name.IsEmpty)
            {
                ScanTag(ref reader);
            }
        }

        if (reader.IsCut && piece.End < html.Length)
        {
            _ids.RemoveRange(ids, _ids.Count - ids);
            _links.Links.RemoveRange(links, _links.Links.Count - links);
            return false;
        }

        if (!reader.IsCut && ids == _ids.Count && remarks == _links.Remarks + _refused)
        {
            _sound.Add(hash + _reading);
        }

        return true;
    }

    /// <summary>Ends the file.</summary>
    public PageAnchors End(ReadOnlySpan<byte> html) => new(SortedIds(html), [.. _links.Links]);

    private void ScanTag(ref HtmlReader reader)
    {
        var tag = new Tag { Name = reader.Name };
        while (reader.ReadAttribute())
        {
            ScanAttribute(ref reader, ref tag);
        }

        if (HtmlReader.Is(tag.Name, "link"u8))
        {
            _links.Check(tag.Address, tag.AddressStart, IsLoadedFor(tag.Relation));
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
            _links.Check(tag.Refresh[(url + 4)..], tag.AddressStart + url + 4, isLoad: true);
        }
    }

    private void ScanAttribute(ref HtmlReader reader, ref Tag tag)
    {
        var name = reader.AttributeName;
        var value = reader.Value;
        switch (name.Length)
        {
            case 2 when HtmlReader.Is(name, "id"u8):
                _ids.Add((PageAnchors.Hash(value), reader.ValueStart, value.Length));
                break;
            case 3 when HtmlReader.Is(name, "src"u8):
                tag.HasSource = true;
                _links.Check(value, reader.ValueStart, isLoad: true);
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
                _links.Check(value, reader.ValueStart, isLoad: true);
                break;
            case 6 when HtmlReader.Is(name, "srcset"u8):
            case 11 when HtmlReader.Is(name, "imagesrcset"u8):
                _links.CheckSet(value, reader.ValueStart);
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
        _links.Check(reader.Value, reader.ValueStart, HtmlReader.Is(tag.Name, "use"u8) || HtmlReader.Is(tag.Name, "image"u8));
    }

    private ulong[] SortedIds(ReadOnlySpan<byte> html)
    {
        var ids = new ulong[_ids.Count];
        for (var at = 0; at < ids.Length; at++)
        {
            ids[at] = _ids[at].Hash;
        }

        Array.Sort(ids);
        for (var at = 1; at < ids.Length; at++)
        {
            if (ids[at] == ids[at - 1])
            {
                FindRepeatedIds(html);
                break;
            }
        }

        return ids;
    }

    private void FindRepeatedIds(ReadOnlySpan<byte> html)
    {
        var uses = new Dictionary<ulong, int>();
        foreach (var (hash, start, length) in _ids)
        {
            ref var use = ref CollectionsMarshal.GetValueRefOrAddDefault(uses, hash, out _);
            if (++use == 2)
            {
                var text = Encoding.UTF8.GetString(html.Slice(start, length));
                findings.Add(new Finding(FindingKind.DuplicateId, text, text, _number, start, length));
            }
        }
    }

    private void Refuse(string code, int start, int length)
    {
        _refused++;
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
