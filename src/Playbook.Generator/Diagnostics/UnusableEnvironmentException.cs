namespace Playbooks.Diagnostics;

/// <summary>
/// The build cannot run here at all: a folder is missing, the output cannot be written or is not ours. Said in one line,
/// exit code 2; problems in content are never exceptions.
/// </summary>
public sealed class UnusableEnvironmentException : Exception
{
    /// <inheritdoc />
    public UnusableEnvironmentException()
    {
    }

    /// <inheritdoc />
    public UnusableEnvironmentException(string message)
        : base(message)
    {
    }

    /// <inheritdoc />
    public UnusableEnvironmentException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
