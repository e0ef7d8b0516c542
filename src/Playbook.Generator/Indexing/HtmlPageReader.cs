using System.Net;
using System.Text;
using Playbooks.Markup;

namespace Playbooks.Indexing;

/// <summary>
/// Reads a published page that somebody else made: title, headings with their anchors, the words below them. Goes over the
/// tags once, so that no page takes time out of proportion to its length.
/// </summary>
/// <remarks>Reads what stands in <c>main</c> where a page has one; leaves out menus, footers, scripts and what is hidden.</remarks>
internal ref struct HtmlPageReader
{
    private const int MostTitleParts = 2;

    private readonly string _url;
    private readonly ReadOnlySpan<byte> _utf8;
    private readonly bool _hasMain;
    private readonly List<(string Heading, string? Anchor, WordCounts Body)> _sections = [];
    private readonly List<string> _aliases = [];
    private readonly WordReader _words = new();
    private readonly WordTable _table;
    private readonly StringBuilder _heading = new();

    private string _title = "";
    private string _language = "";
    private string? _documentTitle;
    private string? _headingAnchor;
    private string? _lastId;
    private string _skipped = "";
    private int _skippedDepth;
    private string _main = "";
    private int _mainDepth;
    private int _headingLevel;
    private bool _isInTitle;

    private HtmlPageReader(string url, ReadOnlySpan<byte> utf8, WordTable table)
    {
        _url = url;
        _table = table;
        _utf8 = utf8;
        _hasMain = utf8.IndexOf("<main"u8) >= 0 || utf8.IndexOf("role=\"main\""u8) >= 0 || utf8.IndexOf("role=main"u8) >= 0;
        _sections.Add(("", null, new WordCounts(table)));
    }

    /// <summary>The page, and the language it says it is in; empty when it says nothing.</summary>
    /// <param name="url">Below the site's root.</param>
    /// <param name="utf8">The page.</param>
    /// <param name="table">The words of all pages.</param>
    public static (IndexedPage Page, string Language) Read(string url, ReadOnlySpan<byte> utf8, WordTable table)
    {
        var reader = new HtmlPageReader(url, utf8, table);
        reader.Read();
        return (reader.Page(), reader._language);
    }

    private readonly bool IsInContent => _skippedDepth == 0 && (!_hasMain || _mainDepth > 0);

    private void Read()
    {
        var html = new HtmlReader(_utf8);
        for (var isMore = true; isMore;)
        {
            isMore = html.ReadTag();
            if (!html.IsRawText && html.TextEnd > html.TextStart)
            {
                ReadText(_utf8[html.TextStart..html.TextEnd]);
            }

            if (isMore && !html.Name.IsEmpty)
            {
                ReadTag(ref html);
            }
        }
    }

    private void ReadText(ReadOnlySpan<byte> utf8)
    {
        var text = Encoding.UTF8.GetString(utf8);
        text = text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;
        if (_isInTitle)
        {
            _documentTitle += text;
        }
        else if (IsInContent && _headingLevel > 0)
        {
            _heading.Append(text);
        }
        else if (IsInContent && !string.IsNullOrWhiteSpace(text))
        {
            _sections[^1].Body.Add(text, _words);
            _lastId = null;
        }
    }

    private void ReadTag(ref HtmlReader html)
    {
        var name = Encoding.ASCII.GetString(html.Name).ToLowerInvariant();
        var isClosing = html.IsClosing;
        var attributes = ReadAttributes(ref html);
        if (_skippedDepth > 0)
        {
            _skippedDepth += name != _skipped ? 0 : isClosing ? -1 : 1;
            return;
        }

        if (_mainDepth > 0 && name == _main)
        {
            _mainDepth += isClosing ? -1 : 1;
        }

        switch (name)
        {
            case "html" when !isClosing:
                _language = attributes.Language ?? _language;
                return;
            case "title":
                _isInTitle = !isClosing && _documentTitle is null;
                return;
            case "meta" when attributes is { Name: "description" or "keywords", Content: { } content }:
                Describe(attributes.Name, content);
                return;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                ReadHeading(name[1] - '0', isClosing, attributes.Id);
                return;
        }

        if (!isClosing)
        {
            Open(name, attributes);
        }
    }

    private void Open(string name, Attributes attributes)
    {
        if (_mainDepth == 0 && (name == "main" || attributes.Role == "main"))
        {
            (_main, _mainDepth) = (name, 1);
        }

        if (name is "nav" or "footer" or "template" or "noscript" or "svg" or "button" or "select" || (attributes.IsHidden && name is not "input" and not "img" and not "br"))
        {
            (_skipped, _skippedDepth) = (name, 1);
            return;
        }

        if (attributes.Id is { } id)
        {
            _lastId = id;
            _headingAnchor = _headingLevel > 0 ? _headingAnchor ?? id : _headingAnchor;
        }
    }

    private void ReadHeading(int level, bool isClosing, string? id)
    {
        if (!isClosing)
        {
            // Some generators put the anchor on the section around the heading.
            (_headingLevel, _headingAnchor) = (level, id ?? _lastId);
            _heading.Clear();
            return;
        }

        if (_headingLevel == 0 || !IsInContent)
        {
            _headingLevel = 0;
            return;
        }

        var text = _heading.ToString().Trim().Trim('¶', '#', '§', ' ', '\n', '\t');
        if (level == 1 && _title.Length == 0)
        {
            _title = text;
        }
        else if (_headingAnchor is null)
        {
            _sections[^1].Body.Add(text, _words);
        }
        else if (text.Length > 0)
        {
            _sections.Add((text, _headingAnchor, new WordCounts(_table)));
        }

        (_headingLevel, _lastId) = (0, null);
    }

    private readonly void Describe(string name, string content)
    {
        if (name == "keywords")
        {
            _aliases.AddRange(content.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        }
        else
        {
            _sections[0].Body.Add(content, _words);
        }
    }

    private readonly IndexedPage Page()
    {
        // A title often ends with the name of the site.
        var title = _title.Length > 0 ? _title : (_documentTitle ?? "").Split([" | ", " - ", " — ", " · "], MostTitleParts, StringSplitOptions.TrimEntries)[0];
        var path = _url.TrimEnd('/');
        var name = path[(path.LastIndexOf('/') + 1)..];
        _aliases.Add(name.EndsWith(".html", StringComparison.Ordinal) ? name[..^".html".Length] : name);
        var sections = new List<IndexedSection>(_sections.Count);
        foreach (var (heading, anchor, body) in _sections)
        {
            sections.Add(new IndexedSection { Heading = heading, Anchor = anchor, Body = body.Take(), Facets = [], Aliases = sections.Count == 0 ? _aliases : [] });
        }

        return new IndexedPage(_url, title.Length > 0 ? title : _url, sections);
    }

    private static Attributes ReadAttributes(ref HtmlReader html)
    {
        var attributes = new Attributes();
        while (html.ReadAttribute())
        {
            var name = Encoding.ASCII.GetString(html.AttributeName).ToLowerInvariant();
            if (name is "id" or "role" or "lang" or "name" or "content" or "hidden" or "aria-hidden")
            {
                attributes.Set(name, WebUtility.HtmlDecode(Encoding.UTF8.GetString(html.Value)));
            }
        }

        return attributes;
    }

    /// <summary>The attributes that matter.</summary>
    private struct Attributes
    {
        public string? Id { get; private set; }

        public string? Role { get; private set; }

        public string? Language { get; private set; }

        public string? Name { get; private set; }

        public string? Content { get; private set; }

        public bool IsHidden { get; private set; }

        public void Set(string name, string value)
        {
            switch (name)
            {
                case "id":
                    Id = value.Length > 0 ? value : null;
                    break;
                case "role":
                    Role = value;
                    break;
                case "lang":
                    Language = value;
                    break;
                case "name":
                    Name = value.ToLowerInvariant();
                    break;
                case "content":
                    Content = value;
                    break;
                default:
                    IsHidden |= name == "hidden" ? value != "false" : value == "true";
                    break;
            }
        }
    }
}
