using System.Text.Json;
using System.Text.Json.Nodes;

namespace Playbooks.Rendering;

/// <summary>What a page is, for search engines: JSON-LD in the vocabulary of schema.org.</summary>
/// <remarks>
/// A chapter is an <c>Article</c>; a play and a checklist are a <c>HowTo</c>, whose steps are theirs; every page below the
/// first has its <c>BreadcrumbList</c>. Says nothing that the page does not show, and no date that is not known.
/// </remarks>
internal sealed class StructuredData(Edition edition)
{
    private const string Vocabulary = "https://schema.org";

    // The serializer escapes <, > and &, so that no text can end the element it stands in.
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = false };

    /// <summary>The JSON for a page; null when there is nothing to say.</summary>
    /// <param name="page">The page.</param>
    public string? Of(PagePlan page)
    {
        if (page.Kind == PagePlan.NotFound)
        {
            return null;
        }

        JsonObject?[] things = [Main(page), Breadcrumbs(page)];
        var graph = new JsonArray([.. things.OfType<JsonObject>()]);
        return graph.Count == 0 ? null : new JsonObject { ["@context"] = Vocabulary, ["@graph"] = graph }.ToJsonString(Options);
    }

    private JsonObject? Main(PagePlan page) => page switch
    {
        { Kind: "home" } => Described("WebSite", page, "name"),
        { Page.Page.Kind: PageKind.Chapter } => Article(page),
        { Page.Page.Kind: PageKind.Play } => HowTo(page, RunSteps.Of(page.Page!)),
        { Kind: "checklist" or "essentials" } => HowTo(page, [.. page.Items.Select(item => item.Title)]),
        _ => null,
    };

    private JsonObject Article(PagePlan page)
    {
        var article = Described("Article", page, "headline");
        article["isPartOf"] = new JsonObject { ["@type"] = "CreativeWork", ["name"] = edition.Title };
        if (page.Page?.Page.Keywords is { IsEmpty: false } keywords)
        {
            article["keywords"] = string.Join(", ", keywords);
        }

        return article;
    }

    private JsonObject? HowTo(PagePlan page, IReadOnlyList<string> steps)
    {
        if (steps.Count == 0)
        {
            return null;
        }

        var howTo = Described("HowTo", page, "name");
        howTo["step"] = new JsonArray([.. steps.Select((text, at) => new JsonObject { ["@type"] = "HowToStep", ["position"] = at + 1, ["text"] = text })]);
        return howTo;
    }

    private JsonObject Described(string type, PagePlan page, string nameOfTitle)
    {
        var thing = new JsonObject { ["@type"] = type, [nameOfTitle] = page.Title };
        if ((page.Description ?? edition.Description) is { } description)
        {
            thing["description"] = description;
        }

        thing["inLanguage"] = edition.Locale.Tag;
        if (edition.BaseUrl is { } root)
        {
            thing["url"] = root + page.Path;
        }

        return thing;
    }

    /// <summary>The way from the first page to this one. Search engines want addresses in full, so without them there is none.</summary>
    private JsonObject? Breadcrumbs(PagePlan page)
    {
        if (page.Path.Length == 0 || edition.BaseUrl is not { } root)
        {
            return null;
        }

        (string Title, string Path)[] way = [(edition.Locale.Text("page.home"), ""), .. page.Above.Select(above => (above.Title, above.Path)), (page.Title, page.Path)];
        return new JsonObject
        {
            ["@type"] = "BreadcrumbList",
            ["itemListElement"] = new JsonArray([.. way.Select((crumb, at) =>
                new JsonObject { ["@type"] = "ListItem", ["position"] = at + 1, ["name"] = crumb.Title, ["item"] = root + crumb.Path })]),
        };
    }
}
