using System.Text.Json.Serialization;
using Microsoft.Playwright;
using Xunit;

namespace LiaisonBot.Tests.Conversation.Rendering;

/// <summary>
/// Every kind of card in the official renderer. To look at them, run with <c>LIAISON_GALLERY=1</c>: pictures for phone and desktop, light
/// and dark, are written to <c>cards/</c> beside the tests' assembly.
/// </summary>
public sealed class CardRenderingTests
{
    private static readonly bool Gallery = Environment.GetEnvironmentVariable("LIAISON_GALLERY") is { Length: > 0 };

    [Fact]
    public async Task Card_OfEveryKind_IsRenderedWithoutAProblemAndFitsAPhone()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.Launch(playwright);
        var page = await browser.NewPageAsync(new() { DeviceScaleFactor = 1 });
        await page.SetContentAsync("<!doctype html><title>LiaisonBot</title>");
        await page.AddScriptTagAsync(new() { Path = Path.Combine(Chromium.Root, "node_modules", "adaptivecards", "dist", "adaptivecards.min.js") });
        await page.AddStyleTagAsync(new() { Path = Path.Combine(Chromium.Root, "node_modules", "adaptivecards", "dist", "adaptivecards.css") });
        await page.AddScriptTagAsync(new() { Path = Path.Combine(Chromium.Root, "tests", "LiaisonBot.Tests", "Conversation", "Rendering", "render.js") });

        var wrong = new List<string>();
        foreach (var kind in await AllCards.Collect())
        {
            var shown = await Show(page, kind, 360, "light");
            wrong.AddRange(shown.Problems.Select(p => $"{kind.Name}: {p}"));
            wrong.AddRange(shown.Overflow.Select(text => $"{kind.Name}: wider than the phone: {text}"));
            wrong.AddRange(kind.Shown.Where(text => !Visible(shown.Text).Contains(Visible(text), StringComparison.Ordinal)).Select(text => $"{kind.Name}: does not show {text}"));
            if (Gallery) await Photograph(page, kind);
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>Without what keeps a text from being turned around or filled in.</summary>
    private static string Visible(string text) =>
        text.Replace("\u2060", "", StringComparison.Ordinal).Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal).ReplaceLineEndings(" ");

    private static async Task Photograph(IPage page, CardKind kind)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "cards")).FullName;
        foreach (var (width, theme) in new[] { (360, "light"), (360, "dark"), (640, "light"), (640, "dark") })
        {
            await Show(page, kind, width, theme);
            await page.Locator("#page").ScreenshotAsync(new() { Path = Path.Combine(folder, $"{kind.Name}-{width}-{theme}.png") });
        }
    }

    private static Task<Shown> Show(IPage page, CardKind kind, int width, string theme) =>
        page.EvaluateAsync<Shown>("([json, width, theme]) => show(JSON.parse(json), width, theme)", new object[] { kind.Card.ToJsonString(), width, theme });

    private sealed record Shown
    {
        [JsonPropertyName("problems")]
        public string[] Problems { get; init; } = [];

        [JsonPropertyName("text")]
        public string Text { get; init; } = "";

        [JsonPropertyName("overflow")]
        public string[] Overflow { get; init; } = [];
    }
}
