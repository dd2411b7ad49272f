using Microsoft.Playwright;

namespace LiaisonBot.Tests.Conversation.Rendering;

/// <summary>
/// The browser of the machine. Without one the tests that need it skip, but fail where <c>CI</c> is set.
/// </summary>
internal static class Chromium
{
    private static readonly string?[] Places =
    [
        Environment.GetEnvironmentVariable("LIAISON_CHROMIUM"),
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/usr/bin/microsoft-edge",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    /// <summary>Null when none is found.</summary>
    public static string? Found => Array.Find(Places, p => !string.IsNullOrEmpty(p) && File.Exists(p));

    /// <param name="more">Further arguments on its command line.</param>
    public static async Task<IBrowser> Launch(IPlaywright playwright, params string[] more)
    {
        if (Found is null && Environment.GetEnvironmentVariable("CI") is not { Length: > 0 })
            Assert.Skip("No Chromium was found: install one, or name it in LIAISON_CHROMIUM.");
        Assert.True(Found is not null, "No Chromium was found, and where CI is set the rendering is not skipped.");
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Found,
            Args = [
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                .. more
            ],
        });
    }
}
