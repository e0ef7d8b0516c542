using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Playbooks.Rendering;

/// <summary>Puts a page together: the layout's text, the menu and the content, with every mark and link made right for the page.</summary>
/// <param name="site">What the site's pages share.</param>
/// <param name="root">The way from the page to the site's root.</param>
/// <param name="path">The page's own path below the root.</param>
/// <param name="page">The written page; null for a page made from data.</param>
internal sealed class PageWriter(SiteResources site, string root, string path, EditionPage? page)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly byte[] IconReference = Encoding.UTF8.GetBytes($"<use href=\"{Icon.Reference}");

    // A sheet is copied into other documents, where a link to the glossary would lead nowhere.
    private readonly bool _explainsWords = page is { Page.Kind: not PageKind.Template };

    // In the order in which the page uses them.
    private readonly List<EditionGlossaryEntry> _explained = [];

    private readonly Utf8Buffer _output = Utf8Buffer.Rent();

    /// <summary>Numbers of the sources that the text cites; those of the page unless given.</summary>
    public IReadOnlyDictionary<string, int> Citations { get; init; } = page is null ? ImmutableDictionary<string, int>.Empty : SourceViews.Numbers(page, site.Edition);

    /// <summary>Address of the page that lists the sources by the numbers of the citations; empty for the page itself.</summary>
    public string CitedOn { get; init; } = "";

    /// <summary>The finished page. Called once.</summary>
    /// <param name="layout">What the layout printed.</param>
    /// <param name="navigation">The menu; holds marks of its own.</param>
    /// <param name="sections">The content; empty for pages whose layout prints everything.</param>
    public ReadOnlyMemory<byte> Write(ReadOnlySpan<byte> layout, ReadOnlyMemory<byte> navigation, ImmutableArray<EditionSectionText> sections)
    {
        WriteMarked(layout, navigation.Span, sections);
        var page = _output.Written.ToArray();
        _output.Dispose();
        return page;
    }

    private void WriteMarked(ReadOnlySpan<byte> text, ReadOnlySpan<byte> navigation, ImmutableArray<EditionSectionText> sections)
    {
        while (text.IndexOf(Marks.LeadByte) is >= 0 and var at)
        {
            _output.Write(text[..at]);
            var mark = IsMark(text, at) ? (char)(0xE000 | text[at + 2] & 0x3F) : '\0';
            text = text[(at + (mark == '\0' ? 1 : Marks.Length))..];
            switch (mark)
            {
                case Marks.Root:
                    Write(root);
                    break;
                case Marks.CurrentStart:
                    text = WriteCurrent(text);
                    break;
                case Marks.Navigation:
                    WriteMarked(navigation, [], []);
                    break;
                case Marks.Content:
                    WriteContent(sections);
                    break;
                case Marks.Explanations:
                    WriteExplanations();
                    break;
                case Marks.Shapes:
                    WriteShapes();
                    break;
                default:
                    _output.Write([Marks.LeadByte]);
                    break;
            }
        }

        _output.Write(text);
    }

    private Locale Locale => site.Edition.Locale;

    private static bool IsMark(ReadOnlySpan<byte> text, int at) => at + 2 < text.Length && text[at + 1] == Marks.MiddleByte;

    private ReadOnlySpan<byte> WriteCurrent(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf(Marks.LeadByte);
        var candidate = text[..end];
        if (candidate.Length == Encoding.UTF8.GetByteCount(path) && candidate.SequenceEqual(Encoding.UTF8.GetBytes(path)))
        {
            _output.Write(" aria-current=\"page\""u8);
        }

        return text[(end + Marks.Length)..];
    }

    private void WriteContent(ImmutableArray<EditionSectionText> sections)
    {
        foreach (var section in sections)
        {
            WriteFragment(section.Heading);
            WriteFragment(section.Body);
        }
    }

    /// <summary>Looks through what is written so far for icons that are used, and writes the shape of each once.</summary>
    private void WriteShapes()
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        var text = _output.Written;
        while (text.IndexOf(IconReference) is >= 0 and var at)
        {
            text = text[(at + IconReference.Length)..];
            names.Add(Encoding.UTF8.GetString(text[..text.IndexOf((byte)'"')]));
        }

        Write($"<svg hidden>{string.Concat(names.Select(name => site.Theme.Icons.GetValueOrDefault(name, "")))}</svg>");
    }

    private void WriteFragment(Fragment fragment)
    {
        var bytes = fragment.Utf8.Span;
        var copied = 0;
        foreach (var slot in fragment.Slots)
        {
            _output.Write(bytes[copied..slot.Position]);
            copied = slot.Position;
            if (slot is FragmentSlot.GlossaryUse use)
            {
                copied += use.Length;
                WriteUse(use, bytes[slot.Position..copied]);
            }
            else
            {
                WriteSlot(slot);
            }
        }

        _output.Write(bytes[copied..]);
    }

    private void WriteSlot(FragmentSlot slot)
    {
        switch (slot)
        {
            case FragmentSlot.GlossaryUse:
                throw new InvalidOperationException("a word of the glossary is written with its bytes");
            case FragmentSlot.LinkStart start:
                WriteLinkStart(start.Target);
                break;
            case FragmentSlot.LinkEnd end when Find(end.Target) is null:
                Write($" <small>({Encode(Locale.Text("link.absent"))})</small></span>");
                break;
            case FragmentSlot.LinkEnd:
                Write("</a>");
                break;
            case FragmentSlot.Asset asset:
                Write(root + Encode(AssetPath(asset.File)));
                break;
            case FragmentSlot.Citation citation:
                Write($"<a class=\"citation\" href=\"{CitedOn}#source-{citation.Source.Value}\">[{Citations[citation.Source.Value]}]</a>");
                break;
            case FragmentSlot.InterfaceText text:
                Write(Encode(Locale.Text(text.Key, Argument(text.Argument))));
                break;
            default:
                throw new InvalidOperationException($"a {slot.GetType().Name} slot outlived composing");
        }
    }

    private void WriteLinkStart(LinkTarget target)
    {
        if (Find(target) is not { } href)
        {
            Write("<span class=\"absent-link\">");
            return;
        }

        Write(Explained(target) is { } entry ? $"<a class=\"word\" href=\"{Encode(href)}\" data-word=\"{entry.Entry.Id}\">" : $"<a href=\"{Encode(href)}\">");
    }

    /// <summary>The first use of a word on a page leads to its explanation; later ones are text.</summary>
    private void WriteUse(FragmentSlot.GlossaryUse use, ReadOnlySpan<byte> word)
    {
        if (!_explainsWords || !site.Glossary.TryGetValue(use.Entry, out var entry) || _explained.Contains(entry))
        {
            _output.Write(word);
            return;
        }

        _explained.Add(entry);
        Write($"<a class=\"word\" href=\"{root}{site.Map.Glossary}#{use.Entry}\" data-word=\"{use.Entry}\">");
        _output.Write(word);
        Write("</a>");
    }

    /// <summary>The entry of the glossary that a link leads to; null for every other link.</summary>
    private EditionGlossaryEntry? Explained(LinkTarget target)
    {
        var isWord = _explainsWords && target.Anchor is not null && site.Map.Find(target.Page)?.Path == site.Map.Glossary;
        if (!isWord || !Slug.TryParse(target.Anchor!, out var id) || !site.Glossary.TryGetValue(id, out var entry))
        {
            return null;
        }

        if (!_explained.Contains(entry))
        {
            _explained.Add(entry);
        }

        return entry;
    }

    /// <summary>What the words of the page mean, where scripts can show it beside them. Without scripts the links lead to the glossary.</summary>
    private void WriteExplanations()
    {
        if (_explained.Count == 0)
        {
            return;
        }

        Write("<glossary-words>");
        foreach (var entry in _explained)
        {
            Write($"<div class=\"word-note\" id=\"_word-{entry.Entry.Id}\" popover><p><strong>{Encode(entry.Entry.Term)}</strong> {Encode(entry.Definition)}</p>"
                + $"<p><a href=\"{root}{site.Map.Glossary}#{entry.Entry.Id}\">{Encode(Locale.Text("glossary.open"))}</a></p></div>");
        }

        Write("</glossary-words>");
    }

    private string? Find(LinkTarget target)
    {
        if (target.Reference.Length == 0)
        {
            return $"#{target.Anchor}";
        }

        return site.Map.Find(target.Page) is not { } address ? null
            : root + address.Path + ((target.Anchor ?? address.Anchor) is { } anchor ? $"#{anchor}" : "");
    }

    /// <summary>Where a file beside the pages is published.</summary>
    public static string AssetPath(InputPath file) => $"media/{file.Value}";

    private string Argument(string? argument) =>
        DateOnly.TryParseExact(argument, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? Locale.Date(date) : argument ?? "";

    private static string Encode(string text) => Encoder.Encode(text);

    private void Write(string text) => _output.Write(text);
}
