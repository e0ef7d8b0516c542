using System.Runtime.InteropServices;
using System.Text;

namespace Playbooks.Writing;

/// <summary>Lets two folders change places in one step, so that a reader sees the old one or the new one and nothing between.</summary>
/// <remarks>
/// Linux 3.15 and newer: <c>renameat2</c> with RENAME_EXCHANGE, through the C library or, where that is too old, through
/// the system call. macOS: <c>renamex_np</c> with RENAME_SWAP. Windows and some network disks have nothing like it.
/// </remarks>
internal static class FolderExchange
{
    private const int CurrentFolder = -100;
    private const int LinuxExchange = 2;
    private const int MacSwap = 2;

    // "No such call", "not for this disk" and "not supported" under their Linux and macOS numbers.
    private const int InvalidArgument = 22;
    private const int LinuxNoSuchCall = 38;
    private const int LinuxNotSupported = 95;
    private const int MacNotSupported = 45;
    private const int MacNoSuchCall = 78;

    /// <summary>False when the system or the disk cannot exchange folders; nothing has changed then.</summary>
    /// <exception cref="IOException">It can, but these two could not be exchanged.</exception>
    public static bool TryExchange(string left, string right)
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS())
        {
            return false;
        }

        var (leftName, rightName) = (NullTerminated(left), NullTerminated(right));
        var result = OperatingSystem.IsMacOS() ? RenameExtended(leftName, rightName, MacSwap) : OnLinux(leftName, rightName);
        if (result is null or 0)
        {
            return result == 0;
        }

        var error = Marshal.GetLastPInvokeError();
        if (error is InvalidArgument or LinuxNoSuchCall or LinuxNotSupported or MacNotSupported or MacNoSuchCall)
        {
            return false;
        }

        throw new IOException($"{Marshal.GetPInvokeErrorMessage(error)} : '{right}'", error);
    }

    private static int? OnLinux(byte[] left, byte[] right)
    {
        try
        {
            return RenameAt2(CurrentFolder, left, CurrentFolder, right, LinuxExchange);
        }
        catch (EntryPointNotFoundException)
        {
            return CallNumber() is { } number ? (int)SystemCall(number, CurrentFolder, left, CurrentFolder, right, LinuxExchange) : null;
        }
    }

    private static nint? CallNumber() => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => 316,
        Architecture.Arm64 or Architecture.RiscV64 or Architecture.LoongArch64 => 276,
        _ => null,
    };

    private static byte[] NullTerminated(string path) => Encoding.UTF8.GetBytes(path + '\0');

    // Arrays of bytes pass through unchanged, so these need no generated marshalling code.
    [DllImport("libc", EntryPoint = "renameat2", SetLastError = true, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int RenameAt2(int leftFolder, byte[] left, int rightFolder, byte[] right, uint flags);

    [DllImport("libc", EntryPoint = "syscall", SetLastError = true, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint SystemCall(nint number, nint leftFolder, byte[] left, nint rightFolder, byte[] right, nint flags);

    [DllImport("libc", EntryPoint = "renamex_np", SetLastError = true, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int RenameExtended(byte[] left, byte[] right, uint flags);
}
