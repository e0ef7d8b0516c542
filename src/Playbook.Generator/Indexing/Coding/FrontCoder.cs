using System.Text;

namespace Playbooks.Indexing;

/// <summary>
/// Writes sorted words without repeating beginnings: a capital letter says how many letters of the word before are kept
/// (<c>A</c> none … <c>Z</c> 25), then come the rest. Folded words hold no capitals of ASCII.
/// </summary>
internal sealed class FrontCoder
{
    private const int MostKept = 25;

    private readonly StringBuilder _text = new();
    private string _before = "";

    /// <summary>Number of UTF-16 units so far.</summary>
    public int Length => _text.Length;

    /// <summary>Appends a word, which sorts behind the one before.</summary>
    public void Append(string word)
    {
        var kept = Math.Min(MostKept, word.AsSpan().CommonPrefixLength(_before));
        _text.Append((char)('A' + kept)).Append(word, kept, word.Length - kept);
        _before = word;
    }

    /// <inheritdoc />
    public override string ToString() => _text.ToString();
}
