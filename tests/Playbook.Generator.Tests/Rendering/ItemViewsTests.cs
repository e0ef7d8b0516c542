using AngleSharp.Html.Parser;

namespace Playbooks.Tests.Rendering;

public sealed class ItemViewsTests
{
    // Without a day on which the programme starts, a due date is a distance in words.
    [Theory]
    [InlineData("en", "programme-start", "3w", "3 weeks after the program starts")]
    [InlineData("en", "programme-start", "-1d", "1 day before the program starts")]
    [InlineData("en", "programme-start", "0d", "the start of the program")]
    [InlineData("en", "phase-start", "2d", "2 days after Start starts")]
    [InlineData("en", "phase-start", "-2w", "2 weeks before Start starts")]
    [InlineData("en", "phase-end", "-1w", "1 week before Start ends")]
    [InlineData("en", "phase-end", "1m", "1 month after Start ends")]
    [InlineData("en", "item:PEO-02", "4d", "4 days after “Second”")]
    [InlineData("en", "item:PEO-02", "-4d", "4 days before “Second”")]
    [InlineData("en", "item:PEO-02", "0d", "on the day of “Second”")]
    [InlineData("fr", "item:PEO-02", "-1w", "1 semaine avant « Second »")]
    [InlineData("fr", "programme-start", "-2w", "2 semaines avant le début du programme")]
    public void Due_date_without_dates_says_how_far_before_or_after(string language, string from, string offset, string words) =>
        Assert.Contains(words, Facts(language, $"due: {{from: \"{from}\", offset: {offset}}}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("en", "1w", "every week")]
    [InlineData("en", "3m", "every 3 months")]
    [InlineData("fr", "1m", "chaque mois")]
    [InlineData("fr", "2w", "toutes les 2 semaines")]
    public void Repetition_is_said_as_the_language_says_it(string language, string every, string words) =>
        Assert.Contains(words, Facts(language, $"repeat: {{every: {every}}}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("en", "Must")]
    [InlineData("fr", "Indispensable")]
    public void Standard_priorities_have_the_words_of_the_language(string language, string word) =>
        Assert.Contains(word, Facts(language, "tags: []"), StringComparison.Ordinal);

    private static string Facts(string language, string field)
    {
        using var site = TinySite.Of($$"""
            {{TinySite.SmallestWorld.Replace("locale: en", $"locale: {language}", StringComparison.Ordinal)}}
            -- areas/people/checklist.yml --
            items:
              - id: PEO-01
                title: First
                why: So.
                how: people/one
                done_when: [Done]
                evidence: note
                owner: lead
                phase: start
                effort: S
                priority: must
                {{field}}
              - {id: PEO-02, title: Second, why: So., how: people/one, done_when: [Done], evidence: note, owner: lead, phase: start, effort: S, priority: must}
            """).Built();
        return new HtmlParser().ParseDocument(site.Read("common/checklist/index.html")).QuerySelector("[data-item='PEO-01'] .item-facts")!.TextContent.Replace('\u202F', ' ').Replace('\u00A0', ' ');
    }
}
