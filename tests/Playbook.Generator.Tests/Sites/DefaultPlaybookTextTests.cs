using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Playbooks.Tests.Sites;

/// <summary>
/// What the text of the playbook that ships must be, read off its built editions: complete, linked, of the planned length,
/// and easy to read aloud. The planned words are those of the outline; an edition may be longer where its facts ask for more.
/// </summary>
public sealed partial class DefaultPlaybookTextTests(DefaultPlaybook playbook) : IClassFixture<DefaultPlaybook>
{
    private const double Tolerance = 0.2;
    private const int ShortestChapter = 600;
    private const int LongestChapter = 1700;
    private const int LongestRepeat = 20;

    private static readonly string[] Editions = ["common", "harbour-lane", "larkfield", "northmoor"];

    private static readonly string[] Headings =
        ["In short", "Why it matters", "Questions to ask", "What good looks like", "How to do it", "If your organization is…", "Common mistakes"];

    /// <summary>Chapters with their planned words in the common edition.</summary>
    private static readonly Dictionary<string, int> Planned = new(StringComparer.Ordinal)
    {
        ["start/assess-readiness"] = 1100,
        ["start/roadmap"] = 900,
        ["start/roles"] = 800,
        ["leadership/read-the-stance"] = 900,
        ["leadership/secure-a-sponsor"] = 900,
        ["leadership/sceptical-leader"] = 1000,
        ["leadership/leaders-on-social"] = 1000,
        ["leadership/signals"] = 700,
        ["culture/read-the-culture"] = 1000,
        ["culture/understand-resistance"] = 1000,
        ["culture/managers"] = 900,
        ["culture/skills-and-training"] = 900,
        ["culture/employee-voices"] = 1000,
        ["strategy/why"] = 900,
        ["strategy/audiences-and-channels"] = 1000,
        ["strategy/content-and-voice"] = 1100,
        ["strategy/objectives-and-measures"] = 1100,
        ["strategy/pilot"] = 900,
        ["policies/policy-set"] = 900,
        ["policies/staff-policy"] = 1200,
        ["policies/publishing-and-approval"] = 900,
        ["policies/account-security"] = 1200,
        ["policies/legal-and-disclosure"] = 1200,
        ["policies/accessibility"] = 900,
        ["policies/records"] = 900,
        ["policies/community-and-moderation"] = 900,
        ["policies/escalation"] = 1200,
        ["structure/choose-a-model"] = 1200,
        ["structure/roles-and-raci"] = 900,
        ["structure/listening-and-response"] = 1200,
        ["structure/reporting-back"] = 900,
        ["structure/tools-and-partners"] = 900,
        ["sustain/review-and-adapt"] = 900,
    };

    /// <summary>Guides have no fixed shape; three of them introduce a list that is made from data.</summary>
    private static readonly string[] Guides =
        ["start/how-to-use", "start/questions", "start/social-media-as-change", "reference/glossary", "reference/templates", "reference/sources"];

    public static TheoryData<string> Chapters => [.. Planned.Keys];

    public static TheoryData<string> EditionIds => [.. Editions];

    [Fact]
    public void Every_planned_page_is_there()
    {
        Assert.All(Planned.Keys.Concat(Guides), page => Assert.True(playbook.Has($"common/{page}/index.html"), page));
        Assert.Equal(22, Folder("common", "plays").Length);
        Assert.Equal(24, Folder("common", "templates").Length);
        Assert.Equal(72 - 2, playbook.Page("common/checklist/").QuerySelectorAll("[data-item]").Length);
        Assert.Equal(40, playbook.Page("common/assessment/").QuerySelectorAll("[data-question]").Length);
    }

    [Theory]
    [MemberData(nameof(Chapters))]
    public void Chapter_has_its_length_and_reads_easily_in_every_edition(string chapter)
    {
        var common = Readability.Of(Article("common", chapter));
        Assert.InRange(common.WordCount, (1 - Tolerance) * Planned[chapter], (1 + Tolerance) * Planned[chapter]);
        foreach (var edition in EditionsWith(chapter))
        {
            var text = Readability.Of(Article(edition, chapter));
            Assert.InRange(text.WordCount, ShortestChapter, LongestChapter);
            Assert.True(text.MeanSentenceLength <= 20, $"{edition}/{chapter}: {text.MeanSentenceLength.ToString("0.0", CultureInfo.InvariantCulture)} words a sentence");
            Assert.True(text.Grade <= 10, $"{edition}/{chapter}: grade {text.Grade.ToString("0.0", CultureInfo.InvariantCulture)}");
        }
    }

    [Theory]
    [MemberData(nameof(Chapters))]
    public void Chapter_has_the_fixed_headings_in_order(string chapter)
    {
        foreach (var edition in EditionsWith(chapter))
        {
            var found = Article(edition, chapter).QuerySelectorAll("h2").Select(heading => heading.FirstChild!.TextContent.Trim()).ToArray();
            Assert.Equal(Headings.Where(heading => heading != "If your organization is…" || found.Contains(heading)), found);
        }
    }

    [Theory]
    [MemberData(nameof(Chapters))]
    public void Chapter_leads_to_something_to_do_and_something_to_ask(string chapter)
    {
        var page = playbook.Page($"common/{chapter}/");
        Assert.NotEmpty(page.QuerySelectorAll("[aria-labelledby=_practice] .item-list li"));
        Assert.NotEmpty(page.QuerySelectorAll("[aria-labelledby=_assessed] li"));
        Assert.InRange(page.QuerySelectorAll("#questions-to-ask ~ ul")[0].QuerySelectorAll(":scope > li").Length, 4, 8);
        Assert.NotEmpty(Article("common", chapter).QuerySelectorAll(".callout-example"));
    }

