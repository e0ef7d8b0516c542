using Playbooks.Model;

namespace Playbooks.Tests.Writing;

public sealed class ConcurrentBuildTests : OutputFixture
{
    private const int Builders = 3;
    private const int Rounds = 20;

    [Fact]
    public async Task Builders_at_once_never_show_a_reader_a_missing_or_mixed_file()
    {
        Build(Whole("start"));
        using var done = new CancellationTokenSource();
        var reader = Task.Run(() => ReadUntil(done.Token), CancellationToken.None);

        await Task.WhenAll(Enumerable.Range(0, Builders).Select(builder => Task.Run(() =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                Build(Whole($"{builder}.{round}"));
            }
        })));
        await done.CancelAsync();

        var (reads, wrong) = await reader;
        Assert.Null(wrong);
        Assert.True(reads > 100, $"only {reads} reads");
        Assert.Equal("", Litter("common"));
    }

    private static Site Whole(string version) => SiteOf(
        "common",
        [.. Enumerable.Range(0, 12).Select(page => ($"page-{page}/index.html", Page(version)))]);

    private static string Page(string version) => $"{version}|{new string('x', 3000)}|{version}";

    private (int Reads, string? Wrong) ReadUntil(CancellationToken done)
    {
        var reads = 0;
        for (; !done.IsCancellationRequested; reads++)
        {
            try
            {
                var text = File.ReadAllText(Path.Join(Output, $"common/page-{reads % 12}/index.html"));
                if (text != Page(text.Split('|')[0]))
                {
                    return (reads, $"torn: {text}");
                }
            }
            catch (IOException error)
            {
                return (reads, error.Message);
            }
        }

        return (reads, null);
    }
}
