using System.ComponentModel;
using System.Diagnostics;

namespace Playbooks.Cli.Preview;

/// <summary>The browser of whoever sits at this machine.</summary>
internal static class WebBrowser
{
    /// <summary>Opens an address. Where there is no browser nothing happens: the address is printed anyway.</summary>
    public static void Open(string address)
    {
        try
        {
            using var browser = OperatingSystem.IsWindows() ? Process.Start(new ProcessStartInfo(address) { UseShellExecute = true })
                : Process.Start(OperatingSystem.IsMacOS() ? "open" : "xdg-open", [address]);
        }
        catch (Win32Exception)
        {
            // No browser here.
        }
    }
}
