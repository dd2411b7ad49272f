using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.Playwright;

namespace LiaisonBot.Tests.Conversation.Rendering;

/// <summary>How a card came out.</summary>
internal sealed record Rendered
{
    /// <summary>What the official renderer found wrong with it.</summary>
    [JsonPropertyName("problems")]
    public string[] Problems { get; init; } = [];

    [JsonPropertyName("text")]
    public string Text { get; init; } = "";

    /// <summary>Texts that reach over the edge of the card, or are cut.</summary>
    [JsonPropertyName("overflow")]
    public string[] Overflow { get; init; } = [];

    /// <summary>CSS pixels.</summary>
    [JsonPropertyName("height")]
    public int Height { get; init; }
}

/// <summary>
/// A browser page with the official renderer of Adaptive Cards, in colours and measures close to those of Teams.
/// </summary>
internal sealed class CardPage(IPage page)
{
    /// <summary>The narrowest phone.</summary>
    public const int Phone = 320;

    public const int Wide = 640;

    public static readonly IReadOnlyList<string> Themes = ["light", "dark"];

    /// <param name="locale">Of the client: how it writes days and hours in inputs.</param>
    public static async Task<CardPage> Open(IBrowser browser, string locale)
    {
        var page = await browser.NewPageAsync(new() { DeviceScaleFactor = 1, Locale = locale });
        await page.SetContentAsync("<!doctype html><title>LiaisonBot</title>");
        await page.AddScriptTagAsync(new()
        {
            Path = Path.Combine(
            SourceFolder.Root,
            "node_modules",
            "adaptivecards",
            "dist",
            "adaptivecards.min.js")
        });
        await page.AddStyleTagAsync(new()
        {
            Path = Path.Combine(
            SourceFolder.Root,
            "node_modules",
            "adaptivecards",
            "dist",
            "adaptivecards.css")
        });
        await page.AddScriptTagAsync(new()
        {
            Path = Path.Combine(
            SourceFolder.Root,
            "tests",
            "LiaisonBot.Tests",
            "Conversation",
            "Rendering",
            "render.js")
        });
        return new(page);
    }

    /// <param name="width">Of the card, in CSS pixels.</param>
    public Task<Rendered> Show(JsonObject card, int width, string theme) =>
        page.EvaluateAsync<Rendered>(
            "([json, width, theme]) => show(JSON.parse(json), width, theme)",
            new object[] { card.ToJsonString(), width, theme });

    /// <summary>
    /// Presses everything that shows more without the bot: 全文, 更多. False when there is nothing of it.
    /// </summary>
    public async Task<bool> Unfold() => await page.EvaluateAsync<int>("unfold()") > 0;

    public Task Press(string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    /// <summary>What can be read now, without what is folded away.</summary>
    public Task<string> VisibleText() => page.Locator("#card").InnerTextAsync();

    public Task Photograph(string path) => page.Locator("#page").ScreenshotAsync(new() { Path = path });

    /// <summary>Several cards side by side in one picture.</summary>
    public async Task Photograph(IReadOnlyList<JsonObject> cards, int width, string theme, string path)
    {
        await page.EvaluateAsync(
            "([cards, width, theme]) => showAll(cards.map(card => JSON.parse(card)), width, theme)",
            new object[] { cards.Select(c => c.ToJsonString()).ToArray(), width, theme });
        await page.Locator("#page").ScreenshotAsync(new() { Path = path });
    }
}
