namespace Playbooks.Model;

/// <summary>
/// An icon is drawn by reference. A page names each shape where it is needed and holds it once, at its end: a checklist of
/// seventy items shows four hundred icons and ships ten.
/// </summary>
internal static class Icon
{
    /// <summary>What stands before an icon's name where it is used; ids of headings cannot start like this.</summary>
    public const string Reference = "#_i-";

    /// <summary>The element that shows an icon. It says nothing that the words beside it do not say, so screen readers pass over it.</summary>
    /// <param name="name">Name of a file of the theme's folder <c>icons</c>, without ending.</param>
    public static string Use(string name) =>
        $"<svg class=\"icon\" aria-hidden=\"true\" width=\"24\" height=\"24\"><use href=\"{Reference}{name}\"/></svg>";
}
