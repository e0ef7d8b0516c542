using System.Buffers;
using System.Text;
using Playbooks.Markup;

namespace Playbooks.Rendering;

/// <summary>
/// Fits a page into the print edition: its ids become its own, its headings go down to their level, and its links lead to
/// places in the same file. A link to what is not in the file becomes text.
/// </summary>
/// <remarks>
/// It looks at tags and attributes only. That is exact, because the pages are our own: in their text and attribute values
/// <c>&lt;</c> and <c>&gt;</c> are always escaped.
/// </remarks>
/// <param name="plan">Where addresses lead.</param>
/// <param name="part">The page.</param>
/// <param name="root">The way from the print edition to the site's root, as links have it before their path.</param>
internal sealed class PrintLinks(PrintPlan plan, PrintPart part, string root)
{
    /// <summary>The id, in a layout, of the element that stands for the whole page.</summary>
    private const string WholePage = "_part";

    private readonly Utf8Buffer _output = Utf8Buffer.Rent();
    private readonly byte[] _root = Encoding.UTF8.GetBytes(root);
    private int _copied;
    private bool _isInText;

    /// <summary>The page as it stands in the print edition.</summary>
    public ReadOnlyMemory<byte> Rewrite(ReadOnlySpan<byte> html)
    {
        var reader = new HtmlReader(html);
        while (reader.ReadTag())
        {
            if (reader.Name is [(byte)'h', >= (byte)'1' and <= (byte)'5'])
            {
                // Behind the name begin the attributes, or the tag ends.
                var digit = reader.TagStart + (reader.IsClosing ? 2 : 1) + 1;
                Replace(html, digit, 1, [(byte)(html[digit] + part.Level - 1)]);
            }

            if (reader.Name.SequenceEqual("a"u8))
            {
                RewriteLink(html, ref reader);
            }
            else if (!reader.Name.SequenceEqual("use"u8))
            {
                RewriteAttributes(html, ref reader);
            }
        }

        _output.Write(html[_copied..]);
        var rewritten = _output.Written.ToArray();
        _output.Dispose();
        return rewritten;
    }

    private void RewriteAttributes(ReadOnlySpan<byte> html, ref HtmlReader reader)
    {
        while (reader.ReadAttribute())
        {
            if (reader.AttributeName.SequenceEqual("id"u8) || reader.AttributeName.SequenceEqual("for"u8))
            {
                ReplaceId(html, ref reader);
            }
            else if (reader.AttributeName.StartsWith("aria-"u8) && IsListOfIds(reader.AttributeName))
            {
                ReplaceIds(html, ref reader);
            }
        }
    }

    private static bool IsListOfIds(ReadOnlySpan<byte> name) =>
        name.EndsWith("-labelledby"u8) || name.EndsWith("-describedby"u8) || name.EndsWith("-controls"u8) || name.EndsWith("-details"u8);

    private void ReplaceId(ReadOnlySpan<byte> html, ref HtmlReader reader) =>
        Replace(html, reader.ValueStart, reader.Value.Length, Encoding.UTF8.GetBytes(IdOf(Encoding.UTF8.GetString(reader.Value))));

    private void ReplaceIds(ReadOnlySpan<byte> html, ref HtmlReader reader)
    {
        var ids = Encoding.UTF8.GetString(reader.Value).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(IdOf);
        Replace(html, reader.ValueStart, reader.Value.Length, Encoding.UTF8.GetBytes(string.Join(' ', ids)));
    }

    private string IdOf(string id) => id == WholePage ? part.Anchor : $"{part.Anchor}:{id}";

    private void RewriteLink(ReadOnlySpan<byte> html, ref HtmlReader reader)
    {
        if (reader.IsClosing)
        {
            if (_isInText)
            {
                Replace(html, reader.TagStart, "</a"u8.Length, "</span"u8);
                _isInText = false;
            }

            return;
        }

        var (href, id) = (default(Range?), default(Range?));
        while (reader.ReadAttribute())
        {
            Range value = reader.ValueStart..(reader.ValueStart + reader.Value.Length);
            href = reader.AttributeName.SequenceEqual("href"u8) ? value : href;
            id = reader.AttributeName.SequenceEqual("id"u8) ? value : id;
        }

        var newId = id is { } own ? IdOf(Encoding.UTF8.GetString(html[own])) : null;
        if (href is not { } address || IsForeign(html[address]))
        {
            Replace(html, id, newId);
        }
        else if (Find(Encoding.UTF8.GetString(html[address])) is { } target)
        {
            // An item of a list is found by its own id; its part's number would only be in the way.
            var number = target.Part == part || target.Part.Page.Group is null ? null : target.Part.Number;
            Replace(html, reader.TagStart, "<a"u8.Length, Encoding.UTF8.GetBytes(number is null ? "<a" : $"<a data-number=\"{number}\""));
            var isIdFirst = id is { } place && place.Start.Value < address.Start.Value;
            Replace(html, isIdFirst ? id : null, newId);
            Replace(html, address, $"#{target.Id}");
            Replace(html, isIdFirst ? null : id, newId);
        }
        else
        {
            Replace(html, reader.TagStart, reader.TagEnd - reader.TagStart, Encoding.UTF8.GetBytes(newId is null ? "<span>" : $"<span id=\"{newId}\">"));
            _isInText = true;
        }
    }

    private bool IsForeign(ReadOnlySpan<byte> address) => !address.StartsWith("#"u8) && !address.StartsWith(_root);

    private (PrintPart Part, string Id)? Find(string address)
    {
        var hash = address.IndexOf('#', StringComparison.Ordinal);
        var anchor = hash < 0 ? null : address[(hash + 1)..];
        return hash == 0
            ? (part, anchor!.Length == 0 ? part.Anchor : IdOf(anchor))
            : plan.Find(hash < 0 ? address[root.Length..] : address[root.Length..hash], anchor);
    }

    private void Replace(ReadOnlySpan<byte> html, Range? value, string? text)
    {
        if (value is { } range)
        {
            Replace(html, range.Start.Value, range.End.Value - range.Start.Value, Encoding.UTF8.GetBytes(text!));
        }
    }

    private void Replace(ReadOnlySpan<byte> html, int start, int length, ReadOnlySpan<byte> text)
    {
        _output.Write(html[_copied..start]);
        _output.Write(text);
        _copied = start + length;
    }
}
