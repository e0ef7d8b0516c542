using System.Text;

namespace Playbooks.Verifying;

/// <summary>
/// What is private to each organization: words and phrases of its files that neither a common text nor, for a given
/// edition, that edition's own files hold. Built once per run and shared by all editions and threads.
/// </summary>
/// <remarks>
/// A word has five letters or digits or more, or is an abbreviation of three or four capitals. A phrase has three words and
/// sixteen bytes or more; long sentences are cut into phrases of six words, so that half a sentence is found too. What a
/// page shows is made of common texts, the edition's own files and the generator's constants, so a hit is a leak unless a
/// text was forgotten when the rules were built.
/// </remarks>
public sealed class IsolationRules
{
    // Four megabytes hold the lines of some thousand pages.
    private const int CleanPieces = 1 << 19;

    private readonly IReadOnlyList<OrganizationTexts> _organizations;
    private readonly Lazy<KnownHashes> _clean = new(() => new KnownHashes(CleanPieces));

    internal IsolationRules(
        IReadOnlyList<OrganizationTexts> organizations,
        PrivateWords words,
        PrivatePhrases phrases,
        LeakExplanations explanations)
    {
        _organizations = organizations;
        Words = words;
        Phrases = phrases;
        Explanations = explanations;
    }

    internal PrivateWords Words { get; }

    internal PrivatePhrases Phrases { get; }

    internal LeakExplanations Explanations { get; }

    /// <summary>Pieces of published files that hold nothing private of any organization, whatever the edition.</summary>
    internal KnownHashes Clean => _clean.Value;

    /// <summary>False when there is nothing to look for.</summary>
    internal bool HasPrivateTexts => Words.Count > 0 || Phrases.Count > 0;

    /// <summary>Reads all texts and keeps what is private.</summary>
    /// <param name="organizations">All organizations of the input folder, also those that are not built.</param>
    /// <param name="commonTexts">
    /// Every text a page may show that no organization wrote: all files and paths of the input outside the organizations'
    /// folders (layers included), templates, scripts, styles and locales of the theme, names taken from git, the base URL.
    /// </param>
    public static IsolationRules Create(IReadOnlyList<OrganizationTexts> organizations, IReadOnlyList<string> commonTexts)
    {
        ArgumentNullException.ThrowIfNull(organizations);
        ArgumentNullException.ThrowIfNull(commonTexts);
        return new IsolationRulesBuilder(organizations, [.. commonTexts, .. GeneratorWords.All]).Build();
    }

    /// <summary>The number of an edition's organization, or -1 for the common edition.</summary>
    internal int NumberOf(Slug edition)
    {
        for (var number = 0; number < _organizations.Count; number++)
        {
            if (_organizations[number].Id == edition)
            {
                return number;
            }
        }

        return -1;
    }

    internal Slug IdOf(TextOrigin origin) => _organizations[origin.Organization].Id;

    /// <summary>The place of a private text, to be shown.</summary>
    internal SourceSpan SpanOf(TextOrigin origin)
    {
        var files = _organizations[origin.Organization].Files;
        if (origin.File < 0)
        {
            return new SourceText(new InputPath(IdOf(origin).Value), IdOf(origin).Value).Span(0, IdOf(origin).Value.Length);
        }

        var source = files[origin.File];
        if (origin.Start < 0)
        {
            return source.Span(0, 1);
        }

        var utf8 = Encoding.UTF8.GetBytes(source.Text);
        var start = Encoding.UTF8.GetCharCount(utf8.AsSpan(0, origin.Start));
        return source.Span(start, Encoding.UTF8.GetCharCount(utf8.AsSpan(origin.Start, origin.End - origin.Start)));
    }
}
