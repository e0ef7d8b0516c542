using System.Text;
using System.Text.RegularExpressions;
using Playbooks.Checking;
using Playbooks.Composing;
using Playbooks.Diagnostics;
using Playbooks.Loading;
using Playbooks.Model;
using Playbooks.Rendering;

namespace Playbooks.Tests.Composing;

/// <summary>Takes a world as far as editions and sites in memory, with the real theme, and leaves no files behind.</summary>
internal static partial class Editions
{
    private static readonly Lazy<(Theme Theme, LayoutEngine Layouts)> Themed = new(() =>
    {
        var theme = Theme.Load(RepositoryFolder.PathOf("theme"));
        return (theme, LayoutEngine.Load(theme, new DiagnosticBag())!);
    });

    /// <summary>The repository's theme, read once.</summary>
    public static Theme Theme => Themed.Value.Theme;

    /// <summary>The playbook of a world; the test fails on an error.</summary>
    public static Playbook Load(TinySite site)
    {
        var diagnostics = new DiagnosticBag();
        var playbook = PlaybookLoader.Load(InputFolder.Open(site.InputFolder, diagnostics), diagnostics);
        Assert.True(playbook is not null && PlaybookChecker.Check(playbook, diagnostics), Said(diagnostics));
        return playbook!;
    }

    /// <summary>One edition of a world; the common one without an id.</summary>
    public static Edition Of(string world, string? organization = null)
    {
        using var site = TinySite.Of(world);
        return Of(Load(site), organization, site.InputFolder);
    }

    /// <summary>One edition of a playbook; the common one without an id.</summary>
    public static Edition Of(Playbook playbook, string? organization, string inputFolder)
    {
        var diagnostics = new DiagnosticBag();
        var chosen = playbook.Organizations.SingleOrDefault(each => each.Id.Value == organization);
        Assert.Equal(organization, chosen?.Id.Value);
        var locales = EditionLocales.Read(playbook, [chosen], Theme.LocaleFiles, InputFolder.Open(inputFolder, diagnostics), diagnostics);
        return EditionComposer.Compose(playbook, chosen, locales![chosen]);
    }

    /// <summary>The files of an edition by path.</summary>
    public static SortedDictionary<string, byte[]> Render(Edition edition)
    {
        var diagnostics = new DiagnosticBag();
        var site = SiteRenderer.Render(edition, Theme, Themed.Value.Layouts, diagnostics);
        Assert.True(site is not null, Said(diagnostics));
        return new(site!.Files.ToDictionary(file => file.Path.Value, file => file.Utf8.ToArray()), StringComparer.Ordinal);
    }

    /// <summary>A page of an edition.</summary>
    public static EditionPage Page(this Edition edition, string id) => edition.Pages[PageId.TryParse(id, out var page) ? page : default];

    /// <summary>An item of an edition.</summary>
    public static EditionItem Item(this Edition edition, string id) => edition.Items.Single(item => item.Item.Id.Value == id);

    /// <summary>The words of a page without tags, headings included, with single spaces. What depends on the page, such as links, is not in yet.</summary>
    public static string Text(this EditionPage page) =>
        Spaced(string.Concat(page.Sections.Select(section => Html(section.Heading) + Html(section.Body))));

    /// <summary>The words of a section without tags.</summary>
    public static string Text(this EditionSectionText section) => Spaced(Html(section.Body));

    private static string Html(Fragment fragment) => Encoding.UTF8.GetString(fragment.Utf8.Span);

    private static string Spaced(string html) =>
        Space().Replace(System.Net.WebUtility.HtmlDecode(Tag().Replace(html, " ")), " ").Trim();

    private static string Said(DiagnosticBag diagnostics) => string.Join('\n', diagnostics.Sorted().Select(DiagnosticText.Format));

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
