using System.Text.Json;
using LiaisonBot.EndToEnd.Driving;
using LiaisonBot.Tests.Conversation.Rendering;
using Microsoft.Playwright;

namespace LiaisonBot.EndToEnd.Browser;

/// <summary>The pages in a real browser. LIAISON_PICTURES names a folder for pictures of all of them.</summary>
public sealed class TabTests
{
    private const int Kilobyte = 1024;

    private static readonly int[] Widths = [320, 480, 1024, 1600];

    /// <summary>Every page for those who have it, in two languages, widths and colours: whole, and axe-core finds nothing.</summary>
    [Fact]
    public async Task EveryPage_IsWhole_AndAccessible()
    {
        await using var bot = await BotUnderTest.OfItsOwn();
        await Prepare(bot);
        var axe = await File.ReadAllTextAsync(Path.Combine(SourceFolder.Root, "node_modules", "axe-core", "axe.min.js"));
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.Launch(playwright);
        List<string> wrong = [];
        foreach (var (key, language, scheme) in new[] { ("01", "zh-CN", ColorScheme.Light), ("11", "en-US", ColorScheme.Dark), ("21", "zh-CN", ColorScheme.Dark), ("31", "zh-CN", ColorScheme.Light) })
        {
            await using var context = await browser.NewContextAsync(new() { Locale = language, ColorScheme = scheme });
            var page = await context.NewPageAsync();
            page.Console += (_, said) => Add(said.Type is "error" && !said.Text.Contains("the server responded with a status of 40", StringComparison.Ordinal), said.Text);
            page.PageError += (_, error) => wrong.Add($"{page.Url}: {error}");
            await page.GotoAsync(new Uri(bot.Url, $"/tab/signin/00000000-0000-4000-8000-0000000000{key}").AbsoluteUri);
            var menu = await page.EvalOnSelectorAllAsync<string[]>("header nav a", "all => all.map(one => one.getAttribute('href'))");
            foreach (var path in menu.Append("/tab/matter/1301-1").Append("/tab/nothing").Append("/tab/signin"))
            {
                foreach (var width in path == menu[0] ? Widths : [320, 1024])
                {
                    await page.SetViewportSizeAsync(width, 800);
                    await page.GotoAsync(new Uri(bot.Url, path).AbsoluteUri);
                    await Settle(page);
                    Add(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"), $"{width} pixels are too few");
                    await page.EvaluateAsync(axe);
                    var found = await page.EvaluateAsync<JsonElement>(
                        "axe.run().then(all => all.violations.map(one => one.id + ': ' + one.nodes.map(node => node.html).slice(0, 3).join(' ')))");
                    foreach (var violation in found.EnumerateArray())
                    {
                        wrong.Add($"{key} {path} {width}: {violation}");
                    }

                    await Photograph(page, $"{key}-{path.Trim('/').Replace('/', '-')}-{width}");
                }
            }

            void Add(bool isWrong, string what)
            {
                if (isWrong)
                {
                    wrong.Add($"{key} {page.Url}: {what}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct()));
    }

    [Fact]
    public async Task FirstPage_IsLight_AndWorksWithoutScripts()
    {
        await using var bot = await BotUnderTest.OfItsOwn();
        await Prepare(bot);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.Launch(playwright);
        var page = await browser.NewPageAsync();
        long bytes = 0;
        page.Response += async (_, response) => Interlocked.Add(ref bytes, (await response.Request.SizesAsync()).ResponseBodySize);
        await page.GotoAsync(new Uri(bot.Url, "/tab/signin/00000000-0000-4000-8000-000000000011").AbsoluteUri);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.InRange(bytes, 1, 150 * Kilobyte);

        await using var plain = await browser.NewContextAsync(new() { JavaScriptEnabled = false, Locale = "zh-CN" });
        page = await plain.NewPageAsync();
        await page.GotoAsync(new Uri(bot.Url, "/tab/signin/00000000-0000-4000-8000-000000000031").AbsoluteUri);
        await page.GetByText("上报整改方案").ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("待签收");
        await page.GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("不是真正的登录");
    }

    /// <summary>One person in the chat, the other on the page; what one does shows to the other by itself.</summary>
    [Fact]
    public async Task Matter_FromAssignmentToClosure_WithOneInTheChatAndOneOnThePage()
    {
        await using var bot = await BotUnderTest.OfItsOwn();
        var leader = bot.Person("11");
        await leader.Open();
        await leader.Say($"交办 长安区 {await bot.Day(20)} 上报整改方案");
        await leader.Press("交办");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.Launch(playwright);
        await using var context = await browser.NewContextAsync(new() { Locale = "zh-CN", ViewportSize = new() { Width = 360, Height = 740 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(bot.Url, "/tab/signin/00000000-0000-4000-8000-000000000031").AbsoluteUri);
        await page.GetByText("上报整改方案").ClickAsync();
        await Press("签收");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("办理中");
        await Press("反馈进展");
        await page.GetByLabel("进展情况").FillAsync("方案初稿已完成");
        await Press("提交");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("方案初稿已完成");
        await Press("报结");
        await page.GetByLabel("办理结果").FillAsync("方案已印发");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("已报结");
        await leader.Pushed("已报结", "方案已印发");
        await leader.Press("办结");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("已办结", new() { Timeout = 8000 });

        // The box takes what the chat takes.
        await page.GetByLabel("像在聊天里一样说").FillAsync("我的事项");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#answers")).ToContainTextAsync("没有未办结的事项");

        Task Press(string name) => page.Locator("main").GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First.ClickAsync();
    }

    private static async Task Prepare(BotUnderTest bot)
    {
        var leader = bot.Person("11");
        await leader.Open();
        foreach (var (place, title) in new[] { ("长安区", "上报整改方案"), ("正定县", "排查散乱污企业") })
        {
            await leader.Say($"交办 {place} {await bot.Day(20)} {title}");
            await leader.Press("交办");
        }
    }

    /// <summary>Cards are shown by then.</summary>
    private static async Task Settle(IPage page)
    {
        if (await page.Locator("main [data-card]").CountAsync() > 0)
        {
            await page.Locator("main [data-card] .ac-adaptiveCard").First.WaitForAsync();
        }
    }

    private static async Task Photograph(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("LIAISON_PICTURES") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }
}
