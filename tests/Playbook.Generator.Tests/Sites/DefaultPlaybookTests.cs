using AngleSharp.Dom;

namespace Playbooks.Tests.Sites;

/// <summary>
/// The playbook that ships, for its three invented organizations. What each of them must show differently is decided in
/// the table of <c>content.md</c> 4.6; every row that is written has a test here with one page and one sentence.
/// </summary>
public sealed class DefaultPlaybookTests(DefaultPlaybook playbook) : IClassFixture<DefaultPlaybook>
{
    private static readonly string[] Editions = ["common", "harbour-lane", "larkfield", "northmoor"];

    [Fact]
    public void Every_edition_is_built_without_an_error_or_a_warning()
    {
        Assert.Equal("", playbook.Said);
        Assert.Equal(Editions, playbook.Result.Editions.Select(edition => edition.Id));
    }

    [Theory]
    [InlineData("common/")]
    [InlineData("common/leadership/")]
    [InlineData("common/leadership/secure-a-sponsor/")]
    [InlineData("common/leadership/leaders-on-social/")]
    [InlineData("common/plays/sponsor-agreement/")]
    [InlineData("common/templates/t-03/")]
    [InlineData("common/culture/")]
    [InlineData("common/strategy/")]
    [InlineData("common/policies/")]
    [InlineData("common/structure/")]
    [InlineData("common/start/how-to-use/")]
    [InlineData("common/checklist/leadership/")]
    [InlineData("common/checklist/essentials/")]
    [InlineData("common/checklist/programme/")]
    [InlineData("common/assessment/")]
    [InlineData("common/reference/glossary/")]
    [InlineData("common/reference/sources/")]
    [InlineData("common/404.html")]
    [InlineData("northmoor/local/student-administrators/")]
    [InlineData("northmoor/local/emergency-alerts/")]
    public void Page_is_there(string address) =>
        Assert.True(playbook.Has(address.EndsWith('/') ? $"{address}index.html" : address), address);

