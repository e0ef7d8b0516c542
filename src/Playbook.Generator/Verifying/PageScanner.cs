using System.Runtime.InteropServices;
using System.Text;
using Playbooks.Markup;

namespace Playbooks.Verifying;

/// <summary>
/// Reads a page piece by piece, passing over pieces that were found sound on a page of the same depth, and collects its ids
/// and the links that name ids.
/// </summary>
/// <remarks>Belongs to one thread.</remarks>
internal sealed class PageScanner
{
    private readonly PublishedFolder _folder;
    private readonly Findings _findings;
    private readonly LinkScanner _links;
    private readonly TagScanner _tags;
    private readonly KnownHashes _sound = new(1 << 13);
    private int _number;
    private ulong _reading;

    /// <param name="folder">The published files.</param>
    /// <param name="findings">Where problems go.</param>
    public PageScanner(PublishedFolder folder, Findings findings)
    {
        _folder = folder;
        _findings = findings;
        _links = new LinkScanner(folder, findings);
        _tags = new TagScanner(_links, findings);
    }

    /// <summary>Begins an HTML or SVG file.</summary>
    public void Begin(int number)
    {
        var path = _folder.Files[number].Path;
        var isPicture = path.EndsWith(".svg", StringComparison.Ordinal);
        _number = number;
        _reading = ((ulong)path.AsSpan().Count('/') << 1) | (isPicture ? 1UL : 0);
        _links.Begin(number);
        _tags.Begin(number, isPicture);
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

        var (ids, links, remarks) = (_tags.Ids.Count, _links.Links.Count, _links.Remarks + _tags.Refused);
        var reader = new HtmlReader(html[..piece.End], piece.Start);
        while (reader.ReadTag())
        {
            if (!reader.IsClosing && !reader.Name.IsEmpty)
            {
                _tags.Scan(ref reader);
            }
        }

        if (reader.IsCut && piece.End < html.Length)
        {
            _tags.Ids.RemoveRange(ids, _tags.Ids.Count - ids);
            _links.Links.RemoveRange(links, _links.Links.Count - links);
            return false;
        }

        if (!reader.IsCut && ids == _tags.Ids.Count && remarks == _links.Remarks + _tags.Refused)
        {
            _sound.Add(hash + _reading);
        }

        return true;
    }

    /// <summary>Ends the file.</summary>
    public PageAnchors End(ReadOnlySpan<byte> html) => new(SortedIds(html), [.. _links.Links]);

    private ulong[] SortedIds(ReadOnlySpan<byte> html)
    {
        var ids = new ulong[_tags.Ids.Count];
        for (var at = 0; at < ids.Length; at++)
        {
            ids[at] = _tags.Ids[at].Hash;
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
        foreach (var (hash, start, length) in _tags.Ids)
        {
            ref var use = ref CollectionsMarshal.GetValueRefOrAddDefault(uses, hash, out _);
            if (++use == 2)
            {
                var text = Encoding.UTF8.GetString(html.Slice(start, length));
                _findings.Add(new Finding(FindingKind.DuplicateId, text, text, _number, start, length));
            }
        }
    }
}
