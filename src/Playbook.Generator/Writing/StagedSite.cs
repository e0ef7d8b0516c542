namespace Playbooks.Writing;

/// <summary>A site that is written in full but not published, or found to be published already.</summary>
/// <param name="Edition">Whose site it is.</param>
/// <param name="Folder">Full path of the folder to verify: the stage, or the published folder when nothing has changed.</param>
/// <param name="IsUnchanged">True when the published folder holds exactly this site already, so nothing was written.</param>
public sealed record StagedSite(Slug Edition, string Folder, bool IsUnchanged);
