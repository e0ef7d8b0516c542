namespace Playbooks.Writing;

/// <summary>Keeps a second build out of the output folder. The system lets go of it when the process ends, however it ends.</summary>
internal static class OutputLock
{
    public const string FileName = ".lock";

    private const int PauseInMilliseconds = 20;

    // What "somebody else holds it" is called by Linux, macOS and Windows.
    private const int LinuxHeld = 11;
    private const int MacHeld = 35;
    private const int WindowsHeld = unchecked((int)0x80070020);

    /// <summary>Takes the lock, waiting for a build that has it.</summary>
    /// <param name="folder">The output folder; must exist.</param>
    /// <param name="patience">How long to wait.</param>
    /// <param name="onWaiting">Called once when there is something to wait for.</param>
    /// <returns>Dispose of it to let go. The file stays: deleting it would let two builds lock two files of one name.</returns>
    public static FileStream Take(string folder, TimeSpan patience, Action? onWaiting, CancellationToken cancellationToken)
    {
        var path = Path.Join(folder, FileName);
        var attempts = Math.Max(1, (int)(patience.TotalMilliseconds / PauseInMilliseconds));
        for (var attempt = 0; attempt < attempts; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
            }
            catch (IOException error) when (error.HResult is LinuxHeld or MacHeld or WindowsHeld)
            {
                if (attempt == 0)
                {
                    onWaiting?.Invoke();
                }
            }

            cancellationToken.WaitHandle.WaitOne(PauseInMilliseconds);
            cancellationToken.ThrowIfCancellationRequested();
        }

        throw new UnusableEnvironmentException(
            $"another build has been writing to {folder} for {patience.TotalSeconds:0} seconds; wait for it or give another --output");
    }
}
