using System.Runtime.InteropServices;

namespace Playbooks.Loading;

/// <summary>Tells ordinary files from pipes, which the platform's file attributes do not.</summary>
internal static partial class SpecialFiles
{
    private const int SeekToEnd = 2;

    // Opening a pipe for reading waits for a writer unless it is opened without blocking; the flag differs by system.
    private static readonly int ReadWithoutBlocking = OperatingSystem.IsMacOS() ? 0x0004 : 0x0800;

    /// <summary>True for a file one can seek in, and for one that cannot be opened at all; never waits.</summary>
    public static bool IsSeekable(string path)
    {
        var descriptor = Open(path, ReadWithoutBlocking);
        if (descriptor < 0)
        {
            return true;
        }

        var end = Seek(descriptor, 0, SeekToEnd);
        _ = Close(descriptor);
        return end >= 0;
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "lseek")]
    private static partial long Seek(int descriptor, long offset, int origin);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
