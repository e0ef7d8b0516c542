namespace Playbooks.Rendering;

/// <summary>A page of the site as a part of the print edition.</summary>
/// <param name="Page">The page.</param>
/// <param name="Level">1 for what opens a part of the book (a section, an area, a list), 2 for the pages in it.</param>
/// <param name="Number">What readers on paper find it by, such as <c>2.3</c>: paper has no links. Null for the opening pages.</param>
internal sealed record PrintPart(PagePlan Page, int Level, string? Number)
{
    /// <summary>
    /// Its id in the print edition. The ids in it are this, a colon and the id of the page, and no id of a page holds a
    /// slash or a colon: so no two parts can have the same id.
    /// </summary>
    public string Anchor { get; } = Page.Path.Length == 0 ? "_opening" : Page.Path.TrimEnd('/');
}
