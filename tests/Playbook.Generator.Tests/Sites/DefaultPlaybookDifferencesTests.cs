namespace Playbooks.Tests.Sites;

/// <summary>
/// What each of the three organizations shows differently, row by row of the table in <c>content.md</c> 4.6: for every row
/// and organization one page and one sentence or item that only this edition has.
/// </summary>
public sealed class DefaultPlaybookDifferencesTests(DefaultPlaybook playbook) : IClassFixture<DefaultPlaybook>
{
    private static readonly string[] Editions = ["common", "harbour-lane", "larkfield", "northmoor"];

    [Theory]
    [InlineData("Home", "harbour-lane/", "We do this for one reason: neighbours should find food, advice and company in time.")]
    [InlineData("Home", "larkfield/", "Our leaders said yes to this work with conditions, and those conditions come first.")]
    [InlineData("Home", "northmoor/", "The map of our nine colleges, six hubs and their network is under Organizational Structure")]
    [InlineData("Vocabulary", "harbour-lane/culture/managers/", "Team members and volunteers hear the announcement")]
    [InlineData("Vocabulary", "larkfield/leadership/leaders-on-social/", "the same slip by any other colleague")]
    [InlineData("Vocabulary", "northmoor/culture/employee-voices/", "where all faculty and staff read")]
    [InlineData("Roles", "harbour-lane/start/roles/", "One line needs a warning: the operations manager leads the change and is also the social media lead.")]
    [InlineData("Roles", "larkfield/start/roles/", "Nine roles are held by nine different people")]
    [InlineData("Roles", "northmoor/start/roles/", "is one title and nine people, one in each college.")]
    [InlineData("Checklist", "harbour-lane/checklist/", "Agree on a bad-day card: two phone numbers, who decides, and a first sentence")]
    [InlineData("Checklist", "larkfield/checklist/policies/", "Put regulated content through review, supervision and record-keeping")]
    [InlineData("Checklist", "northmoor/checklist/structure/", "List every account that a student can sign in to, with two employees responsible for it")]
    [InlineData("Applicable items", "harbour-lane/does-not-apply/", "Does not apply because “Regulated communications” is no")]
    [InlineData("Applicable items", "larkfield/does-not-apply/", "Does not apply because “Employee voices” is no")]
    [InlineData("Applicable items", "northmoor/does-not-apply/", "Write account ownership, access and exit into agency contracts")]
    [InlineData("Leadership", "harbour-lane/leadership/secure-a-sponsor/", "One trustee sponsors, but all of them stay responsible.")]
    [InlineData("Leadership", "larkfield/leadership/leaders-on-social/", "Before you plan a date: market-sensitive information")]
    [InlineData("Leadership", "northmoor/leadership/secure-a-sponsor/", "Deans as many sponsors")]
    [InlineData("Culture", "harbour-lane/local/messaging-groups-and-safeguarding/", "Ask permission each time: for a picture, for a story, for putting someone's number into a group.")]
    [InlineData("Culture", "larkfield/culture/managers/", "Each level briefs the next, from the top down")]
    [InlineData("Culture", "northmoor/culture/employee-voices/", "Academic freedom covers what they say about their field")]
    [InlineData("Structure", "harbour-lane/structure/choose-a-model/", "The operations manager runs all our accounts, six hours a week, from the office")]
    [InlineData("Structure", "larkfield/structure/choose-a-model/", "The eight pages become local posts on the one Facebook page, in three waves.")]
    [InlineData("Structure", "northmoor/policies/account-security/", "Every account is renewed once a year, by March 31.")]
    [InlineData("Law notes", "harbour-lane/policies/staff-policy/", "The guidance of September 2023 addresses charities in England and Wales.")]
    [InlineData("Law notes", "larkfield/policies/publishing-and-approval/", "Silence is never a yes, in any tier.")]
    [InlineData("Law notes", "northmoor/policies/community-and-moderation/", "Northmoor is part of the state, so the First Amendment stands behind every comment we hide.")]
    [InlineData("Records", "harbour-lane/policies/records/", "One paragraph is all we need.")]
    [InlineData("Records", "larkfield/policies/records/", "Our archive takes posts, edits, replies, direct messages and deletions")]
    [InlineData("Records", "northmoor/policies/records/", "public records requests come from reporters, parents and people who dislike us.")]
    [InlineData("Response targets", "harbour-lane/structure/listening-and-response/", "We read in working hours, and we say that we do not read at night.")]
    [InlineData("Response targets", "larkfield/local/fraud-duty-rota/", "Two people are on duty for fraud at every hour")]
    [InlineData("Response targets", "northmoor/structure/listening-and-response/", "24 hours a day, every day of the year")]
    [InlineData("Assessment", "harbour-lane/start/assess-readiness/", "everybody scores in one 90-minute session, on paper, with tea.")]
    [InlineData("Assessment", "larkfield/start/assess-readiness/", "so the group of leaders is shown on its own, because it has at least five answers.")]
    [InlineData("Assessment", "northmoor/start/assess-readiness/", "The result of a college is shown only if at least five people in it answered.")]
    [InlineData("Roadmap", "harbour-lane/start/roadmap/", "Our plan takes 27 weeks and not 36, from 11 January 2027 to 19 July 2027.")]
    [InlineData("Roadmap", "larkfield/start/roadmap/", "Design takes twelve weeks, twice the usual, for two reasons.")]
    [InlineData("Roadmap", "northmoor/start/roadmap/", "We start on June 1, 2027, when offices have time, and we work around the academic calendar.")]
    public void Row_of_the_table_is_true_on_a_page_of_this_edition_and_of_no_other(string row, string address, string sentence)
    {
        Assert.True(playbook.Main(address).Contains(sentence, StringComparison.Ordinal), $"{row}: {address} does not say “{sentence}”");
        var (edition, page) = (address.Split('/')[0], address[(address.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        var others = Editions.Where(other => other != edition && playbook.Has($"{other}/{page}index.html") && playbook.Main($"{other}/{page}").Contains(sentence, StringComparison.Ordinal));
        Assert.True(IsShared(row, others), $"{row}: {string.Join(", ", others)} say the same");
    }

    /// <summary>What does not apply depends on one fact, and several organizations may share it; everything else is one edition's own.</summary>
    private static bool IsShared(string row, IEnumerable<string> others) => row == "Applicable items" || !others.Any();

    [Theory]
    [InlineData("harbour-lane", 5, 1)]
    [InlineData("larkfield", 5, 3)]
    [InlineData("northmoor", 5, 3)]
    public void Organization_lives_in_its_edition(string edition, int changed, int added)
    {
        var pages = playbook.Pages(edition).Select(page => (page, main: playbook.Main(page))).ToArray();
        Assert.True(pages.Count(each => each.main.Contains("Changed for ", StringComparison.Ordinal)) >= changed);
        Assert.Equal(added, pages.Count(each => each.page.StartsWith($"{edition}/local/", StringComparison.Ordinal)));
        var chapters = playbook.Page($"{edition}/does-not-apply/").QuerySelectorAll("h2").Single(heading => heading.TextContent == "Chapters");
        Assert.NotEmpty(chapters.NextElementSibling!.QuerySelectorAll(".entry-text"));
        Assert.Contains(playbook.Page($"{edition}/checklist/").QuerySelectorAll(".item-waiver"), waiver => BuiltSite.Spaced(waiver).StartsWith("Waived by ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("harbour-lane", "US|EU|CA|AU")]
    [InlineData("larkfield", "UK|EU|CA|AU")]
    [InlineData("northmoor", "UK|EU|CA|AU")]
    public void Nothing_of_another_countrys_law_is_in_the_edition(string edition, string others)
    {
        foreach (var page in playbook.Pages(edition))
        {
            Assert.DoesNotContain(playbook.Page(page).QuerySelectorAll(".callout-law .callout-note"), note => others.Split('|').Contains(BuiltSite.Spaced(note).Split(' ')[0]));
        }
    }

    [Theory]
    [InlineData("harbour-lane", "National Labor Relations Board", "Federal Trade Commission")]
    [InlineData("northmoor", "National Labor Relations Board", "Federal Trade Commission")]
    public void Rule_that_does_not_bind_the_organization_is_not_among_its_sources(string edition, params string[] publishers) =>
        Assert.All(publishers, publisher => Assert.All(playbook.Pages(edition), page => Assert.DoesNotContain(publisher, playbook.Main(page), StringComparison.Ordinal)));
}
