using Microsoft.Playwright;
using Playbooks.Browser.Tests;

[assembly: AssemblyFixture(typeof(HeadlessBrowser))]

namespace Playbooks.Browser.Tests;

/// <summary>One Chromium for all tests. Each test opens a context of its own: nothing a reader stores is shared.</summary>
public sealed class HeadlessBrowser : IAsyncLifetime
{
    // The browser talks to the test's own server and to nobody else; the last five keep it from calling home.
    private static readonly string[] Arguments =
    [
        "--headless",
        "--no-sandbox", // CI runs as root, where Chromium's sandbox refuses to start
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    /// <summary>How long a page may take to show what a test expects: a machine that does much else must not fail a test.</summary>
    private static readonly TimeSpan ExpectLimit = TimeSpan.FromSeconds(30);

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>A fresh browser profile: empty storage, its own colour scheme, window and JavaScript setting.</summary>
    public Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions options) => _browser!.NewContextAsync(options);

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout((float)ExpectLimit.TotalMilliseconds);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = await ChromiumInstall.FindOrInstallAsync(_playwright),
            Args = Arguments,
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
