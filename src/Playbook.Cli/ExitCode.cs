namespace Playbooks.Cli;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The content has errors; nothing was written.</summary>
    public const int ContentErrors = 1;

    /// <summary>The command line or the environment cannot be used.</summary>
    public const int Unusable = 2;

    /// <summary>A bug of ours.</summary>
    public const int Bug = 3;
}
