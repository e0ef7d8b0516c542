namespace Playbooks;

/// <summary>What to build, from where, to where.</summary>
public sealed record BuildOptions
{
    /// <summary>The input folder.</summary>
    public required string InputFolder { get; init; }

    /// <summary>The theme's folder.</summary>
    public required string ThemeFolder { get; init; }

    /// <summary>The output folder; null to check everything and write nothing.</summary>
    public string? OutputFolder { get; init; }

    /// <summary>Ids of the editions to build; empty for all.</summary>
    public ImmutableArray<string> Editions { get; init; } = [];

    /// <summary>Which of several disjoint sets of editions to build; null for the whole.</summary>
    public Shard? Shard { get; init; }

    /// <summary>Address of the sites' roots, in place of those in the input; null to keep them.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>The day on which reviews are judged; null to judge none.</summary>
    public DateOnly? Today { get; init; }
}

/// <summary>One of several disjoint sets of editions, so that several machines can share the work.</summary>
/// <param name="Index">1-based.</param>
/// <param name="Count">At least 1.</param>
public sealed record Shard(int Index, int Count)
{
    /// <summary>Reads <c>I/N</c>; false when it is none.</summary>
    public static bool TryParse(string text, out Shard? shard)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('/');
        shard = parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && index >= 1 && index <= count ? new Shard(index, count) : null;
        return shard is not null;
    }
}

/// <summary>What a build came to.</summary>
/// <param name="Diagnostics">Everything authors must know, by place.</param>
/// <param name="Editions">The editions that were built; empty when there were errors.</param>
/// <param name="Stages">How long each stage took, summed over editions; CPU of several cores adds up.</param>
public sealed record BuildResult(ImmutableArray<Diagnostic> Diagnostics, ImmutableArray<BuiltEdition> Editions, ImmutableArray<StageTime> Stages)
{
    /// <summary>True when something must be mended before anything is published.</summary>
    public bool HasErrors => Diagnostics.Any(each => each.Severity == Severity.Error);
}

/// <summary>An edition that was built.</summary>
/// <param name="Id">Its id.</param>
/// <param name="PageCount">Number of HTML pages.</param>
/// <param name="IsUnchanged">Whether the published folder already held exactly this.</param>
public sealed record BuiltEdition(string Id, int PageCount, bool IsUnchanged);

/// <summary>How long a stage took.</summary>
/// <param name="Name">The stage.</param>
/// <param name="Time">Summed over editions and cores.</param>
public sealed record StageTime(string Name, TimeSpan Time);

/// <summary>How far a build has come.</summary>
/// <param name="IsWaiting">Whether another build of the same output folder has to finish first.</param>
/// <param name="Done">Editions that are through.</param>
/// <param name="Total">Editions in all.</param>
public readonly record struct BuildProgress(bool IsWaiting, int Done, int Total);
