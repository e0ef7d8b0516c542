using Playbooks.Indexing;
using Playbooks.Tests.Sites;

namespace Playbooks.Tests.Indexing;

/// <summary>Endings are taken off alike by the generator and the browser.</summary>
public sealed class LanguageRulesTests(DefaultPlaybook playbook, CloudInFrench french) : IClassFixture<DefaultPlaybook>, IClassFixture<CloudInFrench>
{
    [Theory]
    [InlineData("en", "plan", "plans", "planning", "planned")]
    [InlineData("en", "approve", "approval", "approves", "approving")]
    [InlineData("en", "policy", "policies")]
    [InlineData("en", "organization", "organizational", "organisation", "organize")]
    [InlineData("en-GB", "manage", "manager", "managers", "managing", "management")]
    [InlineData("fr", "equipe", "equipes")]
    [InlineData("fr", "former", "formation", "formations", "forme")]
    [InlineData("fr", "principal", "principaux")]
    public void Forms_of_a_word_have_one_stem(string language, string word, params string[] forms)
    {
        var rules = LanguageRules.Of(language);
        Assert.All(forms, form => Assert.Equal(rules.StemOf(word), rules.StemOf(form)));
    }

    [Theory]
    [InlineData("en", "policy", "police")]
    [InlineData("ar", "plan", "plans")]
    public void Different_words_keep_different_stems(string language, string one, string other)
    {
        var rules = LanguageRules.Of(language);
        Assert.NotEqual(rules.StemOf(one), rules.StemOf(other));
    }

    [Fact]
    public void Browser_takes_endings_off_as_the_generator_does()
    {
        Compare(playbook.Folder("common", "search"), "en");
        Compare(french.Folder("common", "search"), "fr");
    }

    private static void Compare(string index, string language)
    {
        var rules = LanguageRules.Of(language);
        var pairs = NodeProgram.Run("stems.mjs", index).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).ToArray();
        Assert.InRange(pairs.Length, 200, 20_000);
        Assert.Equal([], pairs.Where(pair => rules.StemOf(pair[0]) != pair[1]).Select(pair => string.Join(' ', pair)));
    }
}
