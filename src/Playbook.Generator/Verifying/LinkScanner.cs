using System.Net;
using System.Text;
using Playbooks.Markup;

namespace Playbooks.Verifying;

/// <summary>Checks one address of a page and remembers the anchor it names.</summary>
/// <remarks>Belongs to one thread.</remarks>
/// <param name="folder">The published files.</param>
/// <param name="findings">Where problems go.</param>
internal sealed class LinkScanner(PublishedFolder folder, Findings findings)
{
    private int _number;

    /// <summary>How many addresses were complained of so far, must be remembered, or mean another thing on another page.</summary>
    public int Remarks { get; private set; }

    /// <summary>Begins a page.</summary>
    public void Begin(int number)
    {
        _number = number;
        Links.Clear();
    }

    /// <summary>The links with anchors since <see cref="Begin"/>.</summary>
    public List<AnchorLink> Links { get; } = [];

    /// <summary>Checks an address.</summary>
    /// <param name="value">As written.</param>
    /// <param name="start">First byte of it in the file.</param>
    /// <param name="isLoad">True when the browser fetches it by itself, so that it must be of this site.</param>
    public void Check(ReadOnlySpan<byte> value, int start, bool isLoad)
    {
        var address = value.Trim(" \t\r\n"u8);
        if (address.Contains((byte)'&'))
        {
            address = Encoding.UTF8.GetBytes(WebUtility.HtmlDecode(Encoding.UTF8.GetString(address)));
        }

        var end = address.IndexOfAny(":/?#"u8);
        if (end >= 0 && address[end] == ':')
        {
            CheckForeign(value, address[..end], start, isLoad);
        }
        else if (address.StartsWith("//"u8))
        {
            CheckForeign(value, default, start, isLoad);
        }
        else
        {
            CheckOwn(value, address, start);
        }
    }

    /// <summary>Checks each picture of a <c>srcset</c>.</summary>
    public void CheckSet(ReadOnlySpan<byte> value, int start)
    {
        foreach (var range in value.Split((byte)','))
        {
            var candidate = value[range].TrimStart(" \t\r\n"u8);
            var space = candidate.IndexOfAny(" \t\r\n"u8);
            var address = space < 0 ? candidate : candidate[..space];
            Check(address, start + range.End.GetOffset(value.Length) - candidate.Length, isLoad: true);
        }
    }

    private void CheckForeign(ReadOnlySpan<byte> value, ReadOnlySpan<byte> scheme, int start, bool isLoad)
    {
        var isCode = HtmlReader.Is(scheme, "javascript"u8) || HtmlReader.Is(scheme, "vbscript"u8) || HtmlReader.Is(scheme, "data"u8);
        if (isCode)
        {
            var text = $"`{Encoding.UTF8.GetString(scheme)}:` address";
            Remarks++;
            findings.Add(new Finding(FindingKind.InlineCode, text, text, _number, start, value.Length));
        }
        else if (isLoad)
        {
            Add(FindingKind.ExternalLoad, value, Encoding.UTF8.GetString(value), start);
        }
    }

    private void CheckOwn(ReadOnlySpan<byte> value, ReadOnlySpan<byte> address, int start)
    {
        var hash = address.IndexOf((byte)'#');
        var path = hash < 0 ? address : address[..hash];
        var query = path.IndexOf((byte)'?');
        path = query < 0 ? path : path[..query];
        var from = folder.Files[_number].Folder;
        var isFromRoot = path.IsEmpty;
        var target = path.IsEmpty ? _number : LinkTargets.Resolve(folder, from, path, out isFromRoot);
        Remarks += isFromRoot ? 0 : 1;
        if (target < 0)
        {
            var page = new Uri($"https://site.invalid/{from}");
            Add(FindingKind.BrokenLink, value, new Uri(page, Encoding.UTF8.GetString(path)).AbsolutePath, start);
            return;
        }

        var anchor = hash < 0 ? default : address[(hash + 1)..];
        if (anchor.Contains((byte)'%'))
        {
            anchor = Encoding.UTF8.GetBytes(Uri.UnescapeDataString(Encoding.UTF8.GetString(anchor)));
        }

        if (!anchor.IsEmpty && !anchor.SequenceEqual("top"u8) && !anchor.StartsWith(":~:"u8))
        {
            Remarks++;
            Links.Add(new AnchorLink(target, PageAnchors.Hash(anchor), start, value.Length));
        }
    }

    private void Add(FindingKind kind, ReadOnlySpan<byte> value, string cause, int start)
    {
        Remarks++;
        findings.Add(new Finding(kind, Encoding.UTF8.GetString(value), cause, _number, start, value.Length));
    }
}
