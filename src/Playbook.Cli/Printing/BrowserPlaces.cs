namespace Playbooks.Cli;

/// <summary>Where browsers that can print lie on Linux, macOS and Windows.</summary>
internal static class BrowserPlaces
{
    // On Ubuntu the last one is often no browser but a note that tells to install one.
    private static readonly string[] LinuxPrograms = ["chromium", "google-chrome", "google-chrome-stable", "microsoft-edge", "chromium-browser"];

    // Where packages put browsers when PATH is short, as in cron.
    private static readonly string[] LinuxFolders = ["/usr/bin", "/usr/local/bin", "/usr/lib/chromium", "/opt/google/chrome", "/snap/bin"];

    private static readonly string[] MacPrograms = ["Google Chrome", "Chromium", "Microsoft Edge"];

    private static readonly string[] WindowsFolders = ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"];
    private static readonly string[] WindowsPrograms = [@"Google\Chrome\Application\chrome.exe", @"Chromium\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe"];

    /// <summary>Full paths, best first; most of them do not exist.</summary>
    public static IEnumerable<string> All() =>
        OperatingSystem.IsWindows() ? Windows()
        : OperatingSystem.IsMacOS() ? MacPrograms.Select(name => $"/Applications/{name}.app/Contents/MacOS/{name}")
        : Linux();

    private static IEnumerable<string> Windows() =>
        from variable in WindowsFolders
        let folder = Environment.GetEnvironmentVariable(variable)
        where !string.IsNullOrEmpty(folder)
        from program in WindowsPrograms
        select Path.Combine(folder, program);

    private static IEnumerable<string> Linux()
    {
        string[] folders = [.. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries), .. LinuxFolders];
        return from program in LinuxPrograms from folder in folders.Where(Path.IsPathRooted).Distinct(StringComparer.Ordinal) select Path.Combine(folder, program);
    }
}
