using System.Collections.Immutable;
using System.Text;
using Playbooks.Compiling;
using Playbooks.Diagnostics;
using Playbooks.Model;

namespace Playbooks.Tests.Compiling;

/// <summary>A Markdown text, what became of it, and a way to show slots in HTML: <c>⟦term.staff⟧</c>.</summary>
internal sealed class CompiledText
{
    private const string Path = "areas/people/managers.md";

    private static readonly ImmutableArray<CalloutKind> Callouts =
    [
        new(Slug.Of("tip"), "Tip", new Located<string>("lightbulb", new SourceText(new InputPath("playbook.yml"), "").Span(0, 1)), [], HasWriteLine: false),
        new(Slug.Of("example"), "Example", null, [], HasWriteLine: false),
        new(Slug.Of("law"), "Law", null, ["jurisdiction", "reviewed", "sources"], HasWriteLine: false),
        new(Slug.Of("ask"), "Ask", null, [], HasWriteLine: true),
    ];

    private CompiledText(CompiledDocument document, ImmutableArray<Diagnostic> diagnostics)
    {
        Document = document;
        Diagnostics = diagnostics;
    }

    public CompiledDocument Document { get; }

    public ImmutableArray<Diagnostic> Diagnostics { get; }

    public ImmutableArray<CompiledSection> Sections => Document.Sections;

    /// <summary>All sections and parts, headings included.</summary>
    public string Html => string.Concat(Everything.Select(section => Show(section.Heading) + Show(section.Body)));

    public IEnumerable<FragmentSlot> Slots => Everything.SelectMany(section => section.Heading.Slots.Concat(section.Body.Slots));

    public IEnumerable<CompiledSection> Everything => Sections.Concat(Document.Parts.SelectMany(part => part.Sections));

    public string[] Codes => [.. Diagnostics.Select(each => each.Code)];

    /// <summary>Codes with places, such as <c>PB0430 2:5+10</c>.</summary>
    public string[] Problems => [.. Diagnostics.Select(each => $"{each.Code} {each.Span.Line}:{each.Span.Column}+{each.Span.Length}")];

    public static CompiledText Of(string text, bool allowsOverrides = false, string path = Path)
    {
        var source = new SourceText(new InputPath(path), text);
        var diagnostics = new DiagnosticBag();
        var bodyOffset = FrontMatter.Split(source)?.BodyOffset ?? 0;
        var document = MarkdownCompiler.Compile(source, bodyOffset, new CompileOptions(Callouts, allowsOverrides), diagnostics);
        return new CompiledText(document, diagnostics.Sorted());
    }

    /// <summary>The text of a compiled fragment without problems.</summary>
    public static string HtmlOf(string text)
    {
        var compiled = Of(text);
        Assert.Empty(compiled.Problems);
        return compiled.Html;
    }

    public static string Show(Fragment fragment)
    {
        var html = new StringBuilder();
        var bytes = fragment.Utf8.Span;
        var ends = new Stack<int>();
        var at = 0;
        foreach (var slot in fragment.Slots)
        {
            CloseRanges(slot.Position, bytes);
            html.Append(Encoding.UTF8.GetString(bytes[at..slot.Position]));
            at = slot.Position;
            html.Append(Show(slot));
            if (slot is FragmentSlot.Range range)
            {
                ends.Push(range.End);
            }
        }

        CloseRanges(bytes.Length, bytes);
        return html.Append(Encoding.UTF8.GetString(bytes[at..])).ToString();

        void CloseRanges(int position, ReadOnlySpan<byte> utf8)
        {
            while (ends.TryPeek(out var end) && end <= position)
            {
                html.Append(Encoding.UTF8.GetString(utf8[at..end])).Append("⟦end⟧");
                at = ends.Pop();
            }
        }
    }

    public static string Show(Condition condition) => condition switch
    {
        Condition.Holds holds => holds.Fact.Value,
        Condition.Not not => $"not {Show(not.Operand)}",
        _ => condition.ToString(),
    };

    private static string Show(FragmentSlot slot) => slot switch
    {
        FragmentSlot.Value value => $"⟦{value.Expression}⟧",
        FragmentSlot.LinkStart link => $"⟦a {link.Target.Reference}{(link.Target.Anchor is null ? "" : "#")}{link.Target.Anchor}⟧",
        FragmentSlot.LinkEnd => "⟦/a⟧",
        FragmentSlot.Asset asset => $"⟦{asset.File}⟧",
        FragmentSlot.Citation citation => $"⟦@{citation.Source}⟧",
        FragmentSlot.InterfaceText text => text.Argument is null ? $"⟦{text.Key}⟧" : $"⟦{text.Key}: {text.Argument}⟧",
        FragmentSlot.Range range => $"⟦when {Show(range.Condition)}⟧",
        _ => throw new InvalidOperationException(slot.ToString()),
    };
}
