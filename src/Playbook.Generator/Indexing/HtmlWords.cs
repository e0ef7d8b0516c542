using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Playbooks.Markup;

namespace Playbooks.Indexing;

/// <summary>
/// Counts the words of compiled HTML, each fragment once: a chapter without values or conditions is the same fragment in
/// every edition, so twenty editions cost hardly more than one.
/// </summary>
/// <remarks>May be used by several threads. What slots put in later (numbers of sources, "not in this edition") is not counted.</remarks>
/// <param name="isShared">Whether there are several editions; for a single one nothing is kept.</param>
internal sealed class HtmlWords(bool isShared)
{
    private readonly ConcurrentDictionary<Fragment, TextWords> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>The words of all texts.</summary>
    public WordTable Table { get; } = new();

    /// <summary>Counts the words of a fragment.</summary>
    /// <param name="fragment">What an edition says.</param>
    /// <param name="words">Where to count them.</param>
    /// <param name="reader">A reader of the calling thread.</param>
    public void Count(Fragment fragment, WordCounts words, WordReader reader)
    {
        if (!isShared)
        {
            Read(fragment.Utf8.Span, words, reader);
            return;
        }

        if (!_known.TryGetValue(fragment, out var known))
        {
            var own = new WordCounts(Table);
            Read(fragment.Utf8.Span, own, reader);
            known = _known.GetOrAdd(fragment, own.Take());
        }

        words.Add(known);
    }

    /// <summary>Adds the words of a piece of HTML. Every tag ends a word, so that neighbouring cells do not grow together.</summary>
    private static void Read(ReadOnlySpan<byte> utf8, WordCounts words, WordReader reader)
    {
        var html = new HtmlReader(utf8);
        for (var isMore = true; isMore;)
        {
            isMore = html.ReadTag();
            if (!html.IsRawText && html.TextEnd > html.TextStart)
            {
                AddText(utf8[html.TextStart..html.TextEnd], words, reader);
            }
        }
    }

    private static void AddText(ReadOnlySpan<byte> utf8, WordCounts words, WordReader reader)
    {
        var buffer = ArrayPool<char>.Shared.Rent(utf8.Length);
        ReadOnlySpan<char> text = buffer.AsSpan(0, Encoding.UTF8.GetChars(utf8, buffer));
        words.Add(text.Contains('&') ? WebUtility.HtmlDecode(text.ToString()) : text, reader);
        ArrayPool<char>.Shared.Return(buffer);
    }
}
