namespace Playbooks.Verifying;

/// <summary>The organizations that use a word or a phrase, by number. Nearly always it is one, so that one costs no array.</summary>
internal struct OwnerSet
{
    private int _first;
    private ulong[]? _all;

    /// <summary>The organization with the lowest number; there is always one.</summary>
    public readonly int First => _first - 1;

    /// <summary>Whether an organization is in the set; -1, which stands for no organization, never is.</summary>
    public readonly bool Contains(int organization) =>
        organization >= 0
        && (organization == First || (_all is not null && organization >> 6 < _all.Length && (_all[organization >> 6] & (1UL << organization)) != 0));

    /// <summary>Adds an organization; they come in the order of their numbers the first time.</summary>
    public void Add(int organization)
    {
        if (_first == 0)
        {
            _first = organization + 1;
            return;
        }

        if (organization == First)
        {
            return;
        }

        if (_all is null || organization >> 6 >= _all.Length)
        {
            Array.Resize(ref _all, (organization >> 6) + 1);
        }

        _all[organization >> 6] |= 1UL << organization;
        _first = Math.Min(_first, organization + 1);
    }
}
