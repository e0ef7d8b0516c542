using Playbooks.Diagnostics;
using Playbooks.Loading;

namespace Playbooks.Tests.Loading;

public sealed class CompiledTextsTests
{
    private const string One = "areas/people/one.md";

    [Fact]
    public void Only_a_text_that_changed_is_compiled_again()
    {
        using var site = TinySite.Of("");
        var texts = new CompiledTexts();
        var all = Load(site, texts);
        Assert.True(all > 0);

        Assert.Equal(0, Load(site, texts));
        Append(site, One, "\nMore.\n");
        Assert.Equal(1, Load(site, texts));
        Append(site, "playbook.yml", "# A comment may be a callout: the whole is compiled again.\n");
        Assert.Equal(all, Load(site, texts));
    }

    [Fact]
    public void A_change_of_the_same_length_and_time_is_seen()
    {
        using var site = TinySite.Of("");
        var texts = new CompiledTexts();
        Load(site, texts);
        var file = Path.Combine(site.InputFolder, One);
        var (time, text) = (File.GetLastWriteTimeUtc(file), File.ReadAllText(file));

        File.WriteAllText(file, text[..^2] + "!\n");
        File.SetLastWriteTimeUtc(file, time);

        Assert.Equal(1, Load(site, texts));
    }

    [Theory]
    [InlineData(One, 1)]
    [InlineData("areas/people", 1)]
    [InlineData("areas", 1)]
    [InlineData("areas/people/on", 0)]
    [InlineData("areas/people/one.md.old", 0)]
    public void Files_that_cannot_have_changed_are_not_read(string changed, int readAnew)
    {
        using var site = TinySite.Of("");
        var texts = new CompiledTexts();
        Load(site, texts);
        Append(site, One, "\nMore.\n");
        texts.Changed = [changed];

        Assert.Equal(readAnew, Load(site, texts));
    }

    private static int Load(TinySite site, CompiledTexts texts)
    {
        var problems = new DiagnosticBag();
        Assert.NotNull(PlaybookLoader.Load(InputFolder.Open(site.InputFolder, problems), problems, texts));
        return texts.ReadAnew;
    }

    private static void Append(TinySite site, string path, string text) => File.AppendAllText(Path.Combine(site.InputFolder, path), text);
}
