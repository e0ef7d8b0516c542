using System.Text.Json;
using Playbooks.Tests.Sites;

namespace Playbooks.Tests.Indexing;

/// <summary>What readers of the default playbook would type leads to the page that answers it.</summary>
public sealed class GoldenQueriesTests(DefaultPlaybook playbook) : IClassFixture<DefaultPlaybook>
{
    private const int FewestQueries = 60;
    private const int BestResults = 3;
    private const double ShareOfFirst = 0.9;

    // A query that the text has no word for is kept, so that nobody forgets it; there may be hardly any.
    private const int MostGaps = 2;

    private static readonly string File = RepositoryFolder.PathOf("tests", "search-eval", "golden.json");

    [Fact]
    public void Right_page_is_first_for_nine_of_ten_queries_and_always_among_three()
    {
        using var golden = JsonDocument.Parse(System.IO.File.ReadAllBytes(File));
        var gaps = golden.RootElement.EnumerateArray().Where(each => each.TryGetProperty("gap", out _)).Select(each => each.GetProperty("query").GetString()!).ToHashSet(StringComparer.Ordinal);
        var ranks = NodeProgram.Run("golden.mjs", playbook.Folder("common"), File).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Select(each => (Query: each.GetProperty("query").GetString()!, Rank: each.GetProperty("rank").GetInt32()))
            .Where(each => !gaps.Contains(each.Query))
            .ToArray();

        Assert.InRange(gaps.Count, 0, MostGaps);
        Assert.InRange(ranks.Length, FewestQueries, 1_000);
        Assert.Equal([], ranks.Where(each => each.Rank is 0 or > BestResults).Select(each => $"{each.Query}: {each.Rank}"));
        var first = ranks.Count(each => each.Rank == 1);
        Assert.True(first >= ShareOfFirst * ranks.Length, $"{first} of {ranks.Length} first; not: {string.Join(", ", ranks.Where(each => each.Rank != 1).Select(each => each.Query))}");
    }

    [Fact]
    public void Pages_that_the_queries_name_are_there()
    {
        using var golden = JsonDocument.Parse(System.IO.File.ReadAllBytes(File));
        Assert.All(
            golden.RootElement.EnumerateArray().SelectMany(each => each.GetProperty("pages").EnumerateArray()).Select(page => page.GetString()!),
            page => Assert.True(playbook.Has($"common/{page}index.html"), page));
    }
}