    [Theory]
    [InlineData("plays", 22)]
    [InlineData("templates", 24)]
    public void Play_and_template_is_linked_from_a_chapter(string folder, int count)
    {
        var linked = Planned.Keys.Concat(Guides)
            .SelectMany(chapter => Article("common", chapter).QuerySelectorAll($"a[href*='{folder}/']"))
            .Select(link => link.GetAttribute("href")!.Split(folder + "/")[1].Split('/')[0])
            .Where(name => name.Length > 0).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(Folder("common", folder), linked);
        Assert.Equal(count, linked.Count());
    }

    [Theory]
    [MemberData(nameof(EditionIds))]
    public void Item_that_carries_a_gate_is_explained_by_a_section_of_a_chapter(string edition)
    {
        foreach (var item in playbook.Page($"{edition}/checklist/essentials/").QuerySelectorAll("[data-item]"))
        {
            var address = new Uri(new Uri("http://site/checklist/essentials/"), item.QuerySelector(".item-links dd a")!.GetAttribute("href")!);
            var chapter = address.AbsolutePath.Trim('/');
            var id = item.GetAttribute("data-item");
            Assert.True(Planned.ContainsKey(chapter) || chapter.StartsWith("local/", StringComparison.Ordinal), $"{id} is explained by {chapter}");
            Assert.True(playbook.Page($"{edition}/{chapter}/").GetElementById(address.Fragment.TrimStart('#')) is not null, $"{id}: {address}");
        }
    }

    [Fact]
    public void No_paragraph_stands_twice_in_the_common_text()
    {
        var repeated = playbook.Pages("common")
            .Select(page => (page, article: playbook.Page(page).QuerySelector("article")))
            .Where(each => each.article is not null)
            .SelectMany(each => Readability.Of(each.article!).Paragraphs.Distinct().Select(paragraph => (each.page, paragraph)))
            .Where(each => Readability.CountWords(each.paragraph) > LongestRepeat)
            .GroupBy(each => each.paragraph)
            .Where(same => same.Count() > 1)
            .Select(same => $"{string.Join(", ", same.Select(each => each.page))}: {same.Key}");

        Assert.Empty(repeated);
    }

    [Theory]
    [MemberData(nameof(EditionIds))]
    public void Law_note_says_where_it_holds_when_it_was_read_and_where_it_comes_from(string edition)
    {
        var notes = playbook.Pages(edition).SelectMany(page => playbook.Page(page).QuerySelectorAll(".callout-law").Select(note => (page, note))).ToArray();
        Assert.NotEmpty(notes);
        Assert.All(notes, each =>
        {
            Assert.Matches(@"^(US|UK|EU|CA|AU) · Reviewed \S", BuiltSite.Spaced(each.note.QuerySelector(".callout-note")!));
            Assert.NotEmpty(each.note.QuerySelectorAll("a.citation"));
            Assert.NotNull(playbook.Page(each.page).GetElementById(each.note.QuerySelector("a.citation")!.GetAttribute("href")!.TrimStart('#')));
        });
    }

    [Theory]
    [MemberData(nameof(EditionIds))]
    public void No_heading_stands_over_nothing(string edition) => Assert.All(
        playbook.Pages(edition).Select(playbook.Page).SelectMany(page => page.QuerySelectorAll("article > :is(h2, h3)")),
        heading => Assert.True(heading.NextElementSibling is { } next && string.CompareOrdinal(next.TagName, heading.TagName) is var order && (!next.TagName.StartsWith('H') || order > 0), heading.TextContent));

    [Fact]
    public void Plays_run_in_timed_steps_that_add_up()
    {
        foreach (var play in Folder("common", "plays"))
        {
            var page = playbook.Page($"common/plays/{play}/");
            var steps = page.QuerySelectorAll("#run ~ ol")[0].QuerySelectorAll(":scope > li").Select(step => Minutes().Match(BuiltSite.Spaced(step.QuerySelector("strong")!))).ToArray();
            Assert.All(steps, step => Assert.True(step.Success, play));
            var announced = Minutes().Matches(BuiltSite.Spaced(page.QuerySelectorAll(".run-sheet dt").Single(term => term.TextContent == "Time").NextElementSibling!));
            if (announced.Count > 0)
            {
                Assert.Equal((play, announced.Sum(Number)), (play, steps.Sum(Number)));
            }

            var text = Readability.Of(page.QuerySelector("article")!);
            Assert.InRange(text.WordCount, 150, 450);
        }
    }

    private IElement Article(string edition, string chapter) => playbook.Page($"{edition}/{chapter}/").QuerySelector("article") ?? playbook.Page($"{edition}/{chapter}/").QuerySelector(".prose")!;

    private static int Number(Match minutes) => int.Parse(minutes.Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(\d+) min")]
    private static partial Regex Minutes();

    /// <summary>Editions that have the chapter in the common shape: a small charity without a duty to keep records says in one paragraph what it keeps.</summary>
    private IEnumerable<string> EditionsWith(string chapter) =>
        Editions.Where(edition => playbook.Has($"{edition}/{chapter}/index.html") && (edition, chapter) != ("harbour-lane", "policies/records"));

    private string[] Folder(string edition, string folder) =>
    [
        .. playbook.Pages(edition).Select(page => page.Split('/')).Where(parts => parts.Length == 4 && parts[1] == folder).Select(parts => parts[2]).Order(StringComparer.Ordinal),
    ];
}