    // What is out was computed from content.md 2.3: 72 items, of which these do not apply.
    [Theory]
    [InlineData("harbour-lane", 68, 0, "LDR-09", "SYS-15", "STR-11", "STR-13")]
    [InlineData("larkfield", 71, 3, "CUL-10")]
    [InlineData("northmoor", 70, 3, "SYS-15", "STR-13")]
    public void Of_72_items_those_apply_that_the_facts_ask_for(string edition, int applicable, int added, params string[] absent)
    {
        var own = Items(edition);
        var all = Items("harbour-lane").Concat(Items("larkfield")).Concat(Items("northmoor")).Where(id => !id.StartsWith("X-", StringComparison.Ordinal)).Distinct().ToArray();

        Assert.Equal(72, all.Length);
        Assert.Equal(applicable, own.Count(id => !id.StartsWith("X-", StringComparison.Ordinal)));
        Assert.Equal(added, own.Count(id => id.StartsWith("X-", StringComparison.Ordinal)));
        Assert.Equal(absent.Order(StringComparer.Ordinal), all.Except(own).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Leadership_has_twelve_items_and_eleven_where_no_leader_takes_part()
    {
        string[] twelve = [.. Enumerable.Range(1, 12).Select(number => $"LDR-{number:00}")];

        Assert.Equal(twelve, ItemsOf("larkfield/checklist/leadership/"));
        Assert.Equal(twelve, ItemsOf("northmoor/checklist/leadership/"));
        Assert.Equal(twelve.Except(["LDR-09"]), ItemsOf("harbour-lane/checklist/leadership/"));
    }

    [Theory]
    [InlineData("harbour-lane", "Give each leader who takes part a personal plan, a coach and a rehearsal", "Does not apply because “Leaders take part” is no")]
    [InlineData("harbour-lane", "Put regulated content through review, supervision and record-keeping", "Does not apply because “Regulated communications” is no")]
    [InlineData("harbour-lane", "Leaders who take part", "No trustee will take part in person this year")]
    [InlineData("larkfield", "Start a voluntary, disclosed employee-voice program", "Does not apply because “Employee voices” is no")]
    [InlineData("northmoor", "Write account ownership, access and exit into agency contracts", "Does not apply because “Works with an agency” is no")]
    public void What_does_not_apply_is_listed_with_its_reason(string edition, string title, string reason)
    {
        var entry = playbook.Page($"{edition}/does-not-apply/").QuerySelectorAll(".absent-list li").Single(each => Words(each, ".entry-title") == title);
        Assert.StartsWith(reason, Words(entry, ".entry-text"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("common", "Leadership", "Culture", "Vision & Strategy", "Systems & Policies", "Organizational Structure")]
    [InlineData("harbour-lane", "Vision & Strategy", "Culture", "Leadership", "Systems & Policies", "Organizational Structure")]
    [InlineData("larkfield", "Leadership", "Culture", "Vision & Strategy", "Systems & Policies", "Organizational Structure")]
    [InlineData("northmoor", "Leadership", "Culture", "Vision & Strategy", "Systems & Policies", "Organizational Structure")]
    public void Home_shows_the_areas_in_the_organizations_order(string edition, params string[] areas) =>
        Assert.Equal(areas, playbook.Page($"{edition}/").QuerySelectorAll("[data-areas] h3").Select(BuiltSite.Spaced));

    [Theory]
    [InlineData("harbour-lane/", "We do this for one reason: neighbours should find food, advice and company in time.")]
    [InlineData("larkfield/", "Conditions agreed with leadership: every channel in use is captured")]
    [InlineData("larkfield/", "Stop rules: all scheduled posts pause at once")]
    [InlineData("larkfield/", "Two areas have gates that are checked before anything new is visible.")]
    [InlineData("northmoor/", "Warnings come only from the campus alert system and the emergency alerts account.")]
    public void Home_says_first_what_matters_first_there(string address, string sentence) => Shows(address, sentence);

    [Theory]
    [InlineData("harbour-lane/checklist/leadership/", "Interview the chair of trustees and each trustee about hopes, fears and intended use")]
    [InlineData("larkfield/checklist/leadership/", "Interview the chief executive and each executive about hopes, fears and intended use")]
    [InlineData("northmoor/checklist/leadership/", "Interview the president and each dean about hopes, fears and intended use")]
    [InlineData("harbour-lane/checklist/leadership/", "List the areas of work whose daily work will change.")]
    [InlineData("northmoor/checklist/leadership/", "List the colleges and units whose daily work will change.")]
    [InlineData("harbour-lane/leadership/secure-a-sponsor/", "two real messages from neighbours that came too late to help")]
    [InlineData("larkfield/leadership/leaders-on-social/", "the same slip by any other colleague")]
    [InlineData("northmoor/leadership/leaders-on-social/", "the same slip by any other employee")]
    public void Words_are_the_organizations_own(string address, string sentence) => Shows(address, sentence);

    [Fact]
    public void Roles_are_held_by_the_organizations_own_people_and_fall_back_where_nobody_holds_them()
    {
        // One person is program lead and social lead; content owner and responder fall back to the same.
        Assert.Contains("Operations manager", Owners("harbour-lane"), StringComparer.Ordinal);
        Assert.Subset(
            new HashSet<string> { "Chair of trustees", "Operations manager", "Office coordinator", "Treasurer", "Volunteer coordinator" },
            Owners("harbour-lane").ToHashSet());
        Assert.Equal("Director, marketing compliance", Owner("larkfield", "SYS-15"));
        Assert.Equal("College communications lead", Owner("northmoor", "SYS-03"));
        Assert.Equal("College communications lead", Owner("northmoor", "SYS-04"));
        Assert.Equal("College communications lead", Owner("northmoor", "X-01"));
        Assert.DoesNotContain(Owners("common"), owner => owner is "Operations manager" or "Treasurer" or "College communications lead");
    }

    [Fact]
    public void Items_have_the_priority_effort_and_length_the_facts_ask_for()
    {
        Assert.Equal(("should", "must", "must"), (Priority("harbour-lane", "SYS-12"), Priority("larkfield", "SYS-12"), Priority("northmoor", "SYS-12")));
        Assert.Equal(("could", "must"), (Priority("larkfield", "STR-11"), Priority("northmoor", "STR-11")));
        Assert.Contains("Up to three weeks", Facts("northmoor", "SYS-03"), StringComparison.Ordinal);
        Assert.Contains("Up to three weeks", Facts("northmoor", "SYS-04"), StringComparison.Ordinal);
        Assert.Contains("Form a guiding group of 3–5 people", Item("harbour-lane", "LDR-05").TextContent, StringComparison.Ordinal);
        Assert.Contains("Form a guiding group of 5–8 people", Item("larkfield", "LDR-05").TextContent, StringComparison.Ordinal);
        Assert.Contains("Score the assessment together in one 90-minute session", Item("harbour-lane", "PRG-02").TextContent, StringComparison.Ordinal);
    }

    // Three weeks after discover starts; six where leaders are wary; times 0.75 in the charity.
    [Theory]
    [InlineData("larkfield", "2027-03-15")]
    [InlineData("northmoor", "2027-06-22")]
    [InlineData("harbour-lane", "2027-01-27")]
    public void Sponsor_is_due_when_the_phases_and_the_stance_say(string edition, string day) =>
        Assert.Equal(day, Item(edition, "LDR-03").QuerySelector("time")!.GetAttribute("datetime"));

    [Theory]
    [InlineData("harbour-lane/leadership/secure-a-sponsor/", "In a charity", "Here nobody stands above all the people whose evenings will change.")]
    [InlineData("harbour-lane/leadership/sceptical-leader/", "trustees", "The trustees are in favour, and they set four limits before they said yes.")]
    [InlineData("larkfield/leadership/leaders-on-social/", "market-sensitive", "Before you plan a date: market-sensitive information")]
    [InlineData("larkfield/leadership/signals/", "agenda", "At Larkfield a subject exists when it is on the agenda of the executive committee.")]
    [InlineData("northmoor/leadership/secure-a-sponsor/", "deans", "Deans as many sponsors")]
    [InlineData("northmoor/leadership/secure-a-sponsor/", "consent", "Northmoor decides by consent more often than by vote.")]
    public void Sections_are_replaced_and_added_where_the_organization_says_so_and_nowhere_else(string address, string about, string sentence)
    {
        Shows(address, sentence);
        var (edition, page) = (address.Split('/')[0], address[(address.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        foreach (var other in Editions.Where(each => each != edition && playbook.Has($"{each}/{page}index.html")))
        {
            Assert.False(playbook.Main($"{other}/{page}").Contains(sentence, StringComparison.Ordinal), $"{other} shows what {edition} says about {about}");
        }
    }

    [Fact]
    public void Hidden_section_is_on_no_page_of_the_edition_that_hides_it()
    {
        const string Words = "Waiting is a decision: record the reason";
        Assert.Contains(Words, playbook.Main("common/leadership/sceptical-leader/"), StringComparison.Ordinal);
        Assert.Contains(Words, playbook.Main("harbour-lane/leadership/sceptical-leader/"), StringComparison.Ordinal);
        Assert.All(playbook.Pages("northmoor"), page => Assert.DoesNotContain(Words, playbook.Read(page), StringComparison.Ordinal));
        Assert.Null(playbook.Page("northmoor/leadership/sceptical-leader/").GetElementById("when-to-wait"));
    }

    [Fact]
    public void Excluded_page_is_gone_and_links_to_it_are_text_with_a_note()
    {
        Assert.False(playbook.Has("harbour-lane/leadership/leaders-on-social/index.html"));
        Assert.DoesNotContain(playbook.Pages("harbour-lane"), page => playbook.Page(page).QuerySelector("a[href*=leaders-on-social]") is not null);
        Assert.NotNull(playbook.Page("larkfield/leadership/read-the-stance/").QuerySelector("main"));
    }

    [Theory]
    [InlineData("harbour-lane", "UK")]
    [InlineData("larkfield", "US")]
    [InlineData("northmoor", "US")]
    public void Law_notes_are_those_of_the_organizations_country(string edition, string jurisdiction)
    {
        var notes = playbook.Pages(edition).SelectMany(page => playbook.Page(page).QuerySelectorAll(".callout-law .callout-note")).Select(BuiltSite.Spaced).ToArray();
        Assert.NotEmpty(notes);
        Assert.All(notes, note => Assert.StartsWith($"{jurisdiction} · Reviewed", note, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Trustees stay responsible", "harbour-lane")]
    [InlineData("Trustees and a policy", "harbour-lane")]
    [InlineData("Complaints reach you anyway", "larkfield")]
    [InlineData("Tell investors first which account to watch", "larkfield")]
    [InlineData("When a personal page speaks for the state", "northmoor")]
    [InlineData("Moderation by a public university", "northmoor")]
    public void Law_note_is_shown_only_where_its_rule_applies(string title, string edition)
    {
        string[] shown = [.. Editions.Where(each => each != "common" && playbook.Pages(each).Any(page => playbook.Main(page).Contains(title, StringComparison.Ordinal)))];
        Assert.Equal([edition], shown);
    }

    [Fact]
    public void Waiver_is_shown_with_who_why_and_until_when()
    {
        Assert.Contains("Waived by Chair of trustees until 30 June 2027", Item("harbour-lane", "SYS-14").TextContent, StringComparison.Ordinal);
        Assert.Contains("Waived by Vice president for communications until December 10, 2027", Item("northmoor", "SYS-03").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Targets_follow_the_organization()
    {
        Assert.Equal(("3", "5", "5"), (Target("harbour-lane", "SYS-A8"), Target("larkfield", "SYS-A8"), Target("northmoor", "SYS-A8")));
        Assert.Equal("4", Target("larkfield", "SYS-A3"));
        Assert.Equal(40, playbook.Page("common/assessment/").QuerySelectorAll("[data-question]").Length);
    }

    [Fact]
    public void Pages_of_the_organization_are_marked_as_added_by_it()
    {
        Assert.Contains("Added by Northmoor", playbook.Main("northmoor/local/emergency-alerts/"), StringComparison.Ordinal);
        Assert.Contains("Added by Northmoor", Item("northmoor", "X-01").TextContent, StringComparison.Ordinal);
        Assert.Contains("Changed for Harbour Lane", playbook.Main("harbour-lane/leadership/secure-a-sponsor/"), StringComparison.Ordinal);
        Assert.DoesNotContain("Changed for", playbook.Main("harbour-lane/leadership/read-the-stance/"), StringComparison.Ordinal);
    }

    [Fact]
    public void Search_engines_are_let_in_only_where_the_organization_wants_them()
    {
        Assert.Contains("Disallow: /", playbook.Read("larkfield/robots.txt"), StringComparison.Ordinal);
        Assert.Contains("X-Robots-Tag: noindex", playbook.Read("larkfield/_headers"), StringComparison.Ordinal);
        Assert.Contains("Allow: /", playbook.Read("northmoor/robots.txt"), StringComparison.Ordinal);
        Assert.Equal("https://northmoor.example/leadership/", playbook.Page("northmoor/leadership/").QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    private void Shows(string address, string sentence) => Assert.Contains(sentence, playbook.Main(address), StringComparison.Ordinal);

    private string[] Items(string edition) => ItemsOf($"{edition}/checklist/");

    private string[] ItemsOf(string address) =>
        [.. playbook.Page(address).QuerySelectorAll("[data-item]").Select(item => item.GetAttribute("data-item")!).Order(StringComparer.Ordinal)];

    /// <summary>All about an item: on its area's list, to which its line on the list of everything leads.</summary>
    private IElement Item(string edition, string id)
    {
        var link = playbook.Page($"{edition}/checklist/").QuerySelector($"[data-item='{id}'] a.id")!.GetAttribute("href")!;
        return playbook.Page($"{edition}/{link["../".Length..link.IndexOf('#', StringComparison.Ordinal)]}").QuerySelector($"[data-item='{id}']")!;
    }

    private string Facts(string edition, string id) => BuiltSite.Spaced(Item(edition, id).QuerySelector(".item-facts")!);

    private string Priority(string edition, string id) => Item(edition, id).QuerySelector("[data-priority]")!.GetAttribute("data-priority")!;

    private string Owner(string edition, string id) => BuiltSite.Spaced(Item(edition, id).QuerySelectorAll(".item-facts li")[1]).Replace("Owner:", "", StringComparison.Ordinal).Trim();

    private string[] Owners(string edition) => [.. Items(edition).Select(id => Owner(edition, id)).Distinct()];

    private string Target(string edition, string id) => playbook.Page($"{edition}/assessment/").QuerySelector($"[data-question='{id}']")!.GetAttribute("data-target")!;

    private static string Words(IElement element, string selector) => BuiltSite.Spaced(element.QuerySelector(selector)!);
}

/// <summary>The repository's own <c>input/</c>.</summary>
public sealed class DefaultPlaybook() : BuiltSite("input");
