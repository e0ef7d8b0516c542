using System.Text;
using System.Text.Json;
using Playbooks.Indexing;

namespace Playbooks.Tests.Indexing;

/// <summary>The generator and the browser cut text into the same words, or nothing is found.</summary>
public sealed class WordReaderTests
{
    private static readonly string Vectors = RepositoryFolder.PathOf("tests", "search-eval", "vectors.json");

    [Fact]
    public void Every_vector_is_read_as_it_says()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Vectors));
        var vectors = document.RootElement.EnumerateArray().Select(each => (
            Text: each.GetProperty("text").GetString()!,
            Words: each.GetProperty("words").EnumerateArray().Select(word => word.GetString()!).ToArray())).ToArray();

        Assert.InRange(vectors.Length, 300, 10_000);
        Assert.Equal([], vectors.Where(vector => !vector.Words.SequenceEqual(WordsOf(vector.Text))).Select(vector => $"{vector.Text}: {string.Join(' ', WordsOf(vector.Text))}"));
    }

    [Fact]
    public void Browser_reads_every_vector_as_it_says() => Assert.EndsWith(" vectors\n", NodeProgram.Run("check-vectors.mjs", Vectors), StringComparison.Ordinal);

    [Fact]
    public void Browser_folds_every_letter_of_the_table_as_the_table_says()
    {
        // A newer Node may know letters that the table does not; those of the table never change.
        var folded = NodeProgram.Run("fold.mjs").Split('\n', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        var table = File.ReadAllLines(RepositoryFolder.PathOf("src", "Playbook.Generator", "Indexing", "Tokens", "fold.txt")).Where(line => !line.StartsWith('#')).ToArray();

        Assert.Equal(table.Length, FoldTable.Count);
        Assert.InRange(table.Length, 5_000, 20_000);
        Assert.Equal([], table.Where(line => !folded.Contains(line)));
    }

    [Theory]
    [InlineData("stand-up", "stand", "up", "standup")]
    [InlineData("don’t", "dont")]
    [InlineData("today’s", "today")]
    [InlineData("l’équipe", "l", "equipe", "lequipe")]
    [InlineData("Straße", "strasse")]
    [InlineData("中文搜索", "中文", "文搜", "搜索")]
    [InlineData("soft\u00adhyphen", "softhyphen")]
    [InlineData("𝒜𝓁𝒾𝒸𝑒", "alice")]
    public void Text_is_cut_into_words(string text, params string[] words) => Assert.Equal(words, WordsOf(text));

    [Theory]
    [InlineData("camelCaseName", "camel", "case", "name")]
    [InlineData("iPhone", "phone")]
    [InlineData("McKinsey", "kinsey")]
    public void Humps_of_a_word_are_found_as_well(string text, params string[] humps) =>
        Assert.Equal([.. humps, text.ToLowerInvariant()], WordsOf(text));

    [Theory]
    [InlineData("ABC")]
    [InlineData("RESISTANCE")]
    public void Capitals_alone_are_no_humps(string text) => Assert.Equal([text.ToLowerInvariant()], WordsOf(text));

    [Fact]
    public void Words_never_hold_capitals_of_ASCII_or_anything_that_JSON_escapes()
    {
        var all = new StringBuilder();
        for (var value = 0; value < 0x30000; value++)
        {
            all.Append(Rune.IsValid(value) ? new Rune(value).ToString() : "").Append(' ');
        }

        Assert.DoesNotContain(WordsOf(all.ToString()), word => word.Any(letter => letter is (>= 'A' and <= 'Z') or '"' or '\\' or ' ' or < ' '));
    }

    private static string[] WordsOf(string text)
    {
        var words = new List<string>();
        new WordReader().Read(text, word => words.Add(word.ToString()));
        return [.. words];
    }
}
