using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Playbooks.Tests.Sites;

/// <summary>
/// Playbooks with other areas, words, scales and languages, made by swapping the input folder. Each has something that an
/// engine written for five English areas with five levels would break.
/// </summary>
public sealed partial class FixturePlaybooksTests(GenerativeAi ai, CloudInFrench cloud, RightToLeft arabic)
    : IClassFixture<GenerativeAi>, IClassFixture<CloudInFrench>, IClassFixture<RightToLeft>
{
    [Fact]
    public void Playbooks_with_other_areas_languages_and_scales_build_without_a_word_of_complaint()
    {
        Assert.Equal("", ai.Said);
        Assert.Equal("", cloud.Said);
        Assert.Equal("", arabic.Said);
        Assert.Equal(["common", "thornbury"], ai.Result.Editions.Select(edition => edition.Id));
        Assert.Equal(["common", "erables-rouges"], cloud.Result.Editions.Select(edition => edition.Id));
        Assert.Equal(["common"], arabic.Result.Editions.Select(edition => edition.Id));
    }

    [Theory]
    [InlineData("common/begin/try-before-you-buy/")]
    [InlineData("common/leadership/")]
    [InlineData("common/people/")]
    [InlineData("common/value/choose-use-cases/")]
    [InlineData("common/risk/set-limits/")]
    [InlineData("common/data/")]
    [InlineData("common/operations/")]
    [InlineData("common/exercises/use-case-sort/")]
    [InlineData("common/forms/use-register/")]
    [InlineData("common/media/areas/risk/forms/use-register.csv")]
    [InlineData("common/checklist/value/")]
    [InlineData("common/checklist/programme/")]
    [InlineData("common/checklist/essentials/")]
    [InlineData("common/assessment/")]
    [InlineData("common/glossary/")]
    [InlineData("common/sources/")]
    [InlineData("common/does-not-apply/")]
    [InlineData("thornbury/local/court-bundles/")]
    public void Six_areas_have_their_pages_below_folders_of_the_playbooks_own(string address) =>
        Assert.True(ai.Has(address.EndsWith('/') ? $"{address}index.html" : address), address);

    [Fact]
    public void Six_areas_stand_on_the_home_page_in_the_playbooks_order()
    {
        Assert.Equal(
            ["Leadership and sponsorship", "People and skills", "Use cases and value", "Risk and responsible use", "Data and platform", "Operating model"],
            AreasOf(ai, "common/"));
        Assert.Equal(
            ["Risk and responsible use", "Use cases and value", "Leadership and sponsorship", "People and skills", "Data and platform"],
            AreasOf(ai, "thornbury/"));
    }

    [Fact]
    public void Words_for_things_are_the_playbooks_own()
    {
        Assert.Equal("Fields of work", Spaced(ai.Page("common/").QuerySelector(".home-areas h2")!));
        Assert.Contains("Control point", ai.Main("common/checklist/risk/"), StringComparison.Ordinal);
        Assert.Contains("Exercises", ai.Main("common/value/"), StringComparison.Ordinal);
        Assert.All(ai.Pages("thornbury").Concat(ai.Pages("common")), page => Assert.DoesNotMatch(@"\b(Gate|Gates|Chapter|Chapters|Play|Plays|Must|Should)\b", ai.Words(page)));
    }

    [Fact]
    public void Single_control_point_carries_its_items_and_its_date()
    {
        Assert.Equal(["RSK-01"], Items(ai, "common/checklist/essentials/"));
        Assert.Equal(["RSK-01", "RSK-02"], Items(ai, "thornbury/checklist/essentials/").Order(StringComparer.Ordinal));
        Assert.Contains("Before 14 March 2027 the practice manager", ai.Main("thornbury/risk/set-limits/"), StringComparison.Ordinal);
    }

    [Fact]
    public void Conditional_text_and_items_follow_the_facts_of_each_edition()
    {
        const string Privacy = "Texts about people need more than a card.";
        Assert.Contains(Privacy, ai.Main("thornbury/risk/set-limits/"), StringComparison.Ordinal);
        Assert.DoesNotContain(Privacy, ai.Read("common/risk/set-limits/index.html"), StringComparison.Ordinal);
        Assert.Contains("Two colleagues swap five drafts a week", ai.Main("common/risk/set-limits/"), StringComparison.Ordinal);
        Assert.Contains("in each language that people write: English and Welsh", ai.Main("thornbury/value/choose-use-cases/"), StringComparison.Ordinal);
        Assert.Equal(["PRG-01", "RSK-01", "VAL-01", "VAL-02"], Items(ai, "common/checklist/").Order(StringComparer.Ordinal));
        Assert.Equal(
            ["PRG-01", "RSK-01", "RSK-02", "RSK-03", "VAL-01", "VAL-02", "X-01"],
            Items(ai, "thornbury/checklist/").Order(StringComparer.Ordinal));
        Assert.Contains("Choose one use case and a date", ai.Main("thornbury/checklist/value/"), StringComparison.Ordinal);
    }

    [Fact]
    public void Five_levels_have_the_playbooks_labels_and_an_importance()
    {
        var questions = Questions(ai, "common/assessment/");
        Assert.Equal(3, questions.Length);
        Assert.All(questions, question => Assert.Equal(
            ["1 · Nobody knows", "2 · Some try", "3 · Agreed", "4 · Done", "5 · Improved"],
            question.QuerySelectorAll(".level-label").Select(Spaced)));
        Assert.Equal(["4", "3", "5"], questions.Select(question => question.GetAttribute("data-importance")));
    }

    [Theory]
    [InlineData("common/portefeuille/inventaire/")]
    [InlineData("common/securite/cles-et-acces/")]
    [InlineData("common/equipes/apprendre-a-veiller/")]
    [InlineData("common/checklist/portefeuille/")]
    [InlineData("common/assessment/")]
    [InlineData("common/glossary/")]
    public void Three_areas_have_pages_whose_addresses_need_no_folder_for_their_type(string address) =>
        Assert.True(cloud.Has($"{address}index.html"), address);

    [Fact]
    public void Type_in_a_folder_of_its_own_keeps_its_name_and_stays_out_of_addresses()
    {
        Assert.DoesNotContain(cloud.Pages("common"), page => page.Contains("fiches", StringComparison.Ordinal));
        Assert.Equal("Fiche", Spaced(cloud.Page("common/portefeuille/").QuerySelector(".previous-next .next .to-kind")!));
        Assert.DoesNotContain("/plays/", cloud.Read("common/llms.txt"), StringComparison.Ordinal);
        Assert.Equal("/portefeuille/liste/ /portefeuille/inventaire/ 301\n", cloud.Read("common/_redirects"));
    }

    [Fact]
    public void Four_levels_without_importance_make_a_form_of_four_levels()
    {
        var questions = Questions(cloud, "erables-rouges/assessment/");
        Assert.Equal(2, questions.Length);
        Assert.All(questions, question =>
        {
            Assert.Equal(["1", "2", "3", "4", "sais-pas"], question.QuerySelectorAll<IHtmlInputElement>("input[type=radio]").Select(each => each.Value));
            Assert.Equal(
                ["1 · À faire", "2 · Commencé", "3 · En place", "4 · Éprouvé"],
                question.QuerySelectorAll(".level-label").Select(Spaced));
            Assert.Equal("", question.GetAttribute("data-importance"));
            Assert.False(question.HasAttribute("data-gate"));
        });
        Assert.Equal(["4", "3"], questions.Select(question => question.GetAttribute("data-target")));
    }

    [Fact]
    public void Playbook_without_gates_has_no_page_of_essentials_and_no_link_to_one()
    {
        Assert.False(cloud.Has("common/checklist/essentials/index.html"));
        Assert.All(cloud.Pages("common"), page => Assert.DoesNotContain("essentials", cloud.Read(page), StringComparison.Ordinal));
        Assert.DoesNotContain("essentials", cloud.Read("common/sitemap.xml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("navigation.skip")]
    [InlineData("navigation.breadcrumbs")]
    [InlineData("contents.title")]
    [InlineData("chapter.practice")]
    [InlineData("item.done_when")]
    [InlineData("page.checklist")]
    [InlineData("page.not_found")]
    [InlineData("assessment.paper")]
    public void French_edition_says_the_interface_in_French(string key)
    {
        var french = Texts("fr")[key];
        Assert.Contains(cloud.Pages("common"), page => cloud.Words(page).Contains(french, StringComparison.Ordinal));
    }

    [Fact]
    public void French_edition_holds_no_English_word_of_the_interface()
    {
        var french = Texts("fr");
        var english = Texts("en")
            .Where(text => !text.Key.StartsWith("format.", StringComparison.Ordinal) && text.Value.Length > 3 && french.GetValueOrDefault(text.Key) != text.Value)
            .Select(text => Placeholder().Replace(text.Value, ""))
            .Concat(["Chapter", "Chapters", "Play", "Plays", "Template", "Templates", "Must", "Should", "Could"])
            .Select(text => text.Trim(' ', ':', '.'))
            .Where(text => text.Length > 3 && !french.ContainsValue(text))
            .ToHashSet(StringComparer.Ordinal);
        Assert.True(english.Count > 100, "the theme's English texts were not read");

        foreach (var page in cloud.Pages("erables-rouges").Concat(cloud.Pages("common")))
        {
            var words = cloud.Words(page);
            Assert.All(english, text => Assert.DoesNotMatch($@"(?<!\w){Regex.Escape(text)}(?!\w)", words));
        }
    }

    [Fact]
    public void French_formats_and_order_are_those_of_the_country()
    {
        Assert.Equal("fr-CA", cloud.Page("common/").DocumentElement.GetAttribute("lang"));
        Assert.Equal("ltr", cloud.Page("common/").DocumentElement.GetAttribute("dir"));
        Assert.Contains("Avec 1\u00A0200 applications, procédez par échantillon", Spaceless(cloud.Page("common/portefeuille/inventaire/")), StringComparison.Ordinal);
        Assert.Matches(@"Échéance\s?:\s?15 mars 2027", cloud.Main("erables-rouges/checklist/portefeuille/"));
        Assert.Contains("à partir de 2,5", cloud.Main("common/assessment/"), StringComparison.Ordinal);
        Assert.Equal(["Écart", "Éteindre", "Nuage", "Zone"], cloud.Page("common/glossary/").QuerySelectorAll("main dt").Select(Spaced));
        Assert.Equal(["E", "N", "Z"], cloud.Page("common/glossary/").QuerySelectorAll("main h2").Select(Spaced));
    }

    [Fact]
    public void Headings_with_accents_have_plain_anchors_that_links_reach()
    {
        var page = cloud.Page("common/portefeuille/inventaire/");
        Assert.Equal("Évaluer l’état actuel", page.QuerySelector("#evaluer-letat-actuel")!.FirstChild!.TextContent.Trim());
        Assert.NotNull(cloud.Page("common/securite/cles-et-acces/").QuerySelector("#cles"));
        Assert.All(page.QuerySelectorAll(".prose [id]"), element => Assert.Matches("^[a-z0-9-]+$", element.Id));
    }

    [Fact]
    public void Organization_whose_name_has_accents_gets_its_own_words()
    {
        var text = cloud.Main("erables-rouges/portefeuille/inventaire/");
        Assert.Equal("Coopérative agricole des Érables-Rouges", Spaced(cloud.Page("erables-rouges/").QuerySelector(".brand-organization")!));
        Assert.Contains("Demandez à cinq sociétaires", text, StringComparison.Ordinal);
        Assert.Contains("tient le rôle de chef des systèmes", text, StringComparison.Ordinal);
        Assert.Contains("Les balances de l’entrepôt", text, StringComparison.Ordinal);
        Assert.Contains("Adapté pour Érables-Rouges", text, StringComparison.Ordinal);
        Assert.Contains("Le dernier jour du sociétaire", cloud.Main("erables-rouges/securite/cles-et-acces/"), StringComparison.Ordinal);
        Assert.All(cloud.Pages("common"), page => Assert.DoesNotContain("rables-Rouges", cloud.Read(page), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Arabic_pages_run_from_right_to_left_and_say_the_interface_in_Arabic()
    {
        foreach (var page in arabic.Pages("common"))
        {
            Assert.Equal("rtl", arabic.Page(page).DocumentElement.GetAttribute("dir"));
            Assert.Equal("ar", arabic.Page(page).DocumentElement.GetAttribute("lang"));
        }

        Assert.Equal("انتقل إلى المحتوى", Spaced(arabic.Page("common/nas/jumla/").QuerySelector(".skip-link")!));
        Assert.Contains("في هذه الصفحة", arabic.Main("common/nas/jumla/"), StringComparison.Ordinal);
        Assert.Contains("بعد أسبوع واحد من بدء البداية", arabic.Main("common/checklist/nas/"), StringComparison.Ordinal);
        Assert.NotNull(arabic.Page("common/nas/jumla/").GetElementById("خطوة-بخطوة"));
    }

    private static string[] AreasOf(BuiltSite site, string address) =>
        [.. site.Page(address).QuerySelectorAll("[data-areas] h3").Select(Spaced)];

    private static string[] Items(BuiltSite site, string address) =>
        [.. site.Page(address).QuerySelectorAll("[data-item]").Select(item => item.GetAttribute("data-item")!)];

    private static IElement[] Questions(BuiltSite site, string address) => [.. site.Page(address).QuerySelectorAll("[data-question]")];

    private static string Spaced(INode node) => BuiltSite.Spaced(node);

    private static string Spaceless(IHtmlDocument page) => page.QuerySelector("main")!.TextContent;

    private static Dictionary<string, string> Texts(string language) =>
        File.ReadLines(RepositoryFolder.PathOf("theme", "locales", $"{language}.yml"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(": ", 2))
            .ToDictionary(parts => parts[0], parts => parts[1].Trim('"'), StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholder();
}

/// <summary>The playbook of six areas.</summary>
public sealed class GenerativeAi() : BuiltSite("tests", "sites", "generative-ai");

/// <summary>The French playbook of three areas.</summary>
public sealed class CloudInFrench() : BuiltSite("tests", "sites", "cloud-fr");

/// <summary>The Arabic sample.</summary>
public sealed class RightToLeft() : BuiltSite("tests", "sites", "rtl");
