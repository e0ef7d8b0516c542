namespace Playbooks.Checking;

/// <summary>Every name of a playbook that something can refer to, by kind.</summary>
internal sealed class PlaybookNames
{
    public PlaybookNames(Playbook playbook)
    {
        var layers = playbook.Layers.Concat(playbook.Organizations.Select(organization => organization.Own)).ToArray();
        var pages = playbook.Pages.Concat(layers.SelectMany(layer => layer.AddedPages)).ToArray();
        Areas = Set(playbook.Areas.Select(area => area.Id.Value));
        AreasAndProgramme = Set(playbook.AreasAndProgramme.Select(area => area.Id.Value));
        Sections = Set(playbook.Sections.Select(section => section.Id.Value));
        Pages = Set(pages.Select(page => page.Id.Value));
        Plays = Set(pages.Where(page => page.Kind == PageKind.Play).Select(page => page.Name.Value));
        Templates = Set(pages.Where(page => page.Kind == PageKind.Template).Select(page => page.Name.Value));
        Items = Set(playbook.AreasAndProgramme.SelectMany(area => area.Items).Concat(layers.SelectMany(layer => layer.AddedItems)).Select(item => item.Id.Value));
        Questions = Set(playbook.AreasAndProgramme.SelectMany(area => area.Questions).Select(question => question.Id.Value));
        Roles = Set(playbook.Roles.Select(role => role.Id.Value));
        Phases = Set(playbook.Phases.Select(phase => phase.Id.Value));
        Gates = Set(playbook.Gates.Select(gate => gate.Id.Value));
        Sources = Set(playbook.Sources.Select(source => source.Id.Value));
        Glossary = Set(playbook.Glossary.Select(entry => entry.Id.Value));
        Terms = Set(playbook.Terms.Keys);
        Priorities = Set(playbook.Priorities.Select(step => step.Id));
        Efforts = Set(playbook.Efforts.Select(step => step.Id));
        Evidence = Set(playbook.EvidenceKinds.Select(step => step.Id));
        Lists = Set(["checklist", "checklist/essentials", "plan", "glossary", "sources", .. playbook.Assessment is null ? [] : new[] { "assessment", "results" },
            .. playbook.Types.Where(type => type.Kind != PageKind.Chapter).Select(type => type.Folder)]);
        // Texts may link to a file beside them, as editors that follow links on the disk expect.
        PagesAndAreas = Set(Pages.Concat(Areas));
        LinkTargets = Set([.. Pages, .. pages.Select(page => page.Span.Path.Value), .. Lists, .. Areas, .. Sections, .. Items, .. Questions]);
    }

    public ImmutableSortedSet<string> Areas { get; }

    public ImmutableSortedSet<string> AreasAndProgramme { get; }

    public ImmutableSortedSet<string> Sections { get; }

    public ImmutableSortedSet<string> Pages { get; }

    public ImmutableSortedSet<string> Plays { get; }

    public ImmutableSortedSet<string> Templates { get; }

    public ImmutableSortedSet<string> Items { get; }

    public ImmutableSortedSet<string> Questions { get; }

    public ImmutableSortedSet<string> Roles { get; }

    public ImmutableSortedSet<string> Phases { get; }

    public ImmutableSortedSet<string> Gates { get; }

    public ImmutableSortedSet<string> Sources { get; }

    public ImmutableSortedSet<string> Glossary { get; }

    public ImmutableSortedSet<string> Terms { get; }

    public ImmutableSortedSet<string> Priorities { get; }

    public ImmutableSortedSet<string> Efforts { get; }

    public ImmutableSortedSet<string> Evidence { get; }

    /// <summary>Pages that are made from data and can be linked to by name.</summary>
    public ImmutableSortedSet<string> Lists { get; }

    /// <summary>Everything that can explain a checklist item.</summary>
    public ImmutableSortedSet<string> PagesAndAreas { get; }

    /// <summary>Everything a link may name.</summary>
    public ImmutableSortedSet<string> LinkTargets { get; }

    private static ImmutableSortedSet<string> Set(IEnumerable<string> names) => names.ToImmutableSortedSet(StringComparer.Ordinal);
}
