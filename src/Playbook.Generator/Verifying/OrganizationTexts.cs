namespace Playbooks.Verifying;

/// <summary>Everything one organization has written: the source of what no other organization may see.</summary>
/// <param name="Id">The organization's id; private too, unless common texts use the word.</param>
/// <param name="Files">All its text files, as read; their paths count as text.</param>
public sealed record OrganizationTexts(Slug Id, ImmutableArray<SourceText> Files);
