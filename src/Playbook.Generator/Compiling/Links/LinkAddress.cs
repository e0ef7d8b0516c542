namespace Playbooks.Compiling;

/// <summary>What kind of place a link leads to.</summary>
internal enum LinkKind
{
    /// <summary>A web address of somebody else.</summary>
    External,

    /// <summary>A mail address or telephone number.</summary>
    Contact,

    /// <summary>A page or item of the playbook, or a heading of the same page; resolved when an edition is made.</summary>
    Playbook,
}

/// <summary>The address of a link after it passed the allow-list.</summary>
/// <param name="Kind">Where it leads.</param>
/// <param name="Target">The address itself, or the reference of a playbook link (empty for the same page).</param>
/// <param name="Anchor">Only for playbook links: without <c>#</c>; null for a whole page.</param>
internal readonly record struct LinkAddress(LinkKind Kind, string Target, string? Anchor);
