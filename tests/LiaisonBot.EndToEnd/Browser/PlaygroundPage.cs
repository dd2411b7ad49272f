using System.Globalization;
using Microsoft.Playwright;

namespace LiaisonBot.EndToEnd.Browser;

/// <summary>
/// One person before their Playground: reads cards, types, presses real buttons. Everything waits for what it needs.
/// </summary>
internal sealed class PlaygroundPage(IPage page)
{
    private const int Width = 1000;

    private static readonly string? Pictures = Environment.GetEnvironmentVariable("LIAISON_PICTURES") is { Length: > 0 } folder
        ? folder
        : null;

    public static async Task<PlaygroundPage> Open(IBrowser browser, Uri address)
    {
        // The Playground offers its calendar in the browser's own time.
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = Width, Height = 760 },
            DeviceScaleFactor = 1.5f,
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai"
        });
        var page = await context.NewPageAsync();
        // Shared with other tests, two cores may take this long.
        page.SetDefaultTimeout(90_000);
        await page.GotoAsync(address.AbsoluteUri);
        await page.GetByTitle("Hide log panel").ClickAsync();
        var opened = new PlaygroundPage(page);
        await opened.Sees("您可以这样说");
        return opened;
    }

    public async Task Say(string text)
    {
        var editor = page.Locator("[contenteditable=true][role=textbox]");
        await editor.ClickAsync();
        await page.Keyboard.TypeAsync(text);
        // While the page is still being put together, what is typed gets lost.
        if (!Plain(await editor.InnerTextAsync()).Contains(Plain(text), StringComparison.Ordinal))
        {
            await editor.ClickAsync();
            await page.Keyboard.PressAsync("Control+A");
            await page.Keyboard.TypeAsync(text);
        }

        await page.Keyboard.PressAsync("Enter");

        static string Plain(string typed) => typed.Replace('\u00a0', ' ');
    }

    /// <summary>Waits for a card that says all of this.</summary>
    public Task Sees(params string[] texts) => Card(texts).WaitForAsync();

    /// <summary>Presses a button on the latest card that says all of this.</summary>
    public Task Press(string button, params string[] texts) =>
        Card(texts).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public Task Fill(string label, string text) => Input(label).FillAsync(text);

    public Task<string> Value(string label) => Input(label).InputValueAsync();

    /// <summary>Chooses a day in the calendar that the input opens.</summary>
    public async Task Pick(string label, DateOnly day)
    {
        await Input(label).ClickAsync();
        // It opens with the browser's own month: in the evening of a month's last day the demo is in the next one.
        var today = DateOnly.Parse(await page.EvaluateAsync<string>("() => new Date().toLocaleDateString('sv')"), CultureInfo.InvariantCulture);
        for (var month = today; (month.Year, month.Month) != (day.Year, day.Month); month = month.AddMonths(1))
        {
            await page.GetByRole(AriaRole.Button, new()
            {
                Name = month.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
                Exact = true
            }).WaitForAsync();
            await page.GetByTitle("Next month").ClickAsync();
        }
        await page.GetByRole(AriaRole.Button, new()
        {
            Name = day.ToString("d, MMMM, yyyy", CultureInfo.InvariantCulture),
            Exact = true
        }).ClickAsync();
    }

    /// <summary>Saves what is on the screen when <c>LIAISON_PICTURES</c> names a folder.</summary>
    /// <param name="height">Of the screen, in CSS pixels: enough for the card that is to be seen.</param>
    public async Task Picture(string name, int height, params string[] texts)
    {
        if (Pictures is null) return;
        await page.SetViewportSizeAsync(Width, height);
        await Card(texts)
            .EvaluateAsync("card => card.parentElement.parentElement.parentElement.scrollIntoView({ block: 'end' })");
        await Card(texts).HoverAsync(new() { Position = new() { X = 1, Y = 1 } });
        await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, name + ".png") });
    }

    private ILocator Card(params string[] texts) =>
        texts.Aggregate(page.Locator(".ac-adaptiveCard"), (cards, text) => cards.Filter(new() { HasText = text })).Last;

    private ILocator Input(string label) => page.GetByLabel(label).Last;
}
