namespace Playbooks;

/// <summary>Chooses which editions to build.</summary>
internal static class EditionSelection
{
    /// <summary>The organizations whose editions are built, null standing for the common edition; common first, then by id.</summary>
    /// <exception cref="UnusableEnvironmentException">An edition that was asked for does not exist.</exception>
    public static ImmutableArray<Organization?> Of(Playbook playbook, BuildOptions options)
    {
        var all = playbook.Organizations.OrderBy(organization => organization.Id).Cast<Organization?>().Prepend(null).ToArray();
        var known = all.Select(IdOf).ToArray();
        foreach (var asked in options.Editions.Where(asked => !known.Contains(asked)))
        {
            // Only the nearest name is said: a single-organization build must not list the others.
            var nearest = NearestName.Find(asked, known);
            throw new UnusableEnvironmentException($"there is no organization `{asked}`{(nearest is null ? "" : $"; did you mean `{nearest}`?")}");
        }

        var selected = options.Editions.IsEmpty ? all : all.Where(organization => options.Editions.Contains(IdOf(organization)));
        return options.Shard is { } shard
            ? [.. selected.Where((_, at) => at % shard.Count == shard.Index - 1)]
            : [.. selected];
    }

    private static string IdOf(Organization? organization) => organization?.Id.Value ?? Edition.CommonId;
}
