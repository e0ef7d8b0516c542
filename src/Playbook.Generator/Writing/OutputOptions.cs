namespace Playbooks.Writing;

/// <summary>How an output folder behaves; for tests but for the first two.</summary>
internal sealed record OutputOptions
{
    /// <summary>Called once when another build has to finish first.</summary>
    public Action? OnWaiting { get; init; }

    /// <summary>How long to wait for another build.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>False to publish as on a system that cannot exchange two folders.</summary>
    public bool CanExchange { get; init; } = true;

    /// <summary>Called with a verb and a path before each change to the disk.</summary>
    public Action<string, string>? BeforeStep { get; init; }
}
