using System.Text;

namespace Playbooks.Indexing;

/// <summary>What the index knows of a language: words too common to search for, and endings that do not change a word's meaning.</summary>
/// <remarks>
/// Another language is another file beside <c>en.txt</c>. The rules travel in the index, so the browser knows no language.
/// Endings are only looked at when somebody searches: the index holds words as they are written.
/// </remarks>
internal sealed class LanguageRules
{
    private LanguageRules(ImmutableArray<string> stopWords, ImmutableArray<ImmutableArray<EndingRule>> passes, ImmutableArray<ImmutableArray<string>> synonyms)
    {
        Synonyms = synonyms;
        StopWords = stopWords;
        Passes = passes;
        _stopWords = stopWords.ToHashSet(StringComparer.Ordinal);
    }

    private readonly HashSet<string> _stopWords;

    /// <summary>Folded, as listed.</summary>
    public ImmutableArray<string> StopWords { get; }

    /// <summary>Rules for endings; of each pass the first that fits is applied.</summary>
    public ImmutableArray<ImmutableArray<EndingRule>> Passes { get; }

    /// <summary>First of a group in which only the next word is asked for and the others answer.</summary>
    public const string OneWay = ">";

    /// <summary>Everyday words of which a reader may type one and a text say another.</summary>
    public ImmutableArray<ImmutableArray<string>> Synonyms { get; }

    /// <summary>The rules of a language; none for a language without a file.</summary>
    /// <param name="tag">A language tag, such as <c>en-GB</c>.</param>
    public static LanguageRules Of(string tag)
    {
        using var stream = typeof(LanguageRules).Assembly.GetManifestResourceStream($"Indexing.{tag.Split('-')[0].ToLowerInvariant()}.txt");
        return stream is null ? new LanguageRules([], [], []) : Read(stream);
    }

    /// <summary>Everything the language files say: it is in every edition's index, so it is no organization's secret.</summary>
    public static IEnumerable<string> PublicTexts
    {
        get
        {
            foreach (var name in typeof(LanguageRules).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("Indexing.", StringComparison.Ordinal) && name != FoldTable.Resource))
            {
                using var reader = new StreamReader(typeof(LanguageRules).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
                yield return reader.ReadToEnd();
            }
        }
    }

    /// <summary>Whether a folded word is too common to search for.</summary>
    public bool IsStopWord(string word) => _stopWords.Contains(word);

    /// <summary>What is left of a folded word without its endings. Only good for comparing with another stem.</summary>
    public string StemOf(string word)
    {
        foreach (var pass in Passes)
        {
            if (pass.FirstOrDefault(rule => word.Length - rule.Ending.Length >= rule.Left && word.EndsWith(rule.Ending, StringComparison.Ordinal)) is { } rule)
            {
                word = string.Concat(word.AsSpan(0, word.Length - rule.Ending.Length), rule.Replacement);
            }
        }

        // Doubled letters come and go with endings: plan, planning.
        return !Passes.IsEmpty && word.Length > 3 && word[^1] == word[^2] ? word[..^1] : word;
    }

    private static LanguageRules Read(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        ImmutableArray<string> stopWords = [];
        var passes = new List<List<EndingRule>>();
        var synonyms = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        while (reader.ReadLine() is { } line)
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            switch (words)
            {
                case ["stop", .. var stop]:
                    stopWords = [.. stop];
                    break;
                case ["same", ..]:
                    synonyms.Add([.. line["same ".Length..].Split(", ")]);
                    break;
                case ["asked", ..]:
                    synonyms.Add([OneWay, .. line["asked ".Length..].Split(", ")]);
                    break;
                case ["pass"]:
                    passes.Add([]);
                    break;
                case [var ending, var replacement, var left] when !ending.StartsWith('#'):
                    passes[^1].Add(new EndingRule(ending, replacement == "-" ? "" : replacement, int.Parse(left, CultureInfo.InvariantCulture)));
                    break;
            }
        }

        return new LanguageRules(stopWords, [.. passes.Select(pass => pass.ToImmutableArray())], synonyms.ToImmutable());
    }
}

/// <summary>An ending that does not change what a word is about.</summary>
/// <param name="Ending">Folded.</param>
/// <param name="Replacement">What takes its place; may be empty.</param>
/// <param name="Left">Letters that must stand before it.</param>
internal sealed record EndingRule(string Ending, string Replacement, int Left);
