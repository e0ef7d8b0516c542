using System.Collections.Concurrent;

namespace Playbooks.Previewing;

/// <summary>What one reading of the folders came to: the playbook, the editions made from it so far, and what is wrong.</summary>
internal sealed class PreviewRound(PreparedPlaybook? prepared, DiagnosticBag diagnostics)
{
    private readonly ConcurrentDictionary<string, Lazy<PreviewSite?>> _sites = new(StringComparer.Ordinal);

    /// <summary>What the editions share; null after an error.</summary>
    public PreparedPlaybook? Prepared { get; } = prepared;

    /// <summary>What is wrong, in all that was looked at.</summary>
    public DiagnosticBag Diagnostics { get; } = diagnostics;

    /// <summary>The site of an edition, composed when it is first asked for; null when it has errors or is none of ours.</summary>
    /// <param name="edition">Its id.</param>
    /// <param name="before">The last good site of the same edition.</param>
    public PreviewSite? Site(string edition, PreviewSite? before)
    {
        if (Prepared is not { } ready || !TryFind(ready, edition, out var organization))
        {
            return null;
        }

        return _sites.GetOrAdd(edition, _ => new Lazy<PreviewSite?>(() =>
            ready.Compose(organization, Diagnostics) is { } composed ? PreviewSite.Plan(ready, composed, Diagnostics, before) : null)).Value;
    }

    /// <summary>Composes and checks an edition that nobody looks at, for its problems alone.</summary>
    public void Check(Organization? organization)
    {
        if (!_sites.ContainsKey(IdOf(organization)))
        {
            Prepared?.Compose(organization, Diagnostics);
        }
    }

    /// <summary>Id of an organization's edition.</summary>
    public static string IdOf(Organization? organization) => organization?.Id.Value ?? Edition.CommonId;

    private static bool TryFind(PreparedPlaybook prepared, string edition, out Organization? organization)
    {
        organization = prepared.Selected.FirstOrDefault(each => IdOf(each) == edition);
        return organization is not null || (edition == Edition.CommonId && prepared.Selected.Contains(null));
    }
}
