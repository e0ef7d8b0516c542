namespace Playbooks.Rendering;

/// <summary>What all pages of a site are put together from.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="Theme">For the shapes of icons.</param>
/// <param name="Map">Where everything is published.</param>
internal sealed record SiteResources(Edition Edition, Theme Theme, SiteMap Map)
{
    /// <summary>Entries of the glossary by id.</summary>
    public IReadOnlyDictionary<Slug, EditionGlossaryEntry> Glossary { get; } = Edition.Glossary.ToDictionary(entry => entry.Entry.Id);
}
