namespace Playbooks.Writing;

/// <summary>Writes one site in full beside the published one, unless the published one is the same already.</summary>
/// <param name="files">The output folder.</param>
internal sealed class SiteStager(OutputFiles files)
{
    /// <summary>Writes a site into a fresh folder; what it had written is removed again when it fails or is stopped.</summary>
    /// <exception cref="UnusableEnvironmentException">The disk is full, a file cannot be written, or the published folder is not ours.</exception>
    /// <exception cref="InvalidOperationException">The site holds a path that cannot be a file.</exception>
    public StagedSite Stage(Site site, CancellationToken cancellationToken)
    {
        SitePathRules.Check(site);
        var published = Path.Join(files.Root, site.Edition.Value);
        var manifest = SiteManifest.Write(site);
        var isFailing = true;
        var stage = Path.Join(files.Root, WorkingName.Of(site.Edition, WorkingName.Stage));
        try
        {
            CheckIsOurs(published, site.Edition);
            if (Directory.Exists(published) && PublishedSite.Equals(published, site, manifest))
            {
                isFailing = false;
                return new StagedSite(site.Edition, published, IsUnchanged: true);
            }

            Write(site, manifest, stage, cancellationToken);
            isFailing = false;
            return new StagedSite(site.Edition, stage, IsUnchanged: false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UnusableEnvironmentException(
                $"edition {site.Edition} could not be written to {files.Root} ({OneLine(error.Message)}); what was published before is unchanged",
                error);
        }
        finally
        {
            if (isFailing && Directory.Exists(stage))
            {
                EditionSwap.TryTo(() => files.DeleteFolder(stage));
            }
        }
    }

    /// <summary>An error of the system as part of a sentence.</summary>
    public static string OneLine(string message) => message.ReplaceLineEndings(" ").TrimEnd('.', ' ');

    private static void CheckIsOurs(string published, Slug edition)
    {
        var place = new FileInfo(published);
        var why = place.LinkTarget is not null ? "is a link"
            : place.Exists ? "is a file"
            : Directory.Exists(published) && SiteManifest.ReadFrom(published)?.Edition != edition.Value ? $"was not built by Playbook (it has no {SiteManifest.FileName} of ours)"
            : null;
        if (why is not null)
        {
            throw new UnusableEnvironmentException($"edition {edition} cannot replace {published}: it {why}; move it away or give another --output");
        }
    }

    private void Write(Site site, byte[] manifest, string stage, CancellationToken cancellationToken)
    {
        files.CreateFolder(stage);
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in site.Files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var path = file.Path.Value;
            if (path.LastIndexOf('/') is var slash and > 0 && folders.Add(path[..slash]))
            {
                files.CreateFolder(Path.Join(stage, path[..slash]));
            }

            files.WriteNew(Path.Join(stage, path), file.Utf8.Span);
        }

        // Last, so that a stage with a manifest is a whole site.
        files.WriteNew(Path.Join(stage, SiteManifest.FileName), manifest);
    }
}
